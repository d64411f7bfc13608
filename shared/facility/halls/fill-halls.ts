import type { Hall } from './hall.ts';
import {
  firstFree, hallRefuses, occupy, openHall, rowRefuses, type HallState,
} from './placement-state.ts';
import type {
  ManualMove, MoveProblem, PlacedRack, Place, RackSpec,
} from './placement-types.ts';

/** Name of the i-th rack of a group, counted from 0. */
export const rackName = (key: string, index: number): string =>
  `${key}-${String(index + 1).padStart(3, '0')}`;

/** One filling of the halls, without the search for what would fit. */
export interface Filling {
  readonly specs: readonly RackSpec[];
  readonly states: readonly HallState[];
  readonly placed: readonly PlacedRack[];
  readonly unplaced: readonly { readonly key: string; readonly racks: number }[];
  readonly moveProblems: readonly MoveProblem[];
}

/** Fills halls with racks; halls are sound and specs in range. */
export function fill(
  halls: readonly Hall[], specs: readonly RackSpec[], moves: readonly ManualMove[],
): Filling {
  const filling = openFilling(halls, specs, moves);
  const unplaced = specs.flatMap((spec) => {
    const racks = placeGroup(filling, spec);
    return racks > 0 ? [{ key: spec.key, racks }] : [];
  });
  return { ...filling, unplaced };
}

/** A filling in which every rack finds a place; null once one finds none. */
export function fillWhole(
  halls: readonly Hall[], specs: readonly RackSpec[], moves: readonly ManualMove[],
): Filling | null {
  const filling = openFilling(halls, specs, moves);
  return specs.every((spec) => placeGroup(filling, spec) === 0) ? { ...filling, unplaced: [] }
    : null;
}

/** Halls in which the racks moved by hand stand already. */
type OpenFilling = Omit<Filling, 'placed' | 'unplaced'> & { readonly placed: PlacedRack[] };

function openFilling(
  halls: readonly Hall[], specs: readonly RackSpec[], moves: readonly ManualMove[],
): OpenFilling {
  const states = halls.map(openHall);
  const { placed, problems } = placeByHand(states, specs, moves);
  return { specs, states, placed, moveProblems: problems };
}

/** Places the racks of a group that stand nowhere yet; says how many found no place. */
function placeGroup({ states, placed }: OpenFilling, spec: RackSpec): number {
  const byHand = new Set(placed.flatMap((p) => (p.byHand && p.key === spec.key ? p.rack : [])));
  const from: Cursor = { hall: 0, row: 0 };
  for (let i = 0; i < spec.racks; i++) {
    const rack = rackName(spec.key, i);
    if (byHand.has(rack)) continue;
    const place = takePlace(states, spec, from);
    if (place === null) return countLeft(spec, i, byHand);
    placed.push({ rack, key: spec.key, byHand: false, ...place });
  }
  return 0;
}

/** Racks of a group from the i-th on that nobody placed by hand. */
function countLeft(spec: RackSpec, from: number, byHand: ReadonlySet<string>): number {
  let left = spec.racks - from;
  if (byHand.size === 0) return left;
  for (let i = from; i < spec.racks; i++) if (byHand.has(rackName(spec.key, i))) left--;
  return left;
}

/** Where equal racks found their last place. */
interface Cursor {
  hall: number;
  row: number;
}

/**
 * The first place for a rack, from where the equal rack before it stands: racks only add
 * load, so what has refused one refuses all that follow.
 */
function takePlace(states: readonly HallState[], spec: RackSpec, from: Cursor): Place | null {
  for (; from.hall < states.length; from.hall++, from.row = 0) {
    const hall = states[from.hall];
    if (hall === undefined || hallRefuses(hall, spec).length > 0) continue;
    for (; from.row < hall.rows.length; from.row++) {
      const row = hall.rows[from.row];
      if (row !== undefined && rowRefuses(row, spec.kw) === null)
        return occupy(hall, row, firstFree(row), spec);
    }
  }
  return null;
}

/** The groups of the racks named. */
function specsByRack(
  specs: readonly RackSpec[], names: ReadonlySet<string>,
): ReadonlyMap<string, RackSpec> {
  const found = new Map<string, RackSpec>();
  for (const spec of specs) {
    for (let i = 0; i < spec.racks && found.size < names.size; i++) {
      const name = rackName(spec.key, i);
      if (names.has(name)) found.set(name, spec);
    }
  }
  return found;
}

function placeByHand(
  states: readonly HallState[], specs: readonly RackSpec[], moves: readonly ManualMove[],
): { placed: PlacedRack[]; problems: readonly MoveProblem[] } {
  const placed: PlacedRack[] = [];
  const problems: MoveProblem[] = [];
  if (moves.length === 0) return { placed, problems };
  const specOf = specsByRack(specs, new Set(moves.map(({ rack }) => rack)));
  const hallOf = new Map(states.map((state) => [state.hall.id, state]));
  const moved = new Set<string>();
  for (const move of moves) {
    const spec = specOf.get(move.rack);
    const hall = hallOf.get(move.hall);
    const row = hall?.rows.find((r) => r.row.id === move.row);
    const inRow = row !== undefined && Number.isInteger(move.position) && move.position >= 1
      && move.position <= row.row.positions;
    if (spec === undefined) problems.push({ code: 'no-such-rack', move });
    else if (moved.has(move.rack)) problems.push({ code: 'moved-twice', move });
    else if (hall === undefined || row === undefined || !inRow) {
      problems.push({ code: 'no-such-place', move });
    } else if (row.taken[move.position - 1] === 1)
      problems.push({ code: 'place-taken', move });
    else {
      moved.add(move.rack);
      const place = occupy(hall, row, move.position - 1, spec);
      placed.push({ rack: move.rack, key: spec.key, byHand: true, ...place });
    }
  }
  return { placed, problems };
}
