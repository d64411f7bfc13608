import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceAt } from '../../../../shared/facility/cooling/balance.ts';
import { evaluateFacility } from '../../../../shared/facility/site/evaluate.ts';
import type { PowerBalance } from '../../../../shared/facility/types.ts';
import { anyRejection, anySite, anyWeather, rejections, siteParams, sites } from '../sample.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Largest relative gap of the three balances: meter, heat and water. */
function largestGap(b: PowerBalance): number {
  const parts = b.itKw + b.distributionKw + b.upsKw + b.transformerKw + b.otherKw
    + b.airFansKw + b.pumpsKw
    + b.chillerKw + b.rejectionFansKw;
  const water = b.evaporatedM3PerHour + b.blowdownM3PerHour + b.windageM3PerHour;
  return Math.max(
    Math.abs(parts - b.facilityKw) / b.facilityKw,
    Math.abs(b.heatKw - b.facilityKw) / b.facilityKw,
    Math.abs(water - b.waterM3PerHour) / Math.max(1e-12, water));
}

describe('balances close', () => {
  it('meter = IT + each loss, heat out = power in, water in = water out, in any weather at any load', () => {
    const plant = fc.tuple(anySite, anyRejection, share);
    fc.assert(fc.property(plant, anyWeather, share, ([site, rejection, f], weather, load) => {
      const balance = balanceAt(siteParams(site, { rejection }, f), weather,
        Math.max(1, load * 1000), 1000);
      expect(largestGap(balance)).toBeLessThan(1e-9);
    }), { numRuns: 400 });
  });

  it('over the year on every site: mean power is the hours-weighted sum of its parts', () => {
    for (const site of sites) for (const rejection of rejections) {
      const year = evaluateFacility(siteParams(site, { rejection }), 1000);
      expect(year).not.toBeNull();
      for (const bin of year?.bins ?? []) expect(largestGap(bin.balance)).toBeLessThan(1e-9);
      expect(year?.bins.reduce((sum, b) => sum + b.hours, 0)).toBeCloseTo(8760, -1);
    }
  });
});

describe('plants behave', () => {
  it('warmer supply never raises PUE, on every site and plant', () => {
    const rise = fc.record({
      liquidSupplyC: fc.integer({ min: 0, max: 15 }),
      airSupplyC: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(fc.property(anySite, anyRejection, share, rise, (site, rejection, f, more) => {
      const cold = { rejection, liquidSupplyC: 20, airSupplyC: 18 };
      const warm = { rejection, liquidSupplyC: 20 + more.liquidSupplyC,
        airSupplyC: 18 + more.airSupplyC };
      const before = evaluateFacility(siteParams(site, cold, f), 1000);
      const after = evaluateFacility(siteParams(site, warm, f), 1000);
      expect(after?.pueAnnual).toBeLessThanOrEqual((before?.pueAnnual ?? 0) + 1e-12);
      expect(after?.puePeak).toBeLessThanOrEqual((before?.puePeak ?? 0) + 1e-12);
    }));
  });

  it('more heat in liquid lowers the power of air fans', () => {
    const plant = fc.tuple(anySite, anyRejection);
    fc.assert(fc.property(plant, anyWeather, share, share,
      ([site, rejection], weather, x, y) => {
        const [less, more] = x < y ? [x, y] : [y, x];
        const airy = balanceAt(siteParams(site, { rejection }, less), weather, 1000, 1000);
        const wet = balanceAt(siteParams(site, { rejection }, more), weather, 1000, 1000);
        expect(wet.airFansKw).toBeLessThanOrEqual(airy.airFansKw + 1e-9);
      }));
  });

  it('needs no chiller when all supply is above the warmest water the weather gives', () => {
    // 40 C exceeds every dry bulb here by more than the dry approach of 8 K; towers have
    // colder water still.
    const withEconomiser = anyRejection.filter((rejection) => rejection !== 'dx');
    const cold = anyWeather.map(({ dryBulbC, wetBulbC }) => (
      { dryBulbC: Math.min(20, dryBulbC), wetBulbC: Math.min(18, wetBulbC) }));
    fc.assert(fc.property(anySite, withEconomiser, cold, share, (site, rejection, weather, f) => {
      const params = siteParams(site, { rejection, liquidSupplyC: 40, airSupplyC: 40 }, f);
      expect(balanceAt(params, weather, 1000, 1000).chillerKw).toBe(0);
    }));
  });

  it('never has a PUE below 1, and never a better one in hotter weather', () => {
    const rise = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(fc.property(anySite, anyRejection, anyWeather, rise,
      (site, rejection, weather, hotter) => {
        const params = siteParams(site, { rejection });
        const mild = balanceAt(params, weather, 1000, 1000).facilityKw;
        const warmer = { dryBulbC: weather.dryBulbC + hotter,
          wetBulbC: weather.wetBulbC + hotter };
        const hot = balanceAt(params, warmer, 1000, 1000).facilityKw;
        expect(mild).toBeGreaterThan(1000);
        expect(hot).toBeGreaterThanOrEqual(mild - 1e-9);
      }));
  });

  it('draws water only where a tower evaporates it', () => {
    for (const site of sites) {
      expect(evaluateFacility(siteParams(site, { rejection: 'dry' }), 1000)?.wueLPerKwh)
        .toBe(0);
      const tower = evaluateFacility(siteParams(site, { rejection: 'tower' }), 1000);
      expect(tower?.wueLPerKwh).toBeGreaterThan(0.5);
    }
  });

  it.each([
    'dryApproachK', 'towerApproachK', 'exchangerApproachK', 'coilApproachK',
    'airCondenserK',
  ])('refuses a negative %s', (name) => {
    const [site] = sites;
    expect(() => site && evaluateFacility(siteParams(site, { [name]: -1 }), 1000))
      .toThrow(`${name} is -1`);
  });

  it('humidifies dry winter air and nothing else, with water alone', () => {
    for (const site of sites) {
      const air = { rejection: 'air' } as const;
      const bare = evaluateFacility(siteParams(site, air, 0), 1000);
      const humid = evaluateFacility(siteParams(site, { ...air, dewPointLeastC: -9 }, 0), 1000);
      const more = evaluateFacility(siteParams(site, { ...air, dewPointLeastC: 5 }, 0), 1000);
      expect(bare?.wueLPerKwh).toBe(0);
      expect(more?.wueLPerKwh).toBeGreaterThanOrEqual(humid?.wueLPerKwh ?? 0);
      expect(humid?.pueAnnual).toBe(bare?.pueAnnual);
      for (const bin of humid?.bins ?? []) expect(largestGap(bin.balance)).toBeLessThan(1e-9);
    }
    const wue = (id: string): number => {
      const site = sites.find((each) => each.id === id);
      return (site && evaluateFacility(
        siteParams(site, { rejection: 'air', dewPointLeastC: -9 }, 0), 1000,
      )?.wueLPerKwh) ?? -1;
    };
    expect(wue('singapore')).toBe(0);
    expect(wue('chicago')).toBeGreaterThan(0);
  });

  it('has no annual figure without climate', () => {
    const [site] = sites;
    expect(site && evaluateFacility({ ...siteParams(site), bins: [] }, 1000)).toBeNull();
  });
});
