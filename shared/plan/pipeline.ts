import { moneyChecks } from '../economics/statement/check.ts';
import { followMoney } from '../economics/statement/evaluate.ts';
import type { EconomicsProblem } from '../economics/statement/types.ts';
import type { Catalog, MeasuredPoint, SwitchModel } from '../catalog/types.ts';
import { watchCatalog } from '../catalog/watch.ts';
import type { Links } from '../inference/links.ts';
import { checkLifecycle } from '../lifecycle/check.ts';
import { followMonths } from '../lifecycle/simulate.ts';
import type { CalendarMonth, LifecycleParams, LifecycleProblem } from '../lifecycle/types.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import { viewInputs } from '../project/view.ts';
import { cell, lazily, unrecorded } from '../units/reading.ts';
import { ok, refuse, type Result } from '../units/result.ts';
import { parseMonth } from './entries/calendar.ts';
import { pricePlan } from './money/costs.ts';
import { capexItems, economicsParams } from './money/economics-params.ts';
import { limitsOf, obstaclesIn } from './money/obstacles.ts';
import { compatOf, withCompat } from './money/compat-notices.ts';
import { explainEconomics, explainLifecycle } from './money/explain-stage.ts';
import { mostAccelerators, type SizedRack } from './site/fit-racks.ts';
import { facilityResponse, monthDesigns } from './site/facility-response.ts';
import { fitSite } from './site/fit-site.ts';
import { firstMonthOf, lifecycleParams } from './life/lifecycle-params.ts';
import type { SizedGroup } from './serving/size-groups.ts';
import { moveThroughput, pointFactor, type PlanMoves } from './serving/moves.ts';
import { linksOf } from './site/links.ts';
import { planNetwork } from './site/fabric.ts';
import { withOwnEntries } from './entries/own-catalog.ts';
import { ownMeasurements, type BenchmarkMemo } from './entries/own-entries.ts';
import { whyOwnModelFails, withOwnModels } from './entries/own-models.ts';
import { buildingAvailability, designPlant } from './site/plant-design.ts';
import { designPower, type PowerMemo } from './site/power-design.ts';
import type { PlanProblem } from './entries/problem.ts';
import { isRented } from './entries/rented.ts';
import { rackSize } from './site/rack-power.ts';
import {
  checkReferences, resolveReferences, type GroupReferences,
} from './entries/references.ts';
import { releaseEffects } from './serving/release-effects.ts';
import {
  pointWithoutHits, servingRequest, shareWithoutHits, type GroupServing, type ServingContext,
  type ServingMemo,
} from './serving/serving.ts';
import { answerRented, answerSupported } from './serving/supported.ts';
import { siteInUse } from './site/site-climate.ts';
import { rooflineOf, sizeGroup } from './serving/size-groups.ts';
import type { DrawnStages } from './drawn-stages.ts';
import { createStages, type StageStore } from './stage-store.ts';
import type { StageResults } from './stages.ts';
import { valuesIn } from './world.ts';

/** What stays the same from one evaluation to the next. */
export interface PlanContext {
  readonly catalog: Catalog;
  readonly measured: readonly MeasuredPoint[] | null;
  /** Serving answers by request: what costs most and changes least. */
  readonly serving: ServingMemo;
  /** Benchmarks of the user's own, read from their records. */
  readonly benchmarks: BenchmarkMemo;
  /** Results of stages with what they read, so that an edit computes only what it touches. */
  readonly stages: StageStore;
  /** Power chains by racks. */
  readonly power: PowerMemo;
  /** In a run of draws, its stages; nothing else is recorded then. */
  readonly drawn?: DrawnStages;
}

const refuseStage = (
  stage: 'lifecycle' | 'economics', where: string, reason: string,
): Result<never, PlanProblem> =>
  refuse({ code: 'stage-refused', stage, where, reason });

/**
 * One evaluation in the making: the views that note what is read, and the stages that
 * note what they asked.
 */
interface Evaluation {
  readonly context: PlanContext;
  readonly inputs: ScenarioInputs;
  readonly moves: PlanMoves;
  readonly start: () => CalendarMonth;
  readonly stage: ReturnType<typeof createStages>['stage'];
  readonly entries: () => ReturnType<typeof ownEntries>;
  readonly catalog: () => Catalog;
  /** Keys of the rack groups, and of the traffic classes. */
  readonly keys: readonly string[];
  readonly traffic: readonly string[];
}

