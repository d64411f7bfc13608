import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { isActive } from '../../../shared/project/condition.ts';
import { fieldOf } from '../../../shared/project/kinds.ts';
import { addressOf } from '../../../shared/project/path.ts';
import { listMovable } from '../../../shared/uncertainty/movable.ts';
import { planOf } from '../plan/support.ts';

const plan = planOf('b200-1mw');
const movable = listMovable(plan, builtInCatalog, []);
const fields = movable.filter(({ kind }) => kind === 'field');

describe('inputs that can be moved', () => {
  it('are the numbers in use that are no whole ones, no print and not switched off', () => {
    const expected = plan.inputsInUse.filter(({ path, value }) => {
      const at = addressOf(path);
      const field = at === null ? undefined : fieldOf(at.kind, at.field);
      return at !== null && at.kind !== 'project' && typeof value === 'number'
        && field?.type === 'number'
        && field.integer !== true && isActive(field.activeWhen, plan.inputs, at.key);
    }).map(({ path }) => path);
    expect(fields.map(({ id }) => id)).toEqual(expected);
    expect(expected).toContain('demand.utilisation');
    expect(expected).not.toContain('demand.horizonMonths');
  });

  it('stay within what the field takes', () => {
    for (const { id, low, high, value } of fields) {
      const at = addressOf(id);
      const field = at === null ? undefined : fieldOf(at.kind, at.field);
      if (field?.type !== 'number') throw new Error(id);
      expect(low).toBeGreaterThanOrEqual(field.min);
      expect(high).toBeLessThanOrEqual(field.max);
      expect(low <= value && value <= high).toBe(true);
    }
  });

  it('hold the throughput of each point, as far off as the engine expects', () => {
    const [group] = plan.stages.groups;
    const point = group?.point;
    if (group === undefined || point === null || point === undefined)
      throw new Error('no point');
    const value = point.outputTokPerSecPerAccelerator;
    expect(movable.filter(({ kind }) =>
      kind === 'serving')).toMatchObject([{ id: `serving:${group.record.key}`, value,
      low: expect.closeTo(value * (1 - point.expectedErrorPct / 100), 6) as number,
      high: expect.closeTo(value * (1 + point.expectedErrorPct / 100), 6) as number }]);
  });
});
