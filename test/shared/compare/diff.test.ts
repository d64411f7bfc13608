import { copyOf } from '../../../shared/units/reading.ts';
import { describe, expect, it } from 'vitest';
import { diffScenarios } from '../../../shared/compare/diff.ts';
import { groupOf, groupOfRecord, inputGroups } from '../../../shared/compare/groups.ts';
import { mixDocument, mixedScenario } from '../../../shared/compare/mix.ts';
import { reconcile } from '../../../shared/compare/reconcile.ts';
import { kindNames, kindOf } from '../../../shared/project/kinds.ts';
import { resolveScenario, type ScenarioInputs } from '../../../shared/project/resolve.ts';
import { templates } from '../../../shared/project/templates.ts';
import {
  derive, lay, randomFrom, randomScenario, templateDocument, withRecord,
} from './support.ts';
import { planner } from '../template-plans.ts';

const base = templateDocument('b200-1mw');

describe('groups', () => {
  it('hold every field and record of every kind', () => {
    const lost = kindNames.flatMap((kind) =>
      [groupOfRecord(kind), ...kindOf(kind).fields.map((field) => groupOf(kind, field.key))])
      .filter((group) => !inputGroups.includes(group));
    expect(lost).toEqual([]);
  });
});

describe('diffScenarios', () => {
  it('names inputs with path, label, unit, both values and group; nothing else', () => {
    const half = lay(base, 'base', { 'demand.utilisation': 0.5 });
    const document = lay(derive(half, 'b'), 'b',
      { 'demand.utilisation': 0.8, 'rackGroup.precision': 'fp8', 'capex.hostAdder': 0.2 });
    expect(diffScenarios(document, 'base', 'b')).toEqual({ ok: true, value: [
      { path: 'rackGroup.main.precision', label: 'Weight precision', unit: 'text',
        group: 'software',
        a: 'fp4', b: 'fp8', record: false },
      { path: 'demand.utilisation', label: 'Utilisation', unit: 'fraction',
        group: 'utilisation', a: 0.5,
        b: 0.8, record: false },
    ] });
  });

  it('shows a record only one side has, with what it says', () => {
    const document = withRecord(derive(base, 'b'), 'release', 'b', 'next', {}, true);
    const found = diffScenarios(document, 'base', 'b');
    const lines = found.ok ? found.value : [];
    expect(lines[0])
      .toMatchObject({ path: 'release.next', group: 'software', a: 'Next serving release',
        b: undefined, record: true });
    expect(lines.slice(1)
      .every((line) => line.b === undefined && line.path.startsWith('release.next.')))
      .toBe(true);
  });

  it('is empty for a scenario and itself, and mirrored the other way round', () => {
    const random = randomFrom(7);
    for (let i = 0; i < 20; i++) {
      const document = randomScenario(randomScenario(base, 'a', random), 'b', random);
      const [same, there, back] =
        [diffScenarios(document, 'a', 'a'), diffScenarios(document, 'a', 'b'),
          diffScenarios(document, 'b', 'a')];
      expect(same).toEqual({ ok: true, value: [] });
      const turned = back.ok ? back.value.map((d) => ({ ...d, a: d.b, b: d.a })) : [];
      const byPath = (x: { path: string }, y: { path: string }): number =>
        (x.path < y.path ? -1 : 1);
      expect(turned.toSorted(byPath)).toEqual(there.ok ? there.value.toSorted(byPath) : []);
    }
  });

  it('refuses unknown scenarios', () => {
    expect(diffScenarios(base, 'base', 'none'))
      .toMatchObject({ ok: false, error: { code: 'no-scenario' } });
  });
});

describe('mixtures', () => {
  /** Values alone: what was set explicitly and what the scenario is called are no inputs. */
  const said = (
    inputs: ScenarioInputs,
  ): unknown => JSON.parse(JSON.stringify({ ...inputs, scenario: null },
    (key, value: unknown) => (key === 'set' || key === 'notes' ? undefined : value)));

  it('say what A says with no group switched, and what B says with all', () => {
    const random = randomFrom(99);
    for (let i = 0; i < 25; i++) {
      const document = randomScenario(randomScenario(base, 'a', random), 'b', random);
      const [a, b] = [resolveScenario(document, 'a'), resolveScenario(document, 'b')];
      if (!a.ok || !b.ok) throw new Error('scenario lost');
      const none = resolveScenario(mixDocument(document, a.value, b.value, new Set()),
        mixedScenario);
      const all = resolveScenario(mixDocument(document, a.value, b.value, new Set(inputGroups)),
        mixedScenario);
      expect(none.ok && said(none.value)).toEqual(said(a.value));
      expect(all.ok && said(all.value)).toEqual(said(b.value));
    }
  });
});

describe('reconcile', () => {
  const planAt = (template: string, values = {}) => {
    const plan = planner.evaluate(lay(templateDocument(template), 'base', values), 'base');
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    return plan.value;
  };

  it.each(templates.map((t) =>
    t.id))('%s: ends at the plan’s own cost, by steps that add up, through all four conventions', (
      id,
    ) => {
    const plan = planAt(id);
    const steps = reconcile(plan);
    if (!steps.ok) throw new Error(JSON.stringify(steps.error));
    const own = plan.figures['headline.costPerMTokUsd']?.value ?? Number.NaN;
    expect(steps.value.at(-1)?.usdPerMtok).toBe(own);
    expect(steps.value.reduce((sum, step) => sum + step.change, 0) / own).toBeCloseTo(1, 9);
    expect(steps.value.flatMap((step) => step.convention ?? []))
      .toEqual(['vendor', 'semianalysis', 'rental', 'own']);
    const change = Object.fromEntries(steps.value.map((step) => [step.key, step.change]));
    expect(change['service-level']).toBeGreaterThanOrEqual(0);
    expect(change['unsold-hours']).toBeGreaterThan(0);
  });

  it('charges unsold hours in proportion: half the use doubles the rental cost, and leaves SemiAnalysis’ '
    + 'figure', () => {
    const at = (utilisation: number, key: string): number => {
      const steps = reconcile(planAt('b200-1mw',
        { 'demand.utilisation': utilisation, 'rackGroup.rampMonths': 0 }));
      return steps.ok
        ? (steps.value.find((step) => step.key === key)?.usdPerMtok ?? Number.NaN)
        : Number.NaN;
    };
    expect(at(0.4, 'unsold-hours') / at(0.8, 'unsold-hours')).toBeCloseTo(2, 9);
    expect(at(0.4, 'service-level')).toBe(at(0.8, 'service-level'));
  });

  it('refuses where the catalogue has no rate, naming the accelerator', () => {
    const plan = planAt('b200-1mw');
    const [group] = plan.stages.groups;
    if (group === undefined) throw new Error('no group');
    const { hourlyRental3yrUsd: _rate, ...accelerator } = group.accelerator;
    expect(reconcile({ ...copyOf(plan), stages: {
      ...copyOf(plan.stages), groups: [{ ...copyOf(group), accelerator }],
    } }))
      .toEqual({ ok: false, error: { code: 'no-rate', accelerator: accelerator.name,
        tier: 'three-year rental' } });
  });
});
