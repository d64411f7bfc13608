import { describe, expect, it } from 'vitest';
import type { ClimateBin } from '../../../../shared/catalog/types.ts';
import { binHours } from '../../../../shared/facility/weather/bins.ts';
import { evaluateFacility } from '../../../../shared/facility/site/evaluate.ts';
import { mapHours } from '../../../../shared/facility/site/hours.ts';
import type { WeatherHour } from '../../../../shared/facility/types.ts';
import { rejections, siteParams, sites } from '../sample.ts';

/** Moves up and down like weather does: mostly near 0, seldom by 4 K; deviation 2.1 K. */
const weatherK = (i: number): number => 2.1 * (Math.sin(i * 2.4) + Math.sin(i * 1.3 + 1));

/**
 * Hours that fill the bins of a site: spread through each, the wet bulb moving with the
 * weather.
 */
function hoursOf(bins: readonly ClimateBin[]): readonly WeatherHour[] {
  const hours: WeatherHour[] = [];
  for (const { dryBulbHours, lowC, highC, meanWetBulbC } of bins) {
    const count = Math.round(dryBulbHours);
    for (let i = 0; i < count; i++) {
      const dryBulbC = lowC + ((i + 0.5) / count) * (highC - lowC);
      const wetBulbC = Math.min(dryBulbC, (meanWetBulbC ?? dryBulbC) + weatherK(i));
      hours.push({ dryBulbC, wetBulbC, month: 1 + (hours.length % 12),
        hour: hours.length % 24 });
    }
  }
  return hours;
}

describe('hours and bins', () => {
  it.each(
    rejections,
  )('agree on the annual PUE within 0.01 on every shipped site: %s', (rejection) => {
    for (const site of sites) for (const liquid of [0, 0.9]) {
      const hours = hoursOf(site.bins);
      const params = siteParams(site, { rejection }, liquid);
      const byHour = evaluateFacility({ ...params, hours }, 1000);
      const byBin = evaluateFacility({ ...params, bins: binHours(hours) }, 1000);
      const apart = Math.abs((byHour?.pueAnnual ?? 0) - (byBin?.pueAnnual ?? 9));
      expect(apart, `${site.id} ${liquid}`).toBeLessThan(0.01);
    }
  });

  it('agree on the months: their mean is the year', () => {
    const [site] = sites;
    if (site === undefined) throw new Error('no site');
    const result = evaluateFacility({ ...siteParams(site), hours: hoursOf(site.bins) }, 1000);
    const months = result?.months ?? [];
    const hours = months.reduce((sum, month) => sum + month.hours, 0);
    const mean = months.reduce((sum, month) => sum + month.pue * month.hours, 0) / hours;
    expect(mean).toBeCloseTo(result?.pueAnnual ?? 0, 9);
    expect(result?.partLoad.byMonth?.facilityKw).toHaveLength(12);
  });

  it('fill a map of twelve months by twenty-four hours', () => {
    const hours = Array.from({ length: 12 * 24 }, (_, i): WeatherHour =>
      ({ dryBulbC: i % 30, wetBulbC: (i % 30) - 5, month: 1 + Math.floor(i / 24),
        hour: i % 24 }));
    const [site] = sites;
    if (site === undefined) throw new Error('no site');
    expect(mapHours(siteParams(site), hours, 100)).toHaveLength(288);
  });
});

describe('part load', () => {
  it('rises with the IT load, keeps its no-load losses, and ends at the annual PUE', () => {
    for (const site of sites) for (const rejection of rejections) {
      const result = evaluateFacility(siteParams(site, { rejection }), 1000);
      const table = result?.partLoad.facilityKw ?? [];
      expect(table[0]).toBeGreaterThan(0);
      expect([...table].toSorted((a, b) => a - b)).toEqual(table);
      // Towers are tabulated from the wet bulb's own bins, as the year is.
      expect((table.at(-1) ?? 0) / 1000).toBeCloseTo(result?.pueAnnual ?? 0, 9);
    }
  });
});
