import { describe, expect, it } from 'vitest';
import { describeCondition } from '../../../renderer/state/active-when.ts';
import {
  isActive, printCondition, type Condition, type SoundCondition,
} from '../../../shared/project/condition.ts';
import { conditions } from '../../../shared/project/conditions.ts';
import type { FieldPath, InputPath } from '../../../shared/project/field-path.ts';
import { setField } from '../../../renderer/state/edits.ts';
import { kindNames, kindOf } from '../../../shared/project/kinds.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { baseDocument, inputsAt } from '../support.ts';

const document = baseDocument();
const inputs = inputsAt(document);

const borrowing: Condition = { field: 'finance.debtShare', above: 0 };
const uncounted: Condition = { field: 'rackGroup.racks', empty: true };

describe('the condition of a field', () => {
  it('stands at its field, and is told in words of its own', () => {
    const stated = kindNames.flatMap(
      (kind) => kindOf(kind).fields.flatMap((field) => field.activeWhen ?? []),
    );
    expect(stated).toEqual(expect.arrayContaining(Object.values(conditions)));
    expect(stated.length).toBe(Object.keys(conditions).length);
    expect(stated.length).toBeGreaterThan(60);
    expect(stated.filter((each) => describeCondition(each) === printCondition(each)))
      .toEqual([]);
  });

  it('that names no field, or no choice of it, does not compile', () => {
    const no: false[] = [
      false satisfies 'coling.rejection' extends FieldPath ? true : false,
      false satisfies 'rackGroup.main.rack' extends InputPath ? true : false,
      false satisfies {
        field: 'cooling.rejection'; is: 'towr'
      } extends SoundCondition ? true : false,
      false satisfies {
        field: 'finance.debtShare'; is: 'much'
      } extends SoundCondition ? true : false,
    ];
    const yes: true[] = [
      true satisfies 'cooling.rejection' extends FieldPath ? true : false,
      true satisfies 'rackGroup.main.racks' extends InputPath ? true : false,
      true satisfies {
        field: 'cooling.rejection'; is: 'tower'
      } extends SoundCondition ? true : false,
    ];
    expect([no.length, yes.length]).toEqual([4, 3]);
  });

  it('follows the value it names', () => {
    expect(isActive(borrowing, inputs, 'finance')).toBe(false);
    const borrowed = applyChanges(document,
      setField(document, 'base', { kind: 'finance', key: 'finance', field: 'debtShare' }, 0.5));
    expect(isActive(borrowing, inputsAt(borrowed), 'finance')).toBe(true);
  });

  it('looks at the record the field belongs to', () => {
    const counted = applyChanges(document,
      setField(document, 'base', { kind: 'rackGroup', key: 'chat', field: 'racks' }, 10));
    expect(isActive(uncounted, inputsAt(counted), 'chat')).toBe(false);
    expect(isActive(uncounted, inputsAt(counted), 'reasoning')).toBe(true);
  });

  it('about a record the scenario does not have counts as met', () => {
    expect(isActive({ field: 'spike.multiplier', above: 100 }, inputs, 'finance')).toBe(true);
  });

  it('is told in the words of the form', () => {
    expect(describeCondition({ field: 'demand.mode', is: 'utilisation' }))
      .toBe('Demand: Demand is stated as is Share of capacity');
  });
});
