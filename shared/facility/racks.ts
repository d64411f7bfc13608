/** A group of racks asking for power. */
export interface RackRequest {
  readonly key: string;
  /** Power the plan reserves for one rack, kW, > 0. */
  readonly rackKw: number;
  /** Racks asked for, or null to fill what is left. */
  readonly racks: number | null;
  /** Weight with which groups that fill share what is left, > 0. */
  readonly weight: number;
  /** Months in service, inclusive; null never ends. */
  readonly startMonth: number;
  readonly retireMonth: number | null;
  /** Stands on the power of groups that retired before it starts. */
  readonly freesPower: boolean;
}

export interface RackFit {
  readonly racks: ReadonlyMap<string, number>;
  /** Largest IT power in service at once, kW. */
  readonly peakKw: number;
  /** Month in which it is reached. */
  readonly peakMonth: number;
}

const overlap = (a: RackRequest, b: RackRequest): boolean =>
  a.startMonth <= (b.retireMonth ?? Infinity) && b.startMonth <= (a.retireMonth ?? Infinity);

/**
 * Racks of every group under one power budget.
 * Groups with a rack count take their power first; the others share the rest by weight, floor(share / rack power).
 * A group that reuses freed power shares what is left beside the groups it overlaps.
 * @param budgetKw power that racks may reserve in any month, >= 0
 * @returns racks by key, and the busiest month's power, which may exceed the budget when counts were asked for
 * @throws RangeError when a rack's power is not above 0
 * @example fitRacks([{ key: 'a', rackKw: 100, racks: null, weight: 1, ... }], 1000).racks.get('a') // 10
 */
export function fitRacks(requests: readonly RackRequest[], budgetKw: number): RackFit {
  for (const r of requests) if (!(r.rackKw > 0)) throw new RangeError(`rack power of ${r.key} is ${r.rackKw}`);
  const racks = new Map<string, number>();
  for (const r of requests) if (r.racks !== null) racks.set(r.key, r.racks);
  const kwOf = (r: RackRequest): number => (racks.get(r.key) ?? 0) * r.rackKw;
  for (const wave of [requests.filter((r) => !r.freesPower), requests.filter((r) => r.freesPower)]) {
    const filling = wave.filter((r) => r.racks === null);
    const taken = new Map(filling.map((r) => [r.key, requests.filter((o) => o !== r && racks.has(o.key) && (!r.freesPower ? !o.freesPower : overlap(o, r)))
      .reduce((sum, o) => sum + kwOf(o), 0)]));
    const weights = filling.reduce((sum, r) => sum + r.weight, 0);
    for (const r of filling) {
      const left = Math.max(0, budgetKw - (taken.get(r.key) ?? 0));
      racks.set(r.key, Math.floor((left * r.weight) / weights / r.rackKw + 1e-9));
    }
  }
  return { racks, ...busiestMonth(requests, racks) };
}

/** The month with the most rack power in service, of those in which a group starts. */
export function busiestMonth(requests: readonly RackRequest[], racks: ReadonlyMap<string, number>): { peakKw: number; peakMonth: number } {
  let peakKw = 0;
  let peakMonth = 1;
  for (const { startMonth } of requests) {
    const kw = requests.filter((r) => r.startMonth <= startMonth && startMonth <= (r.retireMonth ?? Infinity))
      .reduce((sum, r) => sum + (racks.get(r.key) ?? 0) * r.rackKw, 0);
    if (kw > peakKw) {
      peakKw = kw;
      peakMonth = startMonth;
    }
  }
  return { peakKw, peakMonth };
}
