import { tieredUsd } from '../../import/tariff/urdb.ts';
import type { Tariff, TariffSchedule, TariffTier } from '../../import/tariff/types.ts';
import { daysPerMonth } from '../../lifecycle/month.ts';
import { entryOf } from '../../units/entry.ts';

/** What a month draws at the meter. */
export interface DrawnMonth {
  /** 1 (January) to 12. */
  readonly month: number;
  readonly energyKwh: number;
  readonly peakKw: number;
  /** Power of 24 hours of a working day, then of a weekend day, on any scale. */
  readonly shape: readonly number[];
}

/** What a schedule bills month by month, USD. */
export interface ScheduleBill {
  readonly energyUsd: Float64Array;
  readonly demandUsd: Float64Array;
  /** Fixed charges, and what is missing to the least a month costs. */
  readonly fixedUsd: Float64Array;
}

/** What the plan adds to the schedule. */
export interface ScheduleTerms {
  /** Multiplies energy prices. */
  readonly energyLevel: number;
  /** Contracted demand x minimum take, kW. */
  readonly minimumKw: number;
}

const hours = 24;
/** Of the hours of a month, those of working days and of weekends: five days and two. */
const dayShares = [5 / 7, 2 / 7] as const;

/** Period of each of the 48 hours of a month's two days. */
const periodsIn = ({ weekday, weekend }: TariffSchedule, month: number): readonly number[] =>
  [...entryOf(weekday, month - 1), ...entryOf(weekend, month - 1)];

const isHourly = (shape: readonly number[]): boolean =>
  shape.length === 2 * hours && shape.every((x) => x >= 0 && Number.isFinite(x))
    && shape.some((x) => x > 0);

/**
 * Energy of a month by period of a schedule, kWh: hours weigh by their power and by how
 * many days of their kind there are. The parts add up to the month.
 * @throws RangeError on a shape that is not 48 hours with some power in them
 * @example [...energyByPeriod(schedule, { month: 1, energyKwh: 48, peakKw: 1, shape: Array(48).fill(1) }).values()] // [48]
 */
export function energyByPeriod(
  schedule: TariffSchedule, { month, energyKwh, shape }: DrawnMonth,
): ReadonlyMap<number, number> {
  if (!isHourly(shape)) throw new RangeError('a day needs 24 hours, and power in one');
  const weights = shape.map((kw, at) => kw * entryOf(dayShares, at < hours ? 0 : 1));
  const total = weights.reduce((sum, x) => sum + x, 0);
  const byPeriod = new Map<number, number>();
  periodsIn(schedule, month).forEach((period, at) => {
    const kwh = (energyKwh * entryOf(weights, at)) / total;
    const before = byPeriod.get(period);
    byPeriod.set(period, before === undefined ? kwh : before + kwh);
  });
  return byPeriod;
}

/** What energy costs in tiers that are counted per month, per day, or per kW of peak. */
function tieredEnergyUsd(
  tiers: readonly TariffTier[], unit: string, kwh: number, peakKw: number,
): number {
  const plain = unit.toLowerCase().replaceAll(/\s+/gu, '');
  const per = plain === 'kwh/kw' ? peakKw : plain === 'kwhdaily' ? daysPerMonth : 1;
  return per === 0 ? 0 : per * tieredUsd(tiers, kwh / per);
}

function energyUsd(energy: TariffSchedule, drawn: DrawnMonth): number {
  let usd = 0;
  for (const [period, kwh] of energyByPeriod(energy, drawn))
    usd += tieredEnergyUsd(entryOf(energy.periods, period), energy.unit, kwh, drawn.peakKw);
  return usd;
}

/** Highest load in each period of a month, kW; the month's own peak in one of them. */
function peakByPeriod(
  schedule: TariffSchedule, { month, peakKw, shape }: DrawnMonth,
): ReadonlyMap<number, number> {
  const most = Math.max(...shape);
  const byPeriod = new Map<number, number>();
  periodsIn(schedule, month).forEach((period, at) => {
    const kw = most > 0 ? (peakKw * entryOf(shape, at)) / most : 0;
    const before = byPeriod.get(period);
    byPeriod.set(period, before === undefined ? kw : Math.max(before, kw));
  });
  return byPeriod;
}

