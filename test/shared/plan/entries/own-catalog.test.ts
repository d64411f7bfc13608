import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../../shared/plan.ts';
import {
  figureUnits, ownCollections, readCatalogEntry, type StatedFigure,
} from '../../../../shared/plan/entries/own-catalog.ts';
import {
  printCollection, printEntries, printEntriesCsv, readEntries, valuesOf, type FiledEntry,
} from '../../../../shared/plan/entries/own-catalog-files.ts';
import { documentOf, findTemplate } from '../../../../shared/project/templates.ts';

const planner = createPlanner(builtInCatalog, loadMeasuredPoints());
const stated = (value: number, unit: string, more: Partial<StatedFigure> = {}): StatedFigure =>
  ({ value, unit, source: 'A data sheet', date: '2026-10', evidence: 'vendor', ...more });
const entry = (more: Partial<FiledEntry>): FiledEntry =>
  ({ collection: 'systems', entry: 'gb300_nvl72', basedOn: '', name: 'Ours', figures: {},
    properties: {}, ...more });

function planWith(
  entries: readonly FiledEntry[], changes: Readonly<Record<string, string>> = {},
) {
  const records =
    (findTemplate('gb300-100mw')?.records ?? []).map((record) => (record.kind === 'rackGroup'
      ? { ...record, body: { ...record.body, values: { ...record.body.values, ...changes } } }
      : record));
  const own = entries.map((each, at) => ({
    id: `base:catalogEntry:${at}`, kind: 'catalogEntry' as const, scenarioId: 'base',
    key: String(at), position: at, body: { values: { ...valuesOf(each) } },
  }));
  const plan = planner.evaluate(documentOf([...records, ...own]), 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}
const figure = (plan: ReturnType<typeof planWith>, key: string): number =>
  plan.figures[`headline.${key}`]?.value ?? Number.NaN;

describe('an entry in place of a built-in one', () => {
  const before = planWith([]);
  it('moves the plan in the direction of its figures', () => {
    const hungry = planWith([entry({ figures: { maxPowerKw: stated(180, 'kW') } })]);
    expect(figure(hungry, 'racks')).toBeLessThan(figure(before, 'racks'));
    const dear = planWith([entry({ figures: { priceUsd: stated(9, 'MUSD') } })]);
    expect(figure(dear, 'capexUsd')).toBeGreaterThan(figure(before, 'capexUsd'));
    const fast = planWith([entry({
      collection: 'accelerators', entry: 'gb300',
      figures: { memoryBandwidthTbs: stated(16, 'TB/s') },
    })]);
    expect(figure(fast, 'tokensPerSecondPeak'))
      .toBeGreaterThan(figure(before, 'tokensPerSecondPeak'));
  });
  it('leaves the plan as it was when it is taken back, whatever was evaluated between', () => {
    const valuesAt = ({ figures }: ReturnType<typeof planWith>) =>
      Object.entries(figures).map(([key, { value, absent }]) => [key, value, absent]);
    expect(valuesAt(planWith([]))).toEqual(valuesAt(before));
  });
  it('is read in every unit that measures the same', () => {
    const inWatts = planWith([entry({ figures: { maxPowerKw: stated(180_000, 'W') } })]);
    const inKilowatts = planWith([entry({ figures: { maxPowerKw: stated(180, 'kW') } })]);
    expect(figure(inWatts, 'racks')).toBe(figure(inKilowatts, 'racks'));
  });
});

describe('an entry beside the built-in ones', () => {
  it('can be planned with', () => {
    const own = entry({ entry: 'our_rack', basedOn: 'gb300_nvl72', figures: {
      maxPowerKw: stated(100, 'kW'),
    } });
    const plan = planWith([own], { system: 'our_rack' });
    expect(plan.stages.servings[0]?.system.name).toBe('Ours');
    expect(figure(plan, 'racks')).toBeGreaterThan(figure(planWith([]), 'racks'));
  });
  it('that cannot be read is named in a warning and left out', () => {
    const plan = planWith([entry({ figures: { maxPowerKw: stated(180, 'furlongs') } })]);
    expect(plan.warnings.find(({ code }) => code === 'catalog-entry-refused')?.text)
      .toMatch(/furlongs/);
    expect(figure(plan, 'racks')).toBe(figure(planWith([]), 'racks'));
  });
});

describe('what an entry may not state', () => {
  it.each([
    ['an unknown unit', { figures: { maxPowerKw: stated(1, 'horses') } }, /unit horses/],
    ['an unknown figure', { figures: { beauty: stated(1, 'kW') } }, /is no figure of systems/],
    ['a figure without source',
      { figures: { maxPowerKw: stated(1, 'kW', { source: ' ' }) } }, /source/],
    ['a negative power', { figures: { maxPowerKw: stated(-1, 'kW') } }, /cannot be/],
    ['a share above one', { figures: { liquidFraction: stated(1.2, 'fraction') } },
      /cannot be/],
    ['a base that does not exist', { entry: 'new', basedOn: 'nowhere' }, /no nowhere/],
    ['a key that is none', { entry: '../x' }, /key/],
    ['a property nobody reads', { properties: { colour: 'red' } }, /colour|Unrecognized/],
    ['the prototype of all things', { entry: '__proto__' }, /key/],
    ['a constructor as base', { entry: 'x', basedOn: 'constructor' }, /no constructor/],
  ] as const)('%s', (_what, more, words) => {
    const read = readCatalogEntry(builtInCatalog, valuesOf(entry(more)));
    expect(read.ok ? '' : `${read.error.where} ${read.error.detail}`).toMatch(words);
  });
  it.each([
    ['no date', { date: null }, /has no date: a price holds on the day it was read/],
    ['a currency nobody converts', { unit: 'EUR/M tokens' }, /unit EUR\/M tokens is not known/],
    ['no currency', { unit: '1/M tokens' }, /unit 1\/M tokens is not known/],
    ['a price below nothing', { value: -1 }, /cannot be/],
  ] as const)('a listing with %s', (_what, more, words) => {
    const [listing] = builtInCatalog.tokenPrices;
    const [price] = [...figureUnits(builtInCatalog, 'tokenPrices')]
      .filter(([, unit]) => unit.startsWith('USD'));
    const [path = '', unit = ''] = price ?? [];
    const read = readCatalogEntry(builtInCatalog, valuesOf(entry({ collection: 'tokenPrices',
      entry: listing?.id ?? '', figures: { [path]: stated(7, unit, more) } })));
    expect(read.ok ? '' : `${read.error.where} ${read.error.detail}`).toMatch(words);
  });
  it.each([
    '{', '[]', '"text"', '{"maxPowerKw": 3}', '{"maxPowerKw": {"value": "12"}}',
  ])('figures written %s', (figures) => {
    expect(readCatalogEntry(builtInCatalog, { ...valuesOf(entry({})), figures }).ok)
      .toBe(false);
  });
});

const texts = fc.string({ minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() !== '' && !/\p{Cc}/u.test(text));
const paths = [
  ...figureUnits(builtInCatalog, 'systems'),
].filter(([, unit]) => unit !== 'fraction' && unit !== 'C');
const filedEntry = fc.record({
  name: texts, source: texts, note: texts,
  value: fc.double({ min: 0, max: 1e6, noNaN: true }),
  at: fc.nat({ max: paths.length - 1 }),
}).map(({ name, source, note, value, at }) => {
  const [path, unit] = paths[at] ?? ['maxPowerKw', 'kW'];
  return entry({
    name, figures: { [path]: stated(value, unit, { source: source.trim(), note }) },
    properties: { cooling: 'liquid' },
  });
});

describe('files', () => {
  it.each(
    [['JSON', printEntries], ['CSV', printEntriesCsv]] as const,
  )('come back from %s as they were', (_format, print) => {
    fc.assert(fc.property(filedEntry, (one) => {
      expect(readEntries(builtInCatalog, print([one]))).toEqual({ ok: true, value: [one] });
    }), { numRuns: 60 });
  });
  it.each(['=1+1', '+1', '-1', '@x', "'=1"])('never carry %j as a formula', (name) => {
    const csv = printEntriesCsv([entry({ name, figures: { maxPowerKw: stated(1, 'kW') } })]);
    expect(csv.split('\r\n')[1]?.split(',')[3]).toMatch(/^'/u);
  });
  it.each(ownCollections)('of the built-in %s can be read back', (collection) => {
    const read = readEntries(builtInCatalog, printCollection(builtInCatalog, collection));
    expect(read.ok ? [] : read.error).toEqual([]);
  });
  it.each([
    ['an unknown unit',
      printEntriesCsv([entry({ figures: { maxPowerKw: stated(1, 'horses') } })]),
      'line 2'],
    ['a missing column', 'collection,entry\nsystems,x', 'line 1'],
    ['another schema', '{"schema":"other","entries":[]}', 'schema'],
    ['half a file', '{"schema":', 'file'],
    ['too much', ' '.repeat(5_000_001), 'file'],
    ['one figure twice',
      `${printEntriesCsv([entry({ figures: { maxPowerKw: stated(1, 'kW') } })])}systems,gb300_nvl72,,Ours,maxPowerKw,2,kW,s,,user,`,
      'line 3'],
  ])('with %s are refused with the place', (_what, text, where) => {
    const read = readEntries(builtInCatalog, text);
    expect(read.ok ? [] : read.error.map((fault) => fault.where)).toContain(where);
  });
});
