import { describe, expect, it } from 'vitest';
import { binHours, wetBulbDeviation } from '../../../../shared/facility/weather/bins.ts';
import { evaluateFacility } from '../../../../shared/facility/site/evaluate.ts';
import { balanceHours } from '../../../../shared/facility/site/hours.ts';
import { synthesizeYear } from '../../../../shared/facility/weather/synthetic-year.ts';
import { rejections, siteParams, sites } from '../sample.ts';

const site = (id: string) => {
  const found = sites.find((s) => s.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

const monthMean = (id: string, month: number): number => {
  const hours = synthesizeYear(site(id).bins, site(id).latitude)
    .filter((h) => h.month === month);
  return hours.reduce((sum, h) => sum + h.dryBulbC, 0) / hours.length;
};

describe('a year made from bins', () => {
  it.each(
    rejections,
  )('has the annual PUE of its bins within 0.01 on every shipped site: %s', (rejection) => {
    for (const { id, bins, latitude, elevationM } of sites) {
      const params = { ...siteParams(site(id), { rejection, adiabaticEffectiveness: 0.85 }, 0),
        elevationM };
      const balances = balanceHours(params, synthesizeYear(bins, latitude), 1000, 1000);
      const byHour =
        balances.reduce((sum, b) => sum + b.facilityKw, 0) / balances.length / 1000;
      expect(Math.abs(byHour - (evaluateFacility(params, 1000)?.pueAnnual ?? 0)), id)
        .toBeLessThan(0.01);
    }
  });

  it('keeps hours per bin and never has a wet bulb above the dry bulb', () => {
    for (const { id, bins, latitude } of sites) {
      const hours = synthesizeYear(bins, latitude);
      expect(hours).toHaveLength(8760);
      expect(hours.every((h) => h.wetBulbC <= h.dryBulbC)).toBe(true);
      const again = new Map(binHours(hours).map((bin) => [bin.lowC, bin.dryBulbHours]));
      for (const bin of bins)
        expect(again.get(bin.lowC) ?? 0, id).toBeCloseTo(bin.dryBulbHours, -1);
      expect(Math.abs(wetBulbDeviation(binHours(hours)) - wetBulbDeviation(bins)), id)
        .toBeLessThan(0.5);
    }
  });

  it('is warm in July in the north, in January in the south, and always at the equator', () => {
    expect(monthMean('phoenix', 7)).toBeGreaterThan(monthMean('phoenix', 1) + 15);
    expect(monthMean('sydney', 1)).toBeGreaterThan(monthMean('sydney', 7) + 5);
    expect(Math.abs(monthMean('singapore', 1) - monthMean('singapore', 7))).toBeLessThan(1);
  });

  it('has months that add up to the year', () => {
    const { bins, latitude } = site('ashburn');
    const hours = synthesizeYear(bins, latitude);
    const year = evaluateFacility({ ...siteParams(site('ashburn')), hours }, 1000);
    expect(year?.months).toHaveLength(12);
    const energy = (year?.months ?? []).reduce((sum, m) => sum + m.meanFacilityKw * m.hours, 0);
    expect(energy / 8760 / 1000).toBeCloseTo(year?.pueAnnual ?? 0, 9);
  });

  it('is empty without bins', () => {
    expect(synthesizeYear([], 40)).toEqual([]);
  });
});

describe('spread of the wet bulb', () => {
  it('is nothing where each dry bulb has one wet bulb, and found again where hours are spread', () => {
    const at = (wetBulbC: number) => ({ dryBulbC: 21, wetBulbC });
    expect(wetBulbDeviation(binHours([at(11), at(11)]))).toBe(0);
    // Wet bulbs of 9 and 13 C around 11 deviate by 2 K.
    expect(wetBulbDeviation(binHours([at(9), at(13)]))).toBeCloseTo(2, 9);
  });
});
