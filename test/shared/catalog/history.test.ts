import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import {
  catalogAt, catalogHistory, changesSince, type CatalogRelease,
} from '../../../shared/catalog/history.ts';
import { findSystem } from '../../../shared/catalog/lookup.ts';
import { evaluatePlan } from '../../../shared/plan.ts';
import { canonical } from '../../../shared/project/record.ts';
import { documentOf, templates } from '../../../shared/project/templates.ts';
import { templatePlan } from '../template-plans.ts';

const rack = findSystem(builtInCatalog, 'gb300_nvl72');
const power = rack.ok ? rack.value.maxPowerKw : undefined;
if (power === undefined) throw new Error('the catalogue has no power of the rack');
/**
 * A history in which this version raised a rack's power and brought a figure that was not
 * there before.
 */
const history: readonly CatalogRelease[] = [
  { version: '2025.1.0', date: '2025-01-01', changes: [], fingerprint: '' },
  { version: builtInCatalog.version, date: '2026-11-21', fingerprint: '', changes: [
    { ref: 'systems/gb300_nvl72/maxPowerKw', before: { ...power, value: 120 },
      after: power, why: 'A new data sheet' },
    { ref: 'systems/gb300_nvl72/weightKg', before: null, after: power, why: 'Published since' },
  ] },
];

describe('versions of the catalogue', () => {
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
