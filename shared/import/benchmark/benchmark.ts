import type { Catalog, MeasuredPoint } from '../../catalog/types.ts';
import { isNode } from '../../inference/import/json-node.ts';
import { readJsonText,
  type TextProblem } from '../../inference/import/models/json-text.ts';
import type { Row } from '../../inference/point-row.ts';
import { ok, refuse } from '../../units/result.ts';
import { counted, note, problem, type ImportOutcome, type ImportReport } from '../report.ts';
import { acceptRow } from './accept.ts';
import type { ImportContext } from './context.ts';
import { rowContradiction } from './named.ts';
import { isGuideReport, readGuideReport } from './guidellm.ts';
import { isInferenceXResult, readInferenceXResult } from './inferencex.ts';
import { isPerfCsv, isPerfExport, readPerfCsv, readPerfExport } from './perf.ts';
import type { Reading } from './reading.ts';
import { settle, type Settled } from './settle.ts';
import { isAiconfigurator, isMlperfSummary, readAiconfigurator, readMlperfSummary } from './tables.ts';
import { readTable } from './table.ts';
import { isTrtllmReport, readTrtllmReport, trtllmConsole } from './trtllm.ts';
import {
  consoleResult, isOfflineResult, isServeResult, readOfflineResult, readServeResult,
} from './vllm.ts';
import { pointWords, runNotes, runWords } from './words.ts';

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

interface Entries {
  readonly entries: readonly Entry[];
  /** Columns of a table that nobody reads. */
  readonly notRead: readonly string[];
}

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

/** A JSON object or list, or one object per line, as Python writes them. */
function jsonEntries(text: string): readonly Entry[] | TextProblem {
  const whole = readJsonText(text);
  if (whole.ok) return unwrapped(whole.value).flatMap((value, i) => entriesOf(value, i + 1));
  const lines = text.split('\n');
  const isByLine = lines.filter((line) => line.trim() !== '').length > 1
    && readJsonText(lines[0] ?? '').ok;
  if (!isByLine) return whole.error;
  return lines.flatMap((line, i): readonly Entry[] => {
    if (line.trim() === '') return [];
    const value = readJsonText(line);
    return value.ok ? entriesOf(value.value, i + 1) : [{ line: i + 1,
      reason: value.error.reason }];
  });
}

/**
 * A table with the columns of the catalogue's measurements; columns it lacks come from
 * the context.
 */
function csvEntries(text: string, context: ImportContext): Entries | string {
  if (isPerfCsv(text)) return { entries: [{ line: 1, reading: readPerfCsv(text) }],
    notRead: [] };
  const table = readTable(text);
  if (isAiconfigurator(table.columns)) return { notRead: [],
    entries: table.cells.map((cells, i) => ({ line: i + 2,
      reading: readAiconfigurator(cells) })) };
  if (!table.isMeasured) return 'column output_tok_s_per_gpu is missing';
  return { notRead: table.notRead, entries: table.rows(context).map((row, i) =>
    (typeof row === 'string' ? { line: i + 2, reason: row } : { line: i + 2, row })) };
}

const plainly = (entries: readonly Entry[]): Entries => ({ entries, notRead: [] });

function textEntries(text: string,
  context: ImportContext): Entries | TextProblem | string {
  const summary = trtllmConsole(text);
  if (summary !== null) return plainly(entriesOf(summary, 1));
  if (/^[[{]/u.test(text)) {
    const entries = jsonEntries(text);
    return 'reason' in entries ? entries : plainly(entries);
  }
  if (isMlperfSummary(text)) return plainly([{ line: 1,
    reading: readMlperfSummary(text) }]);
  const printed = consoleResult(text);
  return printed === null ? csvEntries(text, context) : plainly(entriesOf(printed, 1));
}

interface Sorted {
  readonly points: MeasuredPoint[];
  readonly refused: RefusedRow[];
  readonly runs: { readonly line: number; readonly run: Settled }[];
  /** What each run was, in words. */
  readonly told: { readonly line: number; readonly words: string }[];
}

function sortEntry(entry: Entry, id: string, context: ImportContext, catalog: Catalog, into: Sorted): void {
  const { line } = entry;
  if ('reason' in entry) into.refused.push({ line, reason: entry.reason });
  else if ('row' in entry) {
    const point = acceptRow(entry.row, catalog, id);
    const against = point.ok ? rowContradiction(point.value, context, catalog) : null;
    if (against !== null) into.refused.push({ line, reason: against });
    else if (point.ok) {
      into.points.push(point.value);
      into.told.push({ line, words: pointWords(point.value) });
    } else into.refused.push({ line, reason: point.error });
  } else {
    const run = settle(entry.reading, context, catalog, id);
    into.runs.push({ line, run });
    if (run.refusal === null) into.told.push({ line, words: runWords(run) });
    if (run.point !== null) into.points.push(run.point);
    const reason = run.refusal ?? run.unusable;
    if (reason !== null) into.refused.push({ line, reason });
  }
}

function reportOf({ points, refused, runs, told }: Sorted, rows: number,
  notRead: readonly string[]): ImportReport {
  const formats = [...new Set(runs.map(({ run }) => run.reading.format))];
  return {
    format: formats.length === 0 ? 'table of measurements' : formats.join(', '),
    read: [note('rows', `${counted(rows, 'run')}, ${points.length} of them measured points`,
      { count: rows }), ...runNotes(told)],
    repaired: [],
    leftOut: [...refused.map(({ line, reason }) => note('refused', reason, { line,
      share: 1 / rows })),
      ...notRead.map((column) => note('column', `column ${column} is not read`))],
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
  const found = textEntries(trimmed, context);
  if (typeof found === 'string') return refuse([problem('not-a-benchmark', found)]);
  if ('reason' in found) return refuse([problem('not-a-benchmark', found.reason,
    found.line)]);
  const { entries, notRead } = found;
  const sorted: Sorted = { points: [], refused: [], runs: [], told: [] };
  const several = new Map<number, number>();
  for (const entry of entries) {
    const before = several.get(entry.line) ?? 0;
    several.set(entry.line, before + 1);
    const id = before === 0 ? `own-${entry.line}` : `own-${entry.line}-${before + 1}`;
    sortEntry(entry, id, context, catalog, sorted);
  }
  return ok({ value: sorted, report: reportOf(sorted, entries.length, notRead) });
}