function ownEntries(context: PlanContext, inputs: ScenarioInputs) {
  const { catalog, ...entries } = withOwnEntries(context.catalog, inputs);
  return { ...entries, catalog: withOwnModels(catalog, inputs) };
}

/** A reference to an own model that cannot be read any more says why, not that it is unknown. */
function explainLost(inputs: ScenarioInputs, lost: PlanProblem): PlanProblem {
  if (lost.code !== 'unknown-reference') return lost;
  const reason = whyOwnModelFails(inputs, lost.id);
  return reason === null ? lost
    : { code: 'own-model-refused', where: lost.where, id: lost.id, reason };
}

/** The catalogue with own entries, as it stands and as a view that notes what is read of it. */
function catalogsOf(
  context: PlanContext, raw: ScenarioInputs, view: ScenarioInputs, moves: PlanMoves,
) {
  const world = valuesIn(raw, moves);
  const { stage } = context.drawn?.layOut(world) ?? createStages(context.stages, world);
  const entries = stage('entries', () => ownEntries(context, view));
  let [of, watched]: readonly [Catalog | null, Catalog | null] = [null, null];
  const catalog = (): Catalog => {
    const own = entries().catalog;
    if (watched === null || of !== own)
      [of, watched] = [own, unrecorded(() => watchCatalog(own, moves.figures))];
    return watched;
  };
  return { stage, entries, catalog };
}

/**
 * The stages of a scenario. Data only moves forward, and only what is asked for is
 * computed: each part of the results is made when it is first read, from views that note
 * what it reads.
 * @param moves what is moved apart from the project's inputs
 * @returns the results, or why there is no plan: a reference that does not exist, months
 *   or money that contradict
 */
export const runStages = (
  context: PlanContext, raw: ScenarioInputs, moves: PlanMoves,
): Result<StageResults, PlanProblem> => layStages(context, raw, moves)();

/**
 * The stages of a scenario, laid out but not asked for anything yet.
 * @returns what asks for the results, in a run of draws once in each
 */
export function layStages(
  context: PlanContext, raw: ScenarioInputs, moves: PlanMoves,
): () => Result<StageResults, PlanProblem> {
  const inputs = viewInputs(raw);
  const catalogs = catalogsOf(context, raw, inputs, moves);
  // Only draws want to know what this rests on.
  const named = context.drawn === undefined ? raw : inputs;
  const start = cell(() => parseMonth(named.project.values.startMonth));
  const problem = cell((): PlanProblem | null => {
    if (start() === null)
      return { code: 'bad-start-month', got: named.project.values.startMonth };
    const lost = checkReferences(named, catalogs.entries().catalog);
    return lost === null ? null : explainLost(raw, lost);
  });
  const results = cell(() => resultsOf({
    context, inputs, moves, ...catalogs,
    start: () => requireMonth(parseMonth(inputs.project.values.startMonth)),
    keys: raw.rackGroup.map(({ key }) => key), traffic: raw.traffic.map(({ key }) => key),
  }));
  return () => {
    const found = problem();
    return found === null ? checkedResults(results()) : refuse(found);
  };
}

function checkedResults(
  { stages, checkMonths, checkMoney }: ReturnType<typeof resultsOf>,
): Result<StageResults, PlanProblem> {
  const unsound = checkMonths();
  if (unsound !== null)
    return refuseStage('lifecycle', unsound.where, explainLifecycle(unsound));
  const contradiction = checkMoney();
  if (contradiction !== undefined)
    return refuseStage('economics', contradiction.where, explainEconomics(contradiction));
  return ok(stages);
}

function requireMonth(month: CalendarMonth | null): CalendarMonth {
  if (month === null) throw new Error('the first month is none');
  return month;
}

/** Racks with their sizes by group. */
const racksOf = (
  { inputs, stage, keys }: Evaluation, groupOf: (key: string) => GroupReferences,
): ReadonlyMap<string, SizedRack> =>
  new Map(keys.map((key) => [key, lazily<SizedRack>({
    group: () => groupOf(key), size: stage(`rack ${key}`, () => rackSize(inputs, groupOf(key))),
  })]));

