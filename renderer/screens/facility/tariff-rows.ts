import type { TariffSchedule } from '../../../shared/import/tariff/types.ts';
import { monthOfYear, yearOf } from '../../../shared/lifecycle/month.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { entryOf } from '../../../shared/units/entry.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Cell, Matrix } from '../../diagrams/matrix.ts';
import { monthNames } from './matrices.ts';
import { tariffText as words } from './tariff-text.ts';

export type KindOfDay = 'weekday' | 'weekend';

/** Twelve rows of 24 hours with the price of the first tier. */
export function priceMatrix(energy: TariffSchedule, day: KindOfDay): Matrix {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  return {
    columns: hours.map(String), rows: monthNames, cellWidth: 34, cellHeight: 20, left: 76,
    cells: monthNames.map((name, month) => hours.map((hour): Cell => {
      const period = entryOf(entryOf(energy[day], month), hour);
      const tiers = entryOf(energy.periods, period);
      const usd = entryOf(tiers, 0).rateUsd;
      const last = entryOf(tiers, -1).rateUsd;
      return { value: usd, text: '',
        label: `${name}, ${hour} to ${hour + 1} h: ${formatQuantity(usd, 'USD/kWh')}${
          tiers.length > 1 ? `, ${formatQuantity(last, 'USD/kWh')} in the last of ${
            tiers.length} tiers` : ''}` };
    })),
  };
}

export interface BillRow {
  readonly key: string;
  readonly label: string;
  readonly kwh: number;
  readonly energyUsd: number;
  readonly demandUsd: number;
  readonly fixedUsd: number;
}

const bills = {
  energyUsd: ['scheduled-energy', 'electricity', 'electricity-contract'],
  demandUsd: ['scheduled-demand', 'demand-charge'], fixedUsd: ['scheduled-fixed'],
} as const;

/**
 * The bill of the first twelve months that draw energy, and their sum; empty without money.
 */
export function billRows({ series, stages }: Plan): readonly BillRow[] {
  const kwh = series['lifecycle.energyKwh']?.values ?? new Float64Array(0);
  const first = kwh.findIndex((x) => x > 0);
  if (first < 0 || stages.economics === null) return [];
  const usd = (keys: readonly string[], month: number): number => keys.reduce((sum, key) =>
    sum - (series[`statement.opex.${key}`]?.values[month] ?? 0), 0);
  const { start, horizonMonths } = stages.lifecycle;
  const months = Array.from({ length: Math.min(12, kwh.length - first) }, (_, i) => first + i);
  const rows = months.map((at): BillRow => {
    const month = horizonMonths - (kwh.length - 1 - at);
    return {
      key: String(at), kwh: kwh[at] ?? 0,
      label: `${entryOf(monthNames, monthOfYear(start, month) - 1)} ${yearOf(start, month)}`,
      energyUsd: usd(bills.energyUsd, at), demandUsd: usd(bills.demandUsd, at),
      fixedUsd: usd(bills.fixedUsd, at),
    };
  });
  const sum = (of: (row: BillRow) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  return [...rows, { key: 'year', label: words.year, kwh: sum((row) => row.kwh),
    energyUsd: sum((row) => row.energyUsd), demandUsd: sum((row) => row.demandUsd),
    fixedUsd: sum((row) => row.fixedUsd) }];
}
