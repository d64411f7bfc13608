import type { Values } from './evaluate.ts';
import type { Case } from './grid.ts';
import type { Outcome } from './stored.ts';

/**
 * Relative difference above which a number has moved: far above rounding in another order
 * of the same sum.
 */
const tolerance = 1e-12;

/** One number that moved in one case; undefined where the plan does not name it. */
export interface Move {
  readonly figure: string;
  readonly at: Case;
  readonly before: number | string | null | undefined;
  readonly after: number | string | null | undefined;
  /** Relative to the larger of the two; infinite where a number comes or goes. */
  readonly relative: number;
}

/** How the cases of a start that moved one figure share an input. */
export interface Group {
  readonly figure: string;
  readonly largest: Move;
  readonly cases: number;
  /** Inputs of the cases, most frequent first; empty where the start itself moved. */
  readonly inputs: readonly string[];
}

/**
 * How far a number moved, relative to the larger of the two.
 * @returns 0 to 2, or infinity where a number came or went
 * @example relativeMove(100, 101) // 0.009900990099009901
 */
export function relativeMove(before: Move['before'], after: Move['after']): number {
  if (before === after) return 0;
  if (typeof before !== 'number' || typeof after !== 'number') return Infinity;
  return Math.abs(after - before) / Math.max(Math.abs(before), Math.abs(after));
}

/**
 * A plan that came or went, or is refused for another reason, counts as one number of its
 * own.
 */
const plan = 'plan';

function movesOf(at: Case, before: Values | string, after: Values | string): readonly Move[] {
  if (typeof before === 'string' || typeof after === 'string') {
    const said = (values: Values | string): string =>
      (typeof values === 'string' ? values : 'a plan');
    return before === after ? []
      : [{ figure: plan, at, before: said(before), after: said(after), relative: Infinity }];
  }
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((figure) => {
    const relative = relativeMove(before[figure], after[figure]);
    return relative > tolerance ? [
      { figure, at, before: before[figure], after: after[figure], relative },
    ] : [];
  });
}

/**
 * Every number that differs between two sweeps of the same cases in the same order.
 * @throws RangeError when the sweeps are of different length
 */
export function listMoves(
  before: readonly Outcome[], after: readonly Outcome[],
): readonly Move[] {
  if (before.length !== after.length)
    throw new RangeError(`${before.length} cases against ${after.length}`);
  return before.flatMap(
    ({ at, values }, index) => movesOf(at, values, after[index]?.values ?? 'not evaluated'),
  );
}

function groupOf(figure: string, moves: readonly Move[]): Group {
  const counts = new Map<string, number>();
  for (const { at } of moves)
    for (const [path] of at.settings) counts.set(path, (counts.get(path) ?? 0) + 1);
  const inputs = [...counts].toSorted((a, b) => b[1] - a[1]).map(([path]) => path);
  const largest = moves.reduce((most, move) => (move.relative > most.relative ? move : most));
  return { figure, largest, cases: moves.length, inputs };
}

/** Moves by figure, largest first. */
export function groupMoves(moves: readonly Move[]): readonly Group[] {
  return [...Map.groupBy(moves, (move) => move.figure)].map(
    ([figure, of]) => groupOf(figure, of),
  )
    .toSorted((a, b) => (a.largest.relative === b.largest.relative
      ? b.cases - a.cases : b.largest.relative - a.largest.relative));
}

const escape = (text: string): string =>
  text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);

/**
 * A test whether a figure is expected to move.
 * @param text one figure a line, `*` for any part of a name; empty lines and lines from
 *   `#` on are left out
 * @example expectedFigures('headline.*')('headline.npvUsd') // true
 */
export function expectedFigures(text: string): (figure: string) => boolean {
  const patterns = text.split('\n').map((line) => (line.split('#')[0] ?? '').trim())
    .filter((line) => line !== '')
    .map((line) => new RegExp(`^${line.split('*').map(escape).join('.*')}$`, 'u'));
  return (figure) => patterns.some((pattern) => pattern.test(figure));
}
