import type { Row } from '../point-row.ts';
import type { ImportContext } from './context.ts';
import { cell, contextRow } from './context.ts';
import type { JsonNode } from './json-node.ts';
import { at, isNode, numberAt, textAt } from './json-node.ts';

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

const concurrencyPaths: readonly (readonly string[])[] = [
  ['input_config', 'loadgen', 'concurrency'],
  ['input_config', 'perf_analyzer', 'stimulus', 'concurrency'],
  ['input_config', 'concurrency'], ['concurrency'],
];

function usersOf(node: JsonNode): number | null {
  for (const path of concurrencyPaths) {
    const users = numberAt(node, ...path);
    if (users !== null) return users;
  }
  return null;
}

const rounded = (value: number | null): number
  | null => (value === null ? null : Math.round(value));

/** A profile export of AIPerf or GenAI-Perf as a row of the measurements' table. */
export function readPerfExport(node: JsonNode, context: ImportContext): Row {
  const metrics = metricsOf(node);
  const output = numberAt(metrics, 'output_token_throughput', 'avg');
  return {
    ...contextRow(context), source: 'AIPerf / GenAI-Perf',
    date: textAt(node, 'start_time').slice(0, 10),
    isl: cell(rounded(numberAt(metrics, 'input_sequence_length', 'avg'))),
    osl: cell(rounded(numberAt(metrics, 'output_sequence_length', 'avg'))),
    concurrency: cell(usersOf(node)),
    ttft_mean_ms: cell(meanMs(metrics, 'time_to_first_token')),
    tpot_mean_ms: cell(meanMs(metrics, 'inter_token_latency')),
    output_tok_s_per_gpu: cell(
      output === null ? null : output / (context.tp * context.attentionDp),
    ),
    throughput_basis: 'measured',
  };
}
