import type { GraphLink, GraphNode } from './graph.ts';
import {
  boxesOf, divide, linksBetween, overlap, spanOf, startOf, type Span,
} from './graph-parts.ts';
import type { NetworkDesign, Wiring } from './types.ts';

export type ClosWiring = Extract<Wiring, { kind: 'clos' }>;

/** Into how many parts the tiers fall that are wired only within themselves. */
export interface ClosBlocks {
  /** Rails or planes with leaves of their own. */
  readonly leaf: number;
  /** Pods: leaves that share spines. */
  readonly spine: number;
  /** Spines that share cores. */
  readonly core: number;
}

/**
 * Pods of a Clos: as many as leaves per rail or plane need where a spine has k/2 ports
 * down, one in two tiers.
 * @example closBlocks(design, wiring) // { leaf: 8, spine: 8, core: 1 } for a three-tier rail fabric
 */
export function closBlocks({ leaf, tiers }: NetworkDesign, wiring: ClosWiring): ClosBlocks {
  const { blocks, sharedAbove, radix } = wiring;
  const joined = sharedAbove ? 1 : blocks;
  const pods = blocks * Math.max(1, Math.ceil(leaf / blocks / (radix / 2)));
  return { leaf: blocks, spine: tiers === 3 ? pods : joined, core: joined };
}

/** Boxes and lines of a Clos of any kind; see `drawTopology`. */
export function drawClos(
  design: NetworkDesign, wiring: ClosWiring, most: number, openUnit: number | null,
): { readonly nodes: readonly GraphNode[]; readonly links: readonly GraphLink[] } {
  const { leaf, spine, core, leafSpineCables, spineCoreCables } = design;
  const blocks = closBlocks(design, wiring);
  const perBlock = leaf / blocks.leaf;
  const opened = openUnit === null ? []
    : Array.from({ length: blocks.leaf }, (_, block) => block * perBlock + openUnit);
  const bottom = boxesOf('accelerators', acceleratorSpans(design, wiring, most, openUnit));
  const leafBlocks = Math.max(blocks.leaf, Math.min(blocks.spine, leaf));
  const leaves = boxesOf('leaf', divide(leaf, leafBlocks, most, opened));
  const spines = spine === 0 ? [] : boxesOf('spine', divide(spine, blocks.spine, most));
  const cores = core === 0 ? [] : boxesOf('core', divide(core, blocks.core, most));
  return {
    nodes: [...bottom, ...leaves, ...spines, ...cores],
    links: [
      ...linksBetween(bottom, leaves, attachedTo(design, wiring)),
      ...linksBetween(leaves, spines,
        laidRoundRobin(leafSpineCables, leaf, spine, blocks.spine)),
      ...linksBetween(spines, cores, laidRoundRobin(spineCoreCables, spine, core, blocks.core)),
    ],
  };
}

/**
 * Accelerators of a node, one per rail; in planes and in a shared Clos each accelerator
 * stands alone.
 */
const perPlace = ({ topology }: NetworkDesign, { blocks }: ClosWiring): number =>
  (topology === 'multi-plane' ? 1 : blocks);

function acceleratorSpans(
  design: NetworkDesign, wiring: ClosWiring, most: number, openUnit: number | null,
): readonly Span[] {
  const each = perPlace(design, wiring);
  const places = Math.ceil(design.endpoints / each);
  const units = Math.ceil(places / wiring.leafDown);
  const toSpan = (first: number, end: number): Span =>
    ({ first: first * each, end: Math.min(end * each, design.endpoints) });
  return divide(units, 1, most, openUnit === null ? [] : [openUnit]).flatMap((span) => {
    const [first, end] = [span.first * wiring.leafDown,
      Math.min(span.end * wiring.leafDown, places)];
    if (span.first !== openUnit) return [toSpan(first, end)];
    return Array.from({ length: end - first }, (_, at) => toSpan(first + at, first + at + 1));
  });
}

/**
 * Links between accelerators and leaves: accelerator i of a node on rail i, every
 * accelerator in every plane.
 */
function attachedTo(design: NetworkDesign, wiring: ClosWiring) {
  const each = perPlace(design, wiring);
  const perBlock = design.leaf / wiring.blocks;
  /** Accelerators below `end` that attach to a block. */
  const before = (end: number, block: number): number =>
    (each === 1 ? end : Math.max(0, Math.ceil((end - block) / each)));
  return (accelerators: Span, leaves: Span): number => {
    let links = 0;
    for (let block =
      Math.floor(leaves.first / perBlock); block * perBlock < leaves.end; block++) {
        const from = Math.max(leaves.first - block * perBlock, 0);
        const to = Math.min(leaves.end - block * perBlock, perBlock);
        const served = { first: from * wiring.leafDown, end: to * wiring.leafDown };
        const { first, end } = accelerators;
        links += overlap(served, { first: before(first, block), end: before(end, block) });
      }
    return links;
  };
}

/**
 * Cables between two tiers of a Clos. Lower switches have equal shares; within a block
 * the cables go to its upper switches in turn, so no two of them differ by more than one
 * cable.
 */
function laidRoundRobin(cables: number, lower: number, upper: number, blocks: number) {
  return (below: Span, above: Span): number => {
    let count = 0;
    for (let block = 0; block < blocks; block++) {
      const own = { first: startOf(block, lower, blocks),
        end: startOf(block + 1, lower, blocks) };
      const over = { first: startOf(block, upper, blocks),
        end: startOf(block + 1, upper, blocks) };
      if (overlap(own, below) === 0 || overlap(over, above) === 0) continue;
      const base = startOf(own.first, cables, lower);
      const from = startOf(Math.max(own.first, below.first), cables, lower) - base;
      const to = startOf(Math.min(own.end, below.end), cables, lower) - base;
      const turns = {
        first: Math.max(over.first, above.first) - over.first,
        end: Math.min(over.end, above.end) - over.first,
      };
      count += dealt(to, turns, over.end - over.first) - dealt(from, turns,
        over.end - over.first);
    }
    return count;
  };
}

/** Of the first `cables` dealt in turn to `places`, those that fall to places `turns`. */
function dealt(cables: number, turns: Span, places: number): number {
  const rest = cables % places;
  return Math.floor(cables / places) * (turns.end - turns.first)
    + overlap({ first: 0, end: rest }, turns);
}

/**
 * Leaves an accelerator is attached to: one, or one in each plane.
 * @example leavesOf(design, wiring, 9) // [1] on rail 1 of node 1 of a single-unit rail fabric
 */
export function leavesOf(
  design: NetworkDesign, wiring: ClosWiring, accelerator: number,
): readonly number[] {
  const perBlock = design.leaf / wiring.blocks;
  const each = perPlace(design, wiring);
  const unit = Math.floor(Math.floor(accelerator / each) / wiring.leafDown);
  if (each > 1) return [(accelerator % each) * perBlock + unit];
  return Array.from({ length: wiring.blocks }, (_, plane) => plane * perBlock + unit);
}

/** Whether a box holds one of some members. */
export const holdsAny = (node: GraphNode, members: readonly number[]): boolean =>
  members.some((member) => overlap(spanOf(node), { first: member, end: member + 1 }) > 0);
