import { describe, expect, it } from 'vitest';
import { addRecord, setField } from '../../../renderer/state/edits.ts';
import {
  copyValues, firstValues, listRecordLines, pickedKey, type ListKind,
} from '../../../renderer/state/record-lists.ts';
import { deriveScenario } from '../../../renderer/state/scenarios.ts';
import { kindNames, kindOf } from '../../../shared/project/kinds.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { checkRecord } from '../../../shared/project/validate.ts';
import { baseDocument, inputsAt } from '../support.ts';

const document = baseDocument();
const inputs = inputsAt(document);
const isList = (kind: string): kind is ListKind =>
  kindNames.some((each) => each === kind && kindOf(each).count === 'many'
    && kindOf(each).scope === 'scenario');
const lists = kindNames.filter(isList);

describe('a new record', () => {
  it.each(lists)('of %s is sound, and so is its copy', (kind) => {
    const { edit, key } = addRecord(document, 'base', kind, kind, firstValues(inputs, kind));
    const added = applyChanges(document, edit);
    const copied = addRecord(added, 'base', kind, key,
      copyValues(added, inputsAt(added), kind, key));
    expect([...edit, ...copied.edit].flatMap(
      ({ after }) => (after === null ? [] : checkRecord(after)),
    )).toEqual([]);
    expect(inputsAt(applyChanges(added, copied.edit))[kind])
      .toHaveLength(inputs[kind].length + 2);
  });
});

describe('a copy', () => {
  it('keeps values this version does not know, those of the base under its own', () => {
    const group = document['base:rackGroup:chat'];
    if (group === undefined) throw new Error('no group');
    const strange = { ...document, [group.id]: {
      ...group, body: { values: { ...group.body.values, paint: 'red', feet: 4 } },
    } };
    const { edit, key } = deriveScenario(strange, 'base', 'Variant');
    const derived = applyChanges(strange, edit);
    const own = applyChanges(derived,
      setField(derived, key, { kind: 'rackGroup', key: 'chat', field: 'paint' }, 'blue'));
    expect(copyValues(own, inputsAt(own, key), 'rackGroup', 'chat'))
      .toMatchObject({ paint: 'blue', feet: 4, traffic: 'chat' });
  });
});

describe('a list', () => {
  it('says what distinguishes its records, references by name', () => {
    expect(listRecordLines(inputs, 'rackGroup').map(({ summary }) => summary)).toEqual([
      'GB300 NVL72 · serves Reasoning · from month 7',
      'GB300 NVL72 · serves Chat · from month 7',
    ]);
  });

  it('knows which records refer to one of its own', () => {
    expect(listRecordLines(inputs, 'traffic').map(({ usedBy }) => usedBy))
      .toEqual([['Reasoning racks'], ['Chat racks']]);
  });

  it('shows the first record until one is picked, and again when that is gone', () => {
    const lines = listRecordLines(inputs, 'traffic');
    expect(pickedKey(lines, undefined)).toBe('reasoning');
    expect(pickedKey(lines, 'chat')).toBe('chat');
    expect(pickedKey(lines, 'removed')).toBe('reasoning');
    expect(pickedKey([], 'chat')).toBeNull();
  });
});
