import type { Row } from '../point-row.ts';
import { cell } from './context.ts';
import type { JsonNode } from './json-node.ts';
import { flagAt, numberAt, textAt } from './json-node.ts';

/**
 * Whether a parsed file looks like an aggregated result of InferenceX (formerly
 * InferenceMAX).
 */
export const isInferenceXResult = (node: JsonNode): boolean =>
  'hw' in node && ('output_tput_per_gpu' in node || 'tput_per_gpu' in node);

/** Its prompts and answers are uniform between 0.8 and 1.0 of the nominal length. */
const LENGTH_FACTOR = '0.9';

const ms = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1e3);

/** Attention data parallelism there means: tensor width 1, one rank per accelerator. */
function widths(tp: number | null, dataParallel: boolean): Pick<Row, 'tp' | 'attention_dp'> {
  return dataParallel ? { tp: '1', attention_dp: cell(tp) }
    : { tp: cell(tp), attention_dp: '1' };
}

function workers(node: JsonNode): Row {
  const decode = numberAt(node, 'num_decode_gpu');
  const count = numberAt(node, 'decode_num_workers');
  return {
    mode: 'disagg', ...widths(numberAt(node, 'decode_tp'), flagAt(node, 'decode_dp_attention')),
    ep: cell(numberAt(node, 'decode_ep')),
    prefill_workers: cell(numberAt(node, 'prefill_num_workers')),
    prefill_gpus: cell(numberAt(node, 'num_prefill_gpu')), decode_workers: cell(count),
    decode_gpus: cell(decode),
  };
}

/**
 * Output throughput over all accelerators: a disaggregated run states it per decoding
 * accelerator.
 */
function outputPerAccelerator(node: JsonNode, apart: boolean): number | null {
  const stated = numberAt(node, 'output_tput_per_gpu');
  if (stated === null || !apart) return stated;
  const [prefill, decode] = [numberAt(node, 'num_prefill_gpu'),
    numberAt(node, 'num_decode_gpu')];
  return prefill === null || decode === null ? null : (stated * decode) / (prefill + decode);
}

/** A result of InferenceX as a row of the measurements' table; it says everything itself. */
export function readInferenceXResult(node: JsonNode): Row {
  const apart = flagAt(node, 'disagg');
  const layout = apart ? workers(node) : {
    mode: 'agg', ...widths(numberAt(node, 'tp'), flagAt(node, 'dp_attention')),
    ep: cell(numberAt(node, 'ep')),
  };
  const drafting = textAt(node, 'spec_decoding') || textAt(node, 'spec_method') || 'none';
  return {
    source: 'InferenceX result', date: textAt(node, 'date'), model: textAt(node, 'model'),
    gpu: textAt(node, 'hw'),
    checkpoint: textAt(node, 'infmax_model_prefix'), framework: textAt(node, 'framework'),
    framework_version: textAt(node, 'image').replace(/^.*:/, ''),
    precision: textAt(node, 'precision'),
    isl: cell(numberAt(node, 'isl')), osl: cell(numberAt(node, 'osl')),
    length_factor: LENGTH_FACTOR,
    ...layout,
    concurrency: cell(numberAt(node, 'conc')), speculative: drafting,
    ttft_mean_ms: cell(ms(numberAt(node, 'mean_ttft'))),
    tpot_mean_ms: cell(ms(numberAt(node, 'mean_tpot'))),
    output_tok_s_per_gpu: cell(outputPerAccelerator(node, apart)), throughput_basis: 'measured',
  };
}
