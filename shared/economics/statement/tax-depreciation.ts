import { monthOfYear } from '../../lifecycle/month.ts';
import { newMonths } from '../../units/months.ts';
import { unreachable } from '../../units/result.ts';
import { addAt, type Asset } from './capital.ts';
import { macrsTable, midQuarterOf } from '../functions/macrs.ts';
import type { Timeline } from './timeline.ts';
import type { TaxDepreciation, TaxMethod } from './types.ts';

/**
 * Shares of the basis deducted in the tax year of service and those that follow, bonus first.
 * @param monthInYear month of the tax year in which the asset is placed in service, 1..12
 * @returns shares that add up to 1, or none for land; MACRS from the printed tables
 * @example yearlyShares({ schedule: { method: 'straight-line', lifeYears: 2 }, bonusShare: 0.5 }, 1)
 *   // [0.75, 0.25]
 */
export function yearlyShares({ schedule, bonusShare }: TaxDepreciation,
  monthInYear: number): readonly number[] {
  const rest = methodShares(schedule, monthInYear);
  return rest.map((share, year) => share * (1 - bonusShare) + (year === 0 ? bonusShare : 0));
}

/** Shares by how and when an asset is written off: prices leave them as they are. */
const keptShares = new WeakMap<TaxDepreciation, Map<number, readonly number[]>>();

function sharesOf(depreciation: TaxDepreciation, monthInYear: number): readonly number[] {
  const byMonth = keptShares.get(depreciation) ?? new Map<number, readonly number[]>();
  keptShares.set(depreciation, byMonth);
  const shares = byMonth.get(monthInYear) ?? yearlyShares(depreciation, monthInYear);
  byMonth.set(monthInYear, shares);
  return shares;
}

function methodShares(schedule: TaxMethod, monthInYear: number): readonly number[] {
  switch (schedule.method) {
    case 'macrs': {
      const convention = schedule.convention === 'half-year' ? 'half-year'
        : midQuarterOf(monthInYear);
      return macrsTable(schedule.recoveryYears, convention).map((percent) => percent / 100);
    }
    case 'straight-line': return straightShares(schedule.lifeYears, monthInYear);
    case 'declining': return decliningShares(schedule.lifeYears, schedule.factor);
    case 'custom': return schedule.shares;
    case 'none': return [];
    default: return unreachable(schedule, 'methodShares');
  }
}

/** Equal months from the month of service. */
function straightShares(lifeYears: number, monthInYear: number): readonly number[] {
  const months = Math.max(1, Math.round(lifeYears * 12));
  const shares: number[] = [];
  for (let done = 0; done < months;) {
    const now = Math.min(months - done, shares.length === 0 ? 13 - monthInYear : 12);
    shares.push(now / months);
    done += now;
  }
  return shares;
}

/** factor / life of what is left, straight line once that is more; ends with the life. */
function decliningShares(lifeYears: number, factor: number): readonly number[] {
  const years = Math.max(1, Math.round(lifeYears));
  const shares: number[] = [];
  let left = 1;
  for (let year = 0; year < years; year++) {
    const share = Math.min(left, Math.max((left * factor) / years, left / (years - year)));
    shares.push(share);
    left -= share;
  }
  return shares;
}

export interface TaxDeductions {
  /** Depreciation by month, positive. */
  readonly depreciation: Float64Array;
  /** Gain (loss, if negative) on assets sold: proceeds less the basis not yet deducted. */
  readonly gain: Float64Array;
}

/**
 * Deductions month by month: a year's share evenly over the months of that year in use;
 * what is left when the asset leaves is set against its sale, so every dollar of basis is
 * deducted once.
 * @param basisFactor basis over price, above 1 when interest during construction is capitalised
 */
export function deductAssets(assets: readonly Asset[], timeline: Timeline,
  basisFactor: number): TaxDeductions {
  const depreciation = newMonths(timeline.length);
  const gain = newMonths(timeline.length);
  for (const { item, lastMonth, salvageUsd } of assets) {
    const basis = item.amountUsd * basisFactor;
    const monthInYear = monthOfYear(timeline.start, item.serviceMonth);
    const shares = sharesOf(item.depreciation, monthInYear);
    let left = basis;
    for (const [year, share] of shares.entries()) {
      const december = item.serviceMonth - monthInYear + 12 * (year + 1);
      const from = Math.max(item.serviceMonth, december - 11);
      const to = Math.min(lastMonth, december);
      const each = (basis * share) / (december - from + 1);
      for (let month = from; month <= to; month++) {
        addAt(depreciation, month - timeline.firstMonth, each);
        left -= each;
      }
    }
    addAt(gain, lastMonth - timeline.firstMonth, salvageUsd - left);
  }
  return { depreciation, gain };
}
