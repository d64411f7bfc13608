import type { Plan, Series } from '../../../shared/plan/types.ts';
import type { PeriodLength } from '../../../shared/report/periods.ts';
import { statementRows, type StatementRow } from '../../../shared/report/statement.ts';
import { writeCsv } from '../../../shared/report/csv.ts';

/** A line with what the table needs to fold it. */
export interface FoldedRow extends StatementRow {
  readonly hasParts: boolean;
}

/**
 * Key of the line that a part folds into: the nearest line above it in the sum that is
 * not itself a part.
 */
function foldParents(plan: Plan): ReadonlyMap<string, string> {
  const lines = new Map(plan.statement.map((line) => [line.seriesKey, line]));
  return new Map(
    plan.statement.flatMap((line) => {
      const parent = line.parent === null ? undefined : lines.get(line.parent);
      return line.level === 2 && parent?.level === 1
        ? [[line.seriesKey, parent.seriesKey] as const]
        : [];
    }),
  );
}

/**
 * Lines of the statement in reading order, parts of folded lines left out.
 * @param open keys of the lines whose parts are shown
 */
export function foldRows(
  plan: Plan,
  rows: readonly StatementRow[],
  open: ReadonlySet<string>,
): readonly FoldedRow[] {
  const parents = foldParents(plan);
  const withParts = new Set(parents.values());
  return rows
    .filter(({ series }) => {
      const parent = parents.get(series.key);
      return parent === undefined || open.has(parent);
    })
    .map((row) => ({ ...row, hasParts: withParts.has(row.series.key) }));
}

/** Keys of all lines that can be unfolded. */
export const foldableKeys = (plan: Plan): ReadonlySet<string> =>
  new Set(foldParents(plan).values());

/** The whole statement as CSV, all parts and all periods, unrounded. */
export function statementCsv(plan: Plan, length: PeriodLength): string {
  const { periods, rows } = statementRows(plan, length);
  return writeCsv(
    [{ label: 'Line', unit: 'text' },
      ...periods.map(({ label }) => ({ label, unit: 'USD' as const }))],
    rows.map(({ label, values }) => [label, ...values]),
  );
}

/** Figures that sum a line up over the horizon. */
const lineFigures: Readonly<Record<string, string>> = {
  'statement.revenue': 'headline.revenueUsd',
  'statement.opex': 'headline.opexUsd',
  'statement.opex.electricity': 'headline.energyUsd',
  'statement.capex': 'headline.capexUsd',
  'statement.equity': 'headline.npvUsd',
};

/**
 * The figure that explains a line: its sum over the horizon, or what its months are
 * computed from.
 */
export function explainingFigure({ key, inputs }: Series): string {
  const traced = inputs.find((input) => input.kind === 'figure');
  return lineFigures[key] ?? traced?.key ?? key;
}
