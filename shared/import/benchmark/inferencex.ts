import type { JsonNode } from '../../inference/import/json-node.ts';
import { at, flagAt, isNode, numberAt, textAt } from '../../inference/import/json-node.ts';
import { note, type Note } from '../report.ts';
import { blank, dateOf, firstOf, namesOf, type Reading } from './reading.ts';

/** Figures stand beside the description or, in answers of its interface, under `metrics`. */
const metricsOf = (node: JsonNode): JsonNode => {
  const metrics = at(node, 'metrics');
  return isNode(metrics) ? { ...node, ...metrics } : node;
};

/**
 * Whether a parsed file looks like an aggregated result of InferenceX (formerly
 * InferenceMAX).
 */
export function isInferenceXResult(node: JsonNode): boolean {
  const metrics = metricsOf(node);
  return ('hw' in node || 'hardware' in node)
    && ('output_tput_per_gpu' in metrics || 'tput_per_gpu' in metrics);
}

/** Its prompts and answers are uniform between 0.8 and 1.0 of the nominal length. */
const LENGTH_FACTOR = 0.9;

const ms = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1e3);

/** A latency of a statistic, flat or nested: `mean_ttft` or `ttft: { mean }`. */
const latency = (metrics: JsonNode, statistic: string, name: string): number | null =>
  ms(firstOf(numberAt(metrics, `${statistic}_${name}`), numberAt(metrics, name, statistic)));

type Layout = Pick<Reading, 'mode' | 'tp' | 'pp' | 'dpAttention' | 'otherCut' | 'ep'
  | 'accelerators' | 'prefillWorkers' | 'prefillAccelerators' | 'decodeWorkers'
  | 'decodeAccelerators'> & { readonly notes: readonly Note[] };

const noWorkers = { prefillWorkers: null, prefillAccelerators: null, decodeWorkers: null,
  decodeAccelerators: null } as const;

/** Context parallelism, which the equations do not know. */
function otherCut(node: JsonNode): string | null {
  const cuts = ['dcp_size', 'pcp_size', 'decode_dcp_size', 'prefill_pcp_size']
    .flatMap((key) => {
      const width = numberAt(node, key);
      return width !== null && width > 1 ? [`${key} ${width}`] : [];
    });
  return cuts.length === 0 ? null : cuts.join(', ');
}

/** One instance that does both: of a single node, or of several. */
function together(node: JsonNode): Layout {
  const side = numberAt(node, 'tp') !== null ? ''
    : firstOf(numberAt(node, 'decode_tp')) !== null ? 'decode_' : 'prefill_';
  const tp = firstOf(numberAt(node, `${side}tp`));
  const pp = firstOf(numberAt(node, `${side}pp`));
  const pcp = firstOf(numberAt(node, `${side}pcp_size`), numberAt(node, 'pcp_size'));
  const stated = side === '' ? null
    : firstOf(numberAt(node, side === 'decode_' ? 'num_decode_gpu' : 'num_prefill_gpu'));
  const computed = tp === null ? null : tp * (pp ?? 1) * (pcp ?? 1);
  const workers = firstOf(numberAt(node, `${side}num_workers`));
  const isApart = stated !== null && computed !== null && workers !== null
    && Math.abs(computed * workers - stated) > 0.5 && Math.abs(computed - stated) > 0.5;
  return { mode: 'agg', tp, pp, dpAttention: flagAt(node, `${side}dp_attention`),
    otherCut: otherCut(node), ep: firstOf(numberAt(node, `${side}ep`)),
    accelerators: stated ?? computed, ...noWorkers,
    notes: isApart ? [note('widths-differ',
      `its widths give ${computed} accelerators a worker, but it counts ${stated} in all`)] : [] };
}

/** Prefill and decode on accelerators of their own. */
function apart(node: JsonNode, prefill: number, decode: number): Layout {
  const pps = ['prefill_pp', 'decode_pp'].map((key) => numberAt(node, key) ?? 1);
  return { mode: 'disagg', tp: firstOf(numberAt(node, 'decode_tp')), pp: Math.max(...pps),
    dpAttention: flagAt(node, 'decode_dp_attention'), otherCut: otherCut(node),
    ep: firstOf(numberAt(node, 'decode_ep')), accelerators: prefill + decode,
    prefillWorkers: numberAt(node, 'prefill_num_workers'), prefillAccelerators: prefill,
    decodeWorkers: numberAt(node, 'decode_num_workers'), decodeAccelerators: decode, notes: [] };
}

/** What the equations need to know of a load other than requests of one length. */
function scenarioOf(node: JsonNode): string | null {
  const kind = textAt(node, 'scenario_type') || textAt(node, 'benchmark_type')
    || textAt(node, 'scenario');
  return /agent/iu.test(kind) ? kind : null;
}

/** A result of InferenceX; it says everything itself. */
export function readInferenceXResult(node: JsonNode): Reading {
  const metrics = metricsOf(node);
  const [prefill, decode] = [numberAt(node, 'num_prefill_gpu'), numberAt(node, 'num_decode_gpu')];
  const isDisagg = flagAt(node, 'disagg') && decode !== 0;
  const isComplete = prefill !== null && prefill > 0 && decode !== null && decode > 0;
  const layout = isDisagg && isComplete ? apart(node, prefill, decode)
    : { ...together(node), ...(isDisagg ? { mode: 'disagg' as const } : {}) };
  const stated = firstOf(numberAt(metrics, 'output_tput_per_gpu'));
  // Disaggregated runs state output per decoding accelerator.
  const output = stated !== null && isDisagg && isComplete
    ? (stated * decode) / (prefill + decode) : isDisagg ? null : stated;
  const means = ['ttft', 'tpot', 'itl'].some((name) => latency(metrics, 'mean', name) !== null);
  const statistic = means ? 'mean' : 'median';
  const of = (name: string): number | null => latency(metrics, statistic, name);
  const older = /^(?:on|true|1)$/iu.test(textAt(node, 'mtp')) || node['mtp'] === true ? 'mtp' : 'none';
  const drafting = textAt(node, 'spec_decoding') || textAt(node, 'spec_method') || older;
  const scenario = scenarioOf(node);
  const length = (name: string): number | null => firstOf(numberAt(node, name),
    ...['isl', 'osl'].includes(name) ? [numberAt(metrics, name, 'mean'), numberAt(metrics,
      `mean_${name}`)] : []);
  return {
    ...blank, ...layout, format: 'InferenceX result', date: dateOf(textAt(node, 'date')),
    models: namesOf(textAt(node, 'model'), textAt(node, 'infmax_model_prefix'),
      textAt(node, 'model_prefix')),
    system: textAt(node, 'hw') || textAt(node, 'hardware') || null,
    precision: textAt(node, 'precision') || null, framework: textAt(node, 'framework') || null,
    frameworkVersion: textAt(node, 'image').replace(/^.*:/u, '') || null,
    isl: length('isl'), osl: length('osl'), lengthFactor: scenario === null ? LENGTH_FACTOR : 1,
    concurrency: firstOf(numberAt(node, 'conc')), statistic, scenario,
    speculative: drafting !== 'none', ttftMs: of('ttft'), tpotMs: of('tpot') ?? of('itl'),
    e2eMs: of('e2el'), outputPerAccelerator: output,
    totalTokPerSec: layout.accelerators === null ? null
      : scaled(numberAt(metrics, 'tput_per_gpu'), layout.accelerators),
    notes: [...layout.notes, ...(means || of('tpot') === null ? []
      : [note('medians', 'the file states medians and no means')])],
  };
}

const scaled = (value: number | null, by: number): number | null =>
  (value === null ? null : value * by);
