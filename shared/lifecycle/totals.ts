import { hoursPerMonth, monthOfYear, yearsInto } from './month.ts';
import { isInService } from './phase.ts';
import type { GroupRun } from './run.ts';
import type { GroupMonths, LifecycleParams, LifecycleTotals, Series } from './types.ts';

type GroupSeries = { readonly [K in keyof GroupMonths]: GroupMonths[K] extends Series ? K
  : never }[keyof GroupMonths];

/** Adds up the groups and puts the building around them: power at the meter, water, carbon. */
export function sumTotals(
  params: LifecycleParams, runs: readonly GroupRun[], firstMonth: number, length: number,
): LifecycleTotals {
  const sum = (key: GroupSeries): Series => addSeries(runs.map((run) => run.months[key]), length);
  const inputMissMtok = sum('inputMissMtok');
  const inputHitMtok = sum('inputHitMtok');
  const outputMtok = sum('outputMtok');
  const totalMtok = addSeries([inputMissMtok, inputHitMtok, outputMtok], length);
  const capacityMtok = sum('capacityMtok');
  const utilisation = totalMtok.map((served, at) => ratio(served, capacityMtok[at]));
  return {
    inputMissMtok, inputHitMtok, outputMtok, totalMtok, capacityMtok, utilisation,
    accelerators: inService(runs, firstMonth, length, (run) => run.params.accelerators),
    criticalKw: inService(runs, firstMonth, length, (run) => run.params.fullKw),
    ...siteSeries(params, runs, firstMonth, length),
    reservedAcceleratorHours: sum('reservedAcceleratorHours'),
    activeAcceleratorHours: sum('activeAcceleratorHours'),
  };
}

type SiteSeries = Pick<LifecycleTotals,
'itKw' | 'facilityKw' | 'facilityKwPeak' | 'idleEnergyShare' | 'energyKwh' | 'waterM3' | 'carbonKg'>;

function siteSeries(params: LifecycleParams, runs: readonly GroupRun[], firstMonth: number,
  length: number): SiteSeries {
  const { facility } = params;
  const series = (): Series => new Float64Array(length);
  const out: SiteSeries = {
    itKw: series(), facilityKw: series(), facilityKwPeak: series(), idleEnergyShare: series(),
    energyKwh: series(), waterM3: series(), carbonKg: series(),
  };
  for (let at = 0; at < length; at++) {
    if (!runs.some((run) => run.present[at] === 1)) continue;
    const month = firstMonth + at;
    const season = monthOfYear(params.start, month);
    let it = facility.fixedItKw;
    let peak = facility.fixedItKw;
    let idle = facility.fixedItKw;
    for (const { months } of runs) {
      it += months.itKw[at] ?? 0;
      peak += months.itKwPeak[at] ?? 0;
      idle += months.itKwIdle[at] ?? 0;
    }
    const meter = facility.facilityKwAt(it, season);
    const energy = meter * hoursPerMonth;
    out.itKw[at] = it;
    out.facilityKw[at] = meter;
    out.facilityKwPeak[at] = Math.max(meter, facility.facilityKwAt(peak, season));
    out.idleEnergyShare[at] = Math.min(1, ratio(facility.facilityKwAt(idle, season), meter));
    out.energyKwh[at] = energy;
    out.waterM3[at] = facility.waterM3PerHourAt(it, season) * hoursPerMonth;
    const carbon = facility.carbonGPerKwh
      * (1 - facility.carbonDeclinePerYear) ** Math.max(0, yearsInto(month));
    out.carbonKg[at] = (energy * carbon) / 1000;
  }
  return out;
}

const ratio = (part: number, whole: number | undefined): number =>
  (whole !== undefined && whole > 0 ? part / whole : 0);

/**
 * Sum of series of one length.
 * @example addSeries([Float64Array.of(1, 2), Float64Array.of(3, 4)], 2) // [4, 6]
 */
export function addSeries(parts: readonly Series[], length: number): Series {
  const total = new Float64Array(length);
  for (const part of parts) for (let at = 0; at < length; at++) total[at] =
    (total[at] ?? 0) + (part[at] ?? 0);
  return total;
}

function inService(runs: readonly GroupRun[], firstMonth: number, length: number, of: (run: GroupRun) =>
  number): Series {
  return Float64Array.from({ length }, (_, at) =>
    runs.reduce((sum, run) => sum + (isInService(run.params.phases, firstMonth + at) ? of(run) : 0), 0));
}
