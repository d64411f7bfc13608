import { mapMonths, newMonths } from '../../units/months.ts';
import { cell, lazily } from '../../units/reading.ts';
import { unreachable } from '../../units/result.ts';
import { keepNothing, type Keep } from '../../lifecycle/keep.ts';
import { yearsInto } from '../../lifecycle/month.ts';
import type { LifecycleTotals } from '../../lifecycle/types.ts';
import { billedDemand } from './demand-charge.ts';
import { align, lastMonthOf, type Timeline } from './timeline.ts';
import type { CapexItem, OpexLine } from './types.ts';

/** A cost by month, positive, with the part of it that follows the load. */
export interface CostSeries {
  readonly key: string;
  readonly label: string;
  readonly group: OpexLine['group'];
  readonly values: Float64Array;
  /** Month by month the share of the cost that would go with the load, 0..1. */
  readonly variable: (at: number) => number;
  readonly onRevenue: boolean;
}

/** What opex lines are paid on. */
export interface Drivers {
  readonly totals: LifecycleTotals;
  readonly revenue: Float64Array;
  /** Assets whose price counts for lines on capital. */
  readonly inUse: readonly CapexItem[];
  readonly timeline: Timeline;
}

const months = 12;

/**
 * A line month by month: rate * quantity * (1 + escalation)^(years from month 1).
 * Quantities per year are charged a twelfth per month.
 * A rate of 0.05 USD/kWh on 730,000 kWh costs 36,500 USD in month 1.
 */
export function costLine(
  line: OpexLine, drivers: Drivers, keep: Keep = keepNothing,
): CostSeries {
  const { timeline } = drivers;
  const values = keep(`money line ${line.key}`, () => {
    const rises = risesOf(timeline, line.escalationPerYear);
    const { rate } = line;
    return mapMonths(quantityOf(line, drivers),
      (amount, at) => (amount === 0 ? 0 : amount * rate * (rises[at] ?? 1)));
  });
  return lazily<CostSeries>({
    key: line.key, label: line.label, group: line.group,
    onRevenue: line.basis === 'revenue', values,
    variable: () => variableShare(line, drivers),
  });
}

/** Month by month the share of a line that would go with the load. */
function variableShare(
  { basis }: OpexLine, { timeline, totals }: Drivers,
): CostSeries['variable'] {
  if (!withEnergy.has(basis)) return () => (withTokens.has(basis) ? 1 : 0);
  const idleShare = cell(() => align(timeline, totals.idleEnergyShare));
  return (at) => 1 - (idleShare()[at] ?? 1);
}

/** Rates whose rises are kept at once: a timeline outlasts thousands of draws of them. */
const ratesKept = 16;

/** Rises of prices by month, kept per timeline: most lines rise at the same rate. */
const rises = new WeakMap<Timeline, Map<number, Float64Array>>();

/** (1 + escalation)^(years from month 1) in every month; 1 before month 1. */
function risesOf(timeline: Timeline, perYear: number): Float64Array {
  const byRate = rises.get(timeline) ?? new Map<number, Float64Array>();
  rises.set(timeline, byRate);
  const known = byRate.get(perYear);
  if (known !== undefined) return known;
  const made = newMonths(timeline.length);
  for (let at = 0; at < made.length; at++)
    made[at] = (1 + perYear) ** Math.max(0, yearsInto(timeline.firstMonth + at));
  if (byRate.size >= ratesKept) byRate.clear();
  byRate.set(perYear, made);
  return made;
}

function quantityOf(line: OpexLine, drivers: Drivers): Float64Array {
  const { timeline } = drivers;
  const of = (series: Float64Array, factor: number): Float64Array =>
    (factor === 1 ? align(timeline, series)
      : mapMonths(align(timeline, series), (x) => x * factor));
  if (line.billedUsd !== undefined) return of(line.billedUsd, 1);
  switch (line.basis) {
    case 'kwh': return of(drivers.totals.gridKwh, 1);
    case 'kw-peak': return line.rate === 0 ? newMonths(timeline.length)
      : Float64Array.from(billedDemand([...of(drivers.totals.gridKwPeak, 1)], {
        minimumKw: line.minimumKw ?? 0, ratchet: line.ratchet ?? 0,
        months: line.ratchetMonths ?? 12,
      }), ({ billedKw }) => billedKw);
    case 'm3': return of(drivers.totals.waterM3, 1);
    case 'tco2': return of(drivers.totals.carbonKg, 1e-3);
    case 'mw-year': return of(drivers.totals.criticalKw, 1e-3 / months);
    case 'kw-month': return of(drivers.totals.criticalKw, 1);
    case 'accelerator-year': return of(drivers.totals.accelerators, 1 / months);
    case 'accelerator-hour': return of(drivers.totals.reservedAcceleratorHours, 1);
    case 'capex-year':
      return mapMonths(costInUse(line, drivers.inUse, timeline), (usd) => usd / months);
    case 'revenue': return drivers.revenue;
    case 'mtok': return of(drivers.totals.totalMtok, 1);
    case 'month':
      return mapMonths(of(drivers.totals.accelerators, 1), (count) => (count > 0 ? 1 : 0));
    default: return unreachable(line.basis, 'quantityOf');
  }
}

/** Price of the assets of a line's classes that are in use, by month. */
function costInUse(
  line: OpexLine, items: readonly CapexItem[], timeline: Timeline,
): Float64Array {
  const sum = newMonths(timeline.length);
  for (const item of items) {
    if (line.classes !== undefined && line.classes.length > 0
      && !line.classes.includes(item.class)) continue;
    const { amountUsd } = item;
    const end = lastMonthOf(item, timeline.horizonMonths) - timeline.firstMonth;
    for (let at = item.serviceMonth - timeline.firstMonth; at <= end; at++) {
      sum[at] = (sum[at] ?? 0) + amountUsd;
    }
  }
  return sum;
}

/**
 * Energy follows the load above idle, what is paid per token follows it fully, the rest
 * not at all.
 */
const withEnergy: ReadonlySet<OpexLine['basis']> = new Set(['kwh', 'm3', 'tco2']);
const withTokens: ReadonlySet<OpexLine['basis']> = new Set(['mtok', 'revenue']);
