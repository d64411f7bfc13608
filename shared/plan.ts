import type { Catalog, MeasuredPoint } from './catalog/types.ts';
import { createMemo } from './plan/entries/memo.ts';
import { classWarnings } from './plan/figures/class-notices.ts';
import { figuresOf } from './plan/figures/all.ts';
import { costBasisOf, costStack } from './plan/figures/cost-stack.ts';
import { createPowerMemo } from './plan/site/power-design.ts';
import { createStageStore } from './plan/stage-store.ts';
import { hashInputs } from './plan/figures/hash.ts';
import { listInputsInUse, summariseProvenance } from './plan/figures/inputs-in-use.ts';
import { lifeLimits, lifeWarnings } from './plan/figures/life-notices.ts';
import { marketWarnings } from './plan/figures/market-notices.ts';
import { noMoves, type PlanMoves } from './plan/serving/moves.ts';
import { createServingMemo } from './plan/serving/serving.ts';
import {
  absentWarnings, assumedWarning, costWarnings, priceWarnings, releaseLimits, servingWarnings,
  siteWarnings,
} from './plan/figures/notices.ts';
import { priceLimits } from './plan/money/obstacles.ts';
import { contractWarnings } from './plan/money/rental-limits.ts';
import { listingWarnings, successorWarnings } from './plan/figures/price-notices.ts';
import { supplyLimits, supplyWarnings } from './plan/figures/supply-notices.ts';
import { buswayWarnings, plantWarnings } from './plan/figures/plant-notices.ts';
import { runStages, type PlanContext } from './plan/pipeline.ts';
import type { PlanProblem } from './plan/entries/problem.ts';
import { noughtWarnings } from './plan/figures/nought-notices.ts';
import { planSeries, statementLines, timelineOf } from './plan/figures/series.ts';
import type { StageResults } from './plan/stages.ts';
import type { Plan } from './plan/types.ts';
import type { ProjectDocument } from './project/record.ts';
import { resolveScenario, type ScenarioInputs } from './project/resolve.ts';
import { once } from './units/once.ts';
import { lazily } from './units/reading.ts';
import { ok, type Result } from './units/result.ts';

/** Evaluates scenarios of one catalogue and remembers the stages an edit did not touch. */
export interface Planner {
  /** @param moves catalogue figures and throughput to be moved; none when left out */
  readonly evaluate: (
    document: ProjectDocument, scenarioId: string, moves?: PlanMoves,
  ) => Result<Plan, PlanProblem>;
}

/** Sets of own benchmarks held at once. */
const benchmarksHeld = 16;

/**
 * A planner on a catalogue. Pure: equal documents and moves give equal plans, whatever
 * was evaluated before.
 * @param measured serving points the frontiers go through; null predicts by the model alone
 */
export function createPlanner(
  catalog: Catalog, measured: readonly MeasuredPoint[] | null = null,
): Planner {
  const context: PlanContext = {
    catalog, measured, serving: createServingMemo(),
    benchmarks: createMemo(benchmarksHeld), stages: createStageStore(),
    power: createPowerMemo(),
  };
  return {
    evaluate: (document, scenarioId, moves = noMoves) => {
      const inputs = resolveScenario(document, scenarioId);
      if (!inputs.ok) return inputs;
      const stages = runStages(context, inputs.value, moves);
      return stages.ok ? ok(writeDown(inputs.value, stages.value)) : stages;
    },
  };
}

/**
 * The one front door of the engine: a document and a scenario in, an immutable plan out.
 * @returns the plan, or why there is none (a scenario or a reference that does not
 *   exist); everything smaller is a limit, a warning or an absent figure of the plan
 * @example evaluatePlan(documentOf(template.records), 'base', builtInCatalog)
 */
export const evaluatePlan = (
  document: ProjectDocument, scenarioId: string, catalog: Catalog,
): Result<Plan, PlanProblem> =>
  createPlanner(catalog).evaluate(document, scenarioId);

/**
 * The results of all stages as figures, series, limits and warnings, each made when
 * somebody asks for it.
 */
function writeDown(inputs: ScenarioInputs, stages: StageResults): Plan {
  const catalogVersion = stages.catalog.version;
  const figures = figuresOf(stages);
  const inputsInUse = once(() => listInputsInUse(inputs));
  const provenance = once(() => summariseProvenance(inputsInUse()));
  return lazily<Plan>({
    schema: 'aifp.plan/1', inputs: () => inputs, catalogVersion, figures: () => figures,
    stages: () => stages,
    costStack: () => costStack(stages), costBasis: () => costBasisOf(stages),
    firstMonth: () => timelineOf(stages).firstMonth,
    irr: () => (stages.priced.unpricedTokens.length > 0 ? []
      : (stages.economics?.equity.returns.roots ?? [])),
    inputsInUse, series: () => planSeries(stages), statement: () => statementLines(stages),
    limits: () => [
      ...stages.limits, ...priceLimits(stages.priced), ...releaseLimits(stages),
      ...lifeLimits(stages), ...supplyLimits(stages),
    ],
    warnings: () => [
      ...stages.compat.warnings, ...servingWarnings(stages), ...stageWarnings(stages),
      ...priceWarnings(stages, figures), ...absentWarnings(figures),
      ...costWarnings(figures),
      ...assumedWarning(provenance()),
    ],
    provenance,
    hash: () => hashInputs(inputs, catalogVersion),
  });
}

const stageWarnings = (stages: StageResults): Plan['warnings'] => [
  ...stages.own.warnings, ...stages.facility.warnings, ...stages.network.warnings,
  ...stages.halls.warnings, ...siteWarnings(stages), ...plantWarnings(stages),
  ...buswayWarnings(stages), ...supplyWarnings(stages), ...listingWarnings(stages),
  ...successorWarnings(stages), ...contractWarnings(stages.inputs),
  ...marketWarnings(stages), ...noughtWarnings(stages), ...lifeWarnings(stages),
  ...classWarnings(stages),
];
