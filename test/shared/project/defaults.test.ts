import { describe, expect, it } from 'vitest';
import { defaultsAt, defaultsOf, keptDefaults } from '../../../shared/project/defaults.ts';
import type { DefaultsRelease } from '../../../shared/project/defaults-history.ts';
import { fieldOf } from '../../../shared/project/kinds.ts';
import { listNewerDefaults, takeDefaults } from '../../../shared/project/newer-defaults.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { resolveScenario, resolveValues } from '../../../shared/project/resolve.ts';

/**
 * Rates that three versions had: 7, then 8, and what the table says now. A range and a
 * date went with the first.
 */
const history: readonly DefaultsRelease[] = [
  { version: '1', date: '2026-11-30', changes: [] },
  { version: '2', date: '2027-01-10', changes: [
    { path: 'finance.discountRate', why: 'Rates rose',
      before: { default: 0.07, source: 'A survey', evidence: 'analyst', date: '2026',
        low: 0.05, high: 0.09 } },
    { path: 'cooling.rejection', why: 'Most new sites have towers',
      before: { default: 'tower', source: 'Design choice', evidence: 'user' } },
  ] },
  { version: '3', date: '2027-02-10', changes: [
    { path: 'finance.discountRate', why: 'They rose again',
      before: { default: 0.08, source: 'Another survey', evidence: 'analyst' } },
  ] },
];
const now = fieldOf('finance', 'discountRate');
const kept = (
  defaultsVersion: string, newerDefaults = '',
) => ({ defaultsVersion, newerDefaults });
const rateAt = (version: string, taken = '') =>
  defaultsAt(kept(version, taken), history).field('finance', 'discountRate');

describe('the defaults of a version', () => {
  it('are today’s with everything after it taken back, last first', () => {
    expect(['1', '2', '3'].map((version) => rateAt(version)?.default))
      .toEqual([0.07, 0.08, now?.default]);
  });
  it('come with the source, the date and the range they had', () => {
    expect(rateAt('1')).toMatchObject({
      source: 'A survey', evidence: 'analyst', date: '2026', low: 0.05, high: 0.09,
    });
    expect(rateAt('2')).toMatchObject({ source: 'Another survey' });
    for (const key of ['date', 'low', 'high']) expect(rateAt('2')).not.toHaveProperty(key);
    expect(rateAt('3')).toBe(now);
  });
  it('count under everything a record sets', () => {
    const { values, set } = resolveValues('finance', [], defaultsAt(kept('1'), history));
    expect([values.discountRate, set.size]).toEqual([0.07, 0]);
    const record = { id: 'x', kind: 'finance', scenarioId: 'base', key: 'finance', position: 1,
      body: { values: { discountRate: 0.2 } } } as const;
    expect(
      resolveValues('finance', [record], defaultsAt(kept('1'), history)).values.discountRate,
    ).toBe(0.2);
    expect(resolveValues(
      'finance', [{ ...record, body: { values: {} } }], defaultsAt(kept('2'), history),
    ).values.discountRate)
      .toBe(0.08);
  });
  it('are not mixed up where one record is read with those of two versions', () => {
    const record = {
      id: 'x', kind: 'finance', scenarioId: 'base', key: 'finance', position: 1,
      body: { values: {} },
    } as const;
    const rates = ['1', '2', '1'].map((version) => resolveValues(
      'finance', [record], defaultsAt(kept(version), history),
    ).values.discountRate);
    expect(rates).toEqual([0.07, 0.08, 0.07]);
  });
});

describe('newer defaults', () => {
  it('are listed once each, from what the project keeps to what new projects have', () => {
    const offered = listNewerDefaults(kept('1'), history);
    expect(offered.map(({ path, kept: before, newest, version, why }) => [
      path, before.default, newest.default, version, why,
    ])).toEqual([
      ['finance.discountRate', 0.07, now?.default, '3', 'They rose again'],
      ['cooling.rejection', 'tower', 'dry', '2', 'Most new sites have towers'],
    ]);
    expect(listNewerDefaults(kept('2'), history).map(({ path }) => path))
      .toEqual(['finance.discountRate']);
    expect(listNewerDefaults(kept('3'), history)).toEqual([]);
  });
  it('can be taken one by one, and the last one brings the version', () => {
    const one = takeDefaults(kept('1'), ['cooling.rejection'], history);
    expect(one).toEqual(kept('1', 'cooling.rejection@2'));
    expect(defaultsAt(one, history).field('cooling', 'rejection')?.default).toBe('dry');
    expect(defaultsAt(one, history).field('finance', 'discountRate')?.default).toBe(0.07);
    expect(takeDefaults(one, ['finance.discountRate'], history)).toEqual(kept('3'));
  });
  it('taken alone stay what they were when yet another version comes', () => {
    const taken = takeDefaults(kept('1'), ['finance.discountRate'], history.slice(0, 2));
    expect(taken).toEqual(kept('1', 'finance.discountRate@2'));
    expect(defaultsAt(taken, history).field('finance', 'discountRate')?.default).toBe(0.08);
  });
});

const project = (values: Readonly<Record<string, number | string>>): ProjectDocument => ({
  p: { id: 'p', kind: 'project', scenarioId: null, key: 'project', position: 1,
    body: { values } },
  s: { id: 's', kind: 'scenario', scenarioId: null, key: 'base', position: 1,
    body: { values: { name: 'Base' } } },
});

describe('a document', () => {
  it('that states no version has the first', () => {
    expect([keptDefaults({}), keptDefaults(project({ name: 'Old' }))])
      .toEqual([kept('1'), kept('1')]);
  });
  it('is resolved with its own', () => {
    const document = project({ defaultsVersion: '1' });
    const inputs = resolveScenario(document, 'base');
    if (!inputs.ok) throw new Error(inputs.error.code);
    expect(inputs.value.finance.values.discountRate)
      .toBe(defaultsOf(document).field('finance', 'discountRate')?.default);
    expect(inputs.value.project.values.defaultsVersion).toBe('1');
  });
});
