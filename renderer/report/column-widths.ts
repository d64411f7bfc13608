import type { Table } from '../../shared/report/types.ts';

/** Letters a line of a table holds across the page. */
const lettersPerLine = 108;

/**
 * Longest word that a column makes room for, and the length of text at which it wraps
 * rather than widens its column.
 */
const longestKept = 30;
const wrapAt = 60;

/** Letters of a heading's word that are kept together as amounts are. */
const longestHead = 10;

/** Room beside the words of a cell, in letters. */
const gap = 2.4;

/** Amounts are not broken; words are, at their spaces. */
export const unbreakable = (cell: string): boolean => cell.length <= 14 && /\d/u.test(cell);

const longestWord = (text: string): number =>
  unbreakable(text) ? text.length
    : Math.max(0, ...text.split(/\s/u).map((word) => word.length));

/**
 * Widths of a column in letters: what its amounts need, what its longest word needs, what
 * its longest text would like.
 */
function needsOf(
  label: string, cells: readonly string[],
): readonly [firm: number, word: number, text: number] {
  const amounts = cells.filter(unbreakable).map((cell) => cell.length);
  const firm = Math.max(Math.min(longestHead, longestWord(label)), ...amounts) + gap;
  const word = Math.max(firm,
    Math.min(longestKept, Math.max(longestWord(label), ...cells.map(longestWord))) + gap);
  const text = Math.max(word,
    Math.min(wrapAt, Math.max(label.length, ...cells.map((cell) => cell.length))) + gap);
  return [firm, word, text];
}

/**
 * Widths of a table's columns as shares of its width, from its longest entries alone: the
 * parts of a table that break over pages must line up. Amounts come first, for they must
 * not break; then words, then texts, each as far as the line goes; what is left then is
 * shared alike.
 * @returns one share per column, adding up to 1
 */
export function columnWidths({ columns, rows }: Table): readonly number[] {
  const needs =
    columns.map(({ label }, i) => needsOf(label, rows.map((row) => row.cells[i] ?? '')));
  let widths: readonly number[] = needs.map(() => 0);
  for (const level of [0, 1, 2] as const) {
    const missing = needs.map((need, i) => need[level] - (widths[i] ?? 0));
    const wanted = missing.reduce((sum, each) => sum + each, 0);
    const left = lettersPerLine - widths.reduce((sum, each) => sum + each, 0);
    const given = wanted <= 0 ? 0 : Math.min(1, Math.max(0, left) / wanted);
    widths = widths.map((width, i) => width + given * (missing[i] ?? 0));
  }
  const sum = widths.reduce((all, each) => all + each, 0);
  return widths.map((each) => each / sum);
}
