import Papa from 'papaparse';
import type { Catalog, MeasuredPoint } from '../../catalog/types.ts';
import type { JsonNode } from '../../inference/import/json-node.ts';
import { isNode } from '../../inference/import/json-node.ts';
import type { Row } from '../../inference/point-row.ts';
import type { Result } from '../../units/result.ts';
import { ok, refuse } from '../../units/result.ts';
import { counted, note, problem, type ImportOutcome, type ImportReport } from '../report.ts';
import { acceptRow } from './accept.ts';
import type { ImportContext } from './context.ts';
import { contextRow } from './context.ts';
import { isGuideReport, readGuideReport } from './guidellm.ts';
import { isInferenceXResult, readInferenceXResult } from './inferencex.ts';
import { isPerfCsv, isPerfExport, readPerfCsv, readPerfExport } from './perf.ts';
import type { Reading } from './reading.ts';
import { settle, type Settled } from './settle.ts';
import { isAiconfigurator, isMlperfSummary, readAiconfigurator, readMlperfSummary } from './tables.ts';
import { isTrtllmReport, readTrtllmReport } from './trtllm.ts';
import {
  consoleResult, isOfflineResult, isServeResult, readOfflineResult, readServeResult,
} from './vllm.ts';

export interface RefusedRow {
  /** Line of a CSV or of JSON lines, from 1; place in a JSON list, from 1. */
  readonly line: number;
  readonly reason: string;
}

export interface ImportedBenchmarks {
  readonly points: readonly MeasuredPoint[];
  /** Rows that are no measured points, and why. */
  readonly refused: readonly RefusedRow[];
  /** Every run that was understood, with its line. */
  readonly runs: readonly { readonly line: number; readonly run: Settled }[];
}

/** A reading, a line of the measurements' own table, or why there is neither. */
type Entry = { readonly line: number } & (
  | { readonly reading: Reading } | { readonly row: Row } | { readonly reason: string });

/** The runs a parsed result stands for, or why it is none. */
function readingsOf(value: unknown): readonly Reading[] | string {
  if (!isNode(value)) return 'not an object';
  if (isInferenceXResult(value)) return [readInferenceXResult(value)];
  if (isPerfExport(value)) return [readPerfExport(value)];
  if (isTrtllmReport(value)) return [readTrtllmReport(value)];
  if (isGuideReport(value)) return readGuideReport(value);
  if (isServeResult(value)) return [readServeResult(value)];
  if (isOfflineResult(value)) return [readOfflineResult(value)];
  return 'neither vLLM, SGLang, AIPerf, GenAI-Perf, InferenceX, trtllm-bench nor GuideLLM result';
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'not JSON');
  }
}

const entriesOf = (value: unknown, line: number): readonly Entry[] => {
  const readings = readingsOf(value);
  return typeof readings === 'string' ? [{ line, reason: readings }]
    : readings.map((reading) => ({ line, reading }));
};

/** Rows of an answer that wraps its list. */
const unwrapped = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  if (!isNode(value) || typeof readingsOf(value) !== 'string') return [value];
  const list = ['data', 'results', 'rows', 'benchmarks'].map((key) => value[key]).find(Array.isArray);
  return list ?? [value];
};

/** A JSON object or list, or one object per line. */
function jsonEntries(text: string): readonly Entry[] | string {
  const whole = parseJson(text);
  if (whole.ok) return unwrapped(whole.value).flatMap((value, i) => entriesOf(value, i + 1));
  const lines = text.split('\n');
  if (lines.filter((line) => line.trim() !== '').length < 2) return whole.error;
  return lines.flatMap((line, i): readonly Entry[] => {
    if (line.trim() === '') return [];
    const value = parseJson(line);
    return value.ok ? entriesOf(value.value, i + 1) : [{ line: i + 1, reason: value.error }];
  });
}

/** Other names of the columns of the measurements' table. */
const aliases: Readonly<Record<string, string>> = {
  accelerator: 'gpu', system: 'gpu', hardware: 'gpu', hw: 'gpu', conc: 'concurrency',
  users: 'concurrency', max_concurrency: 'concurrency', input_len: 'isl', output_len: 'osl',
  input_length: 'isl', output_length: 'osl', mean_ttft_ms: 'ttft_mean_ms',
  mean_tpot_ms: 'tpot_mean_ms', ttft_ms: 'ttft_mean_ms', tpot_ms: 'tpot_mean_ms',
  output_tput_per_gpu: 'output_tok_s_per_gpu', output_tokens_per_second_per_gpu: 'output_tok_s_per_gpu',
  version: 'framework_version', dtype: 'precision', quantization: 'precision',
};

