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
    accelerators: world('world_size'), isl: rounded(request('avg_input_length')),
    osl: rounded(request('avg_output_length')), requests: request('num_requests'),
    completed: request('num_requests'), inFlight: request('avg_num_concurrent_requests'),
    speculative: isNode(at(node, 'decoding_stats')) ? true : null,
  };
}
