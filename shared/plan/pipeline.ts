import type { Catalog, MeasuredPoint } from '../catalog/types.ts';
import { checkEconomics } from '../economics/statement/check.ts';
import { evaluateEconomics } from '../economics/statement/evaluate.ts';
import type { EconomicsResult } from '../economics/statement/result-types.ts';
import type { EconomicsParams } from '../economics/statement/types.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import type { BuildingLimits } from '../facility/halls/racks.ts';
import type { Limit } from '../units/limit.ts';
import { ok, refuse, type Result } from '../units/result.ts';
import { parseMonth } from './calendar.ts';
import { pricePlan } from './costs.ts';
import { capexItems, economicsParams } from './economics-params.ts';
import { explainEconomics, explainLifecycle } from './explain-stage.ts';
import { fitFacility, mostAccelerators, type FacilityOutcome, type SizedRack } from './facility.ts';
import { facilityResponse } from './facility-response.ts';
import { placeInHalls } from './halls.ts';
import { lifecycleParams, type SizedGroup } from './lifecycle-params.ts';
import type { Memo } from './memo.ts';
import type { MonthsMemo } from './months.ts';
import { withOwnEntries } from './own-catalog.ts';
import { ownMeasurements, withOwnModels, type BenchmarkMemo, type OwnMeasurements } from './own-entries.ts';
import { moveThroughput, type PlanMoves } from './moves.ts';
import { planNetwork, type NetworkOutcome } from './network.ts';
import { designPower } from './power-design.ts';
import type { PlanProblem } from './problem.ts';
import { rackSize } from './rack-power.ts';
import { releaseEffects } from './release-effects.ts';
import { resolveReferences, type References } from './references.ts';
import { answerServing, servingRequest, type FrontierMemo, type GroupServing } from './serving.ts';
import { siteInUse } from './site-climate.ts';
import { sizeGroups } from './size-groups.ts';
import type { StageResults } from './stages.ts';

/** What stays the same from one evaluation to the next. */
export interface PlanContext {
  readonly catalog: Catalog;
  readonly measured: readonly MeasuredPoint[] | null;
  /** Serving frontiers by request: the stage that costs most and changes least. */
  readonly frontiers: FrontierMemo;
  /** Benchmarks of the user's own, read from their records. */
  readonly benchmarks: BenchmarkMemo;
  /** Racks in their places with power, cooling and fabric, which edits of workload and money leave alone. */
  readonly sites: Memo<unknown, BuiltSite>;
  /** Months of each site, which edits of money leave alone. */
  readonly months: MonthsMemo;
  readonly moves: PlanMoves;
}

function serve(context: PlanContext, inputs: ScenarioInputs, references: References, own: OwnMeasurements, { design }: NetworkOutcome): readonly GroupServing[] {
  const measured = own.points.length === 0 ? context.measured : [...own.points, ...(context.measured ?? [])];
  return references.groups.map((group) => {
    const request = servingRequest(inputs, group, references.switchModel, design, measured);
    const answer = answerServing(context.frontiers, request, own.key);
    return { ...group, request, ...moveThroughput(answer, context.moves.throughput(group.record.key)) };
  });
}

/** Network and racks depend on one another: racks carry the network's power, the network connects the racks. */
function fitWithNetwork(inputs: ScenarioInputs, references: References, racks: readonly SizedRack[], held: ReadonlyMap<string, number> = new Map(), limits: BuildingLimits = {}) {
  let facility = fitFacility(inputs, references.site, racks, 0, held, limits);
  let network = planNetwork(inputs, references, mostAccelerators(racks, facility.fit));
  // Two rounds settle it: the network's power is a few per cent of the racks'.
  for (let round = 0; round < 2; round++) {
    const accelerators = mostAccelerators(racks, facility.fit);
    if (accelerators === 0) break;
    facility = fitFacility(inputs, references.site, racks, network.powerKw / accelerators, held, limits);
    network = planNetwork(inputs, references, mostAccelerators(racks, facility.fit));
  }
  return { facility, network };
}

/** What stands on the site. */
export type BuiltSite = Pick<StageResults, 'facility' | 'network' | 'halls' | 'power'>;

/** Everything the site depends on, besides the catalogue. */
function siteKey(inputs: ScenarioInputs): unknown {
  const { site, utilityMw, carbonGPerKwh } = inputs.site.values;
  return [
    site, utilityMw, carbonGPerKwh, inputs.power.values, inputs.cooling.values, inputs.network.values, inputs.climate.values, inputs.hall.values,
    inputs.placement.map((p) => p.values),
    ...[inputs.deviceType, inputs.rackDevice, inputs.rackType].map((records) => records.map((r) => [r.key, r.values])), inputs.rackGroup.map((g) => [g.key, g.values]),
  ];
}

function buildSite(inputs: ScenarioInputs, references: References, racks: readonly SizedRack[]): BuiltSite {
  const { facility, network, halls } = fitAndPlace(inputs, references, racks);
  return { facility, network, halls, power: designPower(inputs, racks, facility) };
}