/** What is known to be there: keys come from the very records that are asked for. */
function mustHave<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`nothing is known of ${key}`);
  return found;
}

/** What serving points are found from. */
interface ServingFrom {
  readonly groupOf: (key: string) => GroupReferences;
  readonly own: () => StageResults['own'];
  readonly request: (key: string) => () => GroupServing['request'];
  readonly asked: () => ServingContext;
}

/** Serving points by group. */
function servingsOf(
  { stage, keys, moves }: Evaluation, { groupOf, own, request, asked }: ServingFrom,
): ReadonlyMap<string, GroupServing> {
  return new Map(keys.map((key) => {
    const predicted = stage(`predicted ${key}`, () => {
      own();
      return isRented(groupOf(key)) ? answerRented
        : answerSupported(asked(), request(key)());
    });
    const answer = stage(`serving ${key}`,
      () => moveThroughput(predicted(), pointFactor(moves, groupOf(key).record)));
    const roofline = stage(`roofline ${key}`, () => {
      const { chosen } = predicted();
      return chosen.ok ? rooflineOf(request(key)(), chosen.value) : null;
    });
    const found = stage(`found ${key}`, () => {
      own();
      if (isRented(groupOf(key))) return { point: null, share: 1 };
      const asks = request(key)();
      const { chosen } = predicted();
      const point = pointWithoutHits(asked(), asks, chosen);
      return { point, share: shareWithoutHits(point, chosen) };
    });
    return [key, lazily<GroupServing>({
      roofline, foundShare: () => found().share, withoutHits: () => found().point,
      ...referencesOf(() => groupOf(key)), request: request(key),
      frontier: () => answer().frontier, free: () => answer().free,
      chosen: () => answer().chosen,
    })];
  }));
}

/** The references of a group as parts of something made lazily. */
const referencesOf = (group: () => GroupReferences) => ({
  record: () => group().record, traffic: () => group().traffic, system: () => group().system,
  accelerator: () => group().accelerator, model: () => group().model,
  accepted: () => group().accepted,
});

/** What requests to the serving engine are made from. */
interface RequestFrom extends Pick<ServingFrom, 'groupOf' | 'own'> {
  readonly network: () => StageResults['network'];
  readonly switchModel: () => SwitchModel;
}

/** The question each group puts to the serving engine. */
function requestsOf(
  { context, inputs, stage, keys }: Evaluation,
  { groupOf, own, network, switchModel }: RequestFrom,
): ReadonlyMap<string, () => GroupServing['request']> {
  const measured = cell(() => {
    const { points } = own();
    return points.length === 0 ? context.measured : [...points, ...(context.measured ?? [])];
  });
  // As text, which compares equal when the network was only priced anew.
  const linksText = (key: string): (() => string) => stage(`links ${key}`, () =>
    JSON.stringify(linksOf(inputs, groupOf(key), switchModel(), network().design)));
  return new Map(keys.map((key) => {
    const text = linksText(key);
    return [key, cell(() => servingRequest(inputs, groupOf(key),
      // what was just written
      JSON.parse(text()) as Links, measured()))];
  }));
}

