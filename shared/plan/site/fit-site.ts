import type { Site } from '../../catalog/types.ts';
import type { BuildingLimits, RackFit } from '../../facility/halls/racks.ts';
import { keepNothing, type Keep } from '../../lifecycle/keep.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import type { Limit } from '../../units/limit.ts';
import { cell, lazily } from '../../units/reading.ts';
import {
  facilityOf, fitUnder, keptRacks, mostAccelerators, rackSupply, type FacilityOutcome,
  type FinalFit, type RackSupply, type SizedRack,
} from './fit-racks.ts';
import { placeInHalls, placesAll, type HallsOutcome } from './halls.ts';
import { planFabric, type SizedFabric } from './fabric.ts';
import type { References } from '../entries/references.ts';
import { settle } from '../entries/settle.ts';

/** What stands on the site: racks under the power, and where they stand. */
export interface FittedSite {
  readonly facility: FacilityOutcome;
  readonly halls: HallsOutcome;
}

/** Everything racks are fitted from. */
interface FitFrom {
  readonly keep: Keep;
  readonly inputs: ScenarioInputs;
  readonly references: References;
  readonly site: () => Site;
  readonly racks: () => readonly SizedRack[];
  /** Keys of the groups. */
  readonly keys: readonly string[];
}

/** Rounds of racks against network: its power is a few per cent of theirs, so two settle it. */
const mostRounds = 2;

/** What racks are fitted under in one phase. */
interface Phase {
  readonly name: string;
  readonly held: () => ReadonlyMap<string, number>;
  readonly limits: () => BuildingLimits;
}

/** One phase: racks that fit under the power, and where they find a place. */
interface Phased {
  readonly last: () => FinalFit;
  readonly racks: () => ReadonlyMap<string, number>;
  readonly halls: () => HallsOutcome;
}

/**
 * Racks and network depend on one another: racks carry the network's power, the network
 * connects the racks. The fixed point is reached when a round leaves the power per
 * accelerator as it was.
 */
function settleFit(from: FitFrom, supply: RackSupply, phase: Phase): () => Round {
  // All rounds are made at once: a stage that asked for one of them finds it by name.
  const rounds = [fitRound(from, supply, phase, 0, () => 0)];
  for (let at = 1; at <= mostRounds; at++) {
    const before = rounds[at - 1];
    if (before !== undefined) rounds.push(fitRound(from, supply, phase, at, before.share));
  }
  return cell(() => settle(mustBe(rounds[0]), mostRounds, (last) => {
    if (last.accelerators() === 0 || last.share() === last.networkKwPerAccelerator())
      return null;
    return mustBe(rounds[last.at + 1]);
  }));
}

function mustBe<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('a round beyond the last was asked for');
  return thing;
}

/** One round: racks that carry a share of the network, and the network they ask for. */
interface Round {
  readonly at: number;
  readonly networkKwPerAccelerator: () => number;
  readonly fit: () => RackFit;
  readonly accelerators: () => number;
  readonly fabric: () => SizedFabric;
  /** Network power per accelerator that fits, kW. */
  readonly share: () => number;
}

function fitRound(
  { keep, inputs, references, racks }: FitFrom, supply: RackSupply,
  { name, held, limits }: Phase, at: number,
  networkKwPerAccelerator: () => number,
): Round {
  const fit = cell(() => fitUnder(supply, networkKwPerAccelerator(), held(), limits()));
  const accelerators = keep(`fit ${name} accelerators ${at}`,
    () => mostAccelerators(racks(), fit()));
  const fabric = keep(`fit ${name} fabric ${at}`,
    () => planFabric(inputs, references, accelerators()));
  // A stage may be asked whether it still holds where no rack is left to ask for a network.
  const share = (): number => (accelerators() === 0 ? 0 : fabric().powerKw / accelerators());
  return { at, networkKwPerAccelerator, fit, accelerators, fabric, share };
}

/**
 * A phase, with what the halls need of the fit kept figure by figure: most edits leave
 * the racks where they are.
 */
function runPhase(from: FitFrom, supply: RackSupply, phase: Phase): Phased {
  const { keep, inputs, racks, keys } = from;
  const settled = settleFit(from, supply, phase);
  const fit = (): RackFit => settled().fit();
  const named = `fit ${phase.name}`;
  const counts = keptRacks(keep, named, keys, fit);
  const peakMonth = keep(`${named} peak month`, () => fit().peakMonth);
  const switches = keep(`${named} switches`, () => settled().fabric().design?.switches);
  const powerKw = keep(`${named} network power`, () => settled().fabric().powerKw);
  const isNetworkKnown =
    keep(`${named} network known`, () => settled().fabric().isPowerKnown);
  return {
    last: cell(() => {
      const { networkKwPerAccelerator } = settled();
      return { fit: fit(), networkKwPerAccelerator: networkKwPerAccelerator(),
        isNetworkKnown, held: phase.held() };
    }),
    racks: counts,
    halls: keep(`${named} halls`, () => {
      const count = switches();
      const fabric = { design: count === undefined ? null : { switches: count },
        powerKw: powerKw() };
      return placeInHalls(inputs, racks(), { racks: counts(), peakMonth: peakMonth() }, fabric);
    }),
  };
}

