import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { ClimateBin, Site } from '../../../shared/catalog/types.ts';

const sites = Object.values(builtInCatalog.sites);
const site = (id: string): Site | undefined => builtInCatalog.sites[id];
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

describe('climate of the sites', () => {
  it('fills a year in both distributions, rounding apart', () => {
    expect(sites).toHaveLength(27);
    const off = (hours: readonly number[]): boolean => Math.abs(sum(hours) - 8760) >= 1;
    const wrong = sites.filter(({ bins }) =>
      off(bins.map((bin) => bin.dryBulbHours)) || off(bins.map((bin) => bin.wetBulbHours)));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('keeps bins in order without gaps', () => {
    const broken = sites.filter(({ bins }) => bins.some((bin,
      index) => index > 0 && bin.lowC !== bins[index - 1]?.highC));
    expect(broken.map(({ id }) => id)).toEqual([]);
  });

  it('has each mean inside its bin, the wet bulb below the dry bulb, and hours wherever there is a mean',
    () => {
    const sound = ({ lowC, highC, dryBulbHours, meanDryBulbC: dry,
      meanWetBulbC: wet }: ClimateBin): boolean =>
      dry === null ? dryBulbHours === 0 : dry >= lowC && dry <= highC && (wet ?? dry) <= dry;
    expect(sites.flatMap(({ bins }) => bins.filter((bin) => !sound(bin)))).toEqual([]);
  });

  it.each([
    // Annual means and hours at or below 10 C of the hourly data the bins were made from;
    // hours at exactly 10 C stand in the bin above, so the count lies between two sums.
    ['phoenix', 24.67, 802], ['ashburn', 13.78, 3507], ['singapore', 27.19, 0],
    ['frankfurt', 11.69, 3990],
  ])('gives %s its annual mean of %d C and its cool hours', (id, mean, coolHours) => {
    const bins = site(id)?.bins ?? [];
    const degreeHours = sum(bins.map((bin) => bin.dryBulbHours * (bin.meanDryBulbC ?? 0)));
    expect(degreeHours / 8760).toBeCloseTo(mean, 1);
    const upTo = (limit: number): number =>
      sum(bins.filter((bin) => bin.highC <= limit).map((bin) => bin.dryBulbHours));
    expect(coolHours).toBeGreaterThanOrEqual(upTo(10) - 1);
    expect(coolHours).toBeLessThanOrEqual(upTo(12) + 1);
  });

  it('has design temperatures except where the normals are smoothed', () => {
    expect(sites.filter(({ smoothed }) => smoothed).map(({ id }) => id).toSorted())
      .toEqual(['new-york-jfk', 'port-angeles', 'tucson']);
    const without = sites.filter(({ designDryBulbC, designWetBulbC }) =>
      designDryBulbC === undefined || designWetBulbC === undefined);
    expect(without.every(({ smoothed }) => smoothed)).toBe(true);
    const upsideDown = sites.filter(({ designDryBulbC, designWetBulbC }) =>
      (designWetBulbC?.value ?? -99) >= (designDryBulbC?.value ?? 99));
    expect(upsideDown).toEqual([]);
  });
});

describe('energy at the sites', () => {
  it('quotes the industrial averages of 2023 (U.S. EIA, secrev-map)', () => {
    expect(site('phoenix')?.industrialUsdPerKwh?.value).toBe(0.0811);
    expect(site('ashburn')?.industrialUsdPerKwh).toMatchObject({ value: 0.0892, unit: 'USD/kWh',
      evidence: 'measured' });
  });

  it('names the region behind every price and intensity', () => {
    const unnamed = sites.filter(({ region, carbonGPerKwh }) =>
      region === undefined || !/zone|US-/.test(carbonGPerKwh?.note ?? ''));
    expect(unnamed.map(({ id }) => id)).toEqual([]);
  });

  it('shows no retail price where none was found, and no wholesale price from patterned series', () => {
    const priced = sites.filter(({ industrialUsdPerKwh }) => industrialUsdPerKwh !== undefined);
    expect(priced.every(({ region = '' }) => region.startsWith('US-'))).toBe(true);
    const patterned = ['singapore', 'mumbai', 'santiago', 'johannesburg'];
    expect(patterned.filter((id) => site(id)?.wholesaleUsdPerKwh !== undefined)).toEqual([]);
  });
});
