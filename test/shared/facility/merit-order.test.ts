import { beforeAll, describe, expect, it } from 'vitest';
import { meritOrder } from '../../../shared/facility/supply/merit-order.ts';
import type { Solver } from '../../../shared/search/programs/program.ts';
import { testSolver } from '../../support/solver.ts';

let solver: Solver;
beforeAll(async () => { solver = await testSolver(); });

/** Numbers from 0 to 1 that come again with every run. */
function* numbers(): Generator<number> {
  for (let x = 7;; x = (x * 16_807) % 2_147_483_647) yield x / 2_147_483_647;
}

describe('dispatch in order of merit', () => {
  it('costs what a linear program of the same plant costs, in ten random plants', () => {
    const drawn = numbers();
    const next = (): number => Number(drawn.next().value);
    for (let plant = 0; plant < 10; plant++) {
      const sources = Array.from({ length: 2 + Math.floor(5 * next()) }, () =>
        ({ kw: 100 * next(), usdPerKwh: 0.2 * next() }));
      const loadKw = next() * sources.reduce((sum, { kw }) => sum + kw, 0);
      const { kw, unmetKw } = meritOrder(loadKw, sources);
      expect(unmetKw).toBeCloseTo(0, 9);
      expect(kw.reduce((a, b) => a + b, 0)).toBeCloseTo(loadKw, 9);
      const answer = solver.solve({ sense: 'minimise',
        objective: sources.map(({ usdPerKwh }) => usdPerKwh), aUb: [], bUb: [],
        aEq: [sources.map(() => 1)], bEq: [loadKw], lower: sources.map(() => 0),
        upper: sources.map((source) => source.kw) });
      expect(answer.status).toBe('optimal');
      expect(kw.reduce((sum, x, at) => sum + x * (sources[at]?.usdPerKwh ?? Number.NaN), 0))
        .toBeCloseTo(answer.objective ?? Number.NaN, 9);
    }
  });

  it('says what nobody meets, and calls the first of two that cost the same', () => {
    expect(meritOrder(150, [{ kw: 50, usdPerKwh: 0.1 }, { kw: 60, usdPerKwh: 0.1 }]))
      .toEqual({ kw: [50, 60], unmetKw: 40 });
    expect(meritOrder(20, [{ kw: 50, usdPerKwh: 0.1 }, { kw: 60, usdPerKwh: 0.1 }]).kw)
      .toEqual([20, 0]);
    expect(meritOrder(0, [])).toEqual({ kw: [], unmetKw: 0 });
  });
});
