import { describe, expect, it } from 'vitest';
import { templatePlan } from '../../../shared/template-plans.ts';
import { axisFor, axisText } from '../../../../renderer/screens/search/form.ts';
import { fieldNamed, inputsFor, numbersFor } from '../../../../renderer/screens/search/inputs.ts';

describe('values offered for an input', () => {
  it('stay within its ends and go up, whatever the input', () => {
    for (const { value: path } of numbersFor(null)) {
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

  it('are those of the plan: of each record where there are several, of none where none is', () => {
    const labels = new Map(inputsFor(templatePlan('gb300-100mw'))
      .map(({ value, label }) => [value, label]));
    expect(labels.get('traffic.priceDecline')).toBe('Price decline (Traffic class)');
    expect(labels.get('traffic.chat.priceDecline')).toBe('Price decline (Chat)');
    expect(labels.has('feed.mw')).toBe(false);
    expect([...labels.keys()].every((path) => fieldNamed(path) !== null)).toBe(true);
    expect(axisText(axisFor('traffic.chat.priceDecline', templatePlan('gb300-100mw'))))
      .toMatch(/^traffic\.chat\.priceDecline=/u);
    // one class needs no telling apart
    expect(inputsFor(templatePlan('b200-1mw'))
      .filter(({ value }) => value.endsWith('.priceDecline'))).toHaveLength(1);
  });
});
