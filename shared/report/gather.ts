import { bridge, findBridgeOrder, type Bridge } from '../compare/bridge.ts';
import { bridgeMetrics, openCoalitions, type BridgeMetric } from '../compare/coalition.ts';
import { diffScenarios, type Difference } from '../compare/diff.ts';
import type { Planner } from '../plan.ts';
import type { Plan } from '../plan/types.ts';
import type { ProjectDocument } from '../project/record.ts';
import { listScenarios } from '../project/resolve.ts';

/**
 * The way from the first scenario to another, by metric; null where a mixture on the way
 * has no such figure.
 */
export type Bridges = Readonly<Record<BridgeMetric, Bridge | null>>;

/** One scenario of a comparison. */
export interface ComparedScenario {
  readonly id: string;
  readonly name: string;
  /** Null when it cannot be planned. */
  readonly plan: Plan | null;
  /** Scenario it is based on; null for one that stands alone. */
  readonly base: string | null;
  /** What differs from that scenario. */
  readonly differences: readonly Difference[];
  /** Null for the first scenario. */
  readonly bridges: Bridges | null;
}

export interface GatherProgress {
  readonly done: number;
  readonly total: number;
}

/** Most scenarios a printed comparison holds. */
export const mostCompared = 20;

/** The bridge in the usual order, or in one whose mixtures all have the metric. */
function bridgeTo(
  planner: Planner, document: ProjectDocument, a: string, b: string, metric: BridgeMetric,
): Bridge | null {
  const usual = bridge(planner, document, a, b, metric);
  if (usual.ok) return usual.value;
  const coalitions = openCoalitions(planner, document, a, b, metric);
  const order = coalitions.ok ? findBridgeOrder(coalitions.value) : null;
  const other = order === null ? usual : bridge(planner, document, a, b, metric, order);
  return other.ok ? other.value : null;
}

/**
 * The scenarios a comparison is asked for that exist, in the order asked for; all of them
 * where none is named.
 */
export function comparedIds(
  document: ProjectDocument, wanted: readonly string[] | null,
): readonly string[] {
  const known = listScenarios(document).map(({ id }) => id);
  const asked = wanted === null || wanted.length === 0 ? known
    : [...new Set(wanted)].filter((id) => known.includes(id));
  return asked.slice(0, mostCompared);
}

/**
 * Plans, differences and bridges of scenarios, one scenario per step so that a window
 * stays responsive.
 * @param ids scenarios, the first being what the others are bridged from
 */
export function* gatherComparison(
  planner: Planner, document: ProjectDocument, ids: readonly string[],
): Generator<GatherProgress, readonly ComparedScenario[], void> {
  const scenarios = listScenarios(document);
  const [first = ''] = ids;
  const gathered: ComparedScenario[] = [];
  for (const [done, id] of ids.entries()) {
    yield { done, total: ids.length };
    const about = scenarios.find((each) => each.id === id);
    const plan = planner.evaluate(document, id);
    const based = about?.basedOn ?? '';
    const differs = based === '' ? null : diffScenarios(document, based, id);
    gathered.push({
      id, name: about?.name ?? id, plan: plan.ok ? plan.value : null,
      base: scenarios.find((each) => each.id === based)?.name ?? null,
      differences: differs?.ok === true ? differs.value : [],
      bridges: id === first || !plan.ok ? null : bridgesTo(planner, document, first, id),
    });
  }
  return gathered;
}

function bridgesTo(planner: Planner, document: ProjectDocument, a: string, b: string): Bridges {
  const [cost, npv] = bridgeMetrics.map((metric) => bridgeTo(planner, document, a, b, metric));
  return { costPerMTokUsd: cost ?? null, npvUsd: npv ?? null };
}