/** Shares as the database writes them: 0.8 or 80. */
const shareOf = (value: number): number => (value > 1 ? value / 100 : value);

/** Share of the highest peak of months before that a month is billed at least. */
function ratchetIn({ demandRules }: Tariff, month: number) {
  const { ratchet, lookbackMonths, lookbackShare } = demandRules;
  if (lookbackShare !== null && lookbackShare > 0 && lookbackMonths !== null
    && lookbackMonths > 0)
    return { share: shareOf(lookbackShare), months: lookbackMonths + 1 };
  return { share: ratchet === null ? 0 : shareOf(entryOf(ratchet, month - 1)), months: 12 };
}

/**
 * Load billed by a charge that holds at all hours of a month: its peak, the ratchet on
 * months before, or the contract's least. Nothing while nothing was ever drawn.
 */
function billedKw(
  tariff: Tariff, drawn: readonly DrawnMonth[], at: number, minimumKw: number,
): number {
  const { month, peakKw } = entryOf(drawn, at);
  const { share, months } = ratchetIn(tariff, month);
  const highest = drawn.slice(Math.max(0, at + 1 - months), at + 1)
    .reduce((most, each) => Math.max(most, each.peakKw), 0);
  return highest === 0 ? 0 : Math.max(peakKw, share * highest, minimumKw);
}

/** Charges of a schedule by hour: each period of the month at its own highest load. */
function hourlyDemandUsd(schedule: TariffSchedule | null, drawn: DrawnMonth,
  allHoursKw: number): number {
  if (schedule === null) return 0;
  const peaks = peakByPeriod(schedule, drawn);
  let usd = 0;
  for (const [period, kw] of peaks)
    usd += tieredUsd(entryOf(schedule.periods, period), peaks.size === 1 ? allHoursKw : kw);
  return usd;
}

function demandUsd(tariff: Tariff, drawn: DrawnMonth, allHoursKw: number): number {
  const { demand, flatDemand, coincident } = tariff;
  const flat = flatDemand === null ? 0 : tieredUsd(entryOf(flatDemand.periods,
    entryOf(flatDemand.months, drawn.month - 1)), allHoursKw);
  return flat + hourlyDemandUsd(demand, drawn, allHoursKw)
    + hourlyDemandUsd(coincident, drawn, allHoursKw);
}

/** Fixed charge of a month with a connection in use. */
function fixedUsd({ fixed: { usd, per } }: Tariff): number {
  if (usd === null) return 0;
  return per === 'day' ? usd * daysPerMonth : per === 'year' ? usd / 12 : usd;
}

/**
 * The bill of a tariff's schedule month by month: energy by period and tier, demand of
 * the month and of periods of the day with ratchet and minimum take, fixed charges and the
 * least a month costs. Periods of the day are billed at their own peaks; the ratchet and
 * the minimum hold for charges that stand at all hours of a month. A coincident charge is
 * billed at the highest load of its periods, which is its most.
 * @param drawn in order; what went before the first month is not known
 * @throws RangeError as `energyByPeriod`
 * @example scheduleBill(tariff, [{ month: 1, energyKwh: 100, peakKw: 2, shape: Array(48).fill(1) }], terms).energyUsd[0] // 6
 */
export function scheduleBill(
  tariff: Tariff, drawn: readonly DrawnMonth[], { energyLevel, minimumKw }: ScheduleTerms,
): ScheduleBill {
  const bill = { energyUsd: new Float64Array(drawn.length),
    demandUsd: new Float64Array(drawn.length), fixedUsd: new Float64Array(drawn.length) };
  drawn.forEach((month, at) => {
    const allHoursKw = billedKw(tariff, drawn, at, minimumKw);
    if (allHoursKw === 0 && month.energyKwh === 0) return;
    const energy = tariff.energy === null || month.energyKwh === 0 ? 0
      : energyLevel * energyUsd(tariff.energy, month);
    const demand = demandUsd(tariff, month, allHoursKw);
    const fixed = fixedUsd(tariff);
    const { minimumMonthUsd: least } = tariff.fixed;
    bill.energyUsd[at] = energy;
    bill.demandUsd[at] = demand;
    bill.fixedUsd[at] = least === null ? fixed
      : fixed + Math.max(0, least - energy - demand - fixed);
  });
  return bill;
}
