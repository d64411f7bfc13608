import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { shareByEvidence } from '../../../shared/uncertainty/evidence-share.ts';

const planner = createPlanner(builtInCatalog);
const document = documentOf(findTemplate('b200-1mw')?.records ?? []);

describe('shareByEvidence', () => {
  it('gives shares that sum to one', () => {
    const share = shareByEvidence(planner, document, 'base', 'npvUsd');
    expect(Object.values(share ?? {}).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(share?.assumed).toBeGreaterThan(0);
  });

  it('moves weight from assumed to user when the user vouches for the utilisation', () => {
    const set = setByPath(document, 'base', 'demand.utilisation', 0.61);
    const before = shareByEvidence(planner, document, 'base', 'npvUsd');
    const after = set.ok ? shareByEvidence(planner, set.value, 'base', 'npvUsd') : null;
    expect(after?.user ?? 0).toBeGreaterThan(before?.user ?? 1);
  });

  it('has no answer where the figure is absent', () => {
    const unpriced = setByPath(document, 'base', 'rackGroup.system', 'dgx_b300');
    expect(unpriced.ok ? shareByEvidence(planner, unpriced.value, 'base', 'npvUsd') : 'refused').toBeNull();
  });
});
