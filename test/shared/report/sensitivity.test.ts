import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { keyAssumptions } from '../../../shared/report/inputs.ts';
import { measureSensitivities, sensitivityTable } from '../../../shared/report/sensitivity.ts';

const planner = createPlanner(builtInCatalog);
const document = documentOf(findTemplate('b200-1mw')?.records ?? []);
const outcome = planner.evaluate(document, 'base');
if (!outcome.ok) throw new Error(outcome.error.code);
const plan = outcome.value;
const measured = measureSensitivities(plan, document, 'base', (changed) =>
  planner.evaluate(changed, 'base'),
);
const [cost, npv] = ['costPerMTokUsd', 'npvUsd'].map(
  (key) => plan.figures[`headline.${key}`]?.value ?? Number.NaN,
);

describe('measureSensitivities', () => {
  it('tries every change on a plan that sells a share of its capacity', () => {
    expect(measured).toHaveLength(5);
  });

  it.each(measured.map((each) => [each.label, each] as const))(
    'is worse for the owner: %s',
    (_label, each) => {
      expect(each.npvUsd).toBeLessThan(npv ?? Number.NaN);
    },
  );

  // Selling cost is a share of revenue and falls with the price.
  it.each(measured.filter(({ label }) => !label.startsWith('Token prices'))
    .map((each) => [each.label, each] as const))(
    'does not make a token cheaper: %s',
    (_label, each) => {
      expect(each.costPerMTokUsd).toBeGreaterThanOrEqual(cost ?? Number.NaN);
    },
  );

  it('moves the schedule where a tariff bills energy, which the site’s price does not', () => {
    const tariff = JSON.stringify({ energyratestructure: [[{ rate: 0.07 }]] });
    const scheduled = [['tariff.billing', 'schedule'], ['tariff.schedule', tariff]] as const;
    const billed = scheduled.reduce((so, [path, value]) => {
      const set = setByPath(so, 'base', path, value);
      if (!set.ok) throw new Error(path);
      return set.value;
    }, document);
    const own = planner.evaluate(billed, 'base');
    if (!own.ok) throw new Error(own.error.code);
    const electricity = measureSensitivities(own.value, billed, 'base', (changed) =>
      planner.evaluate(changed, 'base')).find(({ label }) => label.startsWith('Electricity'));
    expect(electricity?.npvUsd)
      .toBeLessThan(own.value.figures['headline.npvUsd']?.value ?? Number.NaN);
    const row = keyAssumptions(own.value, builtInCatalog, 5).rows
      .find(({ cells }) => cells[0] === 'Electricity price');
    expect(row?.cells[1]).toBe('by schedule');
  });

  it('leaves out what cannot be tried', () => {
    expect(measureSensitivities(plan, document, 'base', () => ({ ok: false, error: 'x' })))
      .toEqual([]);
  });

  it('prints each change beside the plan', () => {
    const table = sensitivityTable(plan, [
      { label: 'x', costPerMTokUsd: (cost ?? 0) * 1.1, npvUsd: null },
    ]);
    expect(table.rows[0]?.cells.slice(2)).toEqual(['+10.0', '–', '–']);
  });
});
