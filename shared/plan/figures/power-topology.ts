import { loadGraph } from '../../facility/power/graph-load.ts';
import type { PowerNode } from '../../facility/power/power-graph.ts';
import type { StageResults } from '../stages.ts';
import { siteGraph } from './site-drawing.ts';

/** A piece of the power chain for other programs: what it may carry and what it carries. */
export interface TopologyNode {
  readonly id: string;
  readonly type: PowerNode['kind'];
  /** Ids upstream that share the load, and those that stand by for them. */
  readonly parents: readonly string[];
  readonly standbyParents: readonly string[];
  /** Power budget at its output; null where nothing limits it. */
  readonly budgetKw: number | null;
  readonly loadKw: number;
  /** Budget left; null without a budget. */
  readonly headroomKw: number | null;
  readonly lossKw: number;
}

/** The power chain of a whole site in its design hour. */
export interface PowerTopology {
  readonly schema: 'aifp.power/1';
  readonly site: string;
  readonly unit: 'kW';
  readonly redundancy: string;
  /** Sources first, loads last. */
  readonly nodes: readonly TopologyNode[];
}

/**
 * The power chain as a tree of nodes with budget, load and losses by node, as digital
 * twins of data centres read it: utility and generators, transformers, blocks, and the
 * racks of every feed.
 * @returns null while nothing is in service
 * @example powerTopology(stages)?.nodes[0]?.type // 'utility'
 */
export function powerTopology(stages: StageResults): PowerTopology | null {
  const { power, facility, site, inputs } = stages;
  const peak = facility.result?.peak;
  if (power === null || peak === undefined) return null;
  const graph = siteGraph(stages, power, peak, power.layout.feeds);
  const { kw, lossKw } = loadGraph(graph);
  const of = (values: ReadonlyMap<string, number>, id: string): number => {
    const value = values.get(id);
    if (value === undefined) throw new Error(`nothing is known of ${id}`);
    return value;
  };
  return {
    schema: 'aifp.power/1', site: site.name, unit: 'kW',
    redundancy: inputs.power.values.redundancy,
    nodes: graph.order.toReversed().map(({ id, kind, from, standby = [], ratingKw }) => {
      const loadKw = of(kw, id);
      return { id, type: kind, parents: from, standbyParents: standby, budgetKw: ratingKw,
        loadKw, headroomKw: ratingKw === null ? null : ratingKw - loadKw,
        lossKw: of(lossKw, id) };
    }),
  };
}
