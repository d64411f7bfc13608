import type { PowerChain } from '../types.ts';
import { upsLossKw, upsRatingKw, usableFraction } from './power-chain.ts';
import { loadGraph, worstFailure, type GraphLoad, type WorstFailure } from './graph-load.ts';
import { checkPowerGraph, type PowerGraph, type PowerNode } from './power-graph.ts';
import { assignFeeds, layOutBlocks, type BlockLayout } from './redundancy.ts';

export interface OneLineParams {
  readonly chain: PowerChain;
  /** Racks by group: power of one and how many. */
  readonly groups: readonly {
    readonly key: string; readonly rackKw: number; readonly racks: number
  }[];
  /** Mechanical and other load of the building beside the racks, kW. */
  readonly mechanicalKw: number;
  /** Rating of one UPS block, kW, > 0; default 1,500 (a common block size, assumed). */
  readonly blockKw?: number;
  /** Rating of the utility connection, kW; null where nobody limits it. */
  readonly utilityKw: number | null;
  /** Generators behind the utility: rating of one, kW, and how many; 0 for none. */
  readonly generator: { readonly ratingKw: number; readonly count: number };
}

/**
 * The power chain as a diagram: boxes in columns from the utility to the rack groups,
 * with live loads.
 */
export interface OneLine {
  readonly graph: PowerGraph;
  readonly layout: BlockLayout;
  readonly normal: GraphLoad;
  /**
   * Worst loss of one block; its transformer, UPS and PDU stand in line, so losing one
   * loses all three.
   */
  readonly worst: WorstFailure | null;
}

const defaultBlockKw = 1500;
/**
 * A transformer also feeds the losses of its UPS and the recharge of its batteries: 10 %
 * (AUS-1 site).
 */
const chargingMargin = 1.1;

/**
 * The one-line diagram of a hall: utility and generators, a transformer and PDU per UPS
 * block, and the racks of every group by the feed they hang on, loaded normally and under
 * the worst loss of one piece. Groups are split over feeds rack by rack, as `assignFeeds`
 * does.
 * @throws RangeError without racks or with a block rating that is not above 0
 * @example drawOneLine(params).worst?.load.lostKw // 0 for every scheme but N
 */
export function drawOneLine(params: OneLineParams): OneLine {
  const { chain, groups, mechanicalKw, blockKw = defaultBlockKw, utilityKw, generator } =
    params;
  const itKw = groups.reduce((sum, group) => sum + group.rackKw * group.racks, 0);
  if (!(itKw > 0)) throw new RangeError('there are no racks to feed');
  if (!(blockKw > 0)) throw new RangeError(`blockKw is ${blockKw}`);
  const installed = upsRatingKw(chain, itKw);
  const usableKw = installed * usableFraction(chain.redundancy, chain.blocks);
  const layout = layOutBlocks(chain.redundancy, Math.max(1, usableKw / blockKw));
  const load = (itKw * (1 + chain.distributionLoss)) / (layout.blocks.length * blockKw);
  const nodes: readonly PowerNode[] = [
    ...sources(utilityKw, generator), ...blockNodes(chain, layout, blockKw, load),
    { id: 'mechanical', kind: 'load', ratingKw: null, from: ['main'], loadKw: mechanicalKw },
    ...rackNodes(chain, groups, layout),
  ];
  const graph = checkPowerGraph(nodes);
  if (!graph.ok)
    throw new Error(`one-line diagram is unsound: ${graph.error.map((p) => p.code).join(', ')}`);
  const worst = worstFailure(graph.value, ['ups']);
  return { graph: graph.value, layout, normal: loadGraph(graph.value), worst };
}

function sources(
  utilityKw: number | null, generator: OneLineParams['generator'],
): readonly PowerNode[] {
  const standby = generator.count > 0 ? ['generators'] : [];
  return [
    { id: 'utility', kind: 'utility', ratingKw: utilityKw, from: [] },
    ...standby.map((id): PowerNode => (
      { id, kind: 'generator', ratingKw: generator.ratingKw * generator.count, from: [] })),
    { id: 'main', kind: 'feed', ratingKw: null, from: ['utility'], standby },
  ];
}

function blockNodes(
  chain: PowerChain, { blocks }: BlockLayout, blockKw: number, load: number,
): readonly PowerNode[] {
  // Efficiency at the normal load of a block; in a failure the true loss differs by the
  // square term only.
  const efficiency = load > 0 ? load / (load + upsLossKw(chain.upsLoss, 1, load)) : 1;
  return blocks.flatMap((block): readonly PowerNode[] => [
    {
      id: `T-${block}`, kind: 'transformer', ratingKw: blockKw * chargingMargin,
      efficiency: chain.transformerEfficiency, from: ['main'],
    },
    { id: block, kind: 'ups', ratingKw: blockKw, efficiency, from: [`T-${block}`] },
    { id: `P-${block}`, kind: 'pdu', ratingKw: blockKw, from: [block] },
  ]);
}

/** One box per group and feed, with the racks that hang there. */
function rackNodes(
  chain: PowerChain, groups: OneLineParams['groups'], layout: BlockLayout,
): readonly PowerNode[] {
  const racks = groups.flatMap(({ key, rackKw, racks: count }) =>
    Array.from({ length: count }, () => ({ key, rackKw })));
  const feeds = assignFeeds(layout, racks.map((rack) => rack.rackKw));
  const byFeed = new Map<string, { readonly key: string; readonly feed: string; kw: number }>();
  racks.forEach(({ key, rackKw }, i) => {
    const feed = feeds[i] ?? '';
    const box = byFeed.get(`${key} ${feed}`) ?? { key, feed, kw: 0 };
    box.kw += rackKw;
    byFeed.set(`${key} ${feed}`, box);
  });
  const standby = layout.redundancy === 'block' ? { standby: ['P-reserve'] } : {};
  return [...byFeed.values()].map(({ key, feed, kw }): PowerNode => ({
    id: `${key} on ${feed}`, kind: 'load', ratingKw: null, loadKw: kw,
    efficiency: 1 / (1 + chain.distributionLoss),
    from: (layout.feeds.find((f) => f.id === feed)?.normal ?? []).map((block) => `P-${block}`),
    ...standby,
  }));
}
