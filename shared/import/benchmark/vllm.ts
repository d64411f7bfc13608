import type { JsonNode } from '../../inference/import/json-node.ts';
import { at, numberAt, textAt } from '../../inference/import/json-node.ts';
import { note } from '../report.ts';
import { blank, dateOf, firstOf, namesOf, type Reading } from './reading.ts';

const latencies = ['ttft', 'tpot', 'itl', 'e2el', 'e2e_latency'] as const;
type Latency = (typeof latencies)[number];

/** A latency in ms: some versions write milliseconds, some seconds without a unit. */
function latency(node: JsonNode, statistic: 'mean' | 'median', name: Latency): number | null {
  const ms = numberAt(node, `${statistic}_${name}_ms`);
  const seconds = numberAt(node, `${statistic}_${name}`);
  return ms ?? (seconds === null ? null : seconds * 1e3);
}

/** Whether a parsed file looks like a saved result of a serving benchmark of vLLM or SGLang. */
export const isServeResult = (node: JsonNode): boolean =>
  ('output_throughput' in node || ('duration' in node && 'completed' in node))
  && latencies.some((name) => ['mean', 'median'].some((statistic) =>
    `${statistic}_${name}_ms` in node || `${statistic}_${name}` in node));

/** Mean tokens per completed request. */
function perRequest(node: JsonNode, totals: readonly string[]): number | null {
  const tokens = firstOf(...totals.map((total) => numberAt(node, total)));
  const completed = numberAt(node, 'completed');
  return tokens === null || completed === null || completed === 0 ? null
    : Math.round(tokens / completed);
}

/** Requests that failed: stated, listed one by one, or those that never completed. */
function failedOf(node: JsonNode): number | null {
  const stated = numberAt(node, 'failed') ?? numberAt(node, 'failed_requests');
  if (stated !== null) return stated;
  const errors = at(node, 'errors');
  if (Array.isArray(errors))
    return errors.filter((error) => error !== '' && error !== null).length;
  const [sent, completed] = [numberAt(node, 'num_prompts'), numberAt(node, 'completed')];
  return sent === null || completed === null ? null : Math.max(0, sent - completed);
}

const sglangKeys = ['accept_length', 'random_range_ratio', 'random_input_len', 'server_info',
  'mean_e2e_latency_ms', 'total_output_tokens_retokenized'] as const;

const frameworks: Readonly<Record<string, string>> = {
  vllm: 'vllm', sglang: 'sglang', 'sglang-oai': 'sglang', 'sglang-native': 'sglang',
  'tensorrt-llm': 'trtllm', trt: 'trtllm', lmdeploy: 'lmdeploy', tgi: 'tgi',
};

const isTrue = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== false && value !== '' && value !== 'none';

/** The server's own description, which SGLang's benchmark asks for. */
function serverOf(node: JsonNode): Partial<Reading> {
  const info = at(node, 'server_info');
  const number = (key: string): number | null => firstOf(numberAt(info, key));
  const tp = firstOf(numberAt(node, 'tensor_parallel_size'), numberAt(node, 'tp'), number('tp_size'));
  const pp = firstOf(numberAt(node, 'pipeline_parallel_size'), numberAt(node, 'pp'), number('pp_size'));
  return { tp, pp, ep: firstOf(number('ep_size'), numberAt(node, 'ep')),
    accelerators: tp === null ? null : tp * (pp ?? 1),
    precision: textAt(info, 'quantization') || null,
    dpAttention: at(info, 'enable_dp_attention') === true,
    ...(isTrue(at(info, 'speculative_algorithm')) ? { speculative: true } : {}) };
}

function speculation(node: JsonNode): Partial<Reading> {
  const length = numberAt(node, 'accept_length') ?? numberAt(node, 'spec_decode_acceptance_length');
  const isDrafting = (length !== null && length > 1)
    || Object.keys(node).some((key) => key.startsWith('spec_decode_'));
  return { acceptLength: length, ...(isDrafting ? { speculative: true } : {}) };
}

/** Output tokens over the time of the run, where no throughput is stated. */
function overTime(node: JsonNode): number | null {
  const [tokens, seconds] = ['total_output_tokens', 'duration']
    .map((key) => firstOf(numberAt(node, key)));
  return tokens == null || seconds == null ? null : tokens / seconds;
}

