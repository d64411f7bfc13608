import type { JsonNode } from '../../inference/import/json-node.ts';
import { at, isNode, numberAt, textAt } from '../../inference/import/json-node.ts';
import { blank, firstOf, namesOf, rounded, type Reading } from './reading.ts';

/** Whether a parsed file looks like a report of trtllm-bench. */
export const isTrtllmReport = (node: JsonNode): boolean =>
  isNode(node['performance']) && isNode(node['world_info']) && isNode(node['request_info']);

/** Its speeds: a report without streaming has no time to the first token. */
function speeds(node: JsonNode): Partial<Reading> {
  const perf = (key: string): number | null => numberAt(node, 'performance', key);
  const stream = (key: string): number | null => numberAt(node, 'streaming_metrics', key);
  return {
    ttftMs: stream('avg_ttft_ms'), tpotMs: stream('avg_tpot_ms'),
    e2eMs: perf('avg_request_latency_ms'), requestsPerSec: perf('request_throughput_req_s'),
    outputTokPerSec: perf('system_output_throughput_tok_s'),
    totalTokPerSec: perf('system_total_throughput_tok_s'),
  };
}

/** Lines of its printed summary by the keys of the report it can save. */
const printed: readonly (readonly [RegExp, readonly [part: string, key: string]])[] = [
  [/^model$/u, ['engine', 'model']], [/^tensorrt-llm version$/u, ['engine', 'version']],
  [/^dtype$/u, ['engine', 'dtype']], [/^quantization$/u, ['engine', 'quantization']],
  [/^tp size$/u, ['world_info', 'tp_size']], [/^pp size$/u, ['world_info', 'pp_size']],
  [/^ep size$/u, ['world_info', 'ep_size']],
  [/^number of requests$/u, ['request_info', 'num_requests']],
  [/^number of concurrent requests$/u, ['request_info', 'avg_num_concurrent_requests']],
  [/^average input length/u, ['request_info', 'avg_input_length']],
  [/^average output length/u, ['request_info', 'avg_output_length']],
  [/^request throughput/u, ['performance', 'request_throughput_req_s']],
  [/^total output throughput/u, ['performance', 'system_output_throughput_tok_s']],
  [/^total token throughput/u, ['performance', 'system_total_throughput_tok_s']],
  [/^average request latency/u, ['performance', 'avg_request_latency_ms']],
  [/^average time-to-first-token/u, ['streaming_metrics', 'avg_ttft_ms']],
  [/^average time-per-output-token/u, ['streaming_metrics', 'avg_tpot_ms']],
];

/** What trtllm-bench printed, as the report it would have saved; null for other text. */
export function trtllmConsole(text: string): JsonNode | null {
  if (!/^= PERFORMANCE OVERVIEW/mu.test(text)) return null;
  const report: Record<string, Record<string, string>> = { engine: {}, world_info: {},
    request_info: {}, performance: {} };
  for (const line of text.split(/\r?\n/u)) {
    const match = /(?:^|\s\s|\] )\s*([A-Za-z][^:\t]*?)\s*(?:[([][^:]*)?:\s+(\S.*?)\s*$/u.exec(line);
    const label = (match?.[1] ?? '').toLowerCase();
    const [, place] = printed.find(([pattern]) => pattern.test(label)) ?? [];
    if (place === undefined || match === null) continue;
    const [part, key] = place;
    const values = report[part] ?? {};
    if (!(key in values)) values[key] = match[2] ?? '';
    report[part] = values;
  }
  return report;
}

/** A report of trtllm-bench (`--report_json`). */
export function readTrtllmReport(node: JsonNode): Reading {
  const world = (key: string): number | null => firstOf(numberAt(node, 'world_info', key));
  const request = (key: string): number | null => numberAt(node, 'request_info', key);
  const quantization = textAt(node, 'engine', 'quantization');
  return {
    ...blank, ...speeds(node), format: 'trtllm-bench', framework: 'trtllm',
    frameworkVersion: textAt(node, 'engine', 'version') || null,
    models: namesOf(textAt(node, 'engine', 'model'), textAt(node, 'engine', 'model_path')),
    system: textAt(node, 'machine', 'name') || null,
    precision: (quantization === 'None' ? '' : quantization) || textAt(node, 'engine', 'dtype') || null,
    tp: world('tp_size'), pp: world('pp_size'), ep: world('ep_size'),
    accelerators: world('world_size') ?? product(world('tp_size'), world('pp_size')),
    isl: rounded(request('avg_input_length')),
    osl: rounded(request('avg_output_length')), requests: request('num_requests'),
    completed: request('num_requests'), inFlight: request('avg_num_concurrent_requests'),
    speculative: isNode(at(node, 'decoding_stats')) ? true : null,
  };
}

const product = (a: number | null, b: number | null): number | null =>
  (a === null ? null : a * (b ?? 1));
