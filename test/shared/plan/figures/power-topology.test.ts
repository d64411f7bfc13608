import { describe, expect, it } from 'vitest';
import { powerTopology } from '../../../../shared/plan/figures/power-topology.ts';
import { loadsOf } from '../../../../shared/plan/site/power-design.ts';
import { planOf } from '../support.ts';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe.each([['b200-1mw', {}], ['gb300-100mw', {}], ['gb300-100mw', { 'power.redundancy': '2n' }],
  ['b200-1mw', { 'power.redundancy': 'block' }]] as const)('the power topology of %s %j',
(template, over) => {
  const { stages } = planOf(template, over);
  const topology = powerTopology(stages);
  if (topology === null) throw new Error('no topology');
  const { nodes } = topology;
  const byId = new Map(nodes.map((node) => [node.id, node]));

  it('names every piece once, each after what it hangs on, up to a source', () => {
    expect(byId.size).toBe(nodes.length);
    const seen = new Set<string>();
    for (const { id, type, parents, standbyParents } of nodes) {
      for (const parent of [...parents, ...standbyParents]) expect(seen.has(parent)).toBe(true);
      expect(parents.length === 0).toBe(type === 'utility' || type === 'generator');
      seen.add(id);
    }
  });

  it('holds every rack of the plan, and balances to the source', () => {
    const { power } = stages;
    if (power === null) throw new Error('no power');
    const racks = nodes.filter(({ id }) => id.includes(' racks on '));
    expect(sum(racks.map(({ loadKw }) => loadKw)) / sum(loadsOf(power).map(({ kw }) => kw)))
      .toBeCloseTo(1, 9);
    const loads = nodes.filter(({ type }) => type === 'load');
    const drawn = sum(loads.map(({ loadKw }) => loadKw)) + sum(nodes.map(({ lossKw }) => lossKw));
    expect((byId.get('utility')?.loadKw ?? NaN) / drawn).toBeCloseTo(1, 9);
  });

  it('says what is left of each budget', () => {
    for (const { budgetKw, loadKw, headroomKw } of nodes)
      expect(headroomKw).toBe(budgetKw === null ? null : budgetKw - loadKw);
    expect(nodes.filter(({ type }) => type === 'ups').length)
      .toBe(stages.power?.layout.blocks.length);
  });
});

describe('without racks', () => {
  it('there is no topology', () => {
    const { stages } = planOf('gb300-100mw', { 'site.utilityMw': 0.05 });
    expect(stages.power).toBeNull();
    expect(powerTopology(stages)).toBeNull();
  });
});
