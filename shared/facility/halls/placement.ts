import { ok, refuse, type Result } from '../../units/result.ts';
import { fill, type Filling } from './fill-halls.ts';
import { checkHalls, type Hall } from './hall.ts';
import { exceededLimits, refusedLimits } from './placement-limits.ts';
import { feedUse, hallUse } from './placement-state.ts';
import type { ManualMove, Placement, PlacementRefusal, RackSpec } from './placement-types.ts';

/**
 * Places racks in halls. Racks moved by hand stand where they were put, even over a
 * limit, which is then reported; the others take, group by group in the order given, the
 * first row whose hall and feeds can carry them. A feed must carry its racks with its
 * worst partner lost; nothing is averaged over feeds.
 * @returns every rack's place; for racks without one the binding limit, by how much, and
 *   the smallest change
 * found that fits. Refused with `unsound-halls` when rows name feeds that do not exist.
 * @throws RangeError on a rack power not above 0, a liquid share outside 0..1 or a count
 *   that is not whole
 * @example placeRacks([hall], [{ key: 'main', racks: 8, kw: 132, ... }], []).value.placed.length // 8
 */
export function placeRacks(
  halls: readonly Hall[], specs: readonly RackSpec[], moves: readonly ManualMove[],
): Result<Placement, PlacementRefusal> {
  const filled = fillSound(halls, specs, moves);
  return filled.ok ? ok(describeFilling(halls, filled.value, moves)) : filled;
}

/**
 * Fills sound halls as `placeRacks` does, without saying why a rack found no place.
 * @throws RangeError as `placeRacks`
 */
export function fillSound(
  halls: readonly Hall[], specs: readonly RackSpec[], moves: readonly ManualMove[],
): Result<Filling, PlacementRefusal> {
  const problems = checkHalls(halls);
  if (problems.length > 0) return refuse({ code: 'unsound-halls', problems });
  for (const spec of specs) requireSpec(spec);
  return ok(fill(halls, specs, moves));
}

/** A filling with what refused racks and what they exceed. */
export function describeFilling(
  halls: readonly Hall[], run: Filling, moves: readonly ManualMove[],
): Placement {
  const { specs } = run;
  const limits = [...exceededLimits(run.states),
    ...refusedLimits(halls, run, moves)];
  return {
    placed: run.placed, unplaced: run.unplaced, moveProblems: run.moveProblems, limits,
    halls: run.states.map(hallUse), feeds: run.states.flatMap(feedUse),
    unchecked: specs.flatMap(({ key, weightKg, heightU }) => [
      ...(weightKg === null ? [{ key, what: 'weight' } as const] : []),
      ...(heightU === null ? [{ key, what: 'height' } as const] : []),
    ]),
  };
}

function requireSpec({ key, kw, liquidFraction, racks }: RackSpec): void {
  if (!(kw > 0 && Number.isFinite(kw))) throw new RangeError(`power of ${key} is ${kw}`);
  if (!(liquidFraction >= 0 && liquidFraction <= 1)) {
    throw new RangeError(`liquid share of ${key} is ${liquidFraction}`);
  }
  if (!(Number.isInteger(racks) && racks >= 0))
    throw new RangeError(`racks of ${key} are ${racks}`);
}
