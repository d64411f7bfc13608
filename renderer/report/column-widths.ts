import type { Table } from '../../shared/report/types.ts';

/**
 * Letters a line of a table holds across the page, and the length at which text wraps rather than widens
 * its column.
 */
const lettersPerLine = 112;
const wrapAt = 36;

/** Amounts are not broken; words are, at their spaces. */
export const unbreakable = (cell: string): boolean => cell.length <= 14 && /\d/u.test(cell);

const longestWord = (text: string): number =>
  unbreakable(text) ? text.length : Math.max(0, ...text.split(/\s/u).map((word) => word.length));

/**
 * Widths of a table's columns as shares of its width, from its longest entries alone: the parts of a
 * table that break over pages must line up.
 * @returns one share per column, adding up to 1
 */
export function columnWidths({ columns, rows }: Table): readonly number[] {
  const widths = columns.map(({ label }, i) => {
    const cells = rows.map((row) => row.cells[i] ?? '');
    const least = Math.min(wrapAt, Math.max(longestWord(label), ...cells.map(longestWord))) + 2;
    const wished = Math.min(wrapAt, Math.max(label.length, ...cells.map((cell) => cell.length))) + 2;
    return { least: least / lettersPerLine, wished };
  });
  const total = widths.reduce((sum, { wished }) => sum + wished, 0);
  const shares = widths.map(({ least, wished }) => Math.max(least, wished / total));
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => share / sum);
}
