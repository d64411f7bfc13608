import { entryOf } from '../units/entry.ts';
import { newMonths } from '../units/months.ts';
import { lazily } from '../units/reading.ts';
import type { PoweredMonths } from './energised.ts';
import type { Keep } from './keep.ts';
import { hoursPerMonth, monthOfYear, yearsInto } from './month.ts';
import type { GroupPower } from './power.ts';
import type { GroupRun, ServedMonths } from './run.ts';
import { suppliedMonths, type DrawnMonths } from './supply.ts';
import type { LifecycleParams, LifecycleTotals, OnSiteMonths, Series } from './types.ts';

type GroupSeries = { readonly [K in keyof ServedMonths]-?: ServedMonths[K] extends Series
  ? K
  : never }[keyof ServedMonths];

/** The months of all groups, each part asked for when it is needed. */
export interface AllMonths {
  readonly params: LifecycleParams;
  readonly runs: () => readonly GroupRun[];
  readonly powers: () => readonly GroupPower[];
  readonly firstMonth: () => number;
  readonly length: () => number;
}

/** Adds up the groups and puts the building around them: power at the meter, water, carbon. */
export function sumTotals(months: AllMonths, keep: Keep): LifecycleTotals {
  const { params, runs, length } = months;
  const sum = (key: GroupSeries) => keep(`months ${key}`,
    (): Series => addSeries(runs().map((run) => run.months[key]), length()));
  const [inputMissMtok, inputHitMtok, outputMtok] = [sum('inputMissMtok'),
    sum('inputHitMtok'), sum('outputMtok')];
  const totalMtok = keep('months totalMtok',
    () => addSeries([inputMissMtok(), inputHitMtok(), outputMtok()], length()));
  const capacityMtok = sum('capacityMtok');
  const meter = keep('months meter', () => meterMonths(months));
  const supplied = keep('months supplied', () => (params.supply === null
    || params.supply === undefined ? null
    : suppliedMonths(params.supply, meter(), months.firstMonth())));
  const inService = (
    key: string, of: (group: LifecycleParams['groups'][number]) => number,
  ) => keep(`months ${key}`, (): Series => {
    const total = newMonths(length());
    for (const [i, { inService: serves }] of runs().entries()) {
      const group = params.groups[i];
      const amount = group === undefined ? 0 : of(group);
      for (let at = 0; at < total.length; at++)
        if (serves[at] === 1) total[at] = (total[at] ?? 0) + amount;
    }
    return total;
  });
  return lazily<LifecycleTotals>({
    inputMissMtok, inputHitMtok, outputMtok, totalMtok, capacityMtok,
    utilisation: () => totalMtok().map((served, at) => ratio(served, capacityMtok()[at])),
    accelerators: inService('accelerators', (group) => group.accelerators),
    criticalKw: inService('criticalKw', (group) => group.fullKw), itKw: () => meter().itKw,
    lossKw: () => meter().lossKw, otherKw: () => meter().otherKw,
    facilityKw: () => meter().facilityKw, facilityKwPeak: () => meter().facilityKwPeak,
    idleEnergyShare: () => meter().idleEnergyShare, energyKwh: () => meter().energyKwh,
    gridKwh: () => supplied()?.gridKwh ?? meter().energyKwh,
    gridKwPeak: () => supplied()?.gridKwPeak ?? meter().facilityKwPeak,
    onSite: () => supplied()?.onSite ?? null,
    waterM3: () => meter().waterM3,
    carbonKg: () => carbonOf(months, supplied()?.gridKwh ?? meter().energyKwh,
      supplied()?.onSite ?? null),
    reservedAcceleratorHours: sum('reservedAcceleratorHours'),
    activeAcceleratorHours: sum('activeAcceleratorHours'),
  });
}

type MeterSeries = DrawnMonths & Pick<LifecycleTotals,
'itKw' | 'facilityKw' | 'lossKw' | 'otherKw' | 'idleEnergyShare' | 'waterM3'>;

