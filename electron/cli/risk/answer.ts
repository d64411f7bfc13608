import { createHash } from 'node:crypto';
import { declaredFigure } from '../../../shared/plan/figures/all.ts';
import { canonical } from '../../../shared/project/record.ts';
import type { Assumptions, UncertainInput } from '../../../shared/uncertainty/assumptions/types.ts';
import { compareRuns } from '../../../shared/uncertainty/runs/compare.ts';
import { tornado, type Driver } from '../../../shared/uncertainty/runs/drivers.ts';
import type { Run } from '../../../shared/uncertainty/runs/run.ts';
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
}

const rowOf = ({ input: { id, label }, rankCorrelation }: Driver): DriverRow =>
  ({ id, label, rankCorrelation });

/** What drives the main figure: by rank correlation, or by the swing between P10 and P90. */
export function driversOf(
  { run, assumptions }: ScenarioRun, kind: DriverKind | null,
): readonly DriverRow[] {
  const ranked = run.drivers(mainFigure(run));
  if (kind !== 'tornado') return ranked.map(rowOf);
  const byId = new Map(ranked.map((driver) => [driver.input.id, rowOf(driver)]));
  return tornado(run.evaluator, assumptions, 0)
    .map(({ input: { id, label }, p10, p90, low, high }) =>
      ({ id, label, rankCorrelation: byId.get(id)?.rankCorrelation ?? null, p10, p90, low, high }));
}

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
