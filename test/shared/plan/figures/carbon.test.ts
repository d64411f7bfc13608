import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { createPlanner } from '../../../../shared/plan.ts';
import { setByPath } from '../../../../shared/project/path.ts';
import { documentOf, findTemplate } from '../../../../shared/project/templates.ts';

const factory = documentOf(findTemplate('gb300-100mw')?.records ?? []);

/** The factory on a grid of whose carbon nobody says anything. */
const sites = Object.fromEntries(Object.entries(builtInCatalog.sites)
  .map(([id, { carbonGPerKwh: _unsaid, ...site }]) => [id, site]));

describe('carbon of a grid nobody states', () => {
  it('is absent with its reason, never nought', () => {
    const { evaluate } = createPlanner({ ...builtInCatalog, sites });
    const unsaid = evaluate(factory, 'base');
    if (!unsaid.ok) throw new Error(JSON.stringify(unsaid.error));
    for (const key of ['headline.gCo2PerMTok', 'facility.cueGPerKwh']) {
      expect(unsaid.value.figures[key])
        .toMatchObject({ value: null, absent: { code: 'no-source-value' } });
    }
    const set = setByPath(factory, 'base', 'site.carbonGPerKwh', 300);
    const entered = set.ok ? evaluate(set.value, 'base') : set;
    if (!entered.ok) throw new Error(JSON.stringify(entered.error));
    expect(entered.value.figures['headline.gCo2PerMTok']?.value).toBeGreaterThan(0);
  });
});
