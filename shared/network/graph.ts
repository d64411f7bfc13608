import { unreachable } from '../units/result.ts';
import { drawClos } from './graph-clos.ts';
import { drawDragonfly, drawTorus } from './graph-direct.ts';
import type { NetworkDesign } from './types.ts';

export type GraphKind = 'accelerators' | 'leaf' | 'spine' | 'core' | 'routers';

/**
 * One drawn box: a switch or several of one tier side by side, or accelerators that share
 * switches.
 */
export interface GraphNode {
  readonly id: string;
  readonly kind: GraphKind;
  /** 0 accelerators, 1 leaf or router, 2 spine, 3 core. */
  readonly tier: 0 | 1 | 2 | 3;
  /** Place within the tier, from the left. */
  readonly index: number;
  readonly label: string;
  /** Members: accelerators or switches `first` to `first + count - 1`. */
  readonly first: number;
  readonly count: number;
  /** Cables between members, hidden inside the box. */
  readonly internal: number;
}

export interface GraphLink {
  readonly from: string;
  readonly to: string;
  /** Cables drawn as this line. */
  readonly count: number;
}

/** A drawing of a fabric. Counts of links and `internal` add up to the cables of the design. */
export interface TopologyGraph {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  readonly design: NetworkDesign;
  readonly acceleratorsPerNode: number;
}

export interface DrawOptions {
  /**
   * Most boxes of a tier; default 48. Beyond it neighbours share a box, but never two
   * rails or pods while they fit.
   */
  readonly maxPerTier?: number;
  /** Set of leaves whose nodes and leaves are drawn one by one. */
  readonly openUnit?: number;
}

/** About as many boxes as stay legible side by side on a screen. */
const legible = 48;

/**
 * A plain graph of a designed fabric: accelerators at the bottom, cores at the top,
 * cables between neighbouring tiers laid round robin, so that every leaf spreads its
 * uplinks evenly over the spines of its pod or rail. Large fabrics collapse: a box then
 * stands for several switches and a line for all cables between two boxes.
 * @throws RangeError when `maxPerTier` is below 1
 * @example drawTopology(design).links.reduce((sum, link) => sum + link.count, 0) === design.cables // true
 */
export function drawTopology(design: NetworkDesign, options: DrawOptions = {}): TopologyGraph {
  const { maxPerTier = legible, openUnit = null } = options;
  if (!(maxPerTier >= 1)) throw new RangeError(`maxPerTier is ${maxPerTier}`);
  const { wiring } = design;
  const acceleratorsPerNode = wiring.kind === 'clos'
    && design.topology !== 'multi-plane' ? wiring.blocks : 1;
  const parts = drawParts(design, Math.floor(maxPerTier), openUnit);
  return { ...parts, design, acceleratorsPerNode };
}

function drawParts(design: NetworkDesign, maxPerTier: number, openUnit: number | null) {
  const { wiring } = design;
  if (design.endpoints === 0) return { nodes: [], links: [] };
  switch (wiring.kind) {
    case 'clos': return drawClos(design, wiring, maxPerTier, openUnit);
    case 'torus': return drawTorus(design, wiring.sizes, maxPerTier);
    case 'dragonfly': return drawDragonfly(design, wiring, maxPerTier);
    default: return unreachable(wiring, 'drawTopology');
  }
}
