import { ok, refuse, type Result } from '../units/result.ts';
import { countIn, textIn, type Cells } from './cells.ts';
import { factsIn, type FabricFacts } from './fabric-facts.ts';

/** The counts a published table states, by column. */
export const fabricCounts = [
  'leaf', 'spine', 'core', 'node_leaf_cables', 'leaf_spine_cables', 'spine_core_cables',
] as const;
export type FabricCount = (typeof fabricCounts)[number];
export type StatedCounts = Readonly<Partial<Record<FabricCount, number>>>;

/** A row of a published fabric table: what it is built from and what it states. */
export interface FabricRow extends FabricFacts {
  readonly radix: number;
  /** Endpoints the fabric is sized for. */
  readonly endpoints: number;
  /** Whether the row itself states them; otherwise they follow from accelerators or nodes. */
  readonly endpointsStated: boolean;
  readonly nodes: number | null;
  readonly accelerators: number | null;
  /** Accelerators of a node, each on its own rail. */
  readonly perNode: number;
  readonly stated: StatedCounts;
}

/**
 * Accelerators of a node where the row states only nodes: the eight of every HGX-class
 * server.
 */
const usualPerNode = 8;

/**
 * Reads a row of a fabric table. Endpoints: `design_endpoints`, else `gpu_count`, else 8
 * x `node_count`; one node short of whole leaves counts as the place left to the
 * managers.
 * @returns the row, or in words what it lacks
 * @example readFabricRow({ node_count: '31', gpu_count: '248', logical_radix: '64', leaf: '8' }).value.endpoints
 *   // 256
 */
export function readFabricRow(cells: Cells): Result<FabricRow, string> {
  const radix = countIn(cells, 'logical_radix', 2);
  if (!radix.ok) return radix;
  if (radix.value === null) return refuse('no logical_radix');
  if (radix.value % 2 !== 0)
    return refuse(`logical_radix ${radix.value} is not an even number of ports`);
  const nodes = countIn(cells, 'node_count', 1);
  if (!nodes.ok) return nodes;
  const gpus = countIn(cells, 'gpu_count', 1);
  if (!gpus.ok) return gpus;
  const design = countIn(cells, 'design_endpoints', 1);
  if (!design.ok) return design;
  const facts = factsIn(cells);
  if (!facts.ok) return facts;
  const stated = statedCounts(cells);
  if (!stated.ok) return stated;
  const perNode = facts.value.rails ?? accelerators(nodes.value, gpus.value ?? design.value);
  const attached = gpus.value ?? (nodes.value === null ? null : nodes.value * perNode);
  const endpoints = design.value ?? (attached === null || nodes.value === null ? attached
    : wholeUnits(attached, perNode, radix.value));
  if (endpoints === null) return refuse('neither design_endpoints, gpu_count nor node_count');
  return ok({
    ...facts.value, radix: radix.value, endpoints, endpointsStated: design.value !== null,
    nodes: nodes.value, accelerators: attached, perNode, stated: stated.value,
  });
}

/**
 * Accelerators of a node: those of the fabric over its nodes, to the nearest as a node
 * may be missing.
 */
function accelerators(nodes: number | null, all: number | null): number {
  return nodes === null || all === null ? usualPerNode : Math.max(1, Math.round(all / nodes));
}

/**
 * A fabric one node short of whole leaves is sized for that node too: its place went to
 * the managers.
 */
function wholeUnits(attached: number, perNode: number, radix: number): number {
  const unit = (perNode * radix) / 2;
  return perNode > 1 && (attached + perNode) % unit === 0 ? attached + perNode : attached;
}

function statedCounts(cells: Cells): Result<StatedCounts, string> {
  const stated: Partial<Record<FabricCount, number>> = {};
  for (const column of fabricCounts) {
    const count = countIn(cells, column, 0);
    if (!count.ok) return count;
    if (count.value !== null) stated[column] = count.value;
  }
  return Object.keys(stated).length === 0 ? refuse('the row states no count') : ok(stated);
}

/**
 * Name of a row in the list of results.
 * @example fabricRowId({ case: 'pod', su_count: '2', node_count: '63' }, 0) // 'pod, 2 SU, 63 nodes'
 */
export function fabricRowId(cells: Cells, index: number): string {
  const [name, units, nodes] =
    [textIn(cells, 'case'), textIn(cells, 'su_count'), textIn(cells, 'node_count')];
  const parts = [name, units === '' ? '' : `${units} SU`, nodes === '' ? '' : `${nodes} nodes`]
    .filter((part) => part !== '');
  return parts.length === 0 ? `row ${index + 1}` : parts.join(', ');
}
