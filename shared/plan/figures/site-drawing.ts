import {
  loadGraph, worstFailure, type GraphLoad, type WorstFailure,
} from '../../facility/power/graph-load.ts';
import {
  checkPowerGraph, type PowerGraph, type PowerNode,
} from '../../facility/power/power-graph.ts';
import { failuresByPair, type PairFailure } from '../../facility/availability/pair-failures.ts';
import { upsLossKw } from '../../facility/power/power-chain.ts';
import type { PowerBalance } from '../../facility/types.ts';
import { loadsOf, type PowerDesign } from '../site/power-design.ts';
import type { StageResults } from '../stages.ts';

type PowerLoads = ReturnType<typeof loadsOf>;

/**
 * The one-line diagram of the set of UPS blocks that carries most, with everything else
 * as one load beside it.
 */
export interface OneLineView {
  readonly graph: PowerGraph;
  readonly normal: GraphLoad;
  /** Worst loss of one block of the set. */
  readonly worst: WorstFailure | null;
  /** Which set is drawn, from 1, of how many. */
  readonly set: number;
  readonly sets: number;
  /** What the blocks are: UPS of an alternating-current hall, rectifiers of an 800 V DC one. */
  readonly blocks: 'ups' | 'rectifier';
  readonly failures: readonly PairFailure[];
  readonly blockKw: number;
}

/**
 * A transformer also feeds the losses of its UPS and the recharge of its batteries: 10 %
 * (AUS-1 reference site).
 */
const chargingMargin = 1.1;

/** Set of blocks whose racks draw most. */
function busiestSet(
  { layout }: Pick<PowerDesign, 'layout'>, loads: PowerLoads,
): number {
  const setOf = new Map(layout.feeds.map((feed) => [feed.id, feed.set]));
  const kw = new Map<number, number>();
  for (const load of loads)
    kw.set(setOf.get(load.feed) ?? 0, (kw.get(setOf.get(load.feed) ?? 0) ?? 0) + load.kw);
  return [...kw].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/**
 * The power chain as boxes with live loads. Loads of racks are at the UPS, distribution
 * losses included.
 * @returns null while nothing is in service
 */
export function drawSite(stages: StageResults): OneLineView | null {
  const { inputs, facility, power } = stages;
  const peak = facility.result?.peak;
  if (power === null || peak === undefined) return null;
  const loads = loadsOf(power);
  const set = busiestSet(power, loads);
  const feeds = power.layout.feeds.filter((feed) => feed.set === set);
  const shown = new Set(feeds.map((feed) => feed.id));
  const { blocks, reserve } = blocksOf(feeds);
  const graph = siteGraph(stages, power, peak, feeds);
  const sets = new Set(power.layout.feeds.map((feed) => feed.set)).size;
  return {
    graph, normal: loadGraph(graph),
    worst: worstFailure(graph, ['ups']), set: set + 1, sets,
    blocks: inputs.power.values.rackFeed === 'dc800' ? 'rectifier' : 'ups',
    blockKw: power.blockKw,
    failures: failuresByPair({ ...power.layout, feeds, blocks: [...blocks, ...reserve] },
      loads.filter(({ feed }) => shown.has(feed)), blocks),
  };
}

type Feeds = PowerDesign['layout']['feeds'];

/** Blocks that carry feeds, and those that stand by for them. */
const blocksOf = (feeds: Feeds) => ({
  blocks: [...new Set(feeds.flatMap((feed) => feed.normal))],
  reserve: [...new Set(feeds.flatMap((feed) => feed.standby ?? []))],
});

/**
 * The power chain with the blocks of some feeds; what hangs on others is one load beside.
 * @param peak the facility in its design hour
 */
export function siteGraph(
  { inputs }: Pick<StageResults, 'inputs'>, power: PowerDesign, peak: PowerBalance,
  feeds: Feeds,
): PowerGraph {
  const loads = loadsOf(power);
  const { blocks, reserve } = blocksOf(feeds);
  const shown = new Set(feeds.map((feed) => feed.id));
  const othersKw = loads.filter((load) => !shown.has(load.feed))
    .reduce((sum, load) => sum + load.kw, 0);
  const mechanicalKw = peak.airFansKw + peak.pumpsKw + peak.chillerKw
    + peak.rejectionFansKw + peak.otherKw;
  const values = inputs.power.values;
  const load = power.check.normal.busiestKw / power.blockKw;
  const loss = upsLossKw(
    { a: values.upsLossFixed, b: values.upsLossLinear, c: values.upsLossSquare }, 1, load,
  );
  const direct = values.rackFeed === 'dc800';
  const efficiency = direct ? values.rectifierEfficiency : load > 0 ? load / (load + loss) : 1;
  const checked = checkPowerGraph([
    { id: 'utility', kind: 'utility', ratingKw: inputs.site.values.utilityMw * 1000, from: [] },
    { id: 'generators', kind: 'generator',
      ratingKw: Math.max(1, power.generators.installed * values.generatorKw), from: [] },
    { id: 'main', kind: 'feed', ratingKw: null, from: ['utility'], standby: ['generators'] },
    ...[...blocks, ...reserve].flatMap(
      (block) => blockNodes(block, power.blockKw, values.transformerEfficiency, efficiency),
    ),
    { id: 'cooling and other', kind: 'load', ratingKw: null, from: ['main'],
      loadKw: mechanicalKw },
    ...(othersKw > 0 ? [{
      id: 'other sets', kind: 'load', ratingKw: null, from: ['main'], loadKw: othersKw,
      efficiency: efficiency * values.transformerEfficiency,
    } as const] : []),
    ...rackNodes(loads, feeds),
  ]);
  if (!checked.ok)
    throw new Error(`one-line diagram is unsound: ${checked.error.map((p) => p.code).join(', ')}`);
  return checked.value;
}

const blockNodes = (
  block: string, ratingKw: number, transformer: number, ups: number,
): readonly PowerNode[] => [
  { id: `T-${block}`, kind: 'transformer', ratingKw: ratingKw * chargingMargin,
    efficiency: transformer, from: ['main'] },
  { id: block, kind: 'ups', ratingKw, efficiency: ups, from: [`T-${block}`] },
];

function rackNodes(
  loads: PowerLoads, feeds: PowerDesign['layout']['feeds'],
): readonly PowerNode[] {
  return feeds.flatMap((feed): readonly PowerNode[] => {
    const own = loads.filter((load) => load.feed === feed.id);
    const kw = own.reduce((sum, load) => sum + load.kw, 0);
    const standby = feed.standby === undefined ? {} : { standby: [feed.standby] };
    return kw === 0 ? [] : [{ id: `${own.length} racks on ${feed.id}`, kind: 'load',
      ratingKw: null, loadKw: kw, from: feed.normal, ...standby }];
  });
}
