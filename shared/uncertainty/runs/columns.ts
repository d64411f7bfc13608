import type { Block, Cause, RunProgress } from './types.ts';

/** Draws of a run as they come in, in any order. */
export interface Columns {
  /** Takes a block; draws that are there already are not taken twice. */
  readonly add: (block: Block) => void;
  readonly progress: () => RunProgress;
  /** Draws nobody has evaluated yet, as ranges. */
  readonly missing: () => readonly (readonly [from: number, to: number])[];
  /** A figure's values by draw, NaN where there is none; those of the draws done so far. */
  readonly column: (figure: string) => Float64Array;
  /** Causes by draw, in the order of the draws. */
  readonly infeasible: () => readonly (readonly [draw: number, cause: Cause])[];
  readonly absent: () => Block['absent'];
}

/** Ranges in which a flag is not set. */
function gapsIn(done: Uint8Array): readonly (readonly [number, number])[] {
  const gaps: (readonly [number, number])[] = [];
  let from = done.indexOf(0);
  while (from >= 0) {
    const end = done.indexOf(1, from);
    const to = end < 0 ? done.length : end;
    gaps.push([from, to]);
    from = end < 0 ? -1 : done.indexOf(0, to);
  }
  return gaps;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Room for the draws of a run. What it holds does not depend on the order in which blocks come.
 * @example createColumns(['headline.npvUsd'], 10).missing() // [[0, 10]]
 */
export function createColumns(figures: readonly string[], draws: number): Columns {
  const columns = new Map(figures.map((key) => [key, new Float64Array(draws).fill(NaN)]));
  const done = new Uint8Array(draws);
  const causes = new Map<number, Cause>();
  const counts = new Map<string, number>();
  let count = 0;
  const isNew = ({ from, to }: Block): boolean => !done.subarray(from, to).includes(1);
  return {
    add: (block) => {
      const { from, to, values, infeasible, absent } = block;
      if (!(from >= 0 && to <= draws && from <= to))
        throw new RangeError(`draws ${from} to ${to} are none of ${draws}`);
      if (!isNew(block)) return;
      const size = to - from;
      for (const [at, key] of figures.entries())
        columns.get(key)?.set(values.subarray(at * size, (at + 1) * size), from);
      for (const [draw, cause] of infeasible) causes.set(draw, cause);
      for (const [figure, code, times] of absent) {
        const name = `${figure} ${code}`;
        const before = counts.get(name);
        counts.set(name, before === undefined ? times : before + times);
      }
      done.fill(1, from, to);
      count += size;
    },
    progress: () => ({ done: count, total: draws }),
    missing: () => gapsIn(done),
    column: (figure) => {
      const column = columns.get(figure);
      if (column === undefined) throw new Error(`the run keeps no figure ${figure}`);
      return count === draws ? column : column.filter((_, draw) => done[draw] === 1);
    },
    infeasible: () => [...causes].toSorted(([a], [b]) => a - b),
    absent: () => [...counts].toSorted(([a], [b]) => byText(a, b)).map(([name, times]) => {
      const [figure = '', code = ''] = name.split(' ');
      return [figure, code, times] as const;
    }),
  };
}
