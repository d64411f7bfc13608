import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nonDominated } from '../../../shared/inference/pareto.ts';
import {
  emptyColumns, frontierRows, rowsInReach, type SweepColumns,
} from '../../../shared/inference/sweep.ts';

/** Of equal points the first stands for all. */
const isBeaten = (x: readonly number[], y: readonly number[], i: number): boolean =>
  x.some((other, j) => {
    const [dx, dy] = [other - (x[i] ?? 0), (y[j] ?? 0) - (y[i] ?? 0)];
    return dx >= 0 && dy >= 0 && (dx > 0 || dy > 0 || j < i);
  });

// Few distinct values, so that many are equal; and speeds over four orders of magnitude.
const coordinate = fc.oneof(fc.integer({ min: 1, max: 12 }),
  fc.double({ min: 1e-2, max: 1e2, noNaN: true }));
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 300 });

describe('points nothing beats', () => {
  it('are those that comparing each with each leaves, whether few or many', () => {
    fc.assert(fc.property(points, (drawn) => {
      const [x, y] = [drawn.map(([a]) => a), drawn.map(([, b]) => b)];
      const left = drawn.map((_, i) => i).filter((i) => !isBeaten(x, y, i));
      expect(nonDominated(x, y, [...x.keys()]).toSorted((a, b) => a - b)).toEqual(left);
    }));
  });

  it('are found where a speed is infinite or all are the same', () => {
    const many = Array.from({ length: 100 }, (_, i) => i + 1);
    const all = [...many.keys()];
    expect(nonDominated([...many, Infinity], [...many, 1000], [...all, 100])).toEqual([100]);
    expect(nonDominated(many.map(() => 7), many, all)).toEqual([99]);
  });
});

function columnsOf(drawn: readonly (readonly [number, number, boolean])[]): SweepColumns {
  const columns = emptyColumns();
  const layout = { t: 1, d: 1, e: 1 };
  const split = { prefill: layout, prefillWorkers: 1, decode: layout, decodeWorkers: 1 };
  for (const [x, y, apart] of drawn) {
    columns.interactivity.push(x);
    columns.throughput.push(y);
    columns.layout.push(0);
    columns.users.push(1);
    columns.split.push(apart ? split : null);
  }
  return columns;
}

describe('rows in reach of the frontier', () => {
  it('hold all that no row of either mode beats, and none that one beats clearly', () => {
    const rows = fc.array(fc.tuple(coordinate, coordinate, fc.boolean()),
      { minLength: 1, maxLength: 200 });
    fc.assert(fc.property(rows, (drawn) => {
      const [x, y] = [drawn.map(([a]) => a), drawn.map(([, b]) => b)];
      const columns = columnsOf(drawn);
      const kept = rowsInReach(columns, frontierRows(columns));
      const front = nonDominated(x, y, [...x.keys()]).map((i) => `${x[i]} ${y[i]}`);
      expect(kept.map((i) => `${x[i]} ${y[i]}`)).toEqual(expect.arrayContaining(front));
      const clearly = kept.filter((i) => drawn.some((_, j) =>
        (x[j] ?? 0) > (x[i] ?? 0) * 1.001 && (y[j] ?? 0) > (y[i] ?? 0) * 1.001));
      expect(clearly).toEqual([]);
    }));
  });
});
