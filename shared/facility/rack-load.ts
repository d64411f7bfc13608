/**
 * Power of a rack at part load: idle + (peak - idle) x utilisation^gamma.
 * @param idleShare idle over peak power, 0..1
 * @param utilisation 0..1; gamma > 0
 * @returns in the unit of `peakKw`
 * @throws RangeError outside those ranges
 * @example rackPowerKw(132, 0.35, 0, 1) // 46.2
 */
export function rackPowerKw(peakKw: number, idleShare: number, utilisation: number, gamma: number): number {
  if (!(idleShare >= 0 && idleShare <= 1)) throw new RangeError(`idleShare is ${idleShare}`);
  if (!(utilisation >= 0 && utilisation <= 1)) throw new RangeError(`utilisation is ${utilisation}`);
  if (!(gamma > 0)) throw new RangeError(`gamma is ${gamma}`);
  return peakKw * (idleShare + (1 - idleShare) * utilisation ** gamma);
}

/** What sharing one budget between more racks than it holds at full power costs in speed. */
export interface SharedBudget {
  /** Power over full power each rack may draw when all are busy. */
  readonly cap: number;
  /** Racks times what each still does at that cap, over the racks the budget holds at full power. */
  readonly throughputGain: number;
}

/**
 * Oversubscription of a power budget: 1 + o racks where one stood, each capped to 1 / (1 + o) when all are
 * busy.
 * @param oversubscription o, 0..1; published up to 0.3 for LLM inference (POLCA, arXiv 2308.12908)
 * @param speedAt share of full speed at a share of full power, from the inference stage; 1 at 1
 * @throws RangeError when o is outside 0..1
 * @example shareBudget(0, (cap) => cap) // { cap: 1, throughputGain: 1 }
 */
export function shareBudget(oversubscription: number, speedAt: (cap: number) => number): SharedBudget {
  if (!(oversubscription >= 0 && oversubscription <= 1)) {
    throw new RangeError(`oversubscription is ${oversubscription}`);
  }
  const cap = 1 / (1 + oversubscription);
  return { cap, throughputGain: (1 + oversubscription) * speedAt(cap) };
}
