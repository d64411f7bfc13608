import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { allocateSqrt } from '../../../../shared/search/programs/allocate.ts';
import { knapsack } from '../../../../shared/search/programs/knapsack.ts';
import type { Solver } from '../../../../shared/search/programs/program.ts';
import { tierMix, type TierMixTerms } from '../../../../shared/search/programs/tier-mix.ts';
import { testSolver } from '../../../support/solver.ts';

let solver: Solver;
beforeAll(async () => { solver = await testSolver(); });

const point = fc.record({ mw: fc.integer({ min: 1, max: 9 }), value: fc.integer({ min: 1, max: 20 }) });
const terms = fc.record({
  mwCap: fc.integer({ min: 20, max: 60 }), podsCap: fc.integer({ min: 4, max: 12 }),
  tiers: fc.array(fc.record({ name: fc.constant('t'), minPods: fc.integer({ min: 0, max: 1 }),
    maxPods: fc.option(fc.integer({ min: 1, max: 6 })),
    points: fc.array(point, { minLength: 1, maxLength: 2 }) }), { minLength: 1, maxLength: 2 }),
});

/** Every mix of whole pods, one after the other. */
function* mixes({ podsCap, tiers }: TierMixTerms): Generator<readonly number[]> {
  const cells = tiers.flatMap(({ points }) => points).length;
  const counts = Array.from({ length: cells }, () => 0);
  for (let at = 0; at < cells;) {
    yield counts;
    for (at = 0; at < cells && counts[at] === podsCap; at++) counts[at] = 0;
    if (at < cells) counts[at] = Number(counts[at]) + 1;
  }
}

function bestOf(given: TierMixTerms): number | null {
  const cells = given.tiers.flatMap(({ points }, tier) => points.map((each) => ({ tier, each })));
  let best: number | null = null;
  for (const counts of mixes(given)) {
    const sum = (of: (at: number) => number): number =>
      counts.reduce((all, count, at) => all + count * of(at), 0);
    const fits = sum((at) => Number(cells[at]?.each.mw)) <= given.mwCap
      && sum(() => 1) <= given.podsCap
      && given.tiers.every(({ minPods, maxPods }, tier) => {
        const pods = sum((at) => (cells[at]?.tier === tier ? 1 : 0));
        return pods >= minPods && pods <= (maxPods ?? Infinity);
      });
    const value = sum((at) => Number(cells[at]?.each.value));
    if (fits && (best === null || value > best)) best = value;
  }
  return best;
}

describe('mix of tiers', () => {
  it('is the best of all mixes, and never better than its bound', () => {
    expect(fc.check(fc.property(terms, (given) => {
      const found = tierMix(solver, given);
      const best = bestOf(given);
      return best === null ? found.status === 'infeasible' && found.pods === null
        : Math.abs(Number(found.objective) - best) < 1e-6
          && Number(found.bound) >= best - 1e-6;
    }), { numRuns: 25 })).toMatchObject({ failed: false });
  });

  it('says what a further MW is worth, and which limit cannot be met', () => {
    const tier = { name: 'a', minPods: 0, maxPods: null, points: [{ mw: 0.5, value: 10 }] };
    const found = tierMix(solver, { mwCap: 5, podsCap: 100, tiers: [tier] });
    expect(found).toMatchObject({ objective: 100, mwUsed: 5, podsUsed: 10, pods: [[10]] });
    expect(found.perMw).toBeCloseTo(20, 9);
    expect(found.perPod).toBeCloseTo(0, 9);
    expect(tierMix(solver, { mwCap: 1, podsCap: 10, tiers: [{ ...tier, minPods: 3 }] }).conflict)
      .toEqual({ limit: 'mw', tier: null, needed: 1.5, available: 1 });
    expect(tierMix(solver, { mwCap: 9, podsCap: 2, tiers: [{ ...tier, minPods: 3 }] }).conflict)
      .toMatchObject({ limit: 'pods', needed: 3 });
    expect(tierMix(solver, { mwCap: 9, podsCap: 9,
      tiers: [{ ...tier, minPods: 3, maxPods: 2 }] }).conflict)
      .toMatchObject({ limit: 'tier', tier: 'a' });
    expect(() => tierMix(solver, { mwCap: 9, podsCap: 9, tiers: [] })).toThrow(RangeError);
  });
});

describe('knapsack', () => {
  it('is the best of all choices, between what is greedy and the bound', () => {
    const items = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 9 });
    expect(fc.check(fc.property(items, fc.integer({ min: 0, max: 60 }), (pairs, capacity) => {
      const [values, weights] = [pairs.map(([v]) => v), pairs.map(([, w]) => w)];
      let best = 0;
      for (let set = 0; set < 2 ** pairs.length; set++) {
        const sum = (of: readonly number[]): number =>
          of.reduce((all, each, at) => all + ((set >> at) % 2 === 1 ? each : 0), 0);
        if (sum(weights) <= capacity) best = Math.max(best, sum(values));
      }
      const found = knapsack(values, weights, capacity);
      const chosen = found.chosen.reduce((all, at) => all + Number(values[at]), 0);
      return found.objective === best && chosen === best && found.greedyObjective <= best
        && found.bound >= best - 1e-9;
    }), { numRuns: 100 })).toMatchObject({ failed: false });
  });

  it('settles 24 items with weights of six figures (Burkardt, KNAPSACK_01, P08)', () => {
    const values = [825594, 1677009, 1676628, 1523970, 943972, 97426, 69666, 1296457, 1679693,
      1902996, 1844992, 1049289, 1252836, 1319836, 953277, 2067538, 675367, 853655, 1826027,
      65731, 901489, 577243, 466257, 369261];
    const weights = [382745, 799601, 909247, 729069, 467902, 44328, 34610, 698150, 823460,
      903959, 853665, 551830, 610856, 670702, 488960, 951111, 323046, 446298, 931161, 31385,
      496951, 264724, 224916, 169684];
    expect(knapsack(values, weights, 6_404_180).objective).toBe(13_549_094);
  });
});

describe('allocation of a limit', () => {
  it('is better than any other split, and worth its shadow price', () => {
    const [gain, mw] = [[5, 8, 3], [1, 2, 0.5]];
    const { x, objective, shadowPrice } = allocateSqrt(gain, mw, 10);
    expect(x.reduce((sum, each, at) => sum + each * Number(mw[at]), 0)).toBeCloseTo(10, 12);
    expect(fc.check(fc.property(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }),
      { minLength: 3, maxLength: 3 }), (shares) => {
      const all = shares.reduce((sum, share) => sum + share, 0);
      const value = shares.reduce((sum, share, at) =>
        sum + Number(gain[at]) * Math.sqrt((share / all) * 10 / Number(mw[at])), 0);
      return value <= objective + 1e-9;
    }))).toMatchObject({ failed: false });
    const more = allocateSqrt(gain, mw, 10.001).objective;
    expect((more - objective) / 0.001).toBeCloseTo(shadowPrice, 3);
  });
});
