import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noPrice, totalBill } from '../../../../shared/network/bill.ts';
import { balanceAt } from '../../../../shared/facility/cooling/balance.ts';
import {
  compareDesigns, usualDesigns,
} from '../../../../shared/facility/site/compare-designs.ts';
import { sizePlant, usualUnits } from '../../../../shared/facility/site/plant.ts';
import { siteBill } from '../../../../shared/facility/site/site-bill.ts';
import { coolantFlow } from '../../../../shared/facility/cooling/water.ts';
import { anyRejection, anySite, siteParams, sites } from '../sample.ts';

const [site] = sites;
if (site === undefined) throw new Error('no site');
const params = siteParams(site);
const peak = balanceAt(params, params.designWeather, 4224, 4224);

describe('sizePlant', () => {
  // AUS-1 reference site document: 3,675 of 4,224 kW in liquid on units of 2,000 kW, 4
  // blocks of 1,500 kW.
  it('sizes the reference hall: 4 UPS blocks, 2 + 1 CDUs', () => {
    expect(sizePlant(params, peak)).toMatchObject({ upsBlocks: 4, transformers: 4, cdus: 3 });
  });

  it('loads the generators with one out to no more than their limit', () => {
    const load = fc.integer({ min: 100, max: 100_000 });
    fc.assert(fc.property(anySite, anyRejection, load, (where, rejection, itKw) => {
      const own = siteParams(where, { rejection });
      const plant = sizePlant(own, balanceAt(own, own.designWeather, itKw, itKw));
      expect(plant.generatorLoad).toBeLessThanOrEqual(usualUnits.generatorLimit + 1e-9);
      expect(plant.upsKw).toBeLessThanOrEqual(plant.upsBlocks * usualUnits.blockKw + 1e-6);
    }));
  });

  it('refuses units without a rating', () => {
    expect(() => sizePlant(params, peak, { ...usualUnits, cduKw: 0 })).toThrow(/cduKw/);
  });
});

describe('coolant', () => {
  it.each(
    [['water', 14.4], ['pg25', 15.3]] as const,
  )('%s: %d / dT L/min per kW', (coolant, constant) => {
    expect(coolantFlow(coolant, 10) * 10).toBeCloseTo(constant, 1);
    expect(() => coolantFlow(coolant, 0)).toThrow(RangeError);
  });
});

describe('siteBill', () => {
  it('holds the plant piece by piece under the price of construction', () => {
    const price =
      { usd: 11.7e6, evidence: 'analyst', source: 'Cushman & Wakefield 2025' } as const;
    const lines = siteBill({
      systems: [{ name: 'GB200 NVL72', racks: 32, systemsPerRack: 1, price: noPrice }],
      network: [], plant: sizePlant(params, peak), criticalMw: 4.224,
      facilityUsdPerMw: price,
    });
    expect(totalBill(lines)).toEqual({ pricedUsd: 4.224 * 11.7e6, unpriced: ['GB200 NVL72'] });
    expect(lines.find((line) => line.item === 'UPS blocks')?.count).toBe(4);
  });
});

describe('compareDesigns', () => {
  const cells = compareDesigns(params, sites, usualDesigns);
  const pue = (siteId: string, designId: string): number =>
    cells.find((cell) => cell.siteId === siteId && cell.designId === designId)?.pueAnnual
      ?? Number.NaN;

  it('gives every design at every site an annual PUE within what is published for large sites', () => {
    expect(cells).toHaveLength(sites.length * usualDesigns.length);
    for (const cell of cells) {
      expect(cell.pueAnnual).toBeGreaterThan(1.05);
      expect(cell.pueAnnual).toBeLessThan(1.5);
    }
  });

  it('ranks them as physics does: liquid below rear doors below chilled air, tropics above the north', () => {
    for (const { id } of sites) {
      expect(pue(id, 'immersion')).toBeLessThanOrEqual(pue(id, 'liquid-dry'));
      expect(pue(id, 'liquid-dry')).toBeLessThan(pue(id, 'chilled'));
      expect(pue(id, 'rear-door')).toBeLessThan(pue(id, 'chilled'));
    }
    for (const { id } of usualDesigns)
      expect(pue('singapore', id)).toBeGreaterThan(pue('london', id));
  });
});
