import type { Catalog, MeasuredPoint } from './catalog/types.ts';
import { createMemo } from './plan/memo.ts';
import { putEconomics } from './plan/figures-economics.ts';
import { costBasisOf, costStack, putMoney } from './plan/figures-money.ts';
import { putFacility, putGroups, putLife, putNetwork } from './plan/figures-physical.ts';
import { putResilience, putSite } from './plan/figures-site.ts';
import { createMonthsMemo } from './plan/months.ts';
import { hashInputs } from './plan/hash.ts';
import { listInputsInUse, summariseProvenance } from './plan/inputs-in-use.ts';
import { lifeWarnings } from './plan/life-notices.ts';
import { noMoves, type PlanMoves } from './plan/moves.ts';
import { absentWarnings, assumedWarning, releaseLimits, servingNotices, siteWarnings } from './plan/notices.ts';
import { runStages, type PlanContext } from './plan/pipeline.ts';
import type { PlanProblem } from './plan/problem.ts';
import type { FrontierMemo } from './plan/serving.ts';
import { planSeries, statementLines, timelineOf } from './plan/series.ts';
import type { StageResults } from './plan/stages.ts';
import type { Plan } from './plan/types.ts';
import type { ProjectDocument } from './project/record.ts';
import { resolveScenario } from './project/resolve.ts';
import { createLedger } from './units/ledger.ts';
import { once } from './units/once.ts';
import { ok, type Result } from './units/result.ts';

/** Evaluates scenarios of one catalogue and remembers the stages an edit did not touch. */
export interface Planner {
  readonly evaluate: (document: ProjectDocument, scenarioId: string) => Result<Plan, PlanProblem>;
}

/** Frontiers held at once: a dozen rack groups over a few dozen edits. */
const frontiersHeld = 256;

/** Sets of own benchmarks held at once. */
const benchmarksHeld = 16;

/** Sites held at once: those of the scenarios compared, over a few edits. */
const sitesHeld = 32;

/** An empty memo of frontiers, for planners that see the same accelerators. */
export const createFrontierMemo = (): FrontierMemo => createMemo(frontiersHeld);

/**
 * A planner on a catalogue. Pure: equal documents give equal plans, whatever was evaluated before.
 * @param measured serving points the frontiers go through; null predicts by the model alone
 * @param moves what is looked at or moved apart from the project's inputs: catalogue figures and throughput
 * @param frontiers shared by planners whose moves leave accelerators as they are
 */
export function createPlanner(
  catalog: Catalog, measured: readonly MeasuredPoint[] | null = null, moves: PlanMoves = noMoves,
  frontiers: FrontierMemo = createFrontierMemo(),
): Planner {
  const context: PlanContext = { catalog, measured, frontiers, benchmarks: createMemo(benchmarksHeld), sites: createMemo(sitesHeld), months: createMonthsMemo(), moves };
  return {
    evaluate: (document, scenarioId) => {
      const inputs = resolveScenario(document, scenarioId);
      if (!inputs.ok) return inputs;
      const stages = runStages(context, inputs.value);
      return stages.ok ? ok(writeDown(stages.value)) : stages;
    },
  };
}

/**
 * The one front door of the engine: a document and a scenario in, an immutable plan out.
 * @returns the plan, or why there is none (a scenario or a reference that does not exist); everything smaller
 *   is a limit, a warning or an absent figure of the plan
 * @example evaluatePlan(documentOf(template.records), 'base', builtInCatalog)
 */
export const evaluatePlan = (document: ProjectDocument, scenarioId: string, catalog: Catalog): Result<Plan, PlanProblem> =>
  createPlanner(catalog).evaluate(document, scenarioId);

/**
 * The results of all stages as figures, series, limits and warnings. What only some readers ask for is made when
 * they do: a table of many scenarios reads figures alone.
 */
function writeDown(stages: StageResults): Plan {
  const { inputs } = stages;
  const catalogVersion = stages.catalog.version;
  const ledger = createLedger();
  putGroups(ledger, stages);
  putFacility(ledger, stages);
  putNetwork(ledger, stages);
  putSite(ledger, stages);
  putResilience(ledger, stages);
  putLife(ledger, stages);
  putMoney(ledger, stages);
  putEconomics(ledger, stages);
  const stack = costStack(ledger, stages);
  const figures = ledger.figures();
  const { unpricedTokens } = stages.priced;
  const inputsInUse = once(() => listInputsInUse(inputs));
  const serving = once(() => servingNotices(stages));
  const series = once(() => planSeries(stages));
  const statement = once(() => statementLines(stages));
  const limits = once(() => [...serving().limits, ...stageLimits(stages)]);
  const warnings = once(() => [
    ...serving().warnings, ...stageWarnings(stages), ...absentWarnings(figures), ...assumedWarning(inputsInUse()),
  ]);
  const provenance = once(() => summariseProvenance(inputsInUse()));
  const hash = once(() => hashInputs(inputs, catalogVersion));
  return {
    schema: 'aifp.plan/1', inputs, catalogVersion, figures, costStack: stack, stages,
    irr: unpricedTokens.length > 0 ? [] : (stages.economics?.equity.returns.roots ?? []),
    costBasis: costBasisOf(stages), firstMonth: timelineOf(stages).firstMonth,
    get inputsInUse() { return inputsInUse(); },
    get series() { return series(); },
    get statement() { return statement(); },
    get limits() { return limits(); },
    get warnings() { return warnings(); },
    get provenance() { return provenance(); },
    get hash() { return hash(); },
  };
}

const stageLimits = (stages: StageResults): Plan['limits'] => [
  ...stages.facility.limits, ...stages.network.limits, ...stages.halls.limits, ...(stages.power?.limits ?? []),
  ...releaseLimits(stages),
];

const stageWarnings = (stages: StageResults): Plan['warnings'] => [
  ...stages.own.warnings, ...stages.facility.warnings, ...stages.network.warnings, ...stages.halls.warnings,
  ...siteWarnings(stages), ...lifeWarnings(stages),
];
