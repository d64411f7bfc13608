import { unitName } from '../units/format.ts';
import type { Unit } from '../units/unit.ts';

export interface CsvColumn {
  readonly label: string;
  readonly unit: Unit;
}
export type CsvCell = string | number | null;

/**
 * Text that a spreadsheet would run as a formula, or that already reads as one kept from
 * running: it gets one more apostrophe, so that a reader who takes one away has the text.
 */
const formulaStart = /^'*[=+\-@\t\r]/u;

function escapeText(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const writeCell = (cell: CsvCell): string =>
  cell === null ? '' : typeof cell === 'number' ? String(cell) : escapeText(cell);

/** Heading of a column: label and, for numbers, unit. */
const heading = ({ label, unit }: CsvColumn): string =>
  unit === 'text' ? label : `${label} [${unitName(unit) || unit}]`;

/**
 * A table as CSV (RFC 4180): full precision, units in the headings, text never a formula.
 * @example writeCsv([{ label: 'Cost', unit: 'USD' }], [[0.5], [null]]) // 'Cost [USD]\r\n0.5\r\n\r\n'
 */
export function writeCsv(
  columns: readonly CsvColumn[], rows: readonly (readonly CsvCell[])[],
): string {
  const lines = [columns.map(heading).map(escapeText),
    ...rows.map((row) => row.map(writeCell))];
  return `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}
