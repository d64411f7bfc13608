/** Values from `low` to `high`, both ends counted. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * How far each statement is from holding at a value: zero where it holds, else which side
 * it misses on; NaN where it has no side, such as a figure that is absent there.
 */
export type Mismatch = (value: number) => readonly number[];

/** What a search may try. */
export interface SearchSpace {
  /** Values tried first; the more, the fewer narrow answers are missed. */
  readonly points: readonly number[];
  /** Halvings of a stretch; 60 reach the last bit of a number. */
  readonly halvings: number;
  readonly integer: boolean;
}

const holds = (mismatch: readonly number[]): boolean => mismatch.every((side) => side === 0);

/**
 * Statements that miss on one side at one end and on the other at the other, so that each
 * may hold between.
 */
const crossings = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.flatMap((side, at) => (side * (b[at] ?? 0) < 0 ? [at] : []));

const middle = (a: number, b: number, integer: boolean): number =>
  (integer ? Math.floor((a + b) / 2) : (a + b) / 2);

/**
 * Bisects towards where one statement turns from one side to the other; the last values
 * tried, or one it holds at.
 */
function findTurn(
  mismatch: Mismatch, ends: readonly [number, number], at: number,
  { halvings, integer }: SearchSpace,
): readonly number[] {
  let [a, b] = ends;
  for (let step = 0; step < halvings; step++) {
    const between = middle(a, b, integer);
    if (between === a || between === b) break;
    const here = mismatch(between);
    if (here[at] === 0) return [between];
    if ((here[at] ?? 0) * (mismatch(a)[at] ?? 0) > 0) a = between;
    else b = between;
  }
  return [a, b];
}

/** Where statements turn between two values, up to the first that all of them hold at. */
function turnsBetween(
  mismatch: Mismatch, ends: readonly [number, number], space: SearchSpace,
): readonly number[] {
  const found: number[] = [];
  for (const at of crossings(mismatch(ends[0]), mismatch(ends[1]))) {
    const turns = findTurn(mismatch, ends, at, space);
    found.push(...turns);
    if (turns.some((turn) => holds(mismatch(turn)))) break;
  }
  return found;
}

/** The last value that still holds between one that does and one that does not. */
function findEdge(
  mismatch: Mismatch, inside: number, outside: number, { halvings, integer }: SearchSpace,
): number {
  let [good, bad] = [inside, outside];
  for (let step = 0; step < halvings; step++) {
    const between = middle(good, bad, integer);
    if (between === good || between === bad) break;
    if (holds(mismatch(between))) good = between;
    else bad = between;
  }
  return good;
}

/**
 * All values at which every statement holds, as stretches: the points, what is bisected where a
 * statement turns between two of them, and the edges of what was found.
 * @returns an empty list when nothing tried agrees with all statements
 * @example findConsistent((x) => [x - 2], { points: [0, 9], halvings: 9, integer: true }) // [{ low: 2, high: 2 }]
 */
export function findConsistent(mismatch: Mismatch, space: SearchSpace): readonly Interval[] {
  const first = [...new Set(space.points)].toSorted((a, b) => a - b);
  const turns = first.flatMap((point, at): readonly number[] => {
    const next = first[at + 1];
    return next === undefined ? [] : turnsBetween(mismatch, [point, next], space);
  });
  const points = [...new Set([...first, ...turns])].toSorted((a, b) => a - b);
  const found: Interval[] = [];
  let low: number | null = null;
  points.forEach((point, at) => {
    const [before, next] = [points[at - 1], points[at + 1]];
    if (!holds(mismatch(point))) return;
    low ??= before === undefined ? point : findEdge(mismatch, point, before, space);
    if (next !== undefined && holds(mismatch(next))) return;
    found.push({ low,
      high: next === undefined ? point : findEdge(mismatch, point, next, space) });
    low = null;
  });
  return found;
}
