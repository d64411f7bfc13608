import { assert, double, array, property, constantFrom } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisStart } from '../../../renderer/charts/pictures/bridge.ts';
import { printLadder } from '../../../shared/report/ladder.ts';

const read = (text: string): number => Number(text.replaceAll(/[$,x+]| [BMk]$/g, ''));

describe('a printed ladder', () => {
  const amount = double({ min: -1e9, max: 1e9, noNaN: true });

  it('adds up as printed, whatever the steps', () => {
    assert(property(constantFrom('USD', 'USD/Mtok', 'ratio'), amount,
      array(amount, { maxLength: 7 }), (unit, from, changes) => {
        const printed = printLadder({ unit, from, changes });
        const sum = printed.changes.map(read).reduce((total, change) => total + change,
          read(printed.from));
        expect(sum).toBeCloseTo(read(printed.to), 3);
        expect(read(printed.from) + read(printed.sum)).toBeCloseTo(read(printed.to), 3);
      }));
  });

  it('rounds levels and takes their differences', () => {
    expect(
      printLadder({ unit: 'USD/Mtok', from: 0.033_63, changes: [0.032_724, 0.003_366] }),
    ).toEqual({
      from: '$0.03363', changes: ['+$0.03272', '+$0.00337'], levels: ['$0.06635', '$0.06972'],
      to: '$0.06972', sum: '+$0.03609',
    });
  });

  it('shows a small change beside large levels with more digits, up to three', () => {
    expect(printLadder({ unit: 'USD', from: 148.08e6, changes: [-1500] }).changes)
      .toEqual(['-$0.0015 M']);
  });

  it('prints in the currency of the project', () => {
    const print = { currency: 'EUR', usdPerUnit: 1.25, locale: 'de-DE' };
    expect(printLadder({ unit: 'USD', from: 2.5e6, changes: [1.25e6] }, print).to)
      .toBe('€3,00 M');
  });
});

describe('the axis of a bridge', () => {
  it('starts at zero unless the changes would be lost', () => {
    expect(axisStart([10, 15])).toBeUndefined();
    expect(axisStart([-1, 1])).toBeUndefined();
    expect(axisStart([100, 101])).toBeLessThan(100);
  });
});
