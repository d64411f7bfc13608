import { ok, refuse, type Result } from '../units/result.ts';

export type NodeKind = 'utility' | 'generator' | 'transformer' | 'ups' | 'pdu' | 'feed' | 'load';

/** One piece of the power chain and what it hangs on. */
export interface PowerNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** What it may carry, kW; null where nothing is stated. */
  readonly ratingKw: number | null;
  /** Share of what enters that leaves, above 0, at most 1; default 1. */
  readonly efficiency?: number;
  /** Ids upstream, first choice first. Several share the load evenly; `standby` ones only when those are lost. */
  readonly from: readonly string[];
  readonly standby?: readonly string[];
  /** Load of its own, kW (racks and other consumers); default 0. */
  readonly loadKw?: number;
}

export type GraphProblem =
  | { readonly code: 'repeated-id'; readonly id: string }
  | { readonly code: 'unknown-feed'; readonly id: string; readonly feed: string }
  | { readonly code: 'circular-chain'; readonly path: readonly string[] }
  | { readonly code: 'no-source'; readonly id: string }
  | { readonly code: 'bad-figure'; readonly id: string; readonly what: 'rating' | 'efficiency' | 'load' };

/** A chain in an order in which everything stands after what it feeds. */
export interface PowerGraph {
  readonly nodes: readonly PowerNode[];
  readonly order: readonly PowerNode[];
}

const isSource = (node: PowerNode): boolean => node.kind === 'utility' || node.kind === 'generator';
const upstream = (node: PowerNode): readonly string[] => [...node.from, ...(node.standby ?? [])];

/**
 * Checks a power chain: ids once, feeds that exist, no circle, a source above everything, sound figures.
 * @returns the chain ready for `loadGraph`, or every problem found
 * @example checkPowerGraph([{ id: 'a', kind: 'ups', ratingKw: 1, from: ['a'] }]).ok // false: circular-chain a, a
 */
export function checkPowerGraph(nodes: readonly PowerNode[]): Result<PowerGraph, readonly GraphProblem[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const problems: GraphProblem[] = [...repeatedIds(nodes), ...nodes.flatMap(badFigures)];
  for (const node of nodes) {
    for (const feed of upstream(node)) if (!byId.has(feed)) problems.push({ code: 'unknown-feed', id: node.id, feed });
    if (upstream(node).length === 0 && !isSource(node)) problems.push({ code: 'no-source', id: node.id });
  }
  const { order, circle } = sortUpstream(nodes, byId);
  if (circle !== null) problems.push({ code: 'circular-chain', path: circle });
  return problems.length > 0 ? refuse(problems) : ok({ nodes, order });
}

function repeatedIds(nodes: readonly PowerNode[]): readonly GraphProblem[] {
  const ids = nodes.map((node) => node.id);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => ({ code: 'repeated-id', id }));
}

function badFigures({ id, ratingKw, efficiency = 1, loadKw = 0 }: PowerNode): readonly GraphProblem[] {
  const bad = (what: 'rating' | 'efficiency' | 'load'): GraphProblem => ({ code: 'bad-figure', id, what });
  return [
    ...(ratingKw !== null && !(ratingKw > 0 && Number.isFinite(ratingKw)) ? [bad('rating')] : []),
    ...(efficiency > 0 && efficiency <= 1 ? [] : [bad('efficiency')]),
    ...(loadKw >= 0 && Number.isFinite(loadKw) ? [] : [bad('load')]),
  ];
}

/** Loads first, sources last; or the ids of a circle, the first one repeated at the end. */
function sortUpstream(
  nodes: readonly PowerNode[], byId: ReadonlyMap<string, PowerNode>,
): { readonly order: readonly PowerNode[]; readonly circle: readonly string[] | null } {
  const done = new Set<string>();
  const sourcesFirst: PowerNode[] = [];
  const visit = (node: PowerNode, path: readonly string[]): readonly string[] | null => {
    if (done.has(node.id)) return null;
    if (path.includes(node.id)) return [...path.slice(path.indexOf(node.id)), node.id];
    for (const feed of upstream(node)) {
      const above = byId.get(feed);
      const circle = above === undefined ? null : visit(above, [...path, node.id]);
      if (circle !== null) return circle;
    }
    done.add(node.id);
    sourcesFirst.push(node);
    return null;
  };
  for (const node of nodes) {
    const circle = visit(node, []);
    if (circle !== null) return { order: [], circle };
  }
  return { order: sourcesFirst.toReversed(), circle: null };
}