/** What refused racks, as it stands after sharing: a group that fills what is left and has racks is merely bound. */
function boundBy(limits: readonly Limit[], racks: readonly SizedRack[], { fit }: FacilityOutcome): readonly Limit[] {
  const bound = new Set(racks.filter((r) => r.group.record.values.racks === null && (fit.racks.get(r.group.record.key) ?? 0) > 0)
    .map((r) => `rackGroup.${r.group.record.key}`));
  return limits.map((limit) => (bound.has(limit.where) ? { ...limit, broken: false } : limit));
}

/** Racks the power carries, then those of them that find a place in the halls. */
function fitAndPlace(inputs: ScenarioInputs, references: References, racks: readonly SizedRack[]) {
  const fitted = fitWithNetwork(inputs, references, racks);
  const halls = placeInHalls(inputs, racks, fitted.facility, fitted.network);
  if (halls.held.size === 0) return { ...fitted, halls };
  // Groups that fill what is left share the places by weight, as they share power.
  const keys = new Set(racks.map((r) => r.group.record.key));
  const limits = { positions: halls.placement?.placed.filter((rack) => keys.has(rack.key)).length ?? 0 };
  const shared = fitWithNetwork(inputs, references, racks, new Map(), limits);
  const again = placeInHalls(inputs, racks, shared.facility, shared.network);
  if (again.held.size === 0) return { ...shared, halls: { ...again, limits: boundBy(halls.limits, racks, shared.facility) } };
  const held = fitWithNetwork(inputs, references, racks, again.held, limits);
  return { ...held, halls: { ...placeInHalls(inputs, racks, held.facility, held.network), limits: boundBy(halls.limits, racks, held.facility) } };
}

function refuseStage(stage: 'lifecycle' | 'economics', where: string, reason: string): Result<never, PlanProblem> {
  return refuse({ code: 'stage-refused', stage, where, reason });
}

/** Months before the first that carry payments. */
const firstMonthOf = (inputs: ScenarioInputs, groups: readonly SizedGroup[]): number =>
  Math.min(1, ...groups.map((g) => g.record.values.startMonth - Math.max(1, g.record.values.leadMonths, inputs.capex.values.constructionMonths)));

/** Runs all stages in order; data only moves forward. */
export function runStages(context: PlanContext, inputs: ScenarioInputs): Result<StageResults, PlanProblem> {
  const start = parseMonth(inputs.project.values.startMonth);
  if (start === null) return refuse({ code: 'bad-start-month', got: inputs.project.values.startMonth });
  const entries = withOwnEntries(context.catalog, inputs);
  const catalog = context.moves.catalog(withOwnModels(entries.catalog, inputs));
  const measurements = ownMeasurements(inputs, catalog, context.benchmarks, entries.key);
  const own = { ...measurements, warnings: [...entries.warnings, ...measurements.warnings] };
  const found = resolveReferences(inputs, catalog);
  if (!found.ok) return found;
  const site = siteInUse(inputs, found.value.site);
  const references = { ...found.value, site };
  const racks = references.groups.map((group): SizedRack => ({ group, size: rackSize(inputs, group) }));
  const built = context.sites.get([entries.key, siteKey(inputs)], () => buildSite(inputs, references, racks));
  const { facility, network } = built;
  const servings = serve(context, inputs, references, own, network);
  const groups = sizeGroups(inputs, servings, racks, facility);
  const able = groups.filter((g) => g.servingAccelerators > 0);
  const response = facilityResponse(inputs, site, facility, network);
  const effects = releaseEffects(inputs, servings, context.frontiers, own.key);
  const params = lifecycleParams(inputs, able, response, start, firstMonthOf(inputs, groups), effects);
  const months = context.months.simulate(built, params);
  if (!months.ok) return refuseStage('lifecycle', months.error.where, explainLifecycle(months.error));
  const lifecycle = months.value;
  const priced = pricePlan(inputs, catalog, site, groups.filter((g) => g.racks > 0), facility, network);
  const economics = money(priced, facility, () => economicsParams(inputs, priced.costs, lifecycle));
  if (!economics.ok) return economics;
  return ok({
    inputs, catalog, site, own, servings, racks, groups, accelerators: mostAccelerators(racks, facility.fit), ...built, priced,
    lifecycle, capex: priced.costs.groups.length === 0 ? [] : capexItems(inputs, priced.costs), economics: economics.value,
  });
}

/** The economics stage, or nothing where a cost is unknown: a partial cost would be a wrong one. */
function money(
  priced: StageResults['priced'], facility: FacilityOutcome, build: () => EconomicsParams,
): Result<EconomicsResult | null, PlanProblem> {
  if (priced.unpricedCosts.length > 0 || facility.result === null || priced.costs.groups.length === 0) return ok(null);
  const params = build();
  const unsound = checkEconomics(params)[0];
  if (unsound !== undefined) return refuseStage('economics', unsound.where, explainEconomics(unsound));
  return ok(evaluateEconomics(params));
}
