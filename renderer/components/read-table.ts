import { writeCsv } from '../../shared/report/csv.ts';

/** What stands in a cell, on one line. */
const wordsOf = (cell: Element): string =>
  (cell.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();

/**
 * A table of the page as CSV: its words and numbers as they are read, a cell that spans
 * columns once. Text is never a formula.
 */
export function readTable(table: HTMLTableElement): string {
  const rows = [...table.rows].map((row) => [...row.cells].flatMap((cell) =>
    [wordsOf(cell), ...Array.from({ length: Math.max(0, cell.colSpan - 1) }, () => '')]));
  const [head = [], ...body] = rows;
  return writeCsv(head.map((label) => ({ label, unit: 'text' })), body);
}
