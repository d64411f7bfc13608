import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionCriteria } from '../../../../shared/search/decisions/criteria.ts';
import {
  discreteDemand, lognormalDemand, normalDemand, triangularDemand, uniformDemand,
} from '../../../../shared/search/decisions/demand.ts';
import { stochasticDominance } from '../../../../shared/search/decisions/dominance.ts';
import { decisionFlip } from '../../../../shared/search/decisions/flip.ts';
import { newsvendor } from '../../../../shared/search/decisions/newsvendor.ts';
import { hypervolume, paretoFront } from '../../../../shared/search/decisions/pareto.ts';

const cell = fc.integer({ min: 0, max: 6 });

describe('Pareto front', () => {
  it('keeps equal points, and turns objectives that are minimised', () => {
    expect(paretoFront([[10, 5], [8, 7], [9, 4], [10, 5]], [true, true])).toEqual([0, 1, 3]);
    expect(paretoFront([[3, 40], [2, 55], [2, 60]], [false, false])).toEqual([0, 1]);
    expect(() => paretoFront([[1]], [true, true])).toThrow('2 objectives');
  });

  it('covers as many unit cubes as its hypervolume says, in two and three dimensions', () => {
    for (const dimensions of [2, 3]) {
      const points = fc.array(fc.array(cell, { minLength: dimensions, maxLength: dimensions }),
        { minLength: 1, maxLength: 6 });
      expect(fc.check(fc.property(points, (given) => {
        const maximise = Array.from({ length: dimensions }, () => true);
        let cubes = 0;
        for (let cube = 0; cube < 6 ** dimensions; cube++) {
          const corner = Array.from({ length: dimensions },
            (_, at) => Math.floor(cube / 6 ** at) % 6);
          if (given.some((point) => point.every((value, at) => value > Number(corner[at]))))
            cubes += 1;
        }
        return hypervolume(given, maximise, maximise.map(() => 0)) === cubes;
      }), { numRuns: 40 })).toMatchObject({ failed: false });
    }
  });
});

describe('choices without probabilities', () => {
  it('follow each rule (four actions, three states, by hand)', () => {
    const payoffs = [[50, 20, -10], [30, 28, 6], [12, 12, 13], [40, 25, 0]];
    expect(decisionCriteria(payoffs, 0.4)).toEqual({ maximin: 2, maximax: 0, laplace: 3,
      hurwicz: 3, minimaxRegret: 3, maxRegret: [23, 20, 38, 13] });
    expect(() => decisionCriteria([[1, 2], [3]], 0.5)).toThrow('every state');
    expect(() => decisionCriteria(payoffs, 1.1)).toThrow('optimism');
  });
});

describe('stochastic dominance', () => {
  const row = fc.array(cell, { minLength: 1, maxLength: 5 });
  const flip = { a: 'b', b: 'a', none: 'none', equal: 'equal' } as const;

  it('turns round with its arguments, and first order implies second', () => {
    expect(fc.check(fc.property(row, row, (a, b) => {
      const [there, back] = [stochasticDominance(a, b), stochasticDominance(b, a)];
      return there.first === flip[back.first] && there.second === flip[back.second]
        && (there.first === 'none' || there.second === there.first);
    }))).toMatchObject({ failed: false });
  });

  it('prefers what is better in every quantile, and what is less spread', () => {
    expect(stochasticDominance([3, 5, 8], [2, 5, 7])).toEqual({ first: 'a', second: 'a' });
    expect(stochasticDominance([1, 5, 9], [4, 5, 6])).toEqual({ first: 'none', second: 'b' });
    expect(stochasticDominance([1, 4], [1, 1, 4, 4])).toEqual({ first: 'equal', second: 'equal' });
  });
});

describe('what reverses a choice', () => {
  const input = (name: string, base: number, lower: number, upper: number) =>
    ({ name, base, scale: 1, lower, upper });

  it('makes both alternatives equal, alone and together', () => {
    const a = { constant: 5, coefficients: [40, 60, -300] };
    const b = { constant: 3, coefficients: [30, 80, -180] };
    const inputs = [input('price', 2, 0.5, 5), input('use', 0.7, 0.2, 0.95),
      input('power', 0.08, 0.02, 0.2)];
    const worth = ({ constant, coefficients }: typeof a, x: readonly number[]): number =>
      coefficients.reduce((sum, each, at) => sum + each * Number(x[at]), constant);
    const found = decisionFlip(inputs, a, b);
    const base = inputs.map((each) => each.base);
    found.flipValue.forEach((value, at) => {
      const x = base.with(at, Number(value));
      expect(worth(a, x)).toBeCloseTo(worth(b, x), 9);
    });
    const joint = found.jointPoint ?? [];
    expect(worth(a, joint)).toBeCloseTo(worth(b, joint), 9);
    expect(Math.hypot(...joint.map((x, at) => x - Number(base[at]))))
      .toBeCloseTo(Number(found.jointDistance), 9);
  });

  it('says where no input alone reverses it', () => {
    const found = decisionFlip([input('x', 10, 5, 15)], { constant: 50, coefficients: [1] },
      { constant: 0, coefficients: [1] });
    expect(found).toMatchObject({ betterAtBase: 'a', flipValue: [null], reachable: [false],
      smallest: null, jointDistance: null, jointPoint: null });
  });
});

describe('capacity under uncertain demand', () => {
  it('earns most at its quantity, as a sum over equally likely demands says', () => {
    const demands = { uniform: uniformDemand(0, 100), normal: normalDemand(100, 25),
      triangular: triangularDemand(0, 30, 100), lognormal: lognormalDemand(4, 0.5),
      discrete: discreteDemand([30, 10, 20], [0.2, 0.5, 0.3]) };
    for (const [name, demand] of Object.entries(demands)) {
      const { quantity, expectedProfit } = newsvendor(10, 6, 1, demand);
      const n = 40_000;
      const draws = Array.from({ length: n }, (_, k) => demand.quantile((k + 0.5) / n));
      const profit = (q: number): number => draws.reduce((sum, d) =>
        sum + 9 * Math.min(d, q) - 5 * q, 0) / n;
      expect(profit(quantity), name).toBeCloseTo(expectedProfit, 1);
      expect(profit(quantity * 1.05), name).toBeLessThanOrEqual(profit(quantity) + 1e-9);
      expect(profit(quantity * 0.95), name).toBeLessThanOrEqual(profit(quantity) + 1e-9);
    }
    expect(() => newsvendor(5, 6, 1, uniformDemand(0, 1))).toThrow('between salvage and price');
  });
});
