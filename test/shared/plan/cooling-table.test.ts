import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { usualDesigns } from '../../../shared/facility/site/compare-designs.ts';
import { mapHours } from '../../../shared/facility/site/hours.ts';
import { compareCoolingAt } from '../../../shared/plan/site/compare-cooling.ts';
import { facilityParams } from '../../../shared/plan/site/fit-racks.ts';
import { hoursOfYear } from '../../../shared/plan/site/site-climate.ts';
import { templatePlan } from '../template-plans.ts';

const { stages } = templatePlan('gb300-100mw');
const { inputs, facility: { liquidFraction } } = stages;
const sites = Object.values(builtInCatalog.sites).filter(({ bins }) => bins.length > 0);
const table = compareCoolingAt(inputs, liquidFraction, sites, usualDesigns);
const pue = (site: string, design: string): number =>
  table.find((cell) => cell.site.id === site && cell.design.id === design)?.pueAnnual
    ?? Number.NaN;

describe('annual PUE of the usual designs at the shipped sites, with default inputs', () => {
  it('lies where built plants lie', () => {
    expect(table).toHaveLength(sites.length * usualDesigns.length);
    for (const { site, design, pueAnnual } of table) {
      expect(pueAnnual, `${site.id} ${design.id}`).toBeGreaterThan(1.02);
      expect(pueAnnual, `${site.id} ${design.id}`).toBeLessThan(1.6);
    }
  });

  it('is lower for liquid than for the same plant with air handlers', () => {
    for (const { id } of sites) {
      expect(pue(id, 'liquid-tower'), id).toBeLessThan(pue(id, 'water-side'));
      expect(pue(id, 'liquid-dry'), id).toBeLessThan(pue(id, 'rear-door'));
      expect(pue(id, 'rear-door'), id).toBeLessThan(pue(id, 'chilled'));
    }
  });

  it('is lower for outdoor air and for towers than for chillers alone', () => {
    for (const { id } of sites) {
      expect(pue(id, 'air-side'), id).toBeLessThan(pue(id, 'chilled'));
      expect(pue(id, 'water-side'), id).toBeLessThan(pue(id, 'chilled'));
    }
  });

  // ASHRAE zones 0A (Singapore), 2B (Phoenix), 4A (Ashburn), 4C (Seattle).
  it.each(usualDesigns.map(({ id }) => id))('rises from cool to hot climates: %s', (design) => {
    expect(pue('seattle', design)).toBeLessThan(pue('ashburn', design) + 1e-9);
    expect(pue('ashburn', design)).toBeLessThan(pue('singapore', design));
  });

  it('gains most from towers where the air is hot and dry', () => {
    const gain = (site: string): number => pue(site, 'liquid-dry') - pue(site, 'liquid-tower');
    expect(gain('phoenix')).toBeGreaterThan(gain('singapore'));
    expect(gain('singapore')).toBeGreaterThan(gain('seattle'));
  });
});

describe('the picture of the year', () => {
  it('synthesizes hours where no file was imported, and keeps the year of the bins', () => {
    for (const site of sites) {
      const year = hoursOfYear(inputs.climate.values, site);
      const params = facilityParams(inputs, site, liquidFraction);
      if (year === null || params === null) throw new Error(site.id);
      expect(year.origin).toBe('synthesized');
      const cells = mapHours(params, year.hours, 1000);
      expect(cells).toHaveLength(288);
      const mean = cells.reduce((sum, cell) => sum + cell.pue, 0) / cells.length;
      const cell = compareCoolingAt(
        inputs, liquidFraction, [site], [{ id: 'own', label: '', cooling: {} }],
      )[0];
      // Months of 28 to 31 days weigh alike in the mean of cells: 0.01 and a little.
      expect(Math.abs(mean - (cell?.pueAnnual ?? 0)), site.id).toBeLessThan(0.012);
    }
  });

  it('is absent without any climate', () => {
    expect(hoursOfYear(inputs.climate.values, { bins: [], latitude: 40 })).toBeNull();
  });
});
