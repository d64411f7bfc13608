import type { FrontierPoint } from '../../inference/types.ts';
import { wattsAt } from '../../inference/watts.ts';
import { economicsJson, notSearched, type Searched } from './json-economics.ts';
import type { PlanJson } from './json-schema.ts';
import { pricesByTraffic, type ClassPrice } from './prices.ts';
import { headlineKeys, type HeadlineKey, type Plan } from '../types.ts';

/** A figure's value by key; null where it is absent. */
const valueOf = (plan: Plan, key: string): number | null => plan.figures[key]?.value ?? null;

function groupJson(
  plan: Plan, group: Plan['stages']['groups'][number],
): PlanJson['groups'][number] {
  const { point } = group;
  const delivered = (name: string): number | null =>
    valueOf(plan, `group.${group.record.key}.${name}`);
  return {
    id: group.record.key, name: group.record.values.name, system: group.system.id,
    model: group.model.id, precision: group.record.values.precision, racks: group.racks,
    accelerators: group.accelerators, serving: point === null ? null : servingJson(point),
    tokPerSecPerUser: point?.tokPerSecPerUser ?? null,
    outputTokPerSecPerAccelerator: point?.outputTokPerSecPerAccelerator ?? null,
    totalTokPerSecPerAccelerator: point?.totalTokPerSecPerAccelerator ?? null,
    ttftMsLow: point?.ttftMsLow ?? null, ttftMsHigh: point?.ttftMsHigh ?? null,
    step: point === null ? null : stepJson(point), prefill: prefillJson(point),
    latency: latencyJson(point), watts: wattsJson(plan, group),
    source: point?.source ?? null, expectedErrorPct: point?.expectedErrorPct ?? null,
    nearestMeasurement: point?.nearestMeasurement ?? null,
    availability: delivered('availability'), availabilityLow: delivered('availabilityLow'),
    availabilityHigh: delivered('availabilityHigh'),
  };
}

const stepJson = ({ step }: FrontierPoint): NonNullable<PlanJson['groups'][number]['step']> => ({
  weights: step.weightsMs, experts: step.expertsMs, kv: step.kvMs, compute: step.computeMs,
  communication: step.communicationMs, overhead: step.overheadMs,
  other: step.prefillInterferenceMs,
});

function prefillJson(point: FrontierPoint | null): PlanJson['groups'][number]['prefill'] {
  const prefill = point?.prefill;
  return prefill === undefined ? null : {
    dense: prefill.denseMs, experts: prefill.expertsMs, attention: prefill.attentionMs,
    communication: prefill.communicationMs, overhead: prefill.overheadMs,
  };
}

function latencyJson(point: FrontierPoint | null): PlanJson['groups'][number]['latency'] {
  const latency = point?.latency;
  return latency === undefined ? null
    : { ttftMs: { ...latency.ttftMs }, tpotMs: { ...latency.tpotMs },
      prefillLoad: latency.prefillLoad };
}

/** What the accelerators of a group's point draw; null where no limit of them is published. */
function wattsJson(
  { stages }: Plan, { point, system }: Plan['stages']['groups'][number],
): PlanJson['groups'][number]['watts'] {
  const accelerator = stages.catalog.accelerators[system.acceleratorId];
  const watts = point === null || accelerator === undefined ? null
    : wattsAt(point, accelerator);
  return watts === null ? null : { ...watts };
}

const servingJson = (p: FrontierPoint): NonNullable<PlanJson['groups'][number]['serving']> => ({
  mode: p.mode, framework: p.framework, release: null, tp: p.tp,
  attentionDp: p.attentionDp, ep: p.ep, concurrency: p.concurrency,
  prefillAccelerators: p.prefillAccelerators, decodeAccelerators: p.decodeAccelerators,
});

function facilityJson(plan: Plan): PlanJson['facility'] {
  const { facility, site } = plan.stages;
  const peak = facility.result?.peak;
  return {
    site: site.id, itMw: valueOf(plan, 'headline.itMw'),
    facilityMw: valueOf(plan, 'headline.facilityMw'),
    utilityMw: plan.inputs.site.values.utilityMw,
    pueAnnual: valueOf(plan, 'headline.pueAnnual'),
    puePeak: valueOf(plan, 'headline.puePeak'),
    wueLPerKwh: valueOf(plan, 'headline.wueLPerKwh'),
    liquidFraction: facility.liquidFraction, peakChillerKw: peak?.chillerKw ?? null,
    peakUpsLossKw: peak?.upsKw ?? null,
    peakTransformerLossKw: peak?.transformerKw ?? null,
    peakDistributionLossKw: peak?.distributionKw ?? null,
    peakAirFansKw: peak?.airFansKw ?? null, peakPumpsKw: peak?.pumpsKw ?? null,
    peakRejectionFansKw: peak?.rejectionFansKw ?? null,
    peakOtherKw: peak?.otherKw ?? null,
    ...Object.fromEntries(
      siteFigures.map((key) => [key.replace(/^(?:facility|power|plant)\./u, ''), valueOf(plan, key)]),
    ),
  };
}

