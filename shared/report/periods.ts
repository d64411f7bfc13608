import { parseMonth } from '../plan/entries/calendar.ts';
import type { PlanCore, Series } from '../plan/types.ts';
import type { Unit } from '../units/unit.ts';

export const periodLengths = { month: 1, quarter: 3, year: 12 } as const;
export type PeriodLength = keyof typeof periodLengths;

/** A run of months of the plan. `from` and `to` are indexes into the series, `to` exclusive. */
export interface Period {
  readonly label: string;
  /** Calendar months covered, e.g. `Jan 2027 – Dec 2027`. */
  readonly span: string;
  readonly from: number;
  readonly to: number;
}

const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/**
 * Calendar name of a month of the plan.
 * @param start first month as YYYY-MM; without a valid one months are numbered
 * @param index months after the first
 * @example monthLabel('2027-11', 3) // 'Feb 2028'
 */
export function monthLabel(start: string, index: number): string {
  const first = parseMonth(start);
  if (first === null) return `Month ${index + 1}`;
  const count = first.year * 12 + first.month - 1 + index;
  return `${monthNames[count % 12] ?? ''} ${Math.floor(count / 12)}`;
}

/**
 * A month of the plan as spreadsheets sort it; empty where the start is no month.
 * @param month 1 is the first of the analysis
 * @example isoMonth('2027-11', 3) // '2028-01'
 */
export function isoMonth(start: string, month: number): string {
  const first = parseMonth(start);
  if (first === null) return '';
  const count = first.year * 12 + first.month - 1 + month - 1;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Names of all months of the plan's series. */
export function monthLabels(plan: PlanCore): readonly string[] {
  return Array.from({ length: monthsOf(plan) }, (_, i) => labelAt(plan, i));
}

/**
 * Calendar name of an entry of the plan's series; month 1 is the start month of the
 * project.
 */
const labelAt = (plan: PlanCore, index: number): string =>
  monthLabel(plan.inputs.project.values.startMonth, index + plan.firstMonth - 1);

/** Length of the plan's series, months. */
export const monthsOf = (plan: PlanCore): number =>
  Object.values(plan.series)
    .reduce((longest, series) => Math.max(longest, series.values.length), 0);

/**
 * The plan cut into periods counted from month 1; what lies before it, construction and
 * first payments, is period 0, -1 and so on. The first and last period may be shorter and
 * say so.
 * @example listPeriods(plan66Months, 'year').at(-1)?.label // 'Year 6 (6 months)'
 */
export function listPeriods(plan: PlanCore, length: PeriodLength): readonly Period[] {
  const size = periodLengths[length];
  const periods: Period[] = [];
  for (let from = 0, end = monthsOf(plan); from < end;) {
    const month = from + plan.firstMonth;
    const number = Math.floor((month - 1) / size);
    const to = Math.min(end, (number + 1) * size + 1 - plan.firstMonth);
    const [first, last] = [labelAt(plan, from), labelAt(plan, to - 1)];
    periods.push({
      label: periodName(length, number, to - from, last),
      span: first === last ? last : `${first} – ${last}`,
      from,
      to,
    });
    from = to;
  }
  return periods;
}

function periodName(
  length: PeriodLength, number: number, months: number, name: string,
): string {
  if (length === 'month') return name;
  const numbered =
    length === 'year'
      ? `Year ${number + 1}`
      : `Y${Math.floor(number / 4) + 1} Q${(((number % 4) + 4) % 4) + 1}`;
  return months === periodLengths[length]
    ? numbered
    : `${numbered} (${months} month${months === 1 ? '' : 's'})`;
}

/** Units of amounts that add up over months; anything else is a level, a ratio or a price. */
const additive: ReadonlySet<Unit> = new Set<Unit>([
  'USD',
  'Mtok',
  'tok',
  'kWh',
  'MWh',
  'GWh',
  'm3',
  'L',
  'tCO2',
  'kg',
  'h',
]);

/**
 * Ratios over a period are those of its sums: each month weighs as much as the quantity
 * it is a ratio of.
 */
const weights: Readonly<Record<string, string>> = {
  'lifecycle.utilisation': 'lifecycle.capacityMtok',
  'lifecycle.marketShare': 'lifecycle.marketMtok',
  'economics.costPerMTokUsd': 'lifecycle.servedMtok',
  'economics.priceUsdPerMTok': 'lifecycle.servedMtok',
};

/** Counts and running sums: the last month stands for the period. */
const levels: ReadonlySet<string> = new Set([
  'lifecycle.racks',
  'lifecycle.accelerators',
  'economics.cumulativeUsd',
]);

const isBalance = (plan: PlanCore, key: string): boolean =>
  levels.has(key) || plan.statement.some((line) => line.seriesKey === key && line.balance);

/**
 * One value of a series for a period: amounts add up, balances and counts are those of
 * the last month, ratios weigh months by what they are a ratio of, other levels are
 * averaged.
 * @returns null when no month of the period has a value
 */
export function rollUp(plan: PlanCore, series: Series, { from, to }: Period): number | null {
  if (isBalance(plan, series.key)) return finiteOrNull(series.values[to - 1]);
  const weight = plan.series[weights[series.key] ?? '']?.values;
  let sum = 0;
  let weighed = 0;
  for (let i = from; i < to; i++) {
    const value = series.values[i];
    if (value === undefined || !Number.isFinite(value)) continue;
    const share = weight === undefined ? 1 : (weight[i] ?? 0);
    sum += value * share;
    weighed += share;
  }
  if (weighed === 0) return null;
  return additive.has(series.unit) ? sum : sum / weighed;
}

const finiteOrNull = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;

/** A series by key for all periods, or null when the plan has no such series. */
export function rollUpSeries(
  plan: PlanCore,
  key: string,
  periods: readonly Period[],
): readonly (number | null)[] | null {
  const series = plan.series[key];
  return series === undefined ? null : periods.map((period) => rollUp(plan, series, period));
}