function resultsOf(evaluation: Evaluation) {
  const { context, inputs, stage, entries, catalog, start, keys } = evaluation;
  const references = resolveReferences(inputs, catalog);
  const groupOf = (key: string): GroupReferences => mustHave(references.groups, key);
  const own = stage('own', (): StageResults['own'] => {
    const { key, warnings, catalog: known } = entries();
    const measurements = ownMeasurements(inputs, known, context.benchmarks, key);
    return { ...measurements, warnings: [...warnings, ...measurements.warnings] };
  });
  const site = cell(() => siteInUse(inputs, references.site));
  const rackByKey = racksOf(evaluation, groupOf);
  const inOrder = <T>(byKey: ReadonlyMap<string, T>) =>
    cell((): readonly T[] => inputs.rackGroup.map(({ key }) => mustHave(byKey, key)));
  const racks = inOrder(rackByKey);
  const fitted = fitSite({ keep: stage, inputs, references, site, racks, keys });
  const network = stage('network',
    () => planNetwork(inputs, references, mostAccelerators(racks(), fitted.facility.fit)));
  const { power, plant, building } = plantOf(evaluation, { site, racks, fitted });
  const requests = requestsOf(evaluation, { groupOf, own, network,
    switchModel: () => references.switchModel });
  const asked = (): ServingContext =>
    ({ memo: context.serving, own: own().key, moved: evaluation.moves.figures });
  const servingByKey = servingsOf(evaluation,
    { groupOf, own, request: (key) => mustHave(requests, key), asked });
  const servings = inOrder(servingByKey);
  const groups = inOrder(new Map(keys.map((key) => [key, sizeGroup({
    keep: stage, inputs, key, serving: mustHave(servingByKey, key),
    rack: mustHave(rackByKey, key), facility: () => fitted.facility, building,
  })])));
  const months = monthsOf(evaluation,
    { site, groups, servings, racks, fitted, network, asked });
  const priced = pricePlan({ keep: stage, inputs, traffic: evaluation.traffic, catalog, plant,
    listings: () => entries().catalog, site, groups, facility: () => fitted.facility, network });
  const params = economicsParams(inputs, priced.costs, months.lifecycle, null, stage);
  const isPriced = cell(() => priced.unpricedCosts.length === 0
    && fitted.facility.result !== null && priced.costs.groups.length > 0);
  const checks = moneyChecks.map(([name, check]) => stage(`check ${name}`, () => check(params)[0]));
  const checkMoney = (): EconomicsProblem | undefined =>
    (isPriced() ? checks.map((each) => each()).find((found) => found !== undefined)
      : undefined);
  const limits = limitsOf(() => stages, stage);
  const money = cell(() => followMoney(params, stage));
  const stages: StageResults = lazily<StageResults>({
    inputs: () => inputs, catalog: () => entries().catalog, site, own, servings, racks, groups,
    accelerators: () => mostAccelerators(racks(), fitted.facility.fit),
    facility: () => fitted.facility, halls: () => fitted.halls, network, power, plant,
    priced: () => priced, lifecycle: () => months.lifecycle, start,
    capex: () => (priced.costs.groups.length === 0 ? [] : capexItems(inputs, priced.costs, stage)),
    compat: stage('compat', () => compatOf(stages)),
    limits: stage('limits', () => withCompat(stages, stages.compat, limits())),
    obstacles: () => obstaclesIn(stages.limits),
    economics: () =>
      (isPriced() && stages.obstacles.length === 0 ? money() : null),
  });
  return { stages, checkMonths: months.check, checkMoney };
}

/** Power and cooling by their parts, and how much of the year they are there. */
function plantOf(
  { context, inputs, stage }: Evaluation,
  { site, racks, fitted }: Pick<MonthsFrom, 'site' | 'racks' | 'fitted'>,
) {
  const power = stage('power',
    () => designPower(inputs, racks(), fitted.facility, context.power));
  const plant = stage('plant', () => {
    const { facility, halls } = fitted;
    return designPlant({ inputs, site: site(), facility, halls, power: power() });
  });
  const building = stage('building availability', () => buildingAvailability(inputs, plant));
  return { power, plant, building };
}

/** What the months are simulated from. */
interface MonthsFrom {
  readonly site: () => StageResults['site'];
  readonly groups: () => readonly SizedGroup[];
  readonly servings: () => readonly GroupServing[];
  readonly racks: () => readonly SizedRack[];
  readonly fitted: ReturnType<typeof fitSite>;
  readonly network: () => StageResults['network'];
  readonly asked: () => ServingContext;
}

/** The months of a plan: their check, and their series each when it is asked for. */
function monthsOf({ inputs, stage, start, catalog, moves }: Evaluation, from: MonthsFrom) {
  const designs = stage('month designs', () => monthDesigns(inputs, from.site()));
  const response = stage('response', () =>
    facilityResponse(inputs, from.site(), from.fitted.facility, from.network(), designs()));
  const effects = stage('effects', () => releaseEffects(inputs, from.servings(), from.asked(),
    (group) => pointFactor(moves, group)));
  const able = cell(() => from.groups().filter((group) => group.servingAccelerators > 0));
  const params: LifecycleParams = lifecycleParams({
    inputs, catalog, groups: able, response, site: from.site, start,
    firstMonth: () => firstMonthOf(inputs), effects,
  });
  const check = stage('check months',
    (): LifecycleProblem | null => checkLifecycle(params)[0] ?? null);
  return { check, lifecycle: followMonths(params, stage) };
}
