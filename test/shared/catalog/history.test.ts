import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import {
  addedSince, catalogAt, catalogHistory, changesSince, withOutcomes, type CatalogRelease,
} from '../../../shared/catalog/history.ts';
import { findSystem } from '../../../shared/catalog/lookup.ts';
import { evaluatePlan } from '../../../shared/plan.ts';
import { canonical } from '../../../shared/project/record.ts';
import { documentOf, findTemplate, templates } from '../../../shared/project/templates.ts';
import { replaceAt } from '../../../shared/catalog/paths.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { templatePlan } from '../template-plans.ts';

const rack = findSystem(builtInCatalog, 'gb300_nvl72');
const power = rack.ok ? rack.value.maxPowerKw : undefined;
if (power === undefined) throw new Error('the catalogue has no power of the rack');
/**
 * A history in which this version raised a rack's power and brought a figure that was not
 * there before.
 */
const history: readonly CatalogRelease[] = [
  { version: '2025.1.0', date: '2025-01-01', changes: [], adds: [], fingerprint: '' },
  { version: builtInCatalog.version, date: '2026-11-21', adds: [],
    fingerprint: '', changes: [
    { ref: 'systems/gb300_nvl72/maxPowerKw', before: { ...power, value: 120 },
      after: power, why: 'A new data sheet' },
    { ref: 'systems/gb300_nvl72/weightKg', before: null, after: power, why: 'Published since' },
  ] },
];

const digest = (data: unknown): string =>
  bytesToHex(sha256(utf8ToBytes(canonical(JSON.parse(JSON.stringify(data))))));

/** Words about figures and entries: they may be corrected without moving a plan. */
const words: ReadonlySet<string> = new Set(['source', 'date', 'note', 'undated', 'name',
  'availability', 'published', 'life', 'version', 'checked', 'retired', 'relayed']);

/** What a plan can compute with: values, ranges, evidence and choices, without words. */
function numbersOf(thing: unknown): unknown {
  if (Array.isArray(thing)) return thing.map(numbersOf);
  if (typeof thing !== 'object' || thing === null) return thing;
  return Object.fromEntries(Object.entries(thing).filter(([key]) => !words.has(key))
    .map(([key, value]) => [key, numbersOf(value)]));
}

/** Digests of `numbersOf`, taken from the catalogues as they were shipped. */
const shipped: readonly (readonly [version: string, digest: string])[] = [
  ['2026.11.1', '7a17e36e8ebfe19579c91509f82cdc9bc82a5728d51dbfe7e5426f1d37756e9e'],
];

/** An earlier catalogue without what came since. */
function asShipped(version: string): Catalog {
  const earlier = catalogAt(builtInCatalog, version);
  if (!earlier.ok) throw new Error(earlier.error.code);
  return addedSince(version).reduce<unknown>((so, path) =>
    replaceAt(so, path.split('/'), undefined), earlier.value) as Catalog;
}

describe('versions of the catalogue', () => {
  it.each(shipped)('%s comes back with every number it was shipped with', (version, expected) => {
    expect(digest(numbersOf(asShipped(version)))).toBe(expected);
  });
  it('name entries that exist, and changes that change something', () => {
    const since = changesSince('2026.11.1');
    if (!since.ok) throw new Error(since.error.code);
    expect(addedSince('2026.11.1').filter((path) =>
      replaceAt(builtInCatalog, path.split('/'), undefined) === builtInCatalog)).toEqual([]);
    expect(since.value.filter(({ before, after }) => canonical(before) === canonical(after)))
      .toEqual([]);
    expect(new Set(since.value.map(({ ref }) => ref)).size).toBe(since.value.length);
  });
  it('keep the outcome of a change that a later one changed again', () => {
    const [, first, second] = withOutcomes(['a', 'b', 'c'].map((version, at) => ({
      version, date: '2026-01-01', adds: [], fingerprint: '',
      moves: at === 0 ? []
        : [{ ref: 'systems/gb300_nvl72/cooling', before: `then ${at}`, why: '' }],
    })), builtInCatalog);
    expect(first?.changes[0]?.after).toBe('then 2');
    expect(second?.changes[0]?.after).toBe(builtInCatalog.systems['gb300_nvl72']?.cooling);
  });
  it('that came earlier keep a project’s answer, and the present one moves it', () => {
    const plan = (version: string) => {
      const records = (findTemplate('gb300-100mw')?.records ?? []).map((record) =>
        (record.kind === 'project' ? { ...record,
          body: { values: { ...record.body.values, catalogVersion: version } } } : record));
      const made = evaluatePlan(documentOf(records), 'base', builtInCatalog);
      if (!made.ok) throw new Error(JSON.stringify(made.error));
      return made.value.figures;
    };
    const [kept, moved] = [plan('2026.11.1'), plan(builtInCatalog.version)];
    // 72 x 37,500 USD and the host adder against 4.0 M a rack; a network without power
    // against one with 1,340 W a switch
    expect(kept['headline.racks']?.value).toBeGreaterThan(Number(moved['headline.racks']?.value));
  });
  it('end with the one that is shipped, and its data are those recorded', () => {
    const last = catalogHistory.at(-1);
    const { version, ...data } = builtInCatalog;
    expect(last?.version).toBe(version);
    // Data changed: give the catalogue a new version, list what changed in history.ts,
    // and record this fingerprint.
    expect(last?.fingerprint).toBe(bytesToHex(sha256(utf8ToBytes(canonical(data)))));
  });
  it('are what every template was made with', () => {
    for (const { id } of templates)
      expect(templatePlan(id).catalogVersion).toBe(builtInCatalog.version);
  });
  it('bring an earlier one back exactly, and leave the present one alone', () => {
    const earlier = catalogAt(builtInCatalog, '2025.1.0', history);
    if (!earlier.ok) throw new Error(earlier.error.code);
    expect(earlier.value.systems['gb300_nvl72']?.maxPowerKw?.value).toBe(120);
    expect(earlier.value.systems['gb300_nvl72']).not.toHaveProperty('weightKg');
    expect(builtInCatalog.systems['gb300_nvl72']?.maxPowerKw).toBe(power);
    expect(catalogAt(builtInCatalog, builtInCatalog.version, history))
      .toEqual({ ok: true, value: builtInCatalog });
  });
  it('say what changed since', () => {
    const since = changesSince('2025.1.0', history);
    expect(since.ok && since.value.map(({ ref }) => ref))
      .toEqual(['systems/gb300_nvl72/maxPowerKw', 'systems/gb300_nvl72/weightKg']);
  });
  it('that nobody shipped are refused, and a plan says that it uses the present values', () => {
    expect(catalogAt(builtInCatalog, '1999.1.1', history).ok).toBe(false);
    const records = (templates[0]?.records ?? []).map((record) => (record.kind === 'project'
      ? { ...record, body: { values: { ...record.body.values, catalogVersion: '1999.1.1' } } }
      : record));
    const plan = evaluatePlan(documentOf(records), 'base', builtInCatalog);
    expect(plan.ok
      && plan.value.warnings.some(({ code }) => code === 'catalog-version-unknown')).toBe(true);
  });
});
