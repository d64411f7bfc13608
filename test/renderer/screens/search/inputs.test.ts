import { describe, expect, it } from 'vitest';
import { axisFor, axisText } from '../../../../renderer/screens/search/form.ts';
import { fieldNamed, numberOptions } from '../../../../renderer/screens/search/inputs.ts';

describe('values offered for an input', () => {
  it('stay within its ends and go up, whatever the input', () => {
    for (const { value: path } of numberOptions) {
      const field = fieldNamed(path);
      if (field?.type !== 'number') throw new Error(path);
      const { from, to, count } = axisFor(path, null);
      expect([path, from >= field.min && to <= field.max && to > from && count >= 2])
        .toEqual([path, true]);
    }
  });

  it('are whole for what is counted, and all choices of a choice', () => {
    expect(axisText({ path: 'finance.taxRate', from: 0, to: 0.4, count: 5 }))
      .toBe('finance.taxRate=0:0.4:5');
    expect(axisText({ path: 'rackGroup.racks', from: 1, to: 4, count: 9 }))
      .toBe('rackGroup.racks=1,2,3,4');
    expect(axisText({ path: 'demand.mode', from: 0, to: 0, count: 1 }))
      .toBe('demand.mode=utilisation,tokens');
  });
});
