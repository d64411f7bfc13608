import { describe, expect, it } from 'vitest';
import { earnedShare, priceFactor } from '../../../../shared/economics/statement/prices.ts';
import { earnRevenue } from '../../../../shared/economics/statement/revenue.ts';
import { sales } from '../fixture.ts';
import { handLife, handTimeline } from '../hand.ts';

const flat = { clock: 'model', modelDeclinePerYear: 0, capabilityDeclinePerYear: 0,
  replacements: [],
  floorFactor: 0 } as const;
/**
 * 300 missed at 1, 100 cached at 0.5, 100 output at 4 dollars per million: 750 dollars a
 * month at list.
 */
const offer = sales({ inputUsdPerMtok: 1, cachedUsdPerMtok: 0.5, outputUsdPerMtok: 4,
  failedShare: 0, path: flat });

describe('revenue of a month', () => {
  it('is tokens times price by kind, after months without sales', () => {
    const revenue = earnRevenue(handLife(2), [offer], handTimeline(-1, 2));
    expect([...revenue.total]).toEqual([0, 0, 750, 750]);
    expect(revenue.traffic[0])
      .toMatchObject({ key: 'chat', input: Float64Array.of(0, 0, 300, 300),
        cached: Float64Array.of(0, 0, 50, 50), output: Float64Array.of(0, 0, 400, 400) });
    expect([revenue.inputUsd, revenue.outputUsd]).toEqual([700, 800]);
  });

  it('sells batch work in idle hours at the batch price, less what fails', () => {
    // 125 of 500 tokens are batch work: 3/4 earn all but 2 % failed, 1/4 earn half of that.
    const revenue = earnRevenue(handLife(1, {}, 125),
      [{ ...offer, failedShare: 0.02, batchDiscount: 0.5 }],
      handTimeline(1, 1));
    expect(revenue.total[0]).toBeCloseTo(750 * 0.98 * (0.75 + 0.25 * 0.5), 9);
  });

  it('gives batch work away at a discount of all, and no free share applies to it', () => {
    const revenue = earnRevenue(handLife(1, {}, 250),
      [{ ...offer, freeShare: 0.5, batchDiscount: 0.1 }],
      handTimeline(1, 1));
    expect(revenue.total[0]).toBeCloseTo(750 * (0.5 * 0.5 + 0.5 * 0.9), 9);
  });

  it('falls on the clock while `flat` keeps the prices of month 1', () => {
    const falling = { ...offer, path: { ...flat, modelDeclinePerYear: 0.5 } };
    const { total, flat: undiminished } = earnRevenue(handLife(13), [falling],
      handTimeline(1, 13));
    expect(total[12]).toBeCloseTo(375, 9);
    expect([undiminished[0], undiminished[12]]).toEqual([750, 750]);
  });

  it('is nothing in a month that serves nothing', () => {
    const idle = handLife(1, { inputMissMtok: [0], inputHitMtok: [0], outputMtok: [0],
      totalMtok: [0] });
    expect(earnRevenue(idle, [offer], handTimeline(1, 1)).total[0]).toBe(0);
  });

  it('refuses a class that is served without prices', () => {
    expect(() => earnRevenue(handLife(1), [], handTimeline(1, 1)))
      .toThrow('chat has no prices');
  });
});

describe('the price of a replaced model', () => {
  const path = { ...flat, modelDeclinePerYear: 0.36, capabilityDeclinePerYear: 0.75 };

  it('changes in the month of the replacement itself, not the month after', () => {
    const replaced = { ...path, replacements: [{ month: 7, priceFactor: 2 }] };
    expect(priceFactor(replaced, 6)).toBeCloseTo(0.64 ** (5 / 12), 12);
    expect(priceFactor(replaced, 7)).toBe(2);
    expect(priceFactor(replaced, 13)).toBeCloseTo(2 * 0.8, 12);
  });

  it('steps from the price in force until then: 0.64 after a year, halved, 0.64 again', () => {
    const replacements = [{ month: 13, priceFactor: null, step: 0.5 },
      { month: 25, priceFactor: null, step: 1.5 }];
    const stepped = { ...path, replacements };
    expect(priceFactor(stepped, 12)).toBeCloseTo(0.64 ** (11 / 12), 12);
    expect(priceFactor(stepped, 13)).toBeCloseTo(0.64 * 0.5, 12);
    expect(priceFactor(stepped, 25)).toBeCloseTo(0.64 * 0.5 * 0.64 * 1.5, 12);
    expect(priceFactor(stepped, 37)).toBeCloseTo(0.64 * 0.5 * 0.64 * 1.5 * 0.64, 12);
  });

  it('follows the latest of several, whatever their order', () => {
    const replacements = [{ month: 13, priceFactor: 3 }, { month: 4, priceFactor: 5 }];
    expect([3, 4, 13].map((month) => priceFactor({ ...flat, replacements }, month)))
      .toEqual([1, 5,
        3]);
  });

  it('restarts at the capability price of that month when none is stated', () => {
    // A fall of 75 % a year leaves half after six months.
    const replaced = { ...path, replacements: [{ month: 7, priceFactor: null }] };
    expect(priceFactor(replaced, 7)).toBeCloseTo(0.5, 12);
  });

  it('holds the price of month 1 before month 1', () => {
    expect([priceFactor(path, -5), priceFactor(path, 1)]).toEqual([1, 1]);
    expect(priceFactor({ ...path, clock: 'capability' }, -5)).toBe(1);
  });
});

describe('the share of the list price earned', () => {
  it('multiplies what is paid, the rebates and the tiers', () => {
    const share = earnedShare(sales({ freeShare: 0.2, failedShare: 0.1, batchShare: 0.5,
      batchDiscount: 0.4,
      offPeakShare: 0.25, offPeakDiscount: 0.6,
      tiers: [{ key: 'fast', share: 0.1, priceFactor: 3 },
        { key: 'slow', share: 0.3, priceFactor: 0.5 }] }));
    expect(share).toBeCloseTo(0.8 * 0.9 * 0.8 * 0.85 * (1 + 0.2 - 0.15), 12);
  });
});
