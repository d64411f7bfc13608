import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billMonths, billedDemand, hourlyPrices, meanPrice, type Tariff } from '../../../shared/facility/tariffs.ts';

const tariff: Tariff = {
  usdPerKwh: 0.06, periods: [], demandUsdPerKwMonth: 7.44, ratchet: 0, contractKw: 0, minimumTake: 0,
};

describe('billMonths', () => {
  // FactSet on AEP Ohio: 450 MW billed for transmission are $40.2 M a year at $7.44 per kW and month.
  it('bills 450 MW at $7.44 per kW-month as $40.2 M a year', () => {
    const year = billMonths(Array.from({ length: 12 }, () => ({ energyKwh: 0, peakKw: 450_000 })), tariff);
    expect(year.reduce((sum, month) => sum + month.demandUsd, 0) / 1e6).toBeCloseTo(40.2, 1);
  });

  it('bills 85 % of the contract when less is used, and what is used when more', () => {
    const take = { ...tariff, contractKw: 1000, minimumTake: 0.85 };
    expect(billMonths([{ energyKwh: 0, peakKw: 500 }, { energyKwh: 0, peakKw: 900 }], take)).toMatchObject([
      { billedKw: 850, basis: 'minimum-take' }, { billedKw: 900, basis: 'peak' }]);
  });

  it('remembers the highest peak of twelve months through the ratchet, and forgets it after', () => {
    const peaks = [1000, ...Array.from({ length: 13 }, () => 100)];
    const months = peaks.map((peakKw) => ({ energyKwh: 1, peakKw }));
    const billed = billMonths(months, { ...tariff, ratchet: 0.8 }).map((month) => month.billedKw);
    expect(billed.slice(0, 12)).toEqual([1000, ...Array.from({ length: 11 }, () => 800)]);
    expect(billed.slice(12)).toEqual([100, 100]);
  });

  it('never bills less for more use or a harder tariff', () => {
    const kw = fc.double({ min: 0, max: 1e5, noNaN: true });
    fc.assert(fc.property(kw, kw, fc.double({ min: 0, max: 1, noNaN: true }), (peakKw, more, share) => {
      const bill = (peak: number, ratchet: number): number =>
        billMonths([{ energyKwh: peak, peakKw: peak }, { energyKwh: 1, peakKw: 1 }], { ...tariff, ratchet })
          .reduce((sum, month) => sum + month.energyUsd + month.demandUsd, 0);
      expect(bill(peakKw + more, share)).toBeGreaterThanOrEqual(bill(peakKw, share) - 1e-6);
      expect(bill(peakKw, share)).toBeGreaterThanOrEqual(bill(peakKw, 0) - 1e-6);
    }));
  });

  it('refuses negative use', () => {
    expect(() => billMonths([{ energyKwh: -1, peakKw: 0 }], tariff)).toThrow(RangeError);
  });
});

describe('billedDemand', () => {
  const kw = fc.double({ min: 0, max: 1e5, noNaN: true });

  it('is max(monthly peak, ratchet x highest peak looked back on, minimum)', () => {
    fc.assert(fc.property(fc.array(kw, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 24 }),
      fc.double({ min: 0, max: 1, noNaN: true }), kw, (peaks, months, ratchet, minimumKw) => {
        billedDemand(peaks, { ratchet, months, minimumKw }).forEach(({ billedKw }, i) => {
          const highest = Math.max(...peaks.filter((_, at) => at <= i && at > i - months));
          expect(billedKw).toBe(highest === 0 ? 0 : Math.max(peaks[i] ?? 0, ratchet * highest, minimumKw));
        });
      }));
  });

  it('forgets a peak after the months it looks back on', () => {
    const billed = billedDemand([100, 10, 10, 10], { ratchet: 0.5, months: 2, minimumKw: 0 });
    expect(billed.map(({ billedKw }) => billedKw)).toEqual([100, 50, 10, 10]);
    expect(() => billedDemand([1], { ratchet: 0, months: 0, minimumKw: 0 })).toThrow(RangeError);
  });
});

describe('prices by the hour', () => {
  const peak = { label: 'peak', fromHour: 16, toHour: 20, workingDaysOnly: true, usdPerKwh: 0.2 };
  const night = { label: 'night', fromHour: 22, toHour: 6, workingDaysOnly: false, usdPerKwh: 0.03 };

  it('mixes working days and weekends, and runs over midnight', () => {
    const prices = hourlyPrices({ ...tariff, periods: [peak, night] });
    expect(prices[17]).toBeCloseTo((5 * 0.2 + 2 * 0.06) / 7, 12);
    expect([prices[23], prices[0], prices[5], prices[6]]).toEqual([0.03, 0.03, 0.03, 0.06]);
  });

  it('weighs the price by the load', () => {
    const onlyNight = Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 1 : 0));
    expect(meanPrice({ ...tariff, periods: [night] }, onlyNight)).toBeCloseTo(0.03, 12);
    expect(() => meanPrice(tariff, [1])).toThrow(RangeError);
    expect(() => hourlyPrices({ ...tariff, periods: [{ ...peak, toHour: 25 }] })).toThrow(/peak/);
  });
});