function meterMonths({ params, runs, powers, firstMonth, length }: AllMonths): MeterSeries {
  const { facility, start } = params;
  const series = (): Series => newMonths(length());
  const out: MeterSeries = {
    itKw: series(), facilityKw: series(), facilityKwPeak: series(),
    lossKw: series(), otherKw: series(),
    idleEnergyShare: series(), energyKwh: series(), curtailedKw: series(),
    uncurtailedKw: series(), waterM3: series(),
  };
  const [standing, drawn, first] = [runs(), powers(), firstMonth()];
  const { fixedItKw, facilityKwAt, facilityKwPeakAt, waterM3PerHourAt, lossKwAt, otherKwAt } = facility;
  for (let at = 0; at < out.itKw.length; at++) {
    if (!standing.some((run) => run.present[at] === 1 && run.powered?.share[at] !== 0)) continue;
    const season = monthOfYear(start, first + at);
    let it = fixedItKw;
    let peak = fixedItKw;
    let idle = fixedItKw;
    let low = fixedItKw;
    for (const power of drawn) {
      it += power.itKw[at] ?? 0;
      peak += power.itKwPeak[at] ?? 0;
      idle += power.itKwIdle[at] ?? 0;
      low += entryOf(power.itKwCurtailed, at);
    }
    const hours = twoKinds({ it, low, powered: standing[0]?.powered ?? null, at },
      (load) => facilityKwAt(load, season));
    const { meter } = hours;
    out.curtailedKw[at] = hours.curtailed;
    out.uncurtailedKw[at] = hours.usual;
    out.itKw[at] = it;
    out.facilityKw[at] = meter;
    out.lossKw[at] = lossKwAt(it);
    out.otherKw[at] = otherKwAt(it);
    out.facilityKwPeak[at] = Math.max(meter, facilityKwPeakAt(peak, season));
    out.idleEnergyShare[at] = Math.min(1, ratio(facilityKwAt(idle, season), meter));
    out.energyKwh[at] = meter * hoursPerMonth;
    out.waterM3[at] = waterM3PerHourAt(it, season) * hoursPerMonth;
  }
  return out;
}

/** Mean IT power of a month, that of its hours of curtailment, and what has power then. */
interface MonthLoad {
  readonly it: number;
  readonly low: number;
  readonly powered: PoweredMonths | null;
  readonly at: number;
}

/**
 * Power at the meter in usual hours, in those of curtailment, and on average. Where not a
 * rack has power then, the building is off.
 */
function twoKinds(
  { it, low, powered, at }: MonthLoad, facilityKwAt: (itKw: number) => number,
): { readonly usual: number; readonly curtailed: number; readonly meter: number } {
  const time = powered === null ? 0 : entryOf(powered.curtailedTime, at);
  if (time === 0) {
    const meter = facilityKwAt(it);
    return { usual: meter, curtailed: meter, meter };
  }
  const curtailed = powered?.curtailedShare[at] === 0 ? 0 : facilityKwAt(low);
  const usual = time === 1 ? 0 : facilityKwAt((it - time * low) / (1 - time));
  return { usual, curtailed, meter: (1 - time) * usual + time * curtailed };
}

/** Carbon of the grid's energy, its intensity falling from month 1 on, and of fuel burnt. */
function carbonOf(
  { params: { facility, supply }, firstMonth }: AllMonths, gridKwh: Series,
  onSite: OnSiteMonths | null,
): Series {
  const { carbonGPerKwh, carbonDeclinePerYear } = facility;
  const first = firstMonth();
  const generators = (supply?.generators ?? []).flatMap(({ key, carbonKgPerKwh }) => {
    const kwh = onSite?.generatedKwh.get(key);
    return kwh === undefined ? [] : [{ carbonKgPerKwh, kwh }];
  });
  return gridKwh.map((energy, at) => generators.reduce(
    (sum, { carbonKgPerKwh, kwh }) => sum + entryOf(kwh, at) * carbonKgPerKwh,
    (energy
      * (carbonGPerKwh * (1 - carbonDeclinePerYear) ** Math.max(0, yearsInto(first + at))))
      / 1000));
}

const ratio = (part: number, whole: number | undefined): number =>
  (whole !== undefined && whole > 0 ? part / whole : 0);

/**
 * Sum of series of one length.
 * @example addSeries([Float64Array.of(1, 2), Float64Array.of(3, 4)], 2) // [4, 6]
 */
export function addSeries(parts: readonly Series[], length: number): Series {
  const total = newMonths(length);
  for (const part of parts) {
    for (let at = 0; at < length; at++) total[at] = (total[at] ?? 0) + (part[at] ?? 0);
  }
  return total;
}
