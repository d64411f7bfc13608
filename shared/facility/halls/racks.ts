/** A group of racks asking for power and a place. */
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
  /** Share of the rack's heat taken by liquid, 0..1; default 0. */
  readonly liquidFraction?: number;
  /** Floor positions a rack takes; default 1. */
  readonly positions?: number;
  /**
   * Load under the rack, kg/m2; absent where nobody states its weight: the floor is then
   * not checked.
   */
  readonly floorKgPerM2?: number | null;
}

/** What the building gives in all, beside power; absent or null where nothing limits. */
export interface BuildingLimits {
  readonly liquidKw?: number | null;
  readonly airKw?: number | null;
  readonly positions?: number | null;
  readonly floorKgPerM2?: number | null;
  /** Most power of one rack the distribution can feed, kW. */
  readonly rackKw?: number | null;
}

export type FitLimit = 'power' | 'liquid' | 'air' | 'positions' | 'floor-load' | 'rack-power';

/** What stopped a group from having one more rack. */
export interface Binding {
  readonly limit: FitLimit;
  /** More of it (kW, positions, kg/m2) that would let one more rack in. */
  readonly shortBy: number;
}

/** A limit of the building in the busiest month. */
export interface Headroom {
  readonly limit: Exclude<FitLimit, 'floor-load' | 'rack-power'>;
  readonly given: number;
  readonly used: number;
}

export interface RackFit {
  readonly racks: ReadonlyMap<string, number>;
  /** Largest IT power in service at once, kW. */
  readonly peakKw: number;
  /** Month in which it is reached. */
  readonly peakMonth: number;
  /** What binds each group that fills what is left. */
  readonly binding: ReadonlyMap<string, Binding>;
  /** Power, liquid, air and positions, as far as they are limited, in the busiest month. */
  readonly headroom: readonly Headroom[];
}

/** Resources racks share, with what one rack takes of each. */
interface Resource {
  readonly limit: Headroom['limit'];
  readonly given: number;
  readonly perRack: (request: RackRequest) => number;
}

const overlap = (a: RackRequest, b: RackRequest): boolean =>
  a.startMonth <= (b.retireMonth ?? Infinity) && b.startMonth <= (a.retireMonth ?? Infinity);

/** Air-cooled unless said otherwise. */
const liquidShare = ({ liquidFraction = 0 }: RackRequest): number => liquidFraction;

function resourcesOf(budgetKw: number, limits: BuildingLimits): readonly Resource[] {
  const all: readonly (Omit<Resource, 'given'>
    & { readonly given: number | null | undefined })[] = [
      { limit: 'power', given: budgetKw, perRack: (r) => r.rackKw },
      { limit: 'liquid', given: limits.liquidKw,
        perRack: (r) => r.rackKw * liquidShare(r) },
      { limit: 'air', given: limits.airKw,
        perRack: (r) => r.rackKw * (1 - liquidShare(r)) },
      { limit: 'positions', given: limits.positions, perRack: (r) => r.positions ?? 1 },
    ];
  return all.flatMap(
    ({ given, ...resource }) => (typeof given === 'number' ? [{ ...resource, given }] : []),
  );
}

/**
 * Racks of every group under one power budget and what else the building limits.
 * Groups with a rack count take their part first; the others share the rest of every
 * limit by weight: racks = floor(min over limits of share / what one rack takes). A group
 * that reuses freed power shares what is left beside the groups it overlaps. Racks too
 * heavy or too strong for the building get no place at all.
 * @param budgetKw power that racks may reserve in any month, >= 0
 * @returns racks by key, what binds each filling group, and the busiest month, which may
 *   exceed what is
 * given when counts were asked for
 * @throws RangeError when a rack's power is not above 0
 * @example fitRacks([{ key: 'a', rackKw: 100, racks: null, weight: 1, startMonth: 1, retireMonth: null,
 *   freesPower: false }], 1000).racks.get('a') // 10
 */
