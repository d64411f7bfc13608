import { isSource, type NodeKind, type PowerGraph } from './power-graph.ts';

export interface GraphLoad {
  /** What leaves each node, kW; failed ones carry nothing. */
  readonly kw: ReadonlyMap<string, number>;
  /** What each node loses, kW. */
  readonly lossKw: ReadonlyMap<string, number>;
  /** Load that reaches no source, kW. */
  readonly lostKw: number;
  readonly overloads: readonly {
    readonly id: string; readonly kw: number; readonly ratingKw: number
  }[];
}

/**
 * The chain by numbers, loads first: a diagram of a large site is solved hundreds of
 * times for its worst failure.
 */
interface Indexed {
  readonly ids: readonly string[];
  readonly isSource: readonly boolean[];
  readonly from: readonly (readonly number[])[];
  readonly standby: readonly (readonly number[])[];
  readonly efficiency: readonly number[];
  readonly loadKw: readonly number[];
  readonly ratingKw: readonly number[];
}

function indexGraph({ order }: PowerGraph): Indexed {
  const at = new Map(order.map((node, i) => [node.id, i]));
  const indices = (ids: readonly string[] = []): readonly number[] =>
    ids.flatMap((id) => at.get(id) ?? []);
  return {
    ids: order.map((node) => node.id), isSource: order.map(isSource),
    from: order.map((node) => indices(node.from)),
    standby: order.map((node) => indices(node.standby)),
    efficiency: order.map((node) => node.efficiency ?? 1),
    loadKw: order.map((node) => node.loadKw ?? 0),
    ratingKw: order.map((node) => node.ratingKw ?? Infinity),
  };
}

interface Solved {
  readonly kw: Float64Array;
  readonly lostKw: number;
}

function solve(graph: Indexed, failed: ReadonlySet<number>): Solved {
  const alive = aliveNodes(graph, failed);
  const need = Float64Array.from(graph.loadKw);
  let lostKw = 0;
  graph.ids.forEach((_, i) => {
    const out = need[i] ?? 0;
    if (alive[i] !== 1) {
      lostKw += out;
      need[i] = 0;
      return;
    }
    const feeds = standing(graph, i, alive);
    const share = out / (graph.efficiency[i] ?? 1) / feeds.length;
    for (const feed of feeds) need[feed] = (need[feed] ?? 0) + share;
  });
  return { kw: need, lostKw };
}

/** Feeds in use: the normal ones that stand, else the first standby that does. */
function standing(graph: Indexed, i: number, alive: Uint8Array): readonly number[] {
  const normal = graph.from[i] ?? [];
  if (normal.every((feed) => alive[feed] === 1)) return normal;
  const left = normal.filter((feed) => alive[feed] === 1);
  return left.length > 0 ? left
    : (graph.standby[i] ?? []).filter((feed) => alive[feed] === 1).slice(0, 1);
}

/** Nodes in service with a living source above them. */
function aliveNodes(
  { ids, isSource: sources, from, standby }: Indexed, failed: ReadonlySet<number>,
): Uint8Array {
  const alive = new Uint8Array(ids.length);
  for (let i = ids.length - 1; i >= 0; i--) {
    if (failed.has(i)) continue;
    const lives = (feeds: readonly number[] | undefined): boolean =>
      (feeds ?? []).some((feed) => alive[feed] === 1);
    if (sources[i] === true || lives(from[i]) || lives(standby[i])) alive[i] = 1;
  }
  return alive;
}

/**
 * Load of every piece with some of them out of service. What a piece needs is drawn
 * evenly from the feeds that still stand, from a standby feed when no other does; a feed
 * without a living source above it stands no more. Energy closes: what sources give =
 * loads served + losses.
 * @param failed ids out of service
 * @example loadGraph(graph, ['ups-a']).kw.get('ups-b') // the whole load
 */
export function loadGraph(graph: PowerGraph, failed: readonly string[] = []): GraphLoad {
  const indexed = indexGraph(graph);
  const { kw, lostKw } = solve(indexed, new Set(failed.map((id) => indexed.ids.indexOf(id))));
  const out = (i: number): number => kw[i] ?? 0;
  return {
    kw: new Map(indexed.ids.map((id, i) => [id, out(i)])), lostKw,
    lossKw: new Map(
      indexed.ids.map((id, i) => [id, out(i) / (indexed.efficiency[i] ?? 1) - out(i)]),
    ),
    overloads: indexed.ids.flatMap((id, i) => {
      const ratingKw = indexed.ratingKw[i] ?? Infinity;
      return out(i) > ratingKw * (1 + 1e-9) ? [{ id, kw: out(i), ratingKw }] : [];
    }),
  };
}

export interface WorstFailure {
  readonly failed: string;
  readonly load: GraphLoad;
}

/**
 * The single failure that loses most load or, when none does, the one that loads a piece
 * closest to its rating.
 * @param among kinds whose failure is looked at; default transformers, UPS, PDUs and feeds
 * @returns null when there is nothing that could fail
 * @example worstFailure(graph)?.load.lostKw // 0 where everything has two ways up
 */
export function worstFailure(
  graph: PowerGraph, among: readonly NodeKind[] = ['transformer', 'ups', 'pdu', 'feed'],
): WorstFailure | null {
  const indexed = indexGraph(graph);
  let worst: { readonly failed: string; readonly lostKw: number; readonly strain: number }
    | null = null;
  const normal = solve(indexed, new Set()).kw;
  graph.order.forEach((node, i) => {
    // What carries nothing, such as a reserve, can be lost without anybody noticing.
    if (!among.includes(node.kind) || normal[i] === 0) return;
    const { kw, lostKw } = solve(indexed, new Set([i]));
    const strain =
      kw.reduce((most, out, k) => Math.max(most, out / (indexed.ratingKw[k] ?? Infinity)), 0);
    const lostMore = worst === null || lostKw > worst.lostKw + 1e-9;
    if (lostMore || (lostKw >= (worst?.lostKw ?? 0) - 1e-9 && strain > (worst?.strain ?? 0))) {
      worst = { failed: node.id, lostKw, strain };
    }
  });
  return nameWorst(graph, worst);
}

function nameWorst(
  graph: PowerGraph, worst: { readonly failed: string } | null,
): WorstFailure | null {
  return worst === null ? null
    : { failed: worst.failed, load: loadGraph(graph, [worst.failed]) };
}
