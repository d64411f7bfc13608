import { describe, expect, it } from 'vitest';
import { economicsSection } from '../../../shared/report/economics.ts';
import { requestRows } from '../../../shared/report/requests.ts';
import type { PlanView } from '../../../shared/report/types.ts';
import { planOf } from '../plan/support.ts';
import { templatePlan } from '../template-plans.ts';

const plan = templatePlan('gb300-100mw');

const printedTable = (of: PlanView) =>
  economicsSection(of).blocks.flatMap((block) =>
    (block.kind === 'table' && block.table.id === 'requests' ? block.table.rows : []));

describe('the cost of a request by class', () => {
  it('is read from the figures of each class, by the plan and by its own hours', () => {
    const rows = requestRows(plan);
    expect(rows.map(({ name }) => name))
      .toEqual(plan.inputs.traffic.map(({ values: { name } }) => name));
    for (const { figureKey, ownHoursKey, usdPerRequest, usdOwnHours } of rows) {
      expect(usdPerRequest).toBe(plan.figures[figureKey]?.value);
      expect(usdOwnHours).toBe(plan.figures[ownHoursKey]?.value);
      expect(usdOwnHours).toBeGreaterThan(0);
    }
  });

  it('is printed with its mean', () => {
    const rows = printedTable(plan);
    expect(rows).toHaveLength(plan.inputs.traffic.length + 1);
    expect(rows.at(-1)?.cells[0]).toBe('Mean of the plan');
    for (const { cells } of rows)
      expect(cells.slice(3).every((cell) => /\d/u.test(String(cell)))).toBe(true);
  });

  it('is left out where the plan has no money', () => {
    expect(printedTable(planOf('gb300-100mw', { 'network.switchModel': 'qm9700' })))
      .toEqual([]);
  });
});
