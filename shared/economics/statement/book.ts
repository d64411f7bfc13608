import { newMonths } from '../../units/months.ts';
import { addAt, type Asset } from './capital.ts';
import type { Timeline } from './timeline.ts';
import type { CapexClass, CapexItem } from './types.ts';

/**
 * Years over which accounts write assets off when the item states none. Company filings
 * use 4 to 6 years for servers and network; buildings and plant 20 is a planning value.
 * Land is not written off.
 */
const usualBookLife: Readonly<Record<CapexClass, number | null>> = {
  accelerator: 5, network: 5, storage: 5, installation: 5, power: 20, cooling: 20, shell: 20,
  contingency: 20, other: 5, land: null,
};

/**
 * Months over which the accounts write an asset off; null for what keeps its worth, as
 * land does.
 */
export function bookMonthsOf(item: CapexItem): number | null {
  const years = item.bookLifeYears ?? usualBookLife[item.class];
  return years === null ? null : Math.max(1, Math.round(years * 12));
}

/** Accounts beside the cash: positive amounts by month. */
export interface BookSeries {
  readonly depreciation: Float64Array;
  /** Value at the end of the month. */
  readonly value: Float64Array;
  /** Value given up when an asset leaves, less what it is sold for; negative is a gain. */
  readonly writeOff: Float64Array;
}

/**
 * Straight-line book depreciation from cost to the residual of a full book life, month by
 * month of service; what is left when an asset leaves is written off against its sale.
 * Cost = depreciation + write-off + sale.
 */
export function keepBooks(
  assets: readonly Asset[], { firstMonth, length }: Timeline,
): BookSeries {
  const depreciation = newMonths(length);
  const value = newMonths(length);
  const writeOff = newMonths(length);
  for (const { item, lastMonth, salvageUsd } of assets) {
    const months = bookMonthsOf(item);
    let left = item.amountUsd;
    for (const draw of item.draws)
      addAt(value, draw.month - firstMonth, draw.share * item.amountUsd);
    for (let month = item.serviceMonth; month <= lastMonth; month++) {
      const amount = months === null ? 0 : Math.min(left, item.amountUsd / months);
      addAt(depreciation, month - firstMonth, amount);
      addAt(value, month - firstMonth, -amount);
      left -= amount;
    }
    addAt(writeOff, lastMonth - firstMonth, left - salvageUsd);
    addAt(value, lastMonth - firstMonth, -left);
  }
  for (let at = 1; at < length; at++) addAt(value, at, value[at - 1] ?? 0);
  return { depreciation, value, writeOff };
}
