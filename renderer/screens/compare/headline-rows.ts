import type { HeadlineKey } from '../../../shared/plan/types.ts';
import { printOf } from '../../../shared/project/print.ts';
import { formatAlike } from '../../../shared/units/alike.ts';
import { headlineGroups, headlineNames, printFigure } from '../../../shared/report/figures.ts';
import type { PlanOutcome } from '../../state/plan.ts';

export interface CompareCell {
  readonly printed: string;
  /** Why the figure is absent; empty when it is not. */
  readonly why: string;
  readonly best: boolean;
}

export interface CompareRow {
  readonly key: string;
  readonly label: string;
  readonly definition: string;
  /** Unit and scale of all cells. */
  readonly unit: string;
  readonly cells: readonly CompareCell[];
}

export interface CompareGroup {
  readonly title: string;
  readonly rows: readonly CompareRow[];
}

/** Figures of which less, or more, is plainly better whatever else changes. */
const lower: ReadonlySet<string> = new Set<HeadlineKey>([
  'costPerMTokUsd', 'costPerMTokInputUsd', 'costPerMTokOutputUsd', 'costPerRequestUsd',
  'costPerAcceleratorHourUsd', 'lcotNominalUsd',
  'lcotRealUsd', 'paybackMonths', 'discountedPaybackMonths', 'joulesPerToken',
  'gCo2PerMTok', 'pueAnnual', 'puePeak', 'wueLPerKwh',
]);
const higher: ReadonlySet<string> = new Set<HeadlineKey>([
  'npvUsd', 'irr', 'mirr', 'roi', 'revenueMultiple', 'moic', 'dscrMin', 'tokPerSecPerMw',
  'revenuePerMwYearUsd', 'revenuePerAcceleratorHourUsd',
]);

interface Printed {
  readonly printed: string;
  readonly why: string;
  readonly value: number | null;
}

function printCell(plan: PlanOutcome, name: HeadlineKey): Printed {
  if (!plan.ok) return { printed: '–', why: '', value: null };
  const key = `headline.${name}`;
  const { printed, why, value } = printFigure(key, '', plan.value.figures[key],
    printOf(plan.value.inputs.project.values));
  return { printed, why, value };
}

/** Cells of one figure on one scale, which its row names. */
function printRow(plans: readonly PlanOutcome[], name: HeadlineKey): Omit<CompareRow, 'key'> {
  const cells = plans.map((plan) => printCell(plan, name));
  const first = plans.find((plan) => plan.ok);
  const unit = plans.flatMap((plan) => plan.ok
    ? (plan.value.figures[`headline.${name}`]?.unit ?? []) : [])[0];
  if (first?.ok !== true || unit === undefined)
    return { ...headlineNames[name], unit: '', cells: markBest(name, cells) };
  const alike = formatAlike(cells.map(({ value }) => value), unit,
    printOf(first.value.inputs.project.values));
  return { ...headlineNames[name], unit: alike.unit, cells: markBest(name,
    cells.map((cell, at) => ({ ...cell, printed: alike.cells[at] ?? cell.printed }))) };
}

/**
 * Every cell that prints like the best one is marked; none where all are equal or one
 * stands alone.
 */
function markBest(name: string, cells: readonly Printed[]): readonly CompareCell[] {
  const known = cells.filter(({ value }) => value !== null);
  const different = new Set(known.map(({ printed }) => printed)).size > 1;
  const sign = lower.has(name) ? -1 : higher.has(name) ? 1 : 0;
  const best = known.toSorted((x, y) => sign * ((y.value ?? 0) - (x.value ?? 0)))[0];
  return cells.map(({ printed, why, value }) => ({
    printed, why, best: different && sign !== 0 && value !== null && printed === best?.printed,
  }));
}

/**
 * The headline figures of several scenarios, row by row.
 * @param onlyDifferent leaves out rows that print the same in every scenario
 */
export function compareHeadlines(
  plans: readonly PlanOutcome[], onlyDifferent: boolean,
): readonly CompareGroup[] {
  return headlineGroups.flatMap(({ title, keys }) => {
    const rows = keys.map((name): CompareRow => ({ key: name, ...printRow(plans, name) }));
    const kept = rows.filter(({ cells }) =>
      !onlyDifferent || new Set(cells.map(({ printed }) => printed)).size > 1);
    return kept.length === 0 ? [] : [{ title, rows: kept }];
  });
}
