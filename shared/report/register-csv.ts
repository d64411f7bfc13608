import type { RegisterRow } from '../uncertainty/register.ts';
import { evidenceNames } from './types.ts';
import { writeCsv, type CsvCell, type CsvColumn } from './csv.ts';

const text = (label: string): CsvColumn => ({ label, unit: 'text' });

const columns: readonly CsvColumn[] = [
  'Belongs to', 'Input', 'Path', 'Value', 'Unit', 'Value used', 'Low', 'High',
  'Range from', 'Evidence', 'Source', 'Date', 'Age', 'State', 'In effect', 'Note',
].map(text);

const cellsOf = (row: RegisterRow): readonly CsvCell[] => [
  row.record, row.label, row.id,
  typeof row.value === 'boolean' ? String(row.value) : row.value,
  row.unit === 'text' ? '' : row.unit,
  row.used ?? (typeof row.value === 'number' ? row.value : null), row.range?.low ?? null,
  row.range?.high ?? null, row.range?.basis ?? '', evidenceNames[row.evidence],
  row.source, row.date, row.staleness, row.state, row.active ? 'yes' : 'no', row.note,
];

/**
 * The register of inputs as CSV: full precision, one line per input.
 * @example registerCsv([]).split('\r\n')[0]?.startsWith('Belongs to,Input') // true
 */
export const registerCsv = (rows: readonly RegisterRow[]): string =>
  writeCsv(columns, rows.map(cellsOf));
