import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { createTimeline, firstMoneyMonth } from '../../../../shared/economics/statement/timeline.ts';
import { createPlanner } from '../../../../shared/plan.ts';
import { setByPath } from '../../../../shared/project/path.ts';
import { documentOf, findTemplate } from '../../../../shared/project/templates.ts';
import type { FieldValue } from '../../../../shared/project/field.ts';

const paid = (...months: readonly number[]) =>
  ({ draws: months.map((month) => ({ month, share: 1 / months.length })) });

describe('the months of the money', () => {
  it('begin with the first payment, or with the lifecycle where none is earlier', () => {
    const lifecycle = { firstMonth: -2, horizonMonths: 60, start: { year: 2027, month: 1 } };
    expect(firstMoneyMonth(lifecycle, [])).toBe(-2);
    expect(firstMoneyMonth(lifecycle, [paid(1, 2), paid(0, -1)])).toBe(-2);
    expect(firstMoneyMonth(lifecycle, [paid(1, 2), paid(-3, -11, 0)])).toBe(-11);
    // Months -11 to 60: 72 of them, nine before the lifecycle.
    expect(createTimeline(lifecycle, -11)).toEqual({ firstMonth: -11, horizonMonths: 60,
      length: 72, lead: 9, start: { year: 2027, month: 1 } });
  });

  const planner = createPlanner(builtInCatalog);
  const factory = documentOf(findTemplate('gb300-100mw')?.records ?? []);
  const lineAt = (key: string, path: string, value: FieldValue): Float64Array => {
    const set = setByPath(factory, 'base', path, value);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    const plan = planner.evaluate(set.value, 'base');
    const { economics } = plan.ok ? plan.value.stages : { economics: null };
    const line = economics?.statement.lines.find((each) => each.key === key);
    if (line === undefined) throw new Error(`no line ${key}`);
    return line.values;
  };

  it('stay where an edit moves amounts alone, and with them what rests on them', () => {
    const before = lineAt('opex.software', 'opex.softwareUsdPerAcceleratorYear', 500);
    expect(lineAt('opex.software', 'opex.softwareUsdPerAcceleratorYear', 600)).not.toEqual(before);
    const [first, dearer] = [1e7, 2e7].map((usd) =>
      lineAt('opex.software', 'capex.facilityUsdPerMw', usd));
    expect(dearer).toEqual(first);
    expect(lineAt('opex.software', 'capex.constructionMonths', 30).length)
      .toBeGreaterThan(first?.length ?? Infinity);
  });
});
