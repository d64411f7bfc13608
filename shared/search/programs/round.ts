import { entryOf } from '../../units/entry.ts';
import { objectiveAt, type LinearProgram } from './program.ts';

/** How far beyond a limit rounding may put a point, over the limit. */
const slack = 1e-9;
/** Passes over all variables that raise, and all pairs that exchange. */
const mostPasses = 20;

/** A point of whole numbers with how much room each limit has left. */
interface Filling {
  readonly x: number[];
  readonly room: number[];
}

/** How often a variable can move by a step without breaking a limit or its own ends. */
function movesOf(
  program: LinearProgram, { x, room }: Filling, at: number, step: number,
): number {
  const end = entryOf(step > 0 ? program.upper : program.lower, at);
  const own = end === null ? Infinity : Math.floor(Math.abs(end - entryOf(x, at)) + slack);
  return program.aUb.reduce((most, row, limit) => {
    const used = step * entryOf(row, at);
    if (used <= 0) return most;
    const left = entryOf(room, limit)
      + slack * Math.max(1, Math.abs(entryOf(program.bUb, limit)));
    return Math.min(most, Math.max(0, Math.floor(left / used)));
  }, own);
}

const canMove = (
  program: LinearProgram, point: Filling, at: number, step: number,
): boolean => movesOf(program, point, at, step) >= 1;

function move({ aUb }: LinearProgram, { x, room }: Filling, at: number, step: number): void {
  x[at] = entryOf(x, at) + step;
  aUb.forEach((row, limit) => { room[limit] = entryOf(room, limit) - step * entryOf(row, at); });
}

/** Raises whatever still gains, the most valuable first. */
function fill(program: LinearProgram, point: Filling, gains: readonly number[],
  order: readonly number[]): void {
  for (const at of order) {
    const step = Math.sign(entryOf(gains, at));
    const moves = step === 0 ? 0 : movesOf(program, point, at, step);
    if (moves > 0) move(program, point, at, step * moves);
  }
}

/** Takes one step of a variable back where another then gains more; whether any did. */
function exchange(program: LinearProgram, point: Filling, gains: readonly number[],
  order: readonly number[]): boolean {
  let changed = false;
  for (const out of order.toReversed()) {
    const back = -Math.sign(entryOf(gains, out));
    if (back === 0 || !canMove(program, point, out, back)) continue;
    move(program, point, out, back);
    const into = order.find((at) => at !== out
      && Math.abs(entryOf(gains, at)) > Math.abs(entryOf(gains, out)) * (1 + slack)
      && canMove(program, point, at, Math.sign(entryOf(gains, at))));
    if (into === undefined) {
      move(program, point, out, -back);
      continue;
    }
    move(program, point, into, Math.sign(entryOf(gains, into)));
    changed = true;
  }
  return changed;
}

/**
 * A good point of whole numbers near the optimum of the relaxation: rounded away from the
 * limits, filled up by what is worth most, and bettered by exchanges of one for another.
 * @param relaxed optimum without whole numbers
 * @returns null where not all variables are whole, where there are equations, and where
 *   rounding leaves a limit broken
 * @example wholeNear({ sense: 'maximise', objective: [5, 8], aUb: [[1, 1], [5, 9]], bUb: [6, 45], lower: [0, 0], upper: [6, 6], integer: [true, true] }, [2.25, 3.75]) // [3, 3]
 */
export function wholeNear(
  program: LinearProgram, relaxed: readonly number[],
): readonly number[] | null {
  const { aUb, bUb, objective, sense, integer = [] } = program;
  const allWhole = integer.length > 0 && integer.every(Boolean);
  if (!allWhole || (program.aEq ?? []).length > 0) return null;
  const gains = sense === 'maximise' ? objective : objective.map((cost) => -cost);
  const x = relaxed.map((value, at) => rounded(program, value, at, entryOf(gains, at)));
  const room = bUb.map((limit, row) => limit - objectiveAt(entryOf(aUb, row), x));
  const point = { x, room };
  const scarce = aUb.map((row, limit) =>
    1 / Math.max(slack, Math.abs(entryOf(bUb, limit)), Math.max(...row.map(Math.abs))));
  const needs = objective.map((_, at) => aUb.reduce((sum, row, limit) =>
    sum + Math.max(0, entryOf(row, at)) * entryOf(scarce, limit), 0));
  const worth = (at: number): number =>
    Math.abs(entryOf(gains, at)) / Math.max(slack, entryOf(needs, at));
  const order = objective.map((_, at) => at).toSorted((a, b) => worth(b) - worth(a));
  if (room.some((left, at) => left < -slack * Math.max(1, Math.abs(entryOf(bUb, at)))))
    return null;
  if (unboundedAlone(program, gains)) return null;
  for (let pass = 0; pass < mostPasses; pass++) {
    fill(program, point, gains, order);
    if (!exchange(program, point, gains, order)) break;
  }
  return x;
}

/** Down where a variable gains by rising, up where it gains by falling. */
function rounded({ lower, upper }: LinearProgram, value: number, at: number,
  gain: number): number {
  const whole = gain >= 0 ? Math.floor(value + slack) : Math.ceil(value - slack);
  const [low, high] = [entryOf(lower, at), entryOf(upper, at)];
  return Math.min(high === null ? Infinity : Math.floor(high),
    Math.max(low === null ? -Infinity : Math.ceil(low), whole));
}

/** Whether some variable that gains has neither an end nor a limit that holds it. */
const unboundedAlone = (program: LinearProgram, gains: readonly number[]): boolean =>
  gains.some((gain, at) => gain !== 0
    && entryOf(gain > 0 ? program.upper : program.lower, at) === null
    && !program.aUb.some((row) => Math.sign(gain) * entryOf(row, at) > 0));