/**
 * What refused racks, as it stands after sharing: a group that fills what is left and has
 * racks is merely bound.
 */
function boundBy(
  limits: readonly Limit[], racks: readonly SizedRack[],
  counts: ReadonlyMap<string, number>,
): readonly Limit[] {
  const bound = new Set(racks.filter(
    (r) => r.group.record.values.racks === null && (counts.get(r.group.record.key) ?? 0) > 0,
  )
    .map((r) => `rackGroup.${r.group.record.key}`));
  return limits.map((limit) => (bound.has(limit.where) ? { ...limit, broken: false } : limit));
}

const none: ReadonlyMap<string, number> = new Map();

/** Whether every rack finds a place when so many places are shared. */
function findsPlace(from: FitFrom, supply: RackSupply, positions: number): boolean {
  const phase: Phase = { name: 'tried', held: () => none, limits: () => ({ positions }) };
  const settled = settleFit({ ...from, keep: keepNothing }, supply, phase)();
  return placesAll(from.inputs, from.racks(), settled.fit(), settled.fabric());
}

/**
 * The most places that can be shared so that every rack finds one. Fewer racks need a
 * smaller network and fewer CDUs, whose places are left to racks again: a guess in the
 * proportion of the places taken, steps of twice the last one from where it is enough, and
 * halves of what lies between.
 * @param fits places known to be enough
 * @param guess places that may be enough, above those
 * @param most more than all racks there are need no place
 * @param isEnough asked least often, as it fills the halls
 * @example mostPlaces(3, 9, 20, (places) => places <= 7) // 7
 */
export function mostPlaces(
  fits: number, guess: number, most: number, isEnough: (positions: number) => boolean,
): number {
  let [low, high] = [fits, Math.max(fits, most) + 1];
  const ask = (at: number): boolean => {
    const enough = isEnough(at);
    if (enough) low = at;
    else high = at;
    return enough;
  };
  if (guess > low && guess < high) ask(guess);
  for (let step = 1; low + step < high && ask(low + step); step *= 2);
  while (high - low > 1) ask(Math.floor((low + high) / 2));
  return low;
}

/**
 * Racks the power carries, then those of them that find a place in the halls: at most two
 * further fits, first with the places shared by weight as power is, as many as are enough,
 * then with groups held to the racks that found one.
 */
export function fitSite(from: FitFrom): FittedSite {
  const { keep, inputs, site, racks, keys } = from;
  const supply = rackSupply(keep, inputs, site, racks);
  const first = runPhase(from, supply, { name: 'first', held: () => none, limits: () => ({}) });
  // Groups that fill what is left share the places by weight, as they share power.
  const positions = keep('fit places', () => {
    const ours = new Set(racks().map((r) => r.group.record.key));
    return first.halls().placement?.placed.filter((rack) => ours.has(rack.key)).length ?? 0;
  });
  const limits = (): BuildingLimits => ({ positions: positions() });
  const shared = runPhase(from, supply, { name: 'shared', held: () => none, limits });
  const kept = runPhase(from, supply,
    { name: 'held', held: () => shared.halls().held, limits });
  const isPlaced = ({ halls }: Phased): boolean => halls().held.size === 0;
  const most = keep('fit most places', () => {
    const { positions: all, placement } = shared.halls();
    const taken = placement?.placed.length ?? all;
    const asked = [...first.racks().values()].reduce((sum, count) => sum + count, 0);
    return mostPlaces(positions(), Math.floor((positions() * all) / taken), asked,
      (count) => findsPlace(from, supply, count));
  });
  const grown = runPhase(from, supply,
    { name: 'grown', held: () => none, limits: () => ({ positions: most() }) });
  const last =
    cell(() => (isPlaced(first) ? first : isPlaced(shared) ? grown : kept));
  const halls = keep('halls', () => (last() === first ? first.halls()
    : { ...last().halls(), limits: boundBy(first.halls().limits, racks(), last().racks()) }));
  const facility =
    facilityOf({ keep, inputs, site, racks, keys, supply, last: () => last().last() });
  return lazily<FittedSite>({ facility: () => facility, halls });
}
