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
  const states = halls.map(openHall);
  const { placed, problems } = placeByHand(states, specs, moves);
  const byHand = new Set(placed.map((p) => p.rack));
  const unplaced: { key: string; racks: number }[] = [];
  for (const spec of specs) {
    let left = 0;
    // Equal racks: once one found no place, none of its group will.
    let full = false;
    for (let i = 0; i < spec.racks; i++) {
      const rack = rackName(spec.key, i);
      if (byHand.has(rack)) continue;
      const place = full ? null : takePlace(states, spec);
      if (place === null) {
        full = true;
        left++;
      } else placed.push({ rack, key: spec.key, byHand: false, ...place });
    }
    if (left > 0) unplaced.push({ key: spec.key, racks: left });
  }
  return { specs, states, placed, unplaced, moveProblems: problems };
}

function takePlace(states: readonly HallState[], spec: RackSpec): Place | null {
  for (const hall of states) {
    if (hallRefuses(hall, spec).length > 0) continue;
    for (const row of hall.rows) {
      if (rowRefuses(row, spec.kw) === null) return occupy(hall, row, firstFree(row), spec);
    }
  }
  return null;
}

function placeByHand(
  states: readonly HallState[], specs: readonly RackSpec[], moves: readonly ManualMove[],
): { placed: PlacedRack[]; problems: readonly MoveProblem[] } {
  const placed: PlacedRack[] = [];
  const problems: MoveProblem[] = [];
  if (moves.length === 0) return { placed, problems };
  const specOf = new Map(specs.flatMap((s) =>
    Array.from({ length: s.racks }, (_, i) => [rackName(s.key, i), s] as const)));
  const moved = new Set<string>();
  for (const move of moves) {
    const spec = specOf.get(move.rack);
    const hall = states.find((s) => s.hall.id === move.hall);
    const row = hall?.rows.find((r) => r.row.id === move.row);
    const inRow = row !== undefined && Number.isInteger(move.position) && move.position >= 1
      && move.position <= row.row.positions;
    if (spec === undefined) problems.push({ code: 'no-such-rack', move });
    else if (moved.has(move.rack)) problems.push({ code: 'moved-twice', move });
    else if (hall === undefined || row === undefined || !inRow) {
      problems.push({ code: 'no-such-place', move });
    }    else if (row.taken[move.position - 1] === 1)
      problems.push({ code: 'place-taken', move });
    else {
      moved.add(move.rack);
      const place = occupy(hall, row, move.position - 1, spec);
      placed.push({ rack: move.rack, key: spec.key, byHand: true, ...place });
    }
  }
  return { placed, problems };
}
