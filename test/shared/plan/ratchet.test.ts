import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import type { FieldValue } from '../../../shared/project/field.ts';

const planner = createPlanner(builtInCatalog);

/**
 * Demand charge by month of a plan whose racks retire after 20 months, at 10 USD/kW-month
 * and a steady price.
 */
function planWith(...set: readonly (readonly [string, FieldValue])[]) {
  const start = documentOf(findTemplate('b200-1mw')?.records ?? []);
  const document = [
    ['site.demandUsdPerKwMonth', 10], ['site.electricityEscalation', 0],
    ['rackGroup.retireMonth', 20], ...set,
  ].reduce((d, [path, value]) => {
    const next = setByPath(d, 'base', String(path), value ?? null);
    if (!next.ok) throw new Error(JSON.stringify(next.error));
    return next.value;
  }, start);
  const plan = planner.evaluate(document, 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

type Planned = ReturnType<typeof planWith>;
const demand = ({ stages }: Planned): readonly number[] =>
  [
    ...(stages.economics?.statement.lines.find(
      (line) => line.key.endsWith('demand-charge'),
    )?.values ?? []),
  ].map(
    (usd) => -usd,
  );
const peaks = ({ stages }: Planned): readonly number[] =>
  [...stages.lifecycle.total.facilityKwPeak];

describe('the demand ratchet of a tariff', () => {
  it('bills max(monthly peak, ratchet x highest peak of the months before)', () => {
    const plan = planWith(['site.demandRatchet', 0.6], ['site.ratchetMonths', 6]);
    const kw = peaks(plan);
    const billed = demand(plan).slice(-kw.length).map((usd) => usd / 10);
    expect(Math.max(...kw)).toBeGreaterThan(100);
    kw.forEach((peak, month) => {
      const highest = Math.max(...kw.slice(Math.max(0, month - 5), month + 1));
      expect(billed[month]).toBeCloseTo(Math.max(peak, 0.6 * highest), 6);
    });
    // The month after the racks retired still pays for their peak.
    expect(billed[kw.findLastIndex((peak) => peak > 0) + 1]).toBeGreaterThan(0);
  });

  it('costs nothing beside the peaks without a ratchet', () => {
    const plan = planWith();
    const kw = peaks(plan);
    expect(demand(plan).slice(-kw.length).map((usd) => usd / 10))
      .toEqual(kw.map((peak) => expect.closeTo(peak, 6)));
  });
});