const pairsOf = (cells: JsonNode): readonly (readonly [string, string])[] =>
  Object.entries(cells).flatMap(([key, value]) =>
    (typeof value === 'string' && value.trim() !== '' ? [[key.trim(), value.trim()] as const] : []));
const wordsOf = (cells: JsonNode): Row => Object.fromEntries(pairsOf(cells));

function named(cells: JsonNode): Row {
  const own = pairsOf(cells);
  const known = new Set(own.map(([key]) => key));
  return Object.fromEntries(own.map(([key, value]) => {
    const alias = aliases[key.toLowerCase()];
    return [alias === undefined || known.has(alias) ? key : alias, value];
  }));
}

/**
 * A table with the columns of the catalogue's measurements; columns it lacks come from
 * the context.
 */
function csvEntries(text: string, context: ImportContext): readonly Entry[] | string {
  if (isPerfCsv(text)) return [{ line: 1, reading: readPerfCsv(text) }];
  const { data, meta } = Papa.parse<JsonNode>(text, { header: true, skipEmptyLines: true });
  const columns = (meta.fields ?? []).map((field) => field.trim());
  if (isAiconfigurator(columns))
    return data.map((cells, i) => ({ line: i + 2, reading: readAiconfigurator(wordsOf(cells)) }));
  if (!columns.some((column) => (aliases[column.toLowerCase()] ?? column) === 'output_tok_s_per_gpu'))
    return 'column output_tok_s_per_gpu is missing';
  const filling = contextRow(context);
  return data.map((cells, i) => ({ line: i + 2, row: { ...filling, ...named(cells) } }));
}

function textEntries(text: string, context: ImportContext): readonly Entry[] | string {
  if (/^[[{]/u.test(text)) return jsonEntries(text);
  if (isMlperfSummary(text)) return [{ line: 1, reading: readMlperfSummary(text) }];
  const printed = consoleResult(text);
  return printed === null ? csvEntries(text, context) : entriesOf(printed, 1);
}

interface Sorted {
  readonly points: MeasuredPoint[];
  readonly refused: RefusedRow[];
  readonly runs: { readonly line: number; readonly run: Settled }[];
}

function sortEntry(entry: Entry, id: string, context: ImportContext, catalog: Catalog, into: Sorted): void {
  const { line } = entry;
  if ('reason' in entry) into.refused.push({ line, reason: entry.reason });
  else if ('row' in entry) {
    const point = acceptRow(entry.row, catalog, id);
    if (point.ok) into.points.push(point.value);
    else into.refused.push({ line, reason: point.error });
  } else {
    const run = settle(entry.reading, context, catalog, id);
    into.runs.push({ line, run });
    if (run.point !== null) into.points.push(run.point);
    const reason = run.refusal ?? run.unusable;
    if (reason !== null) into.refused.push({ line, reason });
  }
}

function reportOf({ points, refused, runs }: Sorted, rows: number): ImportReport {
  const formats = [...new Set(runs.map(({ run }) => run.reading.format))];
  return {
    format: formats.length === 0 ? 'table of measurements' : formats.join(', '),
    read: [note('rows', `${counted(rows, 'run')}, ${points.length} of them measured points`,
      { count: rows })],
    repaired: [],
    leftOut: refused.map(({ line, reason }) => note('refused', reason, { line, share: 1 / rows })),
    notes: runs.flatMap(({ line, run }) => run.notes.map((each) => ({ ...each, line }))),
  };
}

/**
 * Measured points from a benchmark's result file: vLLM and SGLang serving benchmarks,
 * AIPerf and GenAI-Perf, InferenceX, trtllm-bench, GuideLLM, aiconfigurator, MLPerf
 * summaries (JSON ones also as a list or one per line), or a table. Rows that cannot be
 * read, cannot be true or are of another server than was said are refused one by one.
 *
 * @param text the file's content
 * @param context the server the load generator does not describe
 * @returns points, runs and refused rows, or why the file is no benchmark at all
 */
export function importBenchmarks(
  text: string, context: ImportContext, catalog: Catalog,
): ImportOutcome<ImportedBenchmarks> {
  const trimmed = text.replace(/^\uFEFF/u, '').trim();
  if (trimmed === '') return refuse([problem('empty', 'the file holds nothing')]);
  const entries = textEntries(trimmed, context);
  if (typeof entries === 'string') return refuse([problem('not-a-benchmark', entries)]);
  const sorted: Sorted = { points: [], refused: [], runs: [] };
  const several = new Map<number, number>();
  for (const entry of entries) {
    const before = several.get(entry.line) ?? 0;
    several.set(entry.line, before + 1);
    const id = before === 0 ? `own-${entry.line}` : `own-${entry.line}-${before + 1}`;
    sortEntry(entry, id, context, catalog, sorted);
  }
  return ok({ value: sorted, report: reportOf(sorted, entries.length) });
}