export function fitRacks(
  requests: readonly RackRequest[], budgetKw: number, limits: BuildingLimits = {},
): RackFit {
  for (const r of requests) {
    if (!(r.rackKw > 0)) throw new RangeError(`rack power of ${r.key} is ${r.rackKw}`);
  }
  const resources = resourcesOf(budgetKw, limits);
  const racks = new Map<string, number>();
  const binding = new Map<string, Binding>();
  for (const r of requests) if (r.racks !== null) racks.set(r.key, r.racks);
  for (const wave of [
    requests.filter((r) => !r.freesPower), requests.filter((r) => r.freesPower),
  ]) {
    const filling = wave.filter((r) => r.racks === null);
    const weights = filling.reduce((sum, r) => sum + r.weight, 0);
    const taken = new Map(filling.map((r) => [r.key, beside(r, requests, racks)]));
    for (const r of filling) {
      const found = fillGroup(r, r.weight / weights, resources, limits, taken.get(r.key) ?? []);
      racks.set(r.key, found.racks);
      binding.set(r.key, found.binding);
    }
  }
  const busiest = busiestMonth(requests, racks);
  return { racks, binding, ...busiest,
    headroom: headroomAt(requests, racks, busiest.peakMonth, resources) };
}

/** Racks already placed that stand beside a filling group. */
type Placed = readonly { readonly request: RackRequest; readonly racks: number }[];

function beside(
  r: RackRequest, requests: readonly RackRequest[], racks: ReadonlyMap<string, number>,
): Placed {
  return requests
    .filter((o) => o !== r && racks.has(o.key)
      && (r.freesPower ? overlap(o, r) : !o.freesPower))
    .map((request) => ({ request, racks: racks.get(request.key) ?? 0 }));
}

function fillGroup(
  r: RackRequest, share: number, resources: readonly Resource[], limits: BuildingLimits,
  placed: Placed,
): { readonly racks: number; readonly binding: Binding } {
  const unfit = tooMuch(r, limits);
  if (unfit !== null) return { racks: 0, binding: unfit };
  let fewest = Infinity;
  let tightest: { limit: FitLimit; left: number; each: number } = { limit: 'power',
    left: 0, each: r.rackKw };
  for (const { limit, given, perRack } of resources) {
    const each = perRack(r);
    if (each <= 0) continue;
    const used = placed.reduce((sum, o) => sum + o.racks * perRack(o.request), 0);
    const left = Math.max(0, given - used) * share;
    const fits = Math.floor(left / each + 1e-9);
    if (fits < fewest) [fewest, tightest] = [fits, { limit, left, each }];
  }
  const { limit, left, each } = tightest;
  return { racks: fewest, binding: { limit, shortBy: (fewest + 1) * each - left } };
}

/** A single rack beyond what the floor or the distribution carries. */
function tooMuch(r: RackRequest, limits: BuildingLimits): Binding | null {
  const floor = limits.floorKgPerM2 ?? Infinity;
  const strongest = limits.rackKw ?? Infinity;
  const weight = r.floorKgPerM2 ?? null;
  if (weight !== null && weight > floor) return { limit: 'floor-load', shortBy: weight - floor };
  return r.rackKw > strongest ? { limit: 'rack-power', shortBy: r.rackKw - strongest } : null;
}

const inService = (r: RackRequest, month: number): boolean =>
  r.startMonth <= month && month <= (r.retireMonth ?? Infinity);

function headroomAt(
  requests: readonly RackRequest[], racks: ReadonlyMap<string, number>, month: number,
  resources: readonly Resource[],
): readonly Headroom[] {
  const running = requests.filter((r) => inService(r, month));
  return resources.map(({ limit, given, perRack }) => (
    { limit, given,
      used: running.reduce((sum, r) => sum + (racks.get(r.key) ?? 0) * perRack(r), 0) }));
}

/** The month with the most rack power in service, of those in which a group starts. */
export function busiestMonth(
  requests: readonly RackRequest[], racks: ReadonlyMap<string, number>,
): { readonly peakKw: number; readonly peakMonth: number } {
  let peakKw = 0;
  let peakMonth = 1;
  for (const { startMonth } of requests) {
    const kw = requests.filter((r) => inService(r, startMonth))
      .reduce((sum, r) => sum + (racks.get(r.key) ?? 0) * r.rackKw, 0);
    if (kw > peakKw) [peakKw, peakMonth] = [kw, startMonth];
  }
  return { peakKw, peakMonth };
}
