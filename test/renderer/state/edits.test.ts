import { describe, expect, it } from 'vitest';
import { fieldState } from '../../../renderer/state/document.ts';
import {
  addRecord, moveRecord, removeRecord, resetField, setField, setNote, type Edit,
} from '../../../renderer/state/edits.ts';
import {
  baseOf, deleteScenario, dependants, deriveScenario,
} from '../../../renderer/state/scenarios.ts';
import {
  applyChanges, invertAll, type ProjectDocument,
} from '../../../shared/project/record.ts';
import { checkRecord } from '../../../shared/project/validate.ts';
import { defaultsOf } from '../../../shared/project/defaults.ts';
import { baseDocument, inputsAt, soldShare, utilisation, valueAt } from '../support.ts';

const base = baseDocument();
const { edit: branch, key: variant } = deriveScenario(base, 'base', 'Variant');
const branched = applyChanges(base, branch);

const after = (document: ProjectDocument, edit: Edit): ProjectDocument =>
  applyChanges(document, edit);
const trafficKeys = (document: ProjectDocument, scenario = 'base') =>
  inputsAt(document, scenario).traffic.map(({ key }) => key);

describe('a field', () => {
  it('is set in the scenario on show and inherited by those based on it', () => {
    const edited = after(branched, setField(branched, 'base', utilisation, 0.7));
    expect(valueAt(edited, utilisation, variant)).toBe(0.7);
    expect(fieldState(edited, variant, utilisation)?.origin).toBe('inherited');
  });

  it('set in a derived scenario leaves the base alone, and a reset brings the inherited value back', () => {
    const edited = after(branched, setField(branched, variant, utilisation, 0.4));
    expect(valueAt(edited, utilisation)).toBe(soldShare);
    expect(fieldState(edited, variant, utilisation))
      .toMatchObject({ value: 0.4, origin: 'here', fallback: soldShare });
    expect(after(edited, resetField(edited, variant, utilisation))).toEqual(branched);
  });

  it('that equals its default counts as unchanged, unless it holds against an inherited value', () => {
    const usual = Number(defaultsOf(base).field('demand', 'utilisation')?.default);
    expect(fieldState(after(base, setField(base, 'base', utilisation, usual)), 'base',
      utilisation)?.origin).toBe('default');
    const pinned = after(branched, setField(branched, variant, utilisation, usual));
    expect(fieldState(pinned, variant, utilisation)?.origin).toBe('here');
  });

  it('set to what it has is no edit at all', () => {
    expect(setField(base, 'base', utilisation, soldShare)).toEqual([]);
    expect(resetField(base, 'base', { kind: 'opex', key: 'opex', field: 'escalation' }))
      .toEqual([]);
  });

  it('keeps its note when its value is reset', () => {
    const noted = after(branched,
      setNote(branched, variant, utilisation, { note: 'From the client' }));
    const edited = after(noted, setField(noted, variant, utilisation, 0.4));
    expect(fieldState(
      after(edited, resetField(edited, variant, utilisation)), variant, utilisation,
    )?.note?.note).toBe('From the client');
    expect(after(noted, setNote(noted, variant, utilisation, null))).toEqual(branched);
  });
});

describe('a list', () => {
  it('takes new records under a key nobody uses, behind the others', () => {
    const { edit, key } = addRecord(base, 'base', 'traffic', 'chat', { name: 'More chat' });
    expect(key).toBe('chat-2');
    expect(trafficKeys(after(base, edit))).toEqual(['reasoning', 'chat', 'chat-2']);
  });

  it('forgets an own record and hides an inherited one', () => {
    expect(trafficKeys(after(base, removeRecord(base, 'base', 'traffic', 'chat'))))
      .toEqual(['reasoning']);
    const hidden = after(branched, removeRecord(branched, variant, 'traffic', 'chat'));
    expect(trafficKeys(hidden, variant)).toEqual(['reasoning']);
    expect(trafficKeys(hidden)).toEqual(['reasoning', 'chat']);
  });

  it('changes order in one scenario without changing it in the other', () => {
    const moved = after(branched, moveRecord(branched, variant, 'traffic', 'chat', -1));
    expect(trafficKeys(moved, variant)).toEqual(['chat', 'reasoning']);
    expect(trafficKeys(moved)).toEqual(['reasoning', 'chat']);
    expect(moveRecord(branched, variant, 'traffic', 'reasoning', -1)).toEqual([]);
  });
});

describe('a scenario', () => {
  it('starts as its base and is compared with the root of its chain', () => {
    expect(inputsAt(branched, variant).finance.values)
      .toEqual(inputsAt(branched).finance.values);
    expect(baseOf(branched, variant)?.id).toBe('base');
    expect(baseOf(branched, 'base')).toBeNull();
    expect(dependants(branched, 'base').map(({ name }) => name)).toEqual(['Variant']);
  });

  it('is deleted with everything it stores', () => {
    const edited = after(branched, setField(branched, variant, utilisation, 0.4));
    expect(after(edited, deleteScenario(edited, variant))).toEqual(base);
  });
});

describe('every edit', () => {
  const edits: readonly (readonly [string, Edit])[] = [
    ['set', setField(branched, variant, utilisation, 0.4)],
    ['note', setNote(branched, variant, utilisation, { note: 'why', source: 'whence' })],
    ['add', addRecord(branched, variant, 'release', 'release', { name: 'Next' }).edit],
    ['remove', removeRecord(branched, variant, 'rackGroup', 'chat')],
    ['move', moveRecord(branched, 'base', 'traffic', 'reasoning', 1)],
    ['derive', deriveScenario(branched, variant, 'Third').edit],
    ['delete', deleteScenario(branched, variant)],
  ];
  it.each(edits)('%s is undone by its inverse and stores only sound records', (_name, edit) => {
    expect(edit.length).toBeGreaterThan(0);
    expect(applyChanges(applyChanges(branched, edit), invertAll(edit))).toEqual(branched);
    expect(edit.flatMap(({ after: record }) => (record === null ? [] : checkRecord(record))))
      .toEqual([]);
  });
});
