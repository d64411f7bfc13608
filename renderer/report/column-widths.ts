import type { Table } from '../../shared/report/types.ts';

/** Letters a line of a table holds across the page. */
const lettersPerLine = 108;

/** Longest word that a column makes room for, and the length of text at which it wraps rather than widens its column. */
const longestKept = 30;
const wrapAt = 60;

/** Room beside the words of a cell, in letters. */
const gap = 2.4;

/** Amounts are not broken; words are, at their spaces. */
export const unbreakable = (cell: string): boolean => cell.length <= 14 && /\d/u.test(cell);

const longestWord = (text: string): number =>
  unbreakable(text) ? text.length : Math.max(0, ...text.split(/\s/u).map((word) => word.length));

/**
 * Widths of a table's columns as shares of its width, from its longest entries alone: the parts of a
 * table that break over pages must line up. Every column first gets what its longest word needs; the rest goes
 * to those whose text would like more.
 * @returns one share per column, adding up to 1
 */
export function columnWidths({ columns, rows }: Table): readonly number[] {
  const needs = columns.map(({ label }, i) => {
    const cells = rows.map((row) => row.cells[i] ?? '');
    const least = Math.min(longestKept, Math.max(longestWord(label), ...cells.map(longestWord))) + gap;
    const wished = Math.min(wrapAt, Math.max(label.length, ...cells.map((cell) => cell.length))) + gap;
    return { least, more: Math.max(0, wished - least) };
  });
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  const more = needs.reduce((sum, need) => sum + need.more, 0);
  const left = Math.max(0, lettersPerLine - least);
  const letters = needs.map((need) => need.least + (more > 0 ? (left * need.more) / more : left / needs.length));
  const sum = letters.reduce((all, each) => all + each, 0);
  return letters.map((each) => each / sum);
}
