import { describe, expect, it } from 'vitest';
import { autoValue, resolvedPaths } from '../../../../shared/plan/figures/auto-values.ts';
import { pathOf, recordsOf, type FieldAddress } from '../../../../renderer/state/document.ts';
import { setField } from '../../../../renderer/state/edits.ts';
import { planOf } from '../../../../renderer/state/plan.ts';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { kindNames, kindOf } from '../../../../shared/project/kinds.ts';
import { applyChanges } from '../../../../shared/project/record.ts';
import { findTemplate } from '../../../../shared/project/templates.ts';
import { baseDocument } from '../../../renderer/support.ts';

/** Aggregated serving, so that one parallelism stands for the whole instance. */
const document = Object.values(findTemplate('gb300-100mw')?.records ?? [])
  .filter((r) => r.kind === 'rackGroup')
  .reduce((doc, { key }) =>
    applyChanges(doc, setField(doc, 'base', { kind: 'rackGroup', key, field: 'mode' }, 'agg')),
    baseDocument());
const outcome = planOf(document, 'base');
if (!outcome.ok) throw new Error(outcome.error.code);
const plan = outcome.value;

describe('an empty field', () => {
  it('is looked up only where the field tables have one', () => {
    const empty = kindNames.flatMap((kind) => kindOf(kind).fields
      .filter((field) => field.type === 'number' && field.default === null)
        .map((field) => `${kind}.${field.key}`));
    expect(resolvedPaths.filter((path) => !empty.includes(path))).toEqual([]);
  });

  it('shows the catalogue’s figure', () => {
    expect(autoValue(plan, { kind: 'site', key: 'site', field: 'electricityUsdPerKwh' },
      builtInCatalog))
      .toBe(builtInCatalog.sites['ashburn']?.industrialUsdPerKwh?.value);
  });

  it('shows no width where hits and no hits are served at different ones', () => {
    const seen = [0.1, 0.2, 0.4, 0.6, 0.8].flatMap((cacheHit) => {
      const hit = recordsOf(plan.inputs, 'traffic').reduce((doc, { key }) => applyChanges(doc,
        setField(doc, 'base', { kind: 'traffic', key, field: 'cacheHit' }, cacheHit)), document);
      const of = planOf(hit, 'base');
      return !of.ok ? [] : of.value.stages.servings.map(({ record: { key }, chosen, withoutHits }) => ({
        shown: autoValue(of.value, { kind: 'rackGroup', key, field: 'tensorParallel' },
          builtInCatalog),
        widths: [chosen.ok ? chosen.value.tp : null, withoutHits?.tp],
      }));
    });
    const isOne = ({ widths: [hit, none] }: (typeof seen)[number]) => hit === none;
    expect(new Set(seen.map(isOne))).toEqual(new Set([true, false]));
    for (const each of seen) expect(each.shown).toBe(isOne(each) ? each.widths[0] : null);
  });

  const filled = kindNames.flatMap((kind) =>
    recordsOf(plan.inputs, kind).flatMap(({ key }) => kindOf(kind).fields
      .filter((field) => field.type === 'number' && field.default === null)
      .map((field): FieldAddress => ({ kind, key, field: field.key }))))
    .flatMap((at) => ({ at, path: pathOf(at), value: autoValue(plan, at, builtInCatalog) }))
      .filter(({ value }) => value !== null);

  /** Counts of racks are filled together: what one group's share leaves over, another would take. */
  const withIt = (at: FieldAddress): typeof filled => (at.field === 'racks'
    ? filled.filter((each) => each.at.field === 'racks') : filled.filter((each) => each.at === at));

  it.each(
    filled,
  )('$path filled with what it stands for leaves the plan as it was', ({ at }) => {
    const entered = planOf(withIt(at).reduce((doc, each) =>
      applyChanges(doc, setField(doc, 'base', each.at, each.value)), document), 'base');
    const npv = entered.ok ? entered.value.figures['headline.npvUsd']?.value ?? null : null;
    // dollars, of billions
    expect(npv).toBeCloseTo(plan.figures['headline.npvUsd']?.value ?? Number.NaN, -1);
  });
});
