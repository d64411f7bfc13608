import type { Site } from '../catalog/types.ts';
import type { BuildingLimits } from '../facility/halls/racks.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import type { Limit } from '../units/limit.ts';
import { fitFacility, mostAccelerators, type FacilityOutcome, type SizedRack } from './facility.ts';
import { placeInHalls, type HallsOutcome } from './halls.ts';
import { planFabric, type FabricOutcome } from './network.ts';
import type { References } from './references.ts';
import { settle } from './settle.ts';

/** What stands on the site: racks under the power, and where they stand. */
export interface FittedSite {
  readonly facility: FacilityOutcome;
  readonly halls: HallsOutcome;
}

/** Everything racks are fitted from. */
interface FitFrom {
  readonly inputs: ScenarioInputs;
  readonly site: Site;
  readonly racks: readonly SizedRack[];
  /** The fabric for a number of accelerators; each number is designed once. */
  readonly fabric: (accelerators: number) => FabricOutcome;
}

/** Rounds of racks against network: its power is a few per cent of theirs, so two settle it. */
const mostRounds = 2;

/** Racks that fit, and the fabric that connects them. */
interface Fitted {
  readonly facility: FacilityOutcome;
  readonly fabric: FabricOutcome;
}

/**
 * Racks and network depend on one another: racks carry the network's power, the network connects the racks. The
 * fixed point is reached when a round leaves the power per accelerator as it was.
 */
function fitWithNetwork(from: FitFrom, held: ReadonlyMap<string, number> = new Map(), limits: BuildingLimits = {}): Fitted {
  const { inputs, site, racks } = from;
  const fit = (kwPerAccelerator: number): Fitted & { readonly kwPerAccelerator: number } => {
    const facility = fitFacility(inputs, site, racks, kwPerAccelerator, held, limits);
    return { facility, kwPerAccelerator, fabric: from.fabric(mostAccelerators(racks, facility.fit)) };
  };
  const share = ({ facility, fabric }: Fitted): number | null => {
    const accelerators = mostAccelerators(racks, facility.fit);
    return accelerators === 0 ? null : fabric.powerKw / accelerators;
  };
  return settle(fit(0), mostRounds, (last) => {
    const next = share(last);
    return next === null || next === last.kwPerAccelerator ? null : fit(next);
  });
}

/** What refused racks, as it stands after sharing: a group that fills what is left and has racks is merely bound. */
function boundBy(limits: readonly Limit[], racks: readonly SizedRack[], { fit }: FacilityOutcome): readonly Limit[] {
  const bound = new Set(racks.filter((r) => r.group.record.values.racks === null && (fit.racks.get(r.group.record.key) ?? 0) > 0)
    .map((r) => `rackGroup.${r.group.record.key}`));
  return limits.map((limit) => (bound.has(limit.where) ? { ...limit, broken: false } : limit));
}

/**
 * Racks the power carries, then those of them that find a place in the halls: at most two further fits, first with
 * the places shared by weight as power is, then with groups held to the racks that found one.
 */
export function fitSite(inputs: ScenarioInputs, references: References, site: Site, racks: readonly SizedRack[]): FittedSite {
  const fabrics = new Map<number, FabricOutcome>();
  const fabric = (accelerators: number): FabricOutcome => {
    const designed = fabrics.get(accelerators) ?? planFabric(inputs, references, accelerators);
    fabrics.set(accelerators, designed);
    return designed;
  };
  const from: FitFrom = { inputs, site, racks, fabric };
  const fitted = fitWithNetwork(from);
  const halls = placeInHalls(inputs, racks, fitted.facility, fitted.fabric);
  if (halls.held.size === 0) return { facility: fitted.facility, halls };
  // Groups that fill what is left share the places by weight, as they share power.
  const keys = new Set(racks.map((r) => r.group.record.key));
  const limits = { positions: halls.placement?.placed.filter((rack) => keys.has(rack.key)).length ?? 0 };
  const shared = fitWithNetwork(from, new Map(), limits);
  const again = placeInHalls(inputs, racks, shared.facility, shared.fabric);
  if (again.held.size === 0) {
    return { facility: shared.facility, halls: { ...again, limits: boundBy(halls.limits, racks, shared.facility) } };
  }
  const { facility, fabric: last } = fitWithNetwork(from, again.held, limits);
  return { facility, halls: { ...placeInHalls(inputs, racks, facility, last), limits: boundBy(halls.limits, racks, facility) } };
}