export interface GraphLoad {
  /** What leaves each node, kW; failed ones carry nothing. */
  readonly kw: ReadonlyMap<string, number>;
  /** What each node loses, kW. */
  readonly lossKw: ReadonlyMap<string, number>;
  /** Load that reaches no source, kW, at the place where it finds no way up. */
  readonly lostKw: number;
  readonly overloads: readonly { readonly id: string; readonly kw: number; readonly ratingKw: number }[];
}

/**
 * Load of every piece with some of them out of service. What a piece needs is drawn evenly from the feeds that
 * still stand, from standby feeds when no other does; a feed without a living source above it stands no more.
 * Energy closes: what sources give = loads + losses + nothing else.
 * @param failed ids out of service
 * @example loadGraph(graph, ['ups-a']).kw.get('ups-b') // the whole load
 */
export function loadGraph({ order }: PowerGraph, failed: readonly string[] = []): GraphLoad {
  const alive = aliveNodes(order, new Set(failed));
  const need = new Map<string, number>();
  const kw = new Map<string, number>();
  const lossKw = new Map<string, number>();
  let lostKw = 0;
  for (const node of order) {
    const out = (need.get(node.id) ?? 0) + (node.loadKw ?? 0);
    if (!alive.has(node.id)) {
      lostKw += out;
      kw.set(node.id, 0);
      continue;
    }
    kw.set(node.id, out);
    lossKw.set(node.id, out / (node.efficiency ?? 1) - out);
    const feeds = standing(node, alive);
    for (const feed of feeds) need.set(feed, (need.get(feed) ?? 0) + out / (node.efficiency ?? 1) / feeds.length);
  }
  const overloads = order.flatMap(({ id, ratingKw }) => {
    const carried = kw.get(id) ?? 0;
    return ratingKw !== null && carried > ratingKw * (1 + 1e-9) ? [{ id, kw: carried, ratingKw }] : [];
  });
  return { kw, lossKw, lostKw, overloads };
}

const standing = (node: PowerNode, alive: ReadonlySet<string>): readonly string[] => {
  const first = node.from.filter((feed) => alive.has(feed));
  return first.length > 0 ? first : (node.standby ?? []).filter((feed) => alive.has(feed)).slice(0, 1);
};

/** Nodes in service with a living source above them. */
function aliveNodes(order: readonly PowerNode[], failed: ReadonlySet<string>): ReadonlySet<string> {
  const alive = new Set<string>();
  for (const node of order.toReversed()) {
    if (failed.has(node.id)) continue;
    if (isSource(node) || upstream(node).some((feed) => alive.has(feed))) alive.add(node.id);
  }
  return alive;
}

export interface WorstFailure {
  readonly failed: string;
  readonly load: GraphLoad;
}

/**
 * The single failure that loses most load or, when none does, the one that loads a piece closest to its rating.
 * @param among kinds whose failure is looked at; default transformers, UPS, PDUs and feeds
 * @returns null when there is nothing that could fail
 */
export function worstFailure(
  graph: PowerGraph, among: readonly NodeKind[] = ['transformer', 'ups', 'pdu', 'feed'],
): WorstFailure | null {
  let worst: (WorstFailure & { readonly strain: number }) | null = null;
  for (const { id, kind } of graph.nodes) {
    if (!among.includes(kind)) continue;
    const load = loadGraph(graph, [id]);
    const strain = graph.nodes.reduce((most, node) =>
      Math.max(most, node.ratingKw === null ? 0 : (load.kw.get(node.id) ?? 0) / node.ratingKw), 0);
    const worse = worst === null || load.lostKw > worst.load.lostKw + 1e-9
      || (Math.abs(load.lostKw - worst.load.lostKw) <= 1e-9 && strain > worst.strain);
    if (worse) worst = { failed: id, load, strain };
  }
  return worst === null ? null : { failed: worst.failed, load: worst.load };
}
