import type { Row } from '../point-row.ts';
import type { ImportContext } from './context.ts';
import { cell, contextRow } from './context.ts';
import type { JsonNode } from './json-node.ts';
import { numberAt, textAt } from './json-node.ts';

/** Whether a parsed file looks like a saved result of `vllm bench serve`. */
export const isVllmResult = (node: JsonNode): boolean =>
  'output_throughput' in node && 'mean_ttft_ms' in node;

/** Mean tokens per completed request. */
function perRequest(node: JsonNode, total: string): number | null {
  const [tokens, completed] = [numberAt(node, total), numberAt(node, 'completed')];
  return tokens === null || completed === null || completed === 0 ? null
    : Math.round(tokens / completed);
}

/**
 * Users in flight: as limited, or by Little's law from the request rate and the time each
 * took.
 */
function usersOf(node: JsonNode): number | null {
  const limited = numberAt(node, 'max_concurrency');
  if (limited !== null) return limited;
  const [rate, tpot, ttft] = ['request_throughput', 'mean_tpot_ms', 'mean_ttft_ms']
    .map((key) => numberAt(node, key));
  const osl = perRequest(node, 'total_output_tokens');
  if (rate == null || tpot == null || ttft == null || osl === null) return null;
  return rate * (numberAt(node, 'mean_e2el_ms') ?? ttft + (osl - 1) * tpot) / 1e3;
}

/** vLLM writes `20251029-153000`. */
function dateOf(node: JsonNode): string {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(textAt(node, 'date'));
  return match === null ? '' : match.slice(1, 4).join('-');
}

/** A result of `vllm bench serve --save-result` as a row of the measurements' table. */
export function readVllmResult(node: JsonNode, context: ImportContext): Row {
  const accelerators = context.tp * context.attentionDp;
  const output = numberAt(node, 'output_throughput');
  return {
    ...contextRow(context), source: 'vllm bench serve', date: dateOf(node),
    checkpoint: textAt(node, 'model_id'),
    isl: cell(perRequest(node, 'total_input_tokens')),
    osl: cell(perRequest(node, 'total_output_tokens')),
    concurrency: cell(usersOf(node)), ttft_mean_ms: cell(numberAt(node, 'mean_ttft_ms')),
    tpot_mean_ms: cell(numberAt(node, 'mean_tpot_ms')),
    output_tok_s_per_gpu: cell(output === null ? null : output / accelerators),
    throughput_basis: 'measured',
  };
}
