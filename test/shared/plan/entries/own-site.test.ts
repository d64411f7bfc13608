import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { createPlanner } from '../../../../shared/plan.ts';
import { readCatalogEntry } from '../../../../shared/plan/entries/own-catalog.ts';
import { valuesOf } from '../../../../shared/plan/entries/own-catalog-files.ts';
import {
  climatesNear, distanceKm, ownSiteEntry, type OwnSite,
} from '../../../../shared/plan/entries/own-site.ts';
import { setByPath } from '../../../../shared/project/path.ts';
import type { ProjectRecord } from '../../../../shared/project/record.ts';
import { resolveScenario } from '../../../../shared/project/resolve.ts';
import { documentOf } from '../../../../shared/project/templates.ts';
import { baseCaseOf } from '../../../support/base-case.ts';

const abilene: OwnSite = { name: 'Abilene, Texas', latitude: 32.45, longitude: -99.73,
  climateOf: null, usdPerKwh: null, carbonGPerKwh: null, source: '' };
const entryOf = (over: Partial<OwnSite> = {}) =>
  ownSiteEntry(builtInCatalog, { ...abilene, ...over }, '2026-12-01');
const madeOf = (over: Partial<OwnSite> = {}) => {
  const entry = entryOf(over);
  if (!entry.ok) throw new Error(JSON.stringify(entry.error));
  return entry.value;
};
const partsOf = (over: Partial<OwnSite>): readonly string[] => {
  const entry = entryOf(over);
  return entry.ok ? [] : entry.error.map(({ part }) => part);
};

/** A pod at the site, planned. */
function planAt(over: Partial<OwnSite>, price: number | null = null, tariff = '') {
  const entry = madeOf(over);
  const record: ProjectRecord = { id: 'base:catalogEntry:own', kind: 'catalogEntry',
    scenarioId: 'base', key: 'own', position: 1, body: { values: valuesOf(entry) } };
  let document = documentOf([...baseCaseOf('b200-1mw'), record]);
  for (const [path, value] of [['site.site', entry.entry],
    ['site.electricityUsdPerKwh', price],
    ['tariff.billing', tariff === '' ? 'price' : 'schedule'],
    ['tariff.schedule', tariff]] as const) {
    const set = setByPath(document, 'base', path, value);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    document = set.value;
  }
  expect(resolveScenario(document, 'base').ok).toBe(true);
  const plan = createPlanner(builtInCatalog).evaluate(document, 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

describe('a site of the project’s own', () => {
  it('lies as far from others as the great circle says', () => {
    // A quarter of the circumference from the equator to the pole, at a mean radius of 6371 km.
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 90, longitude: 0 }))
      .toBeCloseTo((Math.PI / 2) * 6371, 6);
    expect(distanceKm({ latitude: 0, longitude: 179 }, { latitude: 0, longitude: -179 }))
      .toBeCloseTo((Math.PI / 90) * 6371, 6);
    const near = climatesNear(builtInCatalog, { latitude: 32.45, longitude: -99.73 });
    expect(near.map(({ km }) => km)).toEqual(near.map(({ km }) => km).toSorted((a, b) => a - b));
    expect(near.every(({ site }) => site.bins.length > 0)).toBe(true);
  });

  it('takes the climate of the nearest and nothing else', () => {
    const entry = madeOf();
    const read = readCatalogEntry(builtInCatalog, { ...valuesOf(entry), inUse: true });
    if (!read.ok) throw new Error(read.error.detail);
    const base = builtInCatalog.sites[entry.basedOn];
    expect(read.value.entry).toMatchObject({ id: 'abilene-texas', name: 'Abilene, Texas',
      latitude: 32.45, longitude: -99.73, bins: base?.bins,
      designDryBulbC: base?.designDryBulbC });
    for (const part of ['industrialUsdPerKwh', 'carbonGPerKwh', 'wholesaleUsdPerKwh', 'region',
      'climateOnly'])
      expect(read.value.entry).not.toHaveProperty(part);
  });

  it('asks for a price where none is stated, and plans with one', () => {
    const asked = planAt({});
    expect(asked.stages.economics).toBeNull();
    expect(asked.stages.priced.unpricedCosts.map(({ where }) => where))
      .toEqual(['site.electricityUsdPerKwh']);
    expect(planAt({}, 0.06).stages.economics).not.toBeNull();
    expect(planAt({}, null, '{"energyratestructure":[[{"rate":0.06}]]}').stages.economics)
      .not.toBeNull();
    const stated = planAt({ usdPerKwh: 0.05, carbonGPerKwh: 380, source: 'Utility offer' });
    expect(stated.stages.priced.costs.electricityUsdPerKwh).toBe(0.05);
    expect(stated.stages.site.carbonGPerKwh).toMatchObject({ value: 380, evidence: 'user' });
    expect(stated.stages.facility.result?.pueAnnual).toBeGreaterThan(1);
  });

  it('says everything that cannot be, by its part', () => {
    expect(partsOf({ name: ' ', latitude: 91, longitude: null }))
      .toEqual(['name', 'latitude', 'longitude']);
    expect(partsOf({ usdPerKwh: -1, carbonGPerKwh: 1e6, source: 'x' }))
      .toEqual(['usdPerKwh', 'carbonGPerKwh']);
    expect(partsOf({ usdPerKwh: 0.05 })).toEqual(['source']);
    expect(partsOf({ latitude: NaN })).toEqual(['latitude']);
    expect(partsOf({ climateOf: 'nowhere' })).toEqual(['climateOf']);
  });

  it('keeps a key of its own beside a catalogue site of the same name', () => {
    expect(madeOf({ name: 'Ashburn' }).entry).toBe('ashburn-2');
    expect(madeOf({ name: '東京' }).entry).toBe('own-site');
  });
});
