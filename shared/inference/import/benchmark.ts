import Papa from 'papaparse';
import type { Catalog, MeasuredPoint } from '../../catalog/types.ts';
import type { Result } from '../../units/result.ts';
import { ok, refuse } from '../../units/result.ts';
import type { Row } from '../point-row.ts';
import { acceptRow } from './accept.ts';
import type { ImportContext } from './context.ts';
import { contextRow } from './context.ts';
import { isPerfExport, readPerfExport } from './genai-perf.ts';
import { isInferenceXResult, readInferenceXResult } from './inferencex.ts';
import type { JsonNode } from './json-node.ts';
import { isNode } from './json-node.ts';
import { isVllmResult, readVllmResult } from './vllm.ts';

export interface RefusedRow {
  /** Line of a CSV or of JSON lines, from 1; place in a JSON list, from 1. */
  readonly line: number;
  readonly reason: string;
}

export interface ImportedBenchmarks {
  readonly points: readonly MeasuredPoint[];
  readonly refused: readonly RefusedRow[];
}

export interface ImportProblem {
  readonly code: 'empty' | 'not-a-benchmark';
  readonly detail: string;
}

interface Entry {
  readonly line: number;
  readonly row: Row | string;
}

/** The row a parsed result stands for, or why it is none. */
function rowOf(value: unknown, context: ImportContext): Row | string {
  if (!isNode(value)) return 'not an object';
  if (isInferenceXResult(value)) return readInferenceXResult(value);
  if (isPerfExport(value)) return readPerfExport(value, context);
  return isVllmResult(value) ? readVllmResult(value, context)
    : 'neither vLLM, AIPerf, GenAI-Perf nor InferenceX result';
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'not JSON');
  }
}

/** A JSON object or list, or one object per line. */
function jsonEntries(text: string, context: ImportContext): readonly Entry[] | string {
  const whole = parseJson(text);
  if (whole.ok) {
    const list: readonly unknown[] = Array.isArray(whole.value) ? whole.value : [whole.value];
    return list.map((value, i) => ({ line: i + 1, row: rowOf(value, context) }));
  }
  const lines = text.split('\n');
  if (lines.filter((line) => line.trim() !== '').length < 2) return whole.error;
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const value = parseJson(line);
    return { line: i + 1, row: value.ok ? rowOf(value.value, context) : value.error };
  });
}

/**
 * A table with the columns of the catalogue's measurements; columns it lacks come from
 * the context.
 */
function csvEntries(text: string, context: ImportContext): readonly Entry[] | string {
  const { data, meta } = Papa.parse<JsonNode>(text, { header: true, skipEmptyLines: true });
  if (!(meta.fields ?? []).includes('output_tok_s_per_gpu'))
    return 'column output_tok_s_per_gpu is missing';
  const filling = contextRow(context);
  return data.map((cells, i) => {
    const own = Object.entries(cells).flatMap(([key, value]) =>
      (typeof value === 'string' && value !== '' ? [[key, value]] : []));
    return { line: i + 2, row: { ...filling, ...Object.fromEntries(own) } };
  });
}

/**
 * Measured points from a benchmark's result file: `vllm bench serve` JSON, AIPerf or
 * GenAI-Perf export, InferenceX result JSON (each also as a list or one per line), or
 * CSV. Rows that cannot be read or cannot be true are refused one by one with their line.
 *
 * @param text the file's content
 * @param context the server the load generator does not describe
 * @returns points and refused rows, or why the file is no benchmark at all
 */
export function importBenchmarks(
  text: string, context: ImportContext, catalog: Catalog,
): Result<ImportedBenchmarks, ImportProblem> {
  const trimmed = text.trim();
  if (trimmed === '') return refuse({ code: 'empty', detail: 'the file holds nothing' });
  const entries = /^[[{]/.test(trimmed) ? jsonEntries(trimmed, context)
    : csvEntries(trimmed, context);
  if (typeof entries === 'string') return refuse({ code: 'not-a-benchmark', detail: entries });
  const points: MeasuredPoint[] = [];
  const refused: RefusedRow[] = [];
  for (const { line, row } of entries) {
    const point = typeof row === 'string' ? refuse(row)
      : acceptRow(row, catalog, `own-${line}`);
    if (point.ok) points.push(point.value);
    else refused.push({ line, reason: point.error });
  }
  return ok({ points, refused });
}
