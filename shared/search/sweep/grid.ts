import { entryOf } from '../../units/entry.ts';
import type { Axis } from './axis.ts';

/**
 * Rows of values by number of run. Rows are made when asked for: a grid takes no room.
 */
export interface Runs {
  readonly names: readonly string[];
  readonly runs: number;
  /** Values of the axes in order, for a run from 0 on. */
  readonly at: (run: number) => readonly number[];
}

function checkAxes(axes: readonly Axis[]): void {
  if (axes.length === 0) throw new RangeError('a sweep needs at least one axis');
  for (const { name, values } of axes)
    if (values.length === 0) throw new RangeError(`axis ${name} has no values`);
  const names = axes.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new RangeError(`axis ${twice} is given twice`);
}

function checkRun(run: number, runs: number): void {
  if (!Number.isInteger(run) || run < 0 || run >= runs)
    throw new RangeError(`run ${run} is not one of 0 to ${runs - 1}`);
}

/**
 * Every combination of the values of the axes, the last axis fastest (row-major order).
 * @throws RangeError without axes, for an axis without values or given twice, and for a
 *   run that is not in the grid
 * @example gridOf([{ name: 'price', values: [1, 2] }, { name: 'pue', values: [1.1, 1.2] }]).at(2) // [2, 1.1]
 */
export function gridOf(axes: readonly Axis[]): Runs {
  checkAxes(axes);
  const runs = axes.reduce((product, { values }) => product * values.length, 1);
  if (!Number.isSafeInteger(runs)) throw new RangeError('the grid has too many runs to count');
  return {
    names: axes.map(({ name }) => name), runs,
    at: (run) => {
      checkRun(run, runs);
      let rest = run;
      return axes.toReversed().map(({ values }) => {
        const value = values[rest % values.length] ?? Number.NaN;
        rest = Math.floor(rest / values.length);
        return value;
      }).toReversed();
    },
  };
}

/**
 * The first values of all axes together, then the second, and so on: no combinations.
 * @throws RangeError as `gridOf`, and where the axes differ in length
 * @example pairsOf([{ name: 'price', values: [1, 2] }, { name: 'pue', values: [1.1, 1.2] }]).at(1) // [2, 1.2]
 */
export function pairsOf(axes: readonly Axis[]): Runs {
  checkAxes(axes);
  const runs = entryOf(axes, 0).values.length;
  const other = axes.find(({ values }) => values.length !== runs);
  if (other !== undefined) {
    throw new RangeError(
      `axis ${other.name} has ${other.values.length} values where the first has ${runs}`);
  }
  return {
    names: axes.map(({ name }) => name), runs,
    at: (run) => {
      checkRun(run, runs);
      return axes.map(({ values }) => values[run] ?? Number.NaN);
    },
  };
}
