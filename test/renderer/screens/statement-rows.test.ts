import { describe, expect, it } from 'vitest';
import {
  foldableKeys,
  foldRows,
  statementCsv,
} from '../../../renderer/screens/results/statement-rows.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { evaluatePlan } from '../../../shared/plan.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { statementRows } from '../../../shared/report/statement.ts';

const outcome = evaluatePlan(
  documentOf(findTemplate('b200-1mw')?.records ?? []),
  'base',
  builtInCatalog,
);
if (!outcome.ok) throw new Error(outcome.error.code);
const plan = outcome.value;
const { periods, rows } = statementRows(plan, 'year');

describe('foldRows', () => {
  it('shows lines and totals until a line is opened, then its parts and no others', () => {
    const folded = foldRows(plan, rows, new Set());
    const opened = foldRows(plan, rows, new Set(['statement.opex']));
    const added =
      opened.filter((row) => !folded.some(({ series }) => series.key === row.series.key));
    expect(added.length).toBeGreaterThan(2);
    expect(added.every(({ series }) => series.key.startsWith('statement.opex.'))).toBe(true);
  });

  it('shows everything when all lines are open', () => {
    expect(foldRows(plan, rows, foldableKeys(plan))).toHaveLength(rows.length);
  });
});

describe('statement', () => {
  it.each(['statement.opex', 'statement.revenue', 'statement.capex'])(
    'parts of %s add up to it in every year',
    (key) => {
      const parts = plan.statement
        .filter(({ parent }) => parent === key)
        .map(({ seriesKey }) => seriesKey);
      const valuesOf = (wanted: string) =>
        rows.find(({ series }) => series.key === wanted)?.values ?? [];
      periods.forEach((_, year) => {
        const sum = parts.reduce((all, part) => all + (valuesOf(part)[year] ?? 0), 0);
        expect(sum).toBeCloseTo(valuesOf(key)[year] ?? Number.NaN, 3);
      });
    },
  );

  it('exports every line and period', () => {
    const lines = statementCsv(plan, 'month').trimEnd().split('\r\n');
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[0]?.split(',')).toHaveLength(statementRows(plan, 'month').periods.length + 1);
  });
});
