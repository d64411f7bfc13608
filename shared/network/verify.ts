import { sizeClos, type ClosDesign } from './clos.ts';
import { readFabricRow, type FabricRow } from './fabric-row.ts';

/** The counts a published table states, by column. */
export const fabricCounts = [
  'leaf', 'spine', 'core', 'node_leaf_cables', 'leaf_spine_cables', 'spine_core_cables',
] as const;
export type FabricCount = (typeof fabricCounts)[number];

export interface FabricCase {
  readonly id: string;
  readonly status: 'pass' | 'fail' | 'unsupported';
  /** Counts the row states. */
  readonly expected: Readonly<Partial<Record<FabricCount, number>>>;
  readonly actual: Readonly<Record<FabricCount, number>> | null;
  /** Largest difference of a stated count over the stated count; null when nothing was computed. */
  readonly error: number | null;
  readonly reason?: string;
}

export interface FabricVerification {
  readonly passed: number;
  readonly failed: number;
  readonly unsupported: number;
  readonly cases: readonly FabricCase[];
}

/** Ports of the managers of an InfiniBand fabric: two appliances with two ports each (DGX SuperPOD H100 RA). */
const managerPorts = 4;

/**
 * Holds published tables of switch and cable counts against the sizing rules, row by row.
 * Sized for `design_endpoints`, or the accelerators where that column is empty; InfiniBand fabrics with a node's
 * place free attach their managers' four ports there; Ethernet switches may break ports out into four; designs
 * with spines of their own per rail apply the spine rule to each rail. See `readFabricRow` for how a row says so.
 * @param rows cells by column name, as read from the CSV; empty cells state nothing
 * @returns one case per row; rows that cannot be read are unsupported with a reason
 * @example verifyFabric([{ case: 'pod', design_endpoints: '256', logical_radix: '64', leaf: '8' }]).passed // 1
 */
export function verifyFabric(rows: readonly Readonly<Record<string, string>>[]): FabricVerification {
  const cases = rows.map(checkRow);
  const count = (status: FabricCase['status']): number => cases.filter((c) => c.status === status).length;
  return { passed: count('pass'), failed: count('fail'), unsupported: count('unsupported'), cases };
}

function checkRow(cells: Readonly<Record<string, string>>, index: number): FabricCase {
  const expected = statedCounts(cells);
  const row = readFabricRow(cells);
  const id = row.ok ? row.value.id : `row ${index + 1}`;
  const unsupported = (reason: string): FabricCase =>
    ({ id, status: 'unsupported', expected, actual: null, error: null, reason });
  if (!row.ok) return unsupported(row.error);
  if (Object.keys(expected).length === 0) return unsupported('the row states no count');
  const design = sizeClos(row.value);
  if (design === null) {
    return unsupported(`${row.value.endpoints} endpoints exceed three tiers of radix ${row.value.radix}`);
  }
  const actual = countsOf(design, row.value);
  const errors = fabricCounts.map((key) => relative(expected[key], actual[key]));
  const error = Math.max(...errors);
  return { id, status: error === 0 ? 'pass' : 'fail', expected, actual, error };
}

const relative = (expected: number | undefined, actual: number): number =>
  (expected === undefined ? 0 : Math.abs(actual - expected) / Math.max(1, Math.abs(expected)));

function statedCounts(cells: Readonly<Record<string, string>>): Partial<Record<FabricCount, number>> {
  const stated: Partial<Record<FabricCount, number>> = {};
  for (const key of fabricCounts) {
    const cell = (cells[key] ?? '').trim();
    if (cell !== '' && Number.isFinite(Number(cell))) stated[key] = Number(cell);
  }
  return stated;
}

function countsOf(design: ClosDesign, row: FabricRow): Record<FabricCount, number> {
  return {
    leaf: design.leaf, spine: design.spine, core: design.core, node_leaf_cables: attachedPorts(row),
    leaf_spine_cables: design.leafSpineCables, spine_core_cables: design.spineCoreCables,
  };
}

/** Node-leaf cables: the accelerators', plus the managers' while places are free; all places if none is stated. */
function attachedPorts({ endpoints, accelerators, fabric }: FabricRow): number {
  if (accelerators === null || accelerators >= endpoints) return endpoints;
  const managers = fabric === 'infiniband' ? managerPorts : 0;
  return Math.min(endpoints, accelerators + managers);
}
