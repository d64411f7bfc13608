import Papa from 'papaparse';
import type { JsonNode } from '../../inference/import/json-node.ts';
import { numberOf, pointColumns, type Row } from '../../inference/point-row.ts';
import { shareText } from '../report.ts';
import { cell, contextRow, type ImportContext } from './context.ts';

/** Other names of the columns of the measurements' table. */
const aliases: Readonly<Record<string, string>> = {
  accelerator: 'gpu', system: 'gpu', hardware: 'gpu', hw: 'gpu', conc: 'concurrency',
  users: 'concurrency', max_concurrency: 'concurrency', input_len: 'isl',
    output_len: 'osl',
  input_length: 'isl', output_length: 'osl', mean_ttft_ms: 'ttft_mean_ms',
  mean_tpot_ms: 'tpot_mean_ms', ttft_ms: 'ttft_mean_ms', tpot_ms: 'tpot_mean_ms',
  output_tput_per_gpu: 'output_tok_s_per_gpu',
    output_tokens_per_second_per_gpu: 'output_tok_s_per_gpu',
  output_throughput: 'output_tok_s', output_tokens_per_second: 'output_tok_s',
  version: 'framework_version', dtype: 'precision', quantization: 'precision',
  model_id: 'model', model_name: 'model', tensor_parallel_size: 'tp',
    pipeline_parallel_size: 'pp',
  expert_parallel_size: 'ep', failed_requests: 'failed', errors: 'failed',
  successful_requests: 'completed', num_prompts: 'requests', num_requests: 'requests',
};

/** Columns that say whether a line counts; no point holds them. */
const judged = ['pp', 'pcp_size', 'dcp_size', 'failed', 'completed', 'requests',
  'output_tok_s'];
const known = new Set<string>([...pointColumns, ...judged]);

/** A column by the name the measurements' table has for it. */
const nameOf = (column: string): string => {
  const plain = column.trim().toLowerCase();
  return aliases[plain] ?? plain;
};

/** A run of which more requests failed than this says nothing of the server. */
export const mostFailed = 0.05;

/** Widths of cuts that are not computed, and failures that void a line; null where it counts. */
function voidness(row: Row): string | null {
  const stages = numberOf(row, 'pp') ?? 1;
  if (stages > 1) return `pipeline of ${stages} stages: pipelines are not computed`;
  const cut = ['pcp_size', 'dcp_size'].find((column) => (numberOf(row, column) ?? 1) > 1);
  if (cut !== undefined) return `cut by context as well (${cut} ${row[cut] ?? ''}), which is not computed`;
  const [failed, completed, requests] =
    (['failed', 'completed', 'requests'] as const).map((column) => numberOf(row, column));
  const all = failed != null && completed != null ? failed + completed : requests ?? null;
  const lost = failed ?? (all !== null && completed != null ? all - completed : null);
  return all !== null && lost !== null && all > 0 && lost / all > mostFailed
    ? `${lost} of ${all} requests failed (${shareText(lost / all)})` : null;
}

/** Throughput of the whole instance, dealt out over its accelerators. */
function perAccelerator(row: Row): Row {
  const total = numberOf(row, 'output_tok_s');
  if (total === null || (row['output_tok_s_per_gpu'] ?? '') !== '') return row;
  const width = numberOf(row, 'tp');
  const count = numberOf(row, 'n_gpus')
    ?? (width === null ? null : width * (numberOf(row, 'attention_dp') ?? 1));
  return count === null || count === 0 ? row : { ...row,
    output_tok_s_per_gpu: cell(total / count) };
}

const cellsOf = (cells: JsonNode, isComma: boolean): readonly (readonly [string,
  string])[] =>
  Object.entries(cells).flatMap(([key, value]) => {
    const text = typeof value === 'string' ? value.trim() : '';
    return text === '' ? []
      : [[key.trim(), isComma && /^-?\d+,\d+$/u.test(text) ? text.replace(',', '.') : text] as const];
  });

/** Cells by the names of the measurements' table; a name of its own comes before another's. */
function named(pairs: readonly (readonly [string, string])[]): Row {
  const own = new Set(pairs.map(([key]) => key.toLowerCase()));
  return Object.fromEntries(pairs.map(([key, value]) => {
    const plain = key.toLowerCase();
    const alias = aliases[plain];
    return [alias === undefined || own.has(alias) ? plain : alias, value];
  }));
}

export interface BenchmarkTable {
  /** Columns as the file has them. */
  readonly columns: readonly string[];
  /** Columns nobody reads. */
  readonly notRead: readonly string[];
  /** Whether one of them is throughput of output tokens. */
  readonly isMeasured: boolean;
  /** Cells of each line as they stand. */
  readonly cells: readonly Row[];
  /** Lines for the measurements' table, or why one counts for nothing. */
  readonly rows: (context: ImportContext) => readonly (Row | string)[];
}

/**
 * A table of measurements, its columns by any of their names; those it lacks come from the
 * context. Between semicolons a comma stands before decimals.
 */
export function readTable(text: string): BenchmarkTable {
  const { data, meta } = Papa.parse<JsonNode>(text, { header: true,
    skipEmptyLines: true });
  const columns = (meta.fields ?? []).map((field) => field.trim());
  const pairs = data.map((cells) => cellsOf(cells, meta.delimiter === ';'));
  return {
    columns, notRead: columns.filter((column) => column !== ''
      && !known.has(nameOf(column))),
    isMeasured: columns.some((column) => /^output_tok_s(_per_gpu)?$/u.test(nameOf(column))),
    cells: pairs.map((each) => Object.fromEntries(each)),
    rows: (context) => {
      const filling = contextRow(context);
      return pairs.map((each) => {
        const row = { ...filling, ...named(each) };
        return voidness(row) ?? perAccelerator(row);
      });
    },
  };
}

/**
 * Whether columns are those of a table of measurements: throughput per accelerator, or of
 * all with the users it was measured at.
 * @example isTable(['model', 'users', 'output_throughput']) // true
 */
export function isTable(columns: readonly string[]): boolean {
  const names = columns.map(nameOf);
  return names.includes('output_tok_s_per_gpu')
    || (names.includes('output_tok_s') && names.includes('concurrency'));
}
