import { describe, expect, it } from 'vitest';
import { setField } from '../../../renderer/state/edits.ts';
import {
  deltaOf, headlineCells, headlineItems, splitQuantity, type HeadlineItem,
} from '../../../renderer/state/headline.ts';
import { planOf } from '../../../renderer/state/plan.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { baseDocument } from '../support.ts';

const item = (id: HeadlineItem['id']): HeadlineItem =>
  headlineItems.find((each) => each.id === id) ?? headlineItems[0] ?? raise();
function raise(): never {
  throw new Error('no headline items');
}

const before = baseDocument('b200-1mw');
const dearer = applyChanges(before,
  setField(before, 'base', { kind: 'site', key: 'site', field: 'electricityUsdPerKwh' }, 0.5));

describe('the headline strip', () => {
  it('shows every figure with digits, or says why there is none', () => {
    for (const { absent, digits, label } of headlineCells(planOf(before, 'base'), null, null)) {
      expect(absent ?? digits, label).toMatch(absent === null ? /^-?\$?[\d.,]+$/ : /./);
    }
  });

  it('calls dearer electricity a worse cost and a worse value', () => {
    const cells = headlineCells(planOf(dearer, 'base'), planOf(before, 'base'), null);
    const find = (id: HeadlineItem['id']) =>
      cells.find((cell) => cell.item.id === id)?.sinceEdit;
    expect(find('cost')).toMatchObject({ direction: 'up', good: false });
    expect(find('npv')).toMatchObject({ direction: 'down', good: false });
    expect(find('racks')).toBeNull();
  });

  it('says in place why nothing can be computed', () => {
    const empty =
      Object.fromEntries(Object.entries(before).filter(([, { kind }]) => kind !== 'rackGroup'));
    const cells = headlineCells(planOf(empty, 'base'), null, null);
    expect(cells.map(({ digits }) => digits)).toEqual(cells.map(() => '–'));
    expect(cells[0]?.absent).toContain('no racks');
  });
});

describe('a change', () => {
  it('is stated in per cent, in money, or in points, as the figure asks', () => {
    expect(deltaOf(item('cost'), 0.03, 0.02, 'USD/Mtok')?.text).toBe('+50.0 %');
    expect(deltaOf(item('npv'), 1.2e6, 1.5e6, 'USD')?.text).toBe('−$300.0 k');
    expect(deltaOf(item('irr'), 0.22, 0.2, 'fraction/year')?.text).toBe('+2.00 pp');
  });

  it('from or to an absent figure is none', () => {
    expect(deltaOf(item('cost'), null, 0.02, 'USD/Mtok')).toBeNull();
    expect(deltaOf(item('cost'), 0.02, null, 'USD/Mtok')).toBeNull();
  });

  it('from zero is stated in the unit, never as infinite', () => {
    expect(deltaOf(item('throughput'), 5, 0, 'tok/s/MW')?.text).toBe('+5 tok/s/MW');
  });
});

describe('a printed quantity', () => {
  it.each([
    ['$0.0214/M tokens', '$0.0214', '/M tokens'], ['-$12.50 M', '-$12.50', 'M'],
    ['99.83 MW', '99.83', 'MW'], ['–', '–', ''],
  ])('%s is set as %s and %s', (text, digits, unit) => {
    expect(splitQuantity(text)).toEqual([digits, unit]);
  });
});
