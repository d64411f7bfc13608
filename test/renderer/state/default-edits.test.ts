import { describe, expect, it } from 'vitest';
import { takeNewerDefaults } from '../../../renderer/state/default-edits.ts';
import { fieldState } from '../../../renderer/state/document.ts';
import { setField } from '../../../renderer/state/edits.ts';
import { keptDefaults } from '../../../shared/project/defaults.ts';
import type { DefaultsRelease } from '../../../shared/project/defaults-history.ts';
import { applyChanges, invertAll } from '../../../shared/project/record.ts';
import { baseDocument, utilisation } from '../support.ts';

const history: readonly DefaultsRelease[] = [
  { version: '1', date: '2026-11-30', changes: [] },
  { version: '2', date: '2027-01-10', changes: [
    { path: 'finance.discountRate', why: 'Rates rose',
      before: { default: 0.07, source: 'A survey', evidence: 'analyst' } },
    { path: 'opex.escalation', why: 'So did wages',
      before: { default: 0.01, source: 'A survey', evidence: 'analyst' } },
  ] },
];
/** A project of the first version. */
const base = Object.fromEntries(Object.entries(baseDocument()).map(([id, record]) =>
  [id, record.kind === 'project' ? { ...record, body: { ...record.body,
    values: { ...record.body.values, defaultsVersion: '1' } } } : record]));

describe('taking newer defaults', () => {
  it('is one change of the project, and one undo takes them back', () => {
    const edit = takeNewerDefaults(base, 'base',
      ['finance.discountRate', 'opex.escalation'], history);
    expect(edit.map(({ id }) => id)).toEqual(['document:project:project']);
    const after = applyChanges(base, edit);
    expect(keptDefaults(after)).toEqual({ defaultsVersion: '2', newerDefaults: '' });
    expect(applyChanges(after, invertAll(edit))).toEqual(base);
  });
  it('can be done one by one', () => {
    const first = takeNewerDefaults(base, 'base', ['opex.escalation'], history);
    const between = applyChanges(base, first);
    expect(keptDefaults(between))
      .toEqual({ defaultsVersion: '1', newerDefaults: 'opex.escalation@2' });
    const second = takeNewerDefaults(between, 'base', ['finance.discountRate'], history);
    expect(second).toHaveLength(1);
    expect(keptDefaults(applyChanges(between, second)))
      .toEqual({ defaultsVersion: '2', newerDefaults: '' });
    expect(applyChanges(applyChanges(between, second), invertAll(second))).toEqual(between);
  });
  it('touches no value that somebody set', () => {
    const set = applyChanges(base, setField(base, 'base', utilisation, 0.8));
    const after = applyChanges(set,
      takeNewerDefaults(set, 'base', ['opex.escalation', 'finance.discountRate'], history));
    expect(fieldState(after, 'base', utilisation))
      .toMatchObject({ value: 0.8, origin: 'here' });
  });
  it('of nothing is no edit', () => {
    expect(takeNewerDefaults(base, 'base', [], history)).toEqual([]);
  });
});
