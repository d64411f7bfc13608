import type { Table } from '../../shared/report/types.ts';

/** Narrowest share of the width a column keeps, and the length at which text wraps rather than widens, in letters. */
const leastShare = 0.07;
const wrapAt = 44;

/**
 * Widths of a table's columns as shares of its width, from its longest entries alone: the parts of a table that
 * break over pages must line up.
 * @returns one share per column, adding up to 1
 */
export function columnWidths({ columns, rows }: Table): readonly number[] {
  const lengths = columns.map(({ label }, i) =>
    Math.min(wrapAt, Math.max(label.length, ...rows.map((row) => row.cells[i]?.length ?? 0))) + 2);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const shares = lengths.map((length) => Math.max(leastShare, length / total));
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => share / sum);
}
