import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LinearProgram, Solver } from '../../../../shared/search/programs/program.ts';
import { testSolver } from '../../../support/solver.ts';

let solver: Solver;
beforeAll(async () => { solver = await testSolver(); });

const program = (over: Partial<LinearProgram>): LinearProgram => {
  const objective = over.objective ?? [3, 5];
  return { sense: 'maximise', objective, aUb: [[1, 0], [0, 2], [3, 2]], bUb: [4, 12, 18],
    lower: objective.map(() => 0), upper: objective.map(() => null), ...over };
};

/** Programs that always have an optimum: limits with coefficients above 0 on all variables. */
const bounded = fc.record({ n: fc.integer({ min: 1, max: 5 }), m: fc.integer({ min: 1, max: 4 }) })
  .chain(({ n, m }) => fc.record({
    c: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: n, maxLength: n }),
    a: fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n }),
      { minLength: m, maxLength: m }),
    b: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: m, maxLength: m }),
  }));

const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

describe('linear programs', () => {
  it('gives optimum, point and shadow prices (Hillier and Lieberman, Wyndor Glass)', () => {
    const wyndor = solver.solve(program({}));
    expect(wyndor).toMatchObject({ status: 'optimal', objective: 36, x: [2, 6],
      shadowPrices: [0, 1.5, 1] });
  });

  it('prices limits by what happens when they move, maximising and minimising', () => {
    for (const sense of ['maximise', 'minimise'] as const) {
      const sign = sense === 'maximise' ? 1 : -1;
      const base = program({ sense, objective: [3 * sign, 5 * sign] });
      const { objective, shadowPrices } = solver.solve(base);
      const moved = solver.solve({ ...base, bUb: [4, 12.5, 18] });
      expect((Number(moved.objective) - Number(objective)) / 0.5)
        .toBeCloseTo(Number(shadowPrices?.[1]), 8);
    }
  });

  it('prices equations', () => {
    const base = program({ aEq: [[1, 1]], bEq: [6] });
    const { objective, equalityPrices } = solver.solve(base);
    const moved = solver.solve({ ...base, bEq: [6.25] });
    expect((Number(moved.objective) - Number(objective)) / 0.25)
      .toBeCloseTo(Number(equalityPrices?.[0]), 8);
  });

  it('tells infeasible from unbounded, and names limits that contradict each other', () => {
    const none = solver.solve(program({ objective: [1, 1], aUb: [[1, 1], [-1, 0], [0, 1]],
      bUb: [2, -3, 9] }));
    expect(none).toMatchObject({ status: 'infeasible', objective: null, x: null,
      conflict: [0, 1] });
    expect(solver.solve(program({ objective: [1, 1], aUb: [[1, -1]], bUb: [2] })).status)
      .toBe('unbounded');
    expect(solver.solve(program({ lower: [3, 0], upper: [2, null] })).status)
      .toBe('infeasible');
  });

  it('has duals of the same value that are feasible themselves', () => {
    expect(fc.check(fc.property(bounded, ({ c, a, b }) => {
      const { objective, shadowPrices } = solver.solve(program({ objective: c, aUb: a, bUb: b }));
      const y = shadowPrices ?? [];
      const dual = y.reduce((sum, price, at) => sum + price * Number(b[at]), 0);
      const feasible = c.every((cost, j) =>
        y.reduce((sum, price, i) => sum + price * Number(a[i]?.[j]), 0) >= cost - 1e-6);
      return near(dual, Number(objective)) && feasible && y.every((price) => price >= -1e-9);
    }), { numRuns: 60 })).toMatchObject({ failed: false });
  });

  it('never worsens where a limit is taken away or a variable need not be whole', () => {
    expect(fc.check(fc.property(bounded, ({ c, a, b }) => {
      const whole = program({ objective: c, aUb: a, bUb: b, integer: c.map(() => true) });
      const found = solver.solve(whole);
      const looser = solver.solve({ ...whole, bUb: b.map((limit, at) =>
        (at === 0 ? limit + 7 : limit)) });
      return Number(found.relaxation) >= Number(found.objective) - 1e-6
        && Number(looser.objective) >= Number(found.objective) - 1e-6
        && (found.x ?? []).every((x) => Number.isInteger(x))
        && (found.objective === 0 ? found.gap === null : Number(found.gap) <= 1e-9);
    }), { numRuns: 40 })).toMatchObject({ failed: false });
  });
});

describe('programs of whole numbers', () => {
  it('finds what rounding misses (Bradley, Hax and Magnanti, ch. 9)', () => {
    const found = solver.solve(program({ objective: [5, 8], aUb: [[1, 1], [5, 9]],
      bUb: [6, 45], integer: [true, true] }));
    expect(found).toMatchObject({ status: 'optimal', objective: 40, x: [0, 5] });
    expect(found.relaxation).toBeCloseTo(41.25, 9);
  });

  it('keeps every limit and the gap asked for where it need not be the best', () => {
    expect(fc.check(fc.property(bounded, ({ c, a, b }) => {
      const found = solver.solve(program({ objective: c, aUb: a, bUb: b,
        integer: c.map(() => true) }), { gap: 0.2 });
      const x = found.x ?? [];
      return x.every((value) => Number.isInteger(value) && value >= 0)
        && a.every((row, at) => row.reduce((sum, each, j) => sum + each * Number(x[j]), 0)
          <= Number(b[at]) + 1e-6)
        && (found.objective === 0 || Number(found.gap) <= 0.2 + 1e-9);
    }), { numRuns: 40 })).toMatchObject({ failed: false });
  });

  it('tells that no whole number fits, and that whole numbers have no end', () => {
    const one = { objective: [1], lower: [0], upper: [null], integer: [true] };
    expect(solver.solve(program({ ...one, aUb: [[2], [-2]], bUb: [5, -5] })).status)
      .toBe('infeasible');
    expect(solver.solve(program({ ...one, aUb: [[-1]], bUb: [0] })).status).toBe('unbounded');
    expect(solver.solve(program({ ...one, aUb: [], bUb: [], lower: [0.2], upper: [0.8] }))
      .status).toBe('infeasible');
  });

  it('mixes whole and other variables', () => {
    // x whole, y not: 2x + y <= 7.5, y <= 1.2, max 3x + 2y: x = 3, y = 1.2.
    const found = solver.solve(program({ objective: [3, 2], aUb: [[2, 1]], bUb: [7.5],
      upper: [null, 1.2], integer: [true, false] }));
    expect(found.x?.[0]).toBe(3);
    expect(found.objective).toBeCloseTo(11.4, 9);
  });

  it('refuses parts that do not fit together', () => {
    expect(() => solver.solve(program({ bUb: [1] }))).toThrow('as many rows');
    expect(() => solver.solve(program({ objective: [Number.NaN, 1] }))).toThrow('not finite');
    expect(() => solver.solve(program({ lower: [0] }))).toThrow('as many lower');
    expect(() => solver.solve(program({ objective: [], lower: [], upper: [] })))
      .toThrow('at least one variable');
  });
});
