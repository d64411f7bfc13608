/** The demand billed in a month. */
export interface BilledMonth {
  readonly billedKw: number;
  /** What decided it. */
  readonly basis: 'peak' | 'ratchet' | 'minimum-take';
}

/** What a tariff bills beside a month's own peak. */
export interface DemandRule {
  /** Share of the highest peak of the last `months` months, the billed one included, 0..1. */
  readonly ratchet: number;
  /** >= 1. */
  readonly months: number;
  /** Contracted demand x minimum take, kW. */
  readonly minimumKw: number;
}

/**
 * Demand billed month by month: max(monthly peak, ratchet x highest peak of the months
 * looked back on, minimum). A site without any peak in these months has no connection yet
 * and is billed nothing.
 * @param peaksKw in order, each >= 0
 * @throws RangeError on a negative peak or fewer than one month to look back on
 * @example billedDemand([100, 20], { ratchet: 0.8, months: 12, minimumKw: 0 })[1]?.billedKw // 80
 */
export function billedDemand(
  peaksKw: readonly number[], { ratchet, months, minimumKw }: DemandRule,
): readonly BilledMonth[] {
  if (!(months >= 1)) throw new RangeError(`months is ${months}`);
  return peaksKw.map((peakKw, i) => {
    if (!(peakKw >= 0)) throw new RangeError(`peak of month ${i + 1} is ${peakKw} kW`);
    const highest = peaksKw.slice(Math.max(0, i + 1 - months), i + 1)
      .reduce((most, kw) => Math.max(most, kw), 0);
    if (highest === 0) return { billedKw: 0, basis: 'peak' };
    const billedKw = Math.max(peakKw, ratchet * highest, minimumKw);
    const basis =
      billedKw === peakKw ? 'peak' : billedKw === minimumKw ? 'minimum-take' : 'ratchet';
    return { billedKw, basis };
  });
}
