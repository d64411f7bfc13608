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
  /** Null where the plan has no such line: a rent includes energy. */
  readonly energyUsd: number | null;
  readonly demandUsd: number | null;
  readonly fixedUsd: number | null;
}

const bills = {
  energyUsd: ['scheduled-energy', 'electricity', 'electricity-contract'],
  demandUsd: ['scheduled-demand', 'demand-charge'], fixedUsd: ['scheduled-fixed'],
} as const;

/**
 * The bill of the first twelve months that draw energy, and their sum; empty without money
 * and where the plan pays for no energy by itself.
 */
export function billRows({ series, stages }: Plan): readonly BillRow[] {
  const kwh = series['lifecycle.energyKwh']?.values ?? new Float64Array(0);
  const first = kwh.findIndex((x) => x > 0);
  if (first < 0 || stages.economics === null) return [];
  const linesOf = (keys: readonly string[]): readonly Float64Array[] =>
    keys.flatMap((key) => series[`statement.opex.${key}`]?.values ?? []);
  const lines = { energyUsd: linesOf(bills.energyUsd), demandUsd: linesOf(bills.demandUsd),
    fixedUsd: linesOf(bills.fixedUsd) };
  if (Object.values(lines).every(({ length }) => length === 0)) return [];
  const usd = (found: readonly Float64Array[], month: number): number | null =>
    (found.length === 0 ? null
      : found.reduce((sum, values) => sum - entryOf(values, month), 0));
  const { start, horizonMonths } = stages.lifecycle;
  const months = Array.from({ length: Math.min(12, kwh.length - first) }, (_, i) => first + i);
  const rows = months.map((at): BillRow => {
    const month = horizonMonths - (kwh.length - 1 - at);
    return {
      key: String(at), kwh: entryOf(kwh, at),
      label: `${entryOf(monthNames, monthOfYear(start, month) - 1)} ${yearOf(start, month)}`,
      energyUsd: usd(lines.energyUsd, at), demandUsd: usd(lines.demandUsd, at),
      fixedUsd: usd(lines.fixedUsd, at),
    };
  });
  return [...rows, { key: 'year', label: words.year,
    kwh: rows.reduce((total, row) => total + row.kwh, 0), energyUsd: sumOf(rows, 'energyUsd'),
    demandUsd: sumOf(rows, 'demandUsd'), fixedUsd: sumOf(rows, 'fixedUsd') }];
}

/** The sum of a column; null where the plan has no such line. */
const sumOf = (
  rows: readonly BillRow[], of: 'energyUsd' | 'demandUsd' | 'fixedUsd',
): number | null =>
  rows.reduce<number | null>((total, row) =>
    (total === null || row[of] === null ? null : total + row[of]), 0);
