import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billedDemand } from '../../../../shared/economics/statement/demand-charge.ts';

describe('billedDemand', () => {
  const kw = fc.double({ min: 0, max: 1e5, noNaN: true });

  it('bills 85 % of the contract when less is used, and what is used when more', () => {
    expect(billedDemand([500, 900], { ratchet: 0, months: 12, minimumKw: 850 })).toEqual([
      { billedKw: 850, basis: 'minimum-take' }, { billedKw: 900, basis: 'peak' }]);
  });

  it('remembers the highest peak of twelve months through the ratchet, and forgets it after',
    () => {
    const peaks = [1000, ...Array.from({ length: 13 }, () => 100)];
    const billed = billedDemand(peaks, { ratchet: 0.8, months: 12, minimumKw: 0 });
    expect(billed.map(({ billedKw }) => billedKw))
      .toEqual([1000, ...Array.from({ length: 11 }, () => 800), 100, 100]);
    expect(billed[1]?.basis).toBe('ratchet');
  });

  it('bills nothing before there is any peak, and refuses a negative one', () => {
    expect(billedDemand([0, 0], { ratchet: 1, months: 1, minimumKw: 50 }))
      .toEqual([{ billedKw: 0, basis: 'peak' }, { billedKw: 0, basis: 'peak' }]);
    expect(() => billedDemand([5, -1], { ratchet: 0, months: 1,
      minimumKw: 0 })).toThrow('peak of month 2');
  });

  it('is max(monthly peak, ratchet x highest peak looked back on, minimum)', () => {
    fc.assert(fc.property(fc.array(kw, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 24 }),
      fc.double({ min: 0, max: 1, noNaN: true }), kw, (peaks, months, ratchet, minimumKw) => {
        billedDemand(peaks, { ratchet, months, minimumKw }).forEach(({ billedKw }, i) => {
          const highest = Math.max(...peaks.filter((_, at) => at <= i && at > i - months));
          expect(billedKw).toBe(highest === 0 ? 0 : Math.max(peaks[i] ?? 0, ratchet * highest,
            minimumKw));
        });
      }));
  });

  it('forgets a peak after the months it looks back on', () => {
    const billed = billedDemand([100, 10, 10, 10], { ratchet: 0.5, months: 2, minimumKw: 0 });
    expect(billed.map(({ billedKw }) => billedKw)).toEqual([100, 50, 10, 10]);
    expect(() => billedDemand([1], { ratchet: 0, months: 0, minimumKw: 0 }))
      .toThrow(RangeError);
  });
});
