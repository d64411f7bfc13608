import { describe, expect, it } from 'vitest';
import { describeCondition } from '../../../renderer/state/active-when.ts';
import { isActive } from '../../../shared/plan/active-when.ts';
import { setField } from '../../../renderer/state/edits.ts';
import { kindNames, kindOf } from '../../../shared/project/kinds.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { baseDocument, inputsAt } from '../support.ts';

const document = baseDocument();
const inputs = inputsAt(document);

describe('the condition of a field', () => {
  it('can be read in every field table', () => {
    const conditions = kindNames.flatMap((kind) => kindOf(kind).fields.flatMap((field) => field.activeWhen ?? []));
    expect(conditions.length).toBeGreaterThan(20);
    expect(conditions.filter((each) => describeCondition(each) === each)).toEqual([]);
  });

  it('follows the value it names', () => {
    expect(isActive('finance.debtShare > 0', inputs, 'finance')).toBe(false);
    const borrowed = applyChanges(document, setField(document, 'base', { kind: 'finance', key: 'finance', field: 'debtShare' }, 0.5));
    expect(isActive('finance.debtShare > 0', inputsAt(borrowed), 'finance')).toBe(true);
  });

  it('looks at the record the field belongs to', () => {
    const counted = applyChanges(document, setField(document, 'base', { kind: 'rackGroup', key: 'chat', field: 'racks' }, 10));
    expect(isActive('rackGroup.racks is empty', inputsAt(counted), 'chat')).toBe(false);
    expect(isActive('rackGroup.racks is empty', inputsAt(counted), 'reasoning')).toBe(true);
  });

  it('nobody can read counts as met', () => {
    expect(isActive('moon.phase = full', inputs, 'finance')).toBe(true);
  });

  it('is told in the words of the form', () => {
    expect(describeCondition('demand.mode = utilisation')).toBe('Demand: Demand is stated as is Share of capacity');
  });
});
