import Papa from 'papaparse';
import type { JsonNode } from '../../inference/import/json-node.ts';
import { at, isNode, numberAt, textAt } from '../../inference/import/json-node.ts';
import { blank, dateOf, firstOf, namesOf, rounded, type Reading } from './reading.ts';

/** AIPerf nests its metrics under `records` at some export levels. */
function metricsOf(node: JsonNode): JsonNode {
  const records = at(node, 'records');
  return isNode(records) ? records : node;
}

/** Whether a parsed file looks like a profile export of AIPerf or GenAI-Perf. */
export const isPerfExport = (node: JsonNode): boolean =>
  isNode(metricsOf(node)['output_token_throughput']);

/** Milliseconds of one unit of time. */
const inMs: Readonly<Record<string, number>> = { ms: 1, s: 1e3, sec: 1e3, us: 1e-3, ns: 1e-6 };

/** Mean of a latency, ms; null when absent or in a unit that is not one of time. */
function meanMs(metrics: JsonNode, name: string): number | null {
  const mean = numberAt(metrics, name, 'avg');
  const factor = inMs[textAt(metrics, name, 'unit') || 'ms'];
  return mean === null || factor === undefined ? null : mean * factor;
}

/** A setting of the run, wherever its version keeps them. */
function setting(node: JsonNode, name: string): number | null {
  return firstOf(...[
    ['input_config', 'loadgen', name], ['input_config', 'perf_analyzer', 'stimulus', name],
    ['input_config', name], [name],
  ].map((path) => numberAt(node, ...path)));
}

/** Errors counted by kind; the list of an undisturbed run is empty. */
function errorsOf(node: JsonNode): number | null {
  const stated = numberAt(node, 'error_request_count', 'avg');
  const summary = at(node, 'error_summary');
  if (!Array.isArray(summary)) return stated;
  const counts = summary.map((entry) => numberAt(entry, 'count'));
  if (counts.some((count) => count === null)) return stated;
  const listed = counts.reduce<number>((sum, count) => sum + (count ?? NaN), 0);
  return stated === null ? listed : Math.max(listed, stated);
}

function modelsOf(node: JsonNode): readonly string[] {
  const names = at(node, 'input_config', 'endpoint', 'model_names')
    ?? at(node, 'input_config', 'model_names') ?? at(node, 'input_config', 'model');
  const listed = Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  return namesOf(...listed, textAt(node, 'input_config', 'endpoint', 'model'),
    textAt(node, 'input_config', 'model'),
    textAt(node, 'input_config', 'tokenizer', 'name'));
}

/** The figures that JSON and CSV exports share. */
function figures(metrics: JsonNode): Partial<Reading> {
  const mean = (name: string): number | null => numberAt(metrics, name, 'avg');
  return {
    isl: rounded(mean('input_sequence_length')), osl: rounded(mean('output_sequence_length')),
    ttftMs: meanMs(metrics, 'time_to_first_token'), tpotMs: meanMs(metrics, 'inter_token_latency'),
    e2eMs: meanMs(metrics, 'request_latency'),
    outputTokPerSec: mean('output_token_throughput'),
    totalTokPerSec: firstOf(mean('total_token_throughput'), mean('effective_total_throughput')),
    requestsPerSec: mean('request_throughput'), completed: rounded(mean('request_count')),
  };
}

/** A profile export of AIPerf or GenAI-Perf. */
export function readPerfExport(node: JsonNode): Reading {
  const metrics = metricsOf(node);
  const failed = errorsOf({ ...metrics, ...node });
  return {
    ...blank, ...figures(metrics), format: 'AIPerf / GenAI-Perf',
    date: dateOf(textAt(node, 'start_time')), models: modelsOf(node),
    concurrency: setting(node, 'concurrency'), requestRate: setting(node, 'request_rate'),
    requests: setting(node, 'request_count'), failed,
    isCancelled: at(node, 'was_cancelled') === true,
  };
}

/** Whether a text looks like the CSV export of AIPerf or GenAI-Perf. */
export const isPerfCsv = (text: string): boolean =>
  /^"?metric"?,/iu.test(text) && /output token throughput/iu.test(text);

const named: Readonly<Record<string, string>> = {
  'time to first token': 'time_to_first_token', 'inter token latency': 'inter_token_latency',
  'request latency': 'request_latency', 'output sequence length': 'output_sequence_length',
  'input sequence length': 'input_sequence_length', 'request count': 'request_count',
  'output token throughput': 'output_token_throughput',
  'request throughput': 'request_throughput', 'error request count': 'error_request_count',
  'total token throughput': 'total_token_throughput',
};

/** The CSV export of AIPerf or GenAI-Perf: tables of metrics, one under the other. */
export function readPerfCsv(text: string): Reading {
  const rows = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const metrics: Record<string, JsonNode> = {};
  let mean = 1;
  for (const [name = '', ...cells] of rows) {
    if (/^metric$/iu.test(name.trim())) {
      mean = Math.max(0, cells.findIndex((cell) => /^(avg|mean|value)$/iu.test(cell.trim())));
      continue;
    }
    const match = /^(.*?)\s*(?:\(([^)]*)\))?$/u.exec(name.trim());
    const key = named[(match?.[1] ?? '').toLowerCase()];
    const value = (cells[mean] ?? '').trim().replaceAll(',', '');
    if (key !== undefined && value !== '')
      metrics[key] = { avg: value, unit: match?.[2] ?? '' };
  }
  return { ...blank, ...figures(metrics), format: 'AIPerf / GenAI-Perf CSV',
    failed: numberAt(metrics, 'error_request_count', 'avg') };
}
