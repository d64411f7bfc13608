import { createHash } from 'node:crypto';
import { declaredFigure } from '../../../shared/plan/figures/all.ts';
import { canonical } from '../../../shared/project/record.ts';
import type { Assumptions, UncertainInput } from '../../../shared/uncertainty/assumptions/types.ts';
import { compareRuns } from '../../../shared/uncertainty/runs/compare.ts';
import { tornado, type Driver } from '../../../shared/uncertainty/runs/drivers.ts';
import type { Run } from '../../../shared/uncertainty/runs/run.ts';
import { runThrough } from '../../../shared/search/plans/sweep.ts';
import { shapleyOf, sobolOf } from '../../../shared/uncertainty/runs/indices.ts';
import type { DriverKind } from './options.ts';

/** A scenario with its run. */
export interface ScenarioRun {
  readonly id: string;
  readonly name: string;
  /** Hash of the plan's inputs. */
  readonly planHash: string;
  readonly assumptions: Assumptions;
  readonly run: Run;
}

/** The figure drivers and comparisons are about. */
export const mainFigure = ({ options: { figures } }: Run): string => figures[0] ?? '';

/** Figures of which less is better. */
const isCost = (figure: string): boolean =>
  /cost|capex|opex|energyUsd|payback|pue|wue|joules|gCo2|watts|lcot/iu.test(figure);

/** Identifies what a run depends on: inputs, laws, seed, method, number of draws, figures. */
export const hashOf = (runs: readonly ScenarioRun[]): string =>
  createHash('sha256').update(canonical(runs.map(({ planHash, assumptions, run }) => ({
    planHash, options: run.options,
    inputs: assumptions.inputs.filter(({ on }) => on), correlations: assumptions.correlations,
  })))).digest('hex');

const inputJson = (
  { id, label, group, unit, base, basis, source, distribution }: UncertainInput,
) => ({ id, label, group, unit, base, basis, source, distribution });

/** An input among the drivers of a figure. */
export interface DriverRow {
  readonly id: string;
  readonly label: string;
  readonly rankCorrelation: number | null;
  /** The input at its P10 and P90 and the figure there, where a tornado was asked for. */
  readonly p10?: number;
  readonly p90?: number;
  readonly low?: number | null;
  readonly high?: number | null;
  /** Shares of the figure's variance, where Sobol or Shapley was asked for. */
  readonly first?: number;
  readonly firstError?: number;
  readonly total?: number;
  readonly totalError?: number;
  readonly shapley?: number;
}

const rowOf = ({ input: { id, label }, rankCorrelation }: Driver): DriverRow =>
  ({ id, label, rankCorrelation });

/** What drives the main figure: by rank correlation, or by the swing between P10 and P90. */
export function driversOf(
  one: ScenarioRun, kind: DriverKind | null,
): readonly DriverRow[] {
  const { run, assumptions } = one;
  const ranked = run.drivers(mainFigure(run));
  if (kind === null) return ranked.map(rowOf);
  const byId = new Map(ranked.map((driver) => [driver.input.id, rowOf(driver)]));
  if (kind !== 'tornado') return indexRows(one, kind, byId);
  return tornado(run.evaluator, assumptions, 0)
    .map(({ input: { id, label }, p10, p90, low, high }) =>
      ({ id, label, rankCorrelation: byId.get(id)?.rankCorrelation ?? null, p10, p90, low, high }));
}

const known = new WeakMap<Run, Map<DriverKind, readonly DriverRow[]>>();

/** Base points of a Saltelli design: as many plans as a few runs of the usual size. */
const basePoints = 128;

/** Shares of variance by input, computed once for a run. */
function indexRows(
  { run, assumptions }: ScenarioRun, kind: 'sobol' | 'shapley',
  byId: ReadonlyMap<string, DriverRow>,
): readonly DriverRow[] {
  const held = known.get(run) ?? new Map<DriverKind, readonly DriverRow[]>();
  known.set(run, held);
  const before = held.get(kind);
  if (before !== undefined) return before;
  const base = (input: UncertainInput): DriverRow =>
    byId.get(input.id) ?? { id: input.id, label: input.label, rankCorrelation: null };
  const { seed } = run.options;
  let rows: readonly DriverRow[] = [...byId.values()];
  if (kind === 'sobol') {
    const found = runThrough(sobolOf(run.evaluator, assumptions, 0, { count: basePoints, seed }));
    if (typeof found !== 'string') rows = found.map(({ input, first, total }) => ({ ...base(input),
      first: first.value, firstError: first.standardError,
      total: total.value, totalError: total.standardError }));
  } else {
    const found = runThrough(shapleyOf(run.evaluator.points, run.columns, assumptions,
      mainFigure(run), seed));
    if (typeof found !== 'string')
      rows = found.rows.map(({ input, share }) => ({ ...base(input), shapley: share }));
  }
  held.set(kind, rows);
  return rows;
}

/** Why the shares of variance of a run cannot be given; null where they are. */
export const whyNoShares = (rows: readonly DriverRow[], kind: DriverKind | null): string | null =>
  (kind === null || kind === 'tornado' || rows.some(({ total, shapley }) =>
    total !== undefined || shapley !== undefined) ? null
    : 'shares of variance need a figure that varies and that every draw has: rank correlations stand instead');

function figuresJson({ run }: ScenarioRun) {
  const { figures } = run.summary();
  return Object.fromEntries(Object.entries(figures).map(([key, summary]) => {
    const { label = key, unit = 'ratio' } = declaredFigure(key) ?? {};
    return [key, { label, unit, ...summary }];
  }));
}

/** One scenario as `--json` prints it. */
function scenarioJson(one: ScenarioRun, kind: DriverKind | null) {
  const { probabilities, infeasible, absent } = one.run.summary();
  return {
    scenario: one.id, name: one.name, figures: figuresJson(one), probabilities, infeasible,
    absent, drivers: driversOf(one, kind),
    inputs: one.assumptions.inputs.filter(({ on }) => on).map(inputJson),
    correlations: one.assumptions.correlations,
  };
}

/** Comparison of scenarios by the main figure; null for one alone. */
export function comparisonOf(runs: readonly ScenarioRun[]) {
  const [first] = runs;
  if (first === undefined || runs.length < 2) return null;
  const figure = mainFigure(first.run);
  return compareRuns(runs.map(({ name, run: { columns } }) => ({ name, columns })), figure,
    isCost(figure));
}

/** What `risk --json` prints: the first scenario at the top, all of several below. */
export function riskJson(runs: readonly ScenarioRun[], kind: DriverKind | null) {
  const all = runs.map((one) => scenarioJson(one, kind));
  const { draws, seed, method } = runs[0]?.run.options ?? {};
  return {
    schema: 'aifp.risk/1', draws, seed, method,
    percentiles: 'share of draws below, linear between draws',
    ...all[0], ...(all.length > 1 ? { scenarios: all, compare: comparisonOf(runs) } : {}),
    hash: hashOf(runs),
  };
}
