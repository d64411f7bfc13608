import { describe, expect, it } from 'vitest';
import { findEntries, findGroups } from '../../../renderer/state/palette-filter.ts';

const entries = [
  { label: 'Batch discount', description: 'Rebate on batch work' },
  { label: 'Discount rate', description: 'Yearly rate' },
  { label: 'NPV', description: 'All flows, discounted' },
  { label: 'Racks', description: '' },
];

describe('the palette', () => {
  it('puts names that begin with the query first, then words, then descriptions', () => {
    expect(findEntries(entries, 'disc').map(({ label }) => label))
      .toEqual(['Discount rate', 'Batch discount', 'NPV']);
  });

  it('finds words in any order', () => {
    expect(findEntries(entries, 'rate yearly').map(({ label }) => label))
      .toEqual(['Discount rate']);
  });

  it('puts the group with the best answer first and leaves out empty ones', () => {
    const groups = [
      { group: 'Figures', actions: [{ label: 'NPV', description: 'discounted' }] },
      { group: 'Inputs', actions: entries }, { group: 'Screens', actions: [] },
    ];
    expect(findGroups(groups, 'disc', 2).map(({ group, actions }) => [group, actions.length]))
      .toEqual([['Inputs', 2], ['Figures', 1]]);
  });
});
