import { isBillTable, verifyBill } from './verify-bill.ts';
import type { Cells } from './cells.ts';
import type { ClosDesign } from './clos.ts';
import {
  fabricCounts, fabricRowId, readFabricRow, type FabricCount, type FabricRow, type StatedCounts,
} from './fabric-row.ts';
import { attachedLinks, sizeFabricRow } from './fabric-rules.ts';

export type FabricStatus = 'pass' | 'fail' | 'unsupported';

export interface FabricCase {
  readonly id: string;
  readonly status: FabricStatus;
  /** Counts the row states. */
  readonly expected: Readonly<Record<string, number>>;
  readonly actual: Readonly<Record<string, number>> | null;
  /**
   * Largest difference of a stated count over the stated count; null when nothing was
   * computed.
   */
  readonly error: number | null;
  readonly reason?: string;
}

export interface FabricVerification {
  readonly passed: number;
  readonly failed: number;
  readonly unsupported: number;
  readonly cases: readonly FabricCase[];
}

/**
 * Holds published tables of switch and cable counts, or a published bill of materials
 * (columns `item` and `count`), against the rules of this folder, row by row. The rules
 * are listed in docs/decisions/020-published-fabrics.md.
 * @param rows cells by column name, as read from the CSV; empty cells state nothing
 * @returns one case per row; rows that cannot be read are unsupported with a reason
 * @example verifyFabric([{ design_endpoints: '256', logical_radix: '64', leaf: '8' }]).passed // 1
 */
export function verifyFabric(rows: readonly Cells[]): FabricVerification {
  const cases = isBillTable(rows) ? verifyBill(rows) : rows.map(checkRow);
  const tally: Record<FabricStatus, number> = { pass: 0, fail: 0, unsupported: 0 };
  for (const { status } of cases) tally[status] += 1;
  return { passed: tally.pass, failed: tally.fail, unsupported: tally.unsupported, cases };
}

function checkRow(cells: Cells, index: number): FabricCase {
  const id = fabricRowId(cells, index);
  const row = readFabricRow(cells);
  if (!row.ok) {
    return { id, status: 'unsupported', expected: {}, actual: null, error: null,
      reason: row.error };
  }
  const expected = row.value.stated;
  const design = sizeFabricRow(row.value);
  if (!design.ok) {
    return { id, status: 'unsupported', expected, actual: null, error: null,
      reason: design.error };
  }
  return { id, expected, ...judge(expected, countsOf(design.value, row.value)) };
}

/** Counts are whole: a row passes only when all that it states are met exactly. */
function judge(expected: StatedCounts, actual: Readonly<Record<FabricCount, number>>) {
  const wrong =
    fabricCounts.filter((key) => expected[key] !== undefined && expected[key] !== actual[key]);
  const off = wrong.map((key) =>
    Math.abs(actual[key] - (expected[key] ?? 0)) / Math.max(1, expected[key] ?? 0));
  const error = Math.max(0, ...off);
  if (wrong.length === 0) return { status: 'pass', actual, error } as const;
  const reason =
    wrong.map((key) => `${key}: expected ${expected[key]}, got ${actual[key]}`).join('; ');
  return { status: 'fail', actual, error, reason } as const;
}

function countsOf(design: ClosDesign, row: FabricRow): Record<FabricCount, number> {
  const counts: Record<FabricCount, number> = {
    leaf: design.leaf, spine: design.spine, core: design.core, node_leaf_cables: 0,
    leaf_spine_cables: design.leafSpineCables, spine_core_cables: design.spineCoreCables,
  };
  return { ...counts, node_leaf_cables: attachedLinks(row) * row.planes };
}
