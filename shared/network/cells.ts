import { ok, refuse, type Result } from '../units/result.ts';

/** Cells of one row by column name, as a CSV reader gives them. */
export type Cells = Readonly<Record<string, string>>;

/**
 * Other names under which published tables hold the columns we read; compared without
 * case and punctuation.
 */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  case: ['name', 'design', 'id'],
  su_count: ['su', 'sus', 'scalable_units'],
  node_count: ['nodes', 'servers', 'server_count'],
  gpu_count: ['gpus', 'accelerators', 'accelerator_count'],
  design_endpoints: ['endpoints', 'endpoint_count'],
  logical_radix: ['radix', 'switch_radix'],
  leaf: ['leaves', 'leaf_switches', 'leaf_count'],
  spine: ['spines', 'spine_switches', 'spine_count'],
  core: ['cores', 'core_switches', 'core_count'],
};

/** What tables write where they state nothing. */
const blanks: ReadonlySet<string> =
  new Set(['', '-', '–', '—', 'n/a', 'na', 'nan', 'null', 'none', '?']);

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/**
 * The trimmed text of a cell; blank where the table states nothing or has no such column.
 * @example textIn({ 'GPU Count': '1,016' }, 'gpu_count') // '1,016'
 */
export function textIn(cells: Cells, column: string): string {
  for (const name of [column, ...(otherNames[column] ?? [])]) {
    const key = Object.keys(cells).find((candidate) => plain(candidate) === plain(name));
    const text = key === undefined ? '' : (cells[key] ?? '').trim();
    if (!blanks.has(text.toLowerCase())) return text;
  }
  return '';
}

/**
 * The number in a cell, thousands separators allowed; null where the table states nothing.
 * @returns a refusal naming column and cell where there is text that is no number
 * @example numberIn({ leaf: '1,024' }, 'leaf') // { ok: true, value: 1024 }
 */
export function numberIn(cells: Cells, column: string): Result<number | null, string> {
  const text = textIn(cells, column);
  if (text === '') return ok(null);
  const digits =
    /^\d{1,3}([,\u00a0\u202f ]\d{3})+$/.test(text) ? text.replaceAll(/\D/g, '') : text;
  const value = Number(digits);
  return Number.isFinite(value) ? ok(value) : refuse(`${column} "${text}" is not a number`);
}

/**
 * A whole number of at least `least` in a cell; null where the table states nothing.
 * @example countIn({ leaf: '-3' }, 'leaf', 0) // { ok: false, error: 'leaf -3 is not a whole number >= 0' }
 */
export function countIn(
  cells: Cells, column: string, least: number,
): Result<number | null, string> {
  const found = numberIn(cells, column);
  if (!found.ok || found.value === null) return found;
  return Number.isInteger(found.value) && found.value >= least ? found
    : refuse(`${column} ${found.value} is not a whole number >= ${least}`);
}