/** A result of a serving benchmark of vLLM or SGLang, of any age. */
export function readServeResult(node: JsonNode): Reading {
  const backend = textAt(node, 'backend').toLowerCase();
  const isSglang = sglangKeys.some((key) => key in node) || backend.startsWith('sglang');
  const statistic = latencies.some((name) => latency(node, 'mean', name) !== null)
    ? 'mean' : 'median';
  const of = (name: Latency): number | null => latency(node, statistic, name);
  const rate = numberAt(node, 'request_rate');
  const server = serverOf(node);
  return {
    ...blank, ...server, ...speculation(node), statistic,
    format: isSglang ? 'SGLang bench_serving' : 'vllm bench serve', date: dateOf(textAt(node, 'date')),
    models: namesOf(textAt(node, 'model_id'), textAt(node, 'model'),
      textAt(node, 'server_info', 'model_path'), textAt(node, 'tokenizer_id')),
    framework: frameworks[backend] ?? (isSglang ? 'sglang' : null),
    frameworkVersion: textAt(node, 'server_info', 'version') || null,
    isl: perRequest(node, ['total_input_tokens', 'total_input']),
    osl: perRequest(node, ['total_output_tokens', 'total_output']),
    concurrency: firstOf(numberAt(node, 'max_concurrency')),
    inFlight: firstOf(numberAt(node, 'concurrency')),
    requestRate: rate !== null && rate > 0 ? rate : null,
    requests: firstOf(numberAt(node, 'num_prompts')), completed: numberAt(node, 'completed'),
    failed: failedOf(node), requestsPerSec: numberAt(node, 'request_throughput'),
    ttftMs: of('ttft'), tpotMs: of('tpot') ?? of('itl'), e2eMs: of('e2el') ?? of('e2e_latency'),
    outputTokPerSec: numberAt(node, 'output_throughput') ?? overTime(node),
    totalTokPerSec: numberAt(node, 'total_token_throughput') ?? numberAt(node, 'total_throughput'),
    notes: statistic === 'mean' ? [] : [note('medians', 'the file states medians and no means')],
  };
}

/** Whether it is a result without latencies: all requests handed over at once. */
export const isOfflineResult = (node: JsonNode): boolean =>
  ('tokens_per_second' in node && 'elapsed_time' in node)
  || ('total_throughput' in node && 'output_throughput' in node && 'total_latency' in node);

/** A result of an offline throughput benchmark of vLLM or SGLang. */
export function readOfflineResult(node: JsonNode): Reading {
  const isVllm = 'tokens_per_second' in node;
  return {
    ...blank, kind: 'offline', format: isVllm ? 'vllm bench throughput' : 'SGLang offline throughput',
    framework: isVllm ? 'vllm' : 'sglang', date: dateOf(textAt(node, 'date')),
    models: namesOf(textAt(node, 'model_id'), textAt(node, 'model')),
    requests: firstOf(numberAt(node, 'num_requests'), numberAt(node, 'successful_requests')),
    requestsPerSec: numberAt(node, 'requests_per_second') ?? numberAt(node, 'request_throughput'),
    totalTokPerSec: numberAt(node, 'tokens_per_second') ?? numberAt(node, 'total_throughput'),
    outputTokPerSec: numberAt(node, 'output_throughput'),
  };
}

const consoleKeys: readonly (readonly [RegExp, string])[] = [
  [/^successful requests/u, 'completed'], [/^failed requests/u, 'failed'],
  [/^benchmark duration/u, 'duration'], [/^total input (text )?tokens/u, 'total_input_tokens'],
  [/^total generated tokens:?$/u, 'total_output_tokens'],
  [/^request throughput/u, 'request_throughput'],
  [/^output token throughput/u, 'output_throughput'],
  [/^total (token )?throughput/u, 'total_token_throughput'],
  [/^(traffic request rate|request rate configured)/u, 'request_rate'],
  [/^max(imum)? request concurrency/u, 'max_concurrency'], [/^concurrency/u, 'concurrency'],
  [/^accept length/u, 'accept_length'], [/^backend/u, 'backend'],
];

/** What a serving benchmark printed, as the result it would have saved; null for other text. */
export function consoleResult(text: string): JsonNode | null {
  if (!/=+ serving benchmark result =+/iu.test(text)) return null;
  const found: Record<string, string> = {};
  for (const line of text.split(/\r?\n/u)) {
    const match = /^\s*([A-Za-z][^:]*?)(?:\s*\([^)]*\))?:\s+(\S+)\s*$/u.exec(line);
    if (match === null) continue;
    const [label = '', value = ''] = [match[1]?.toLowerCase(), match[2]];
    const stat = /^(mean|median|p\d+) (ttft|tpot|itl|e2el|e2e latency)$/u.exec(label);
    const key = stat === null ? consoleKeys.find(([pattern]) => pattern.test(label))?.[1]
      : `${stat[1] ?? ''}_${(stat[2] ?? '').replace(' ', '_')}_ms`;
    if (key !== undefined && !(key in found)) found[key] = value;
  }
  return found;
}
