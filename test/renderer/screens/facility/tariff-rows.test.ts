import { describe, expect, it } from 'vitest';
import { billRows } from '../../../../renderer/screens/facility/tariff-rows.ts';
import type { FieldValue } from '../../../../shared/project/field.ts';
import type { Plan } from '../../../../shared/plan/types.ts';
import { planOf } from '../../../shared/plan/support.ts';

const schedule = JSON.stringify({ energyratestructure: [[{ rate: 0.07 }]],
  flatdemandstructure: [[{ rate: 12 }]], fixedchargefirstmeter: 500 });
const withTariff = (over: Readonly<Record<string, FieldValue>> = {}): Plan =>
  planOf('b200-1mw', { 'tariff.billing': 'schedule', 'tariff.schedule': schedule, ...over });

describe('the bill of a tariff', () => {
  it('has twelve months and their sum, each at the price of the schedule', () => {
    const rows = billRows(withTariff({ 'site.electricityEscalation': 0 }));
    expect(rows).toHaveLength(13);
    for (const { kwh, energyUsd } of rows) expect(Number(energyUsd) / kwh).toBeCloseTo(0.07, 9);
    const year = rows.at(-1);
    expect(year?.fixedUsd).toBe(12 * 500);
    expect(year?.demandUsd).toBeCloseTo(rows.slice(0, -1)
      .reduce((sum, row) => sum + Number(row.demandUsd), 0), 6);
  });

  it('is not shown as nothing where a rent includes energy', () => {
    expect(billRows(withTariff({ 'finance.ownership': 'rental' }))).toEqual([]);
  });

  it('leaves out what one price does not have', () => {
    const rows = billRows(planOf('b200-1mw', {}));
    expect(rows).toHaveLength(13);
    expect(rows.map(({ fixedUsd }) => fixedUsd)).toEqual(rows.map(() => null));
    expect(Number(rows[0]?.energyUsd)).toBeGreaterThan(0);
  });
});
