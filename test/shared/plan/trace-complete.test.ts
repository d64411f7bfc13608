import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { restsOn } from '../../../shared/plan/figures/rests-on.ts';
import type { InputInUse, Plan } from '../../../shared/plan/types.ts';
import { fieldOf } from '../../../shared/project/kinds.ts';
import { addressOf, setByPath } from '../../../shared/project/path.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { documentOf, templates } from '../../../shared/project/templates.ts';

const planner = createPlanner(builtInCatalog, loadMeasuredPoints());

/**
 * A value about a tenth away, on the grid and within the range of its field; null where
 * there is none.
 */
function nearby({ path, value }: InputInUse): number | null {
  const at = addressOf(path);
  const field = at === null ? undefined : fieldOf(at.kind, at.field);
  if (field?.type !== 'number' || typeof value !== 'number') return null;
  const step = value === 0 ? (field.integer === true ? 1 : Math.min(0.05, field.max))
    : value * 0.1;
  const ends = [
    value + step, value - step,
  ].map((x) => (field.integer === true ? Math.round(x + Math.sign(x - value) * 0.5) : x));
  return ends.find((x) => x >= field.min && x <= field.max && x !== value) ?? null;
}

const same = (a: number | null | undefined, b: number | null | undefined): boolean =>
  a === b
    || (typeof a === 'number' && typeof b === 'number'
      && (Number.isNaN(a) ? Number.isNaN(b)
        : Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))));

/** Figures and series of the one plan that differ in the other. */
function moved(before: Plan, after: Plan): readonly string[] {
  const figures = Object.keys(before.figures)
    .filter((key) => !same(before.figures[key]?.value, after.figures[key]?.value));
  const series = Object.keys(before.series).filter((key) => {
    const [a, b] = [before.series[key]?.values ?? [], after.series[key]?.values ?? []];
    return a.length !== b.length || a.some((x, i) => !same(x, b[i]));
  });
  return [...figures, ...series];
}

function evaluate(document: ProjectDocument): Plan | null {
  const plan = planner.evaluate(document, 'base');
  return plan.ok ? plan.value : null;
}

describe.each(
  templates.map(({ id, records }) => [id, documentOf(records)] as const),
)('the traces of %s', (_id, document) => {
  it('name every number input that moves a figure or a series', { timeout: 120_000 }, () => {
    const plan = evaluate(document);
    if (plan === null) throw new Error('the template has no plan');
    const missing: string[] = [];
    let dependencies = 0;
    for (const input of plan.inputsInUse) {
      const value = nearby(input);
      const set = value === null ? null : setByPath(document, 'base', input.path, value);
      const after = set?.ok === true ? evaluate(set.value) : null;
      if (after === null) continue;
      for (const key of moved(plan, after)) {
        dependencies += 1;
        const named = restsOn(plan, key).inputs.some(({ path }) => path === input.path);
        if (!named) missing.push(`${key} does not name ${input.path}`);
      }
    }
    expect(dependencies).toBeGreaterThan(1000);
    expect(missing).toEqual([]);
  });
});
