/** Power that can be called: kW, and what a kWh of it costs. */
export interface Source {
  readonly kw: number;
  readonly usdPerKwh: number;
}

/**
 * Which sources meet a load at the least cost: the cheapest first. Without storage and
 * without a cost of starting this is the optimum of the linear program.
 * @param loadKw >= 0
 * @param sources kW >= 0; of equal cost the one that stands first is called first
 * @returns kW of each source in their order, and what none of them meets
 * @example meritOrder(80, [{ kw: 50, usdPerKwh: 0.09 }, { kw: 60, usdPerKwh: 0.05 }]).kw // [20, 60]
 */
export function meritOrder(
  loadKw: number, sources: readonly Source[],
): { readonly kw: readonly number[]; readonly unmetKw: number } {
  const kw = sources.map(() => 0);
  const called = sources.map((source, at) => ({ ...source, at }))
    .toSorted((a, b) => a.usdPerKwh - b.usdPerKwh || a.at - b.at);
  let left = loadKw;
  for (const source of called) {
    const taken = Math.min(left, source.kw);
    kw[source.at] = taken;
    left -= taken;
  }
  return { kw, unmetKw: left };
}
