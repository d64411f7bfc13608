import { newMonths } from '../../units/months.ts';
import { lazily } from '../../units/reading.ts';
import { keepNothing, type Keep } from '../../lifecycle/keep.ts';
import { unreachable } from '../../units/result.ts';
import { monthlyRate, recoveryPayment } from '../functions/discount.ts';
import { lastMonthOf, type Timeline } from './timeline.ts';
import type { CapexClass, CapexItem, Draw, Residual } from './types.ts';

/**
 * Payments in equal parts over a span of months, both ends included.
 * @throws RangeError when the span ends before it starts
 * @example spreadDraws(-1, 0) // [{ month: -1, share: 0.5 }, { month: 0, share: 0.5 }]
 */
export function spreadDraws(fromMonth: number, toMonth: number): readonly Draw[] {
  const count = toMonth - fromMonth + 1;
  if (!(count >= 1))
    throw new RangeError(`draws end in month ${toMonth} before they start in ${fromMonth}`);
  return Array.from({ length: count }, (_, k) => ({ month: fromMonth + k, share: 1 / count }));
}

/**
 * Payments that follow an S-curve (half a cosine), as construction does: slow, fast, slow.
 * @example curveDraws(1, 2).map((d) => d.share) // [0.5, 0.5]
 */
export function curveDraws(fromMonth: number, toMonth: number): readonly Draw[] {
  const count = spreadDraws(fromMonth, toMonth).length;
  const done = (k: number): number => (1 - Math.cos((Math.PI * k) / count)) / 2;
  return Array.from({ length: count },
    (_, k) => ({ month: fromMonth + k, share: done(k + 1) - done(k) }));
}

/**
 * Share of its price an asset is worth at an age.
 * @param ageYears years in service, >= 0
 * @example residualShare({ kind: 'straight-line', lifeYears: 20, finalShare: 0 }, 5) // 0.75
 */
export function residualShare(residual: Residual, ageYears: number): number {
  switch (residual.kind) {
    case 'fixed': return residual.share;
    case 'straight-line':
      return residual.finalShare
        + (1 - residual.finalShare) * Math.max(0, 1 - ageYears / residual.lifeYears);
    case 'declining': return (1 - residual.lossPerYear) ** ageYears;
    default: return unreachable(residual, 'residualShare');
  }
}

/** An asset on the timeline. */
export interface Asset {
  readonly item: CapexItem;
  /** Months of service within the horizon. */
  readonly months: number;
  readonly lastMonth: number;
  readonly salvageUsd: number;
  /**
   * Economic charge per month of service: the level rent that pays for the asset at the
   * discount rate.
   */
  readonly chargeUsd: number;
}

/**
 * What an asset costs per month of use: K - S v^n spread as a level payment over its n
 * months of service, K the payments compounded to the start of service at the discount
 * rate, S what it is worth at the end. The charges' present value equals that of payments
 * less residual, and they never fall as the rate rises.
 */
export function placeAsset(
  item: CapexItem, horizonMonths: number, rates: Rates,
): Asset {
  return new PlacedAsset(item, lastMonthOf(item, horizonMonths), rates);
}

interface Rates {
  readonly discountRate: number;
}

/** What it is worth and charged with is computed by whoever asks: few need both. */
class PlacedAsset implements Asset {
  readonly item: CapexItem;
  readonly months: number;
  readonly lastMonth: number;
  private readonly rates: Rates;

  constructor(item: CapexItem, lastMonth: number, rates: Rates) {
    [this.item, this.lastMonth, this.rates] = [item, lastMonth, rates];
    this.months = lastMonth - item.serviceMonth + 1;
  }

  get salvageUsd(): number {
    const { item, months } = this;
    return item.amountUsd * residualShare(item.residual, months / 12);
  }

  get chargeUsd(): number {
    const { item, months } = this;
    const rate = monthlyRate(this.rates.discountRate);
    const start = item.serviceMonth - 1;
    const compounded = item.draws.reduce(
      (sum, d) => sum + d.share * (1 + rate) ** (start - d.month), 0,
    ) * item.amountUsd;
    return recoveryPayment(compounded, this.salvageUsd, months, rate);
  }
}

export interface CapitalSeries {
  /** Payments by class, positive. */
  readonly byClass: ReadonlyMap<CapexClass, Float64Array>;
  readonly payments: Float64Array;
  readonly salvage: Float64Array;
  /** Economic charge by class and in all. */
  readonly chargeByClass: ReadonlyMap<CapexClass, Float64Array>;
  readonly charge: Float64Array;
}

/**
 * Lays assets on the months: what is paid, what is left, and what their use is charged
 * with, each when it is asked for.
 * @param keep remembers parts by name
 */
export function layCapital(
  assets: () => readonly Asset[], timeline: () => Timeline, keep: Keep = keepNothing,
): CapitalSeries {
  const laid = (lay: LayAsset) => (): Float64Array => {
    const all = newMonths(timeline().length);
    for (const asset of assets()) lay(asset, timeline().firstMonth, all);
    return all;
  };
  // Sums are asked of every plan, classes by a few tables: each has months of its own.
  const byClass = (lay: LayAsset) => (): ReadonlyMap<CapexClass, Float64Array> => {
    const series = new Map<CapexClass, Float64Array>();
    for (const asset of assets()) lay(asset, timeline().firstMonth,
      seriesOf(series, asset.item.class, timeline().length));
    return series;
  };
  return lazily<CapitalSeries>({
    byClass: keep('money payments by class', byClass(layPayments)),
    payments: keep('money payments', laid(layPayments)),
    salvage: keep('money salvage', () => {
      const { firstMonth, length } = timeline();
      const salvage = newMonths(length);
      for (const { lastMonth, salvageUsd } of assets())
        addAt(salvage, lastMonth - firstMonth, salvageUsd);
      return salvage;
    }),
    chargeByClass: keep('money charges by class', byClass(layCharges)),
    charge: keep('money charges', laid(layCharges)),
  });
}

/** Adds what an asset costs to the months of a series. */
type LayAsset = (asset: Asset, firstMonth: number, series: Float64Array) => void;

function layPayments({ item }: Asset, firstMonth: number, series: Float64Array): void {
  const { amountUsd, draws } = item;
  for (const draw of draws) addAt(series, draw.month - firstMonth, amountUsd * draw.share);
}

function layCharges(
  { item, lastMonth, chargeUsd }: Asset, firstMonth: number, series: Float64Array,
): void {
  for (let at = item.serviceMonth - firstMonth; at <= lastMonth - firstMonth; at++)
    addAt(series, at, chargeUsd);
}

function seriesOf(
  byClass: Map<CapexClass, Float64Array>, key: CapexClass, length: number,
): Float64Array {
  const present = byClass.get(key) ?? newMonths(length);
  byClass.set(key, present);
  return present;
}

/** Adds to one month of a series. */
export function addAt(series: Float64Array, at: number, value: number): void {
  series[at] = (series[at] ?? 0) + value;
}