const priceJson = (price: ClassPrice): PlanJson['prices'][number] => ({
  class: price.key, provider: price.provider, model: price.listing?.model ?? price.model,
  inputUsd: price.inputUsd, cachedUsd: price.cachedUsd, outputUsd: price.outputUsd,
  blendedUsd: price.blendedUsd, date: price.date, source: price.source, rule: price.rule,
  listing: price.listing?.id ?? null, cachedByRatio: price.cachedByRatio,
  spread: price.spread === null ? null : { ...price.spread },
});

/** Figures of the site beside the power balance, by the name they have behind the point. */
const siteFigures = [
  'facility.halls', 'facility.positions', 'facility.positionsUsed', 'facility.areaM2',
  'facility.floorKgPerM2', 'facility.cdus', 'facility.networkRacks',
  'facility.devicePorts', 'facility.cueGPerKwh', 'facility.coolingPpue',
  'facility.waterM3PerYear', 'facility.chillerHours', 'facility.spareAccelerators',
  'power.upsBlocks', 'power.busiestKw', 'power.busiestWorstKw', 'power.droppedWorstKw',
  'power.generators', 'power.rackAmps', 'power.buswayAmps', 'power.buswaysPerFeed',
  'plant.partsUsd', 'plant.usdPerMw', 'plant.availability', 'plant.blocksSpared',
  'plant.longestLeadWeeks',
] as const;

/**
 * Every month as one row; `month` 1 is the first of the analysis, earlier ones only carry
 * payments.
 */
export function monthsJson(plan: Plan): NonNullable<PlanJson['months']> {
  const rows = Object.values(plan.series);
  const length = rows[0]?.values.length ?? 0;
  return Array.from({ length }, (_, at) => Object.fromEntries([
    ['month', plan.firstMonth + at] as const,
    ...rows.map((s) => {
      const x = s.values[at] ?? Number.NaN;
      return [s.key, Number.isFinite(x) ? x : null] as const;
    }),
  ]));
}

/** Shares of two headline figures by evidence class; null where the figure is absent. */
export interface EvidenceShares {
  readonly npvUsd: PlanJson['provenance']['npvShareByEvidence'];
  readonly costPerMTokUsd: PlanJson['provenance']['unitCostShareByEvidence'];
}

const warningJson = ({ figures, ...warning }: Plan['warnings'][number]) =>
  ({ ...warning, ...(figures === undefined ? {} : { figures: [...figures] }) });

/** A limit with a list of its own, as the export holds it. */
const limitJson = ({ fix, ...limit }: Plan['limits'][number]) =>
  ({ ...limit, ...(fix === undefined ? {} : { fix: [...fix] }) });

/**
 * The plan in its exported form, `aifp.plan/1`.
 * @param shares what NPV and unit cost owe to each evidence class, computed by the
 *   caller; null where it is not asked for
 * @param withMonths adds one row per month
 * @param searched worth of the software releases, break-evens after tax and what others
 *   published, found by the caller where asked for
 */
export function planToJson(
  plan: Plan, fileVersion: number, shares: EvidenceShares | null, withMonths = false,
  searched: Searched = notSearched,
): PlanJson {
  const headline = Object.fromEntries(
    headlineKeys.map((key) => [key, valueOf(plan, `headline.${key}`)]),
  ) as Record<HeadlineKey, number | null>;
  const net = (key: string): number | null => valueOf(plan, `network.${key}`);
  return {
    schema: 'aifp.plan/1',
    project: { name: plan.inputs.project.values.name, fileVersion },
    scenario: plan.inputs.scenario, hash: plan.hash,
    headline: { ...headline, irr: plan.irr.length === 0 ? null : [...plan.irr],
      costBasis: plan.costBasis },
    groups: plan.stages.groups.map((group) => groupJson(plan, group)),
    facility: facilityJson(plan),
    network: {
      leaf: net('leaf'), spine: net('spine'), core: net('core'), cables: net('cables'),
      opticsModules: net('opticsModules'), costUsd: net('costUsd'),
      powerKw: net('powerKw'), switchHops: net('switchHops'),
      bisectionShare: net('bisectionShare'), latencyNs: net('latencyNs'),
    },
    prices: pricesByTraffic(plan.stages).map(priceJson),
    economics: economicsJson(plan, searched),
    ...(searched.reality === null ? {} : { reality: [...searched.reality.measures] }),
    inputs: plan.inputsInUse.map(
      ({ path, value, unit, changed, evidence }) => ({ path, value, unit, changed, evidence }),
    ),
    ...(withMonths ? { months: monthsJson(plan) } : {}),
    limits: plan.limits.map(limitJson),
    warnings: [...plan.warnings, ...(searched.reality?.warnings ?? [])].map(warningJson),
    provenance: { ...plan.provenance, npvShareByEvidence: shares?.npvUsd ?? null,
      unitCostShareByEvidence: shares?.costPerMTokUsd ?? null },
  };
}
