import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bermudanOption } from '../../../../shared/search/options/bermudan.ts';
import {
  europeanOption, exchangeOption,
} from '../../../../shared/search/options/european.ts';
import { simulatedOption, valueOfPaths } from '../../../../shared/search/options/lsm.ts';
import { payoffOf, type OptionTerms } from '../../../../shared/search/options/terms.ts';
import { americanOption, binomialOption } from '../../../../shared/search/options/tree.ts';

const put: OptionTerms = { kind: 'put', spot: 40, strike: 40, rate: 0.06, yield: 0,
  volatility: 0.2, years: 1 };
const anyTerms = fc.record({
  kind: fc.constantFrom('call', 'put'), spot: fc.double({ min: 20, max: 80, noNaN: true }),
  strike: fc.double({ min: 20, max: 80, noNaN: true }),
  rate: fc.double({ min: 0, max: 0.1, noNaN: true }),
  yield: fc.double({ min: 0, max: 0.1, noNaN: true }),
  volatility: fc.double({ min: 0.05, max: 0.6, noNaN: true }),
  years: fc.double({ min: 0.1, max: 3, noNaN: true }),
}) as fc.Arbitrary<OptionTerms>;

describe('European options', () => {
  it('hold put-call parity: C - P = S e^(-qT) - K e^(-rT)', () => {
    expect(fc.check(fc.property(anyTerms, (terms) => {
      const [call, sold] = [europeanOption({ ...terms, kind: 'call' }),
        europeanOption({ ...terms, kind: 'put' })];
      const forward = terms.spot * Math.exp(-terms.yield * terms.years)
        - terms.strike * Math.exp(-terms.rate * terms.years);
      return Math.abs(call - sold - forward) < 1e-10;
    }))).toMatchObject({ failed: false });
  });

  it('gain with volatility, and are certain without it', () => {
    expect(europeanOption({ ...put, volatility: 0.3 })).toBeGreaterThan(europeanOption(put));
    expect(europeanOption({ ...put, volatility: 0, strike: 50 }))
      .toBeCloseTo(50 * Math.exp(-0.06) - 40, 12);
    expect(europeanOption({ ...put, years: 0, strike: 45 })).toBe(5);
  });

  it('exchange of a certain cost is a call, and of like assets worth nothing', () => {
    const call = europeanOption({ kind: 'call', spot: 100, strike: 95, rate: 0.01, yield: 0.03,
      volatility: 0.3, years: 2 });
    const terms = { value: 100, cost: 95, valueYield: 0.03, costYield: 0.01,
      valueVolatility: 0.3, costVolatility: 0, correlation: 0, years: 2 };
    expect(exchangeOption(terms)).toBeCloseTo(call, 12);
    expect(exchangeOption({ ...terms, cost: 100, costYield: 0.03, costVolatility: 0.3,
      correlation: 1 })).toBe(0);
    expect(() => exchangeOption({ ...terms, correlation: 1.2 })).toThrow(RangeError);
  });
});

describe('options of early exercise', () => {
  it('agree with Geske and Johnson (1984), Table I, and Hull', () => {
    const value = (spot: number, strike: number, volatility: number, years: number): number =>
      americanOption({ kind: 'put', spot, strike, rate: 0.0488, yield: 0, volatility, years })
        .value;
    expect(value(40, 40, 0.3, 0.3333)).toBeCloseTo(2.4825, 3);
    expect(value(40, 45, 0.4, 0.5833)).toBeCloseTo(7.383, 3);
    expect(binomialOption({ ...put, spot: 50, strike: 50, rate: 0.1, volatility: 0.4,
      years: 5 / 12 }, 5, 'american')).toBeCloseTo(4.49, 2);
  });

  it('are worth at least the European, the payoff now, and more with more dates', () => {
    expect(fc.check(fc.property(anyTerms, (terms) => {
      const european = europeanOption(terms);
      const few = bermudanOption(terms, 2).value;
      const many = bermudanOption(terms, 8).value;
      const american = americanOption(terms).value;
      const slack = 2e-3;
      return few >= european && many >= few - slack && american >= many - slack
        && american >= payoffOf(terms)(terms.spot);
    }), { numRuns: 12 })).toMatchObject({ failed: false });
  });

  it('hold American put-call symmetry: C(S, K, r, q) = P(K, S, q, r)', () => {
    const call = americanOption({ ...put, kind: 'call', spot: 50, strike: 45, rate: 0.03,
      yield: 0.07 }).value;
    const sold = americanOption({ ...put, spot: 45, strike: 50, rate: 0.07, yield: 0.03 }).value;
    expect(call).toBeCloseTo(sold, 3);
  });

  it('are exercised when their gain stops growing where nothing is uncertain', () => {
    // K e^(-rt) r = S q e^(-qt) at t = ln(rK / qS) / (r - q).
    const terms: OptionTerms = { ...put, spot: 40, strike: 50, rate: 0.05, yield: 0.1,
      volatility: 0, years: 10 };
    const gain = Math.max(...Array.from({ length: 10_001 }, (_, k) => k / 1000).map((t) =>
      50 * Math.exp(-0.05 * t) - 40 * Math.exp(-0.1 * t)));
    expect(americanOption(terms).value).toBeCloseTo(gain, 6);
  });

  it('refuse trees whose chances are none', () => {
    expect(() => binomialOption({ ...put, rate: 0.5, volatility: 0.02 }, 2, 'american'))
      .toThrow('too few');
    expect(() => binomialOption(put, 0, 'american')).toThrow('steps must be');
    expect(() => europeanOption({ ...put, spot: 0 })).toThrow('spot must be above 0');
  });
});

describe('least-squares Monte Carlo', () => {
  it('gives the eight paths of Longstaff and Schwartz (2001), sec. 1', () => {
    const found = valueOfPaths({ strike: 1.1, rate: 0.06, dt: 1, kind: 'put',
      powers: [0, 1, 2], paths: [[1, 1.09, 1.08, 1.34], [1, 1.16, 1.26, 1.54],
        [1, 1.22, 1.07, 1.03], [1, 0.93, 0.97, 0.92], [1, 1.11, 1.56, 1.52],
        [1, 0.76, 0.77, 0.9], [1, 0.92, 0.84, 1.01], [1, 0.88, 1.22, 1.34]] });
    expect(found.value).toBeCloseTo(0.1144, 4);
    expect(found.european).toBeCloseTo(0.0564, 4);
    expect(found.exerciseStep).toEqual([0, 0, 3, 1, 0, 1, 1, 1]);
  });

  it('comes near the value by quadrature, and repeats itself by seed', () => {
    const first = simulatedOption(put, 10, 8000, 3);
    const exact = bermudanOption(put, 10).value;
    expect(Math.abs(first.value - exact)).toBeLessThan(5 * first.standardError);
    expect(simulatedOption(put, 10, 8000, 3)).toEqual(first);
    expect(simulatedOption(put, 10, 8000, 4).value).not.toBe(first.value);
    expect(() => simulatedOption(put, 10, 7, 1)).toThrow('even number');
    expect(() => simulatedOption(put, 10, 8, -1)).toThrow('seed');
  });
});
