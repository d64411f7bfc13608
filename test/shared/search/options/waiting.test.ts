import { describe, expect, it } from 'vitest';
import {
  deferCertain, deferPerpetual, deferTwoPeriods,
} from '../../../../shared/search/options/defer.ts';
import {
  equivalentAnnualCosts, replacementSchedule,
} from '../../../../shared/search/options/replacement.ts';

describe('the right to wait', () => {
  it('gives the cases of Dixit and Pindyck, ch. 2 and 5', () => {
    const perpetual = deferPerpetual(1, 1, 0.04, 0.04, 0.2);
    expect(perpetual.beta).toBeCloseTo(2, 12);
    expect(perpetual.criticalValue).toBeCloseTo(2, 12);
    expect(perpetual.optionValue).toBeCloseTo(0.25, 12);
    expect(perpetual.investNow).toBe(false);
    const widget = deferTwoPeriods({ priceNow: 200, priceUp: 300, priceDown: 100,
      chanceUp: 0.5, cost: 1600, rate: 0.1 });
    expect(widget.npvNow).toBeCloseTo(600, 9);
    expect(widget.npvWait).toBeCloseTo(772.7272727, 6);
    expect(widget.investNow).toBe(false);
  });

  it('is never worth less than investing now, and joins it smoothly', () => {
    for (const value of [20, 80, 100, 150, 264, 265, 400]) {
      const found = deferPerpetual(value, 100, 0.06, 0.05, 0.3);
      expect(found.optionValue).toBeGreaterThanOrEqual(Math.max(0, value - 100) - 1e-12);
      expect(found.valueOfWaiting).toBeGreaterThanOrEqual(-1e-12);
    }
    expect(deferPerpetual(100, 100, 0.06, 0, 0.3)).toMatchObject({ criticalValue: null,
      investNow: false, optionValue: 100 });
    expect(deferPerpetual(120, 100, 0.04, 0.05, 0)).toMatchObject({ beta: null,
      criticalValue: 100, investNow: true });
  });

  it('waits as long as a fine search says, without uncertainty', () => {
    const worth = (years: number): number => Math.exp(-0.1 * years)
      * (100 * Math.exp(-0.05 * years) - 80 * Math.exp(-0.25 * years));
    const best = Math.max(...Array.from({ length: 20_001 }, (_, k) => worth(k / 1000)));
    const found = deferCertain(100, -0.05, 80, 0.25, 0.1);
    expect(found.npv).toBeCloseTo(best, 6);
    expect(deferCertain(50, -0.05, 80, -0.2, 0.1)).toMatchObject({ waitYears: null, npv: 0 });
    expect(() => deferCertain(100, 0.2, 80, 0, 0.1)).toThrow('waiting never ends');
  });
});

describe('replacement', () => {
  it('has least equal annual cost at the economic life', () => {
    const { life, annual } = equivalentAnnualCosts(6000, [3000, 1500, 750, 375, 200, 200, 200],
      [1000, 1200, 1400, 1800, 2300, 2800, 3400], 0);
    expect(life).toBe(5);
    expect(annual[4]).toBeCloseTo(2700, 9);
  });

  it('costs no more than any other schedule', () => {
    const terms = { horizon: 6, purchase: [100, 97, 94, 92, 90, 88], salvage: [40, 25, 15],
      operating: [12, 16, 23], rate: 0.08 };
    const costOf = (replaced: readonly number[]): number => {
      const starts = [0, ...replaced, 6];
      return starts.slice(0, -1).reduce((sum, start, k) => {
        const age = Number(starts[k + 1]) - start;
        if (age > 3) return Infinity;
        const run = terms.operating.slice(0, age)
          .reduce((all, cost, at) => all + cost / 1.08 ** (start + at + 1), 0);
        return sum + Number(terms.purchase[start]) / 1.08 ** start + run
          - Number(terms.salvage[age - 1]) / 1.08 ** (start + age);
      }, 0);
    };
    const all = Array.from({ length: 32 }, (_, set) =>
      [1, 2, 3, 4, 5].filter((year) => (set >> (year - 1)) % 2 === 1));
    const best = Math.min(...all.map(costOf));
    const found = replacementSchedule(terms);
    expect(found.cost).toBeCloseTo(best, 9);
    expect(costOf(found.replaceAt)).toBeCloseTo(best, 9);
    expect(() => replacementSchedule({ ...terms, horizon: 7 })).toThrow('purchase needs 7');
  });
});
