import Papa from 'papaparse';
import type { Catalog, MeasuredPoint } from '../../catalog/types.ts';
import { importBenchmarks } from '../../import/benchmark/benchmark.ts';
import { nothingSaid } from '../../import/benchmark/context.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import type { Warning } from '../../units/limit.ts';
import type { Memo } from './memo.ts';

/** Ids of a user's own points begin with this; the catalogue's never do. */
export const ownPrefix = 'own:';

/** Text a record may hold. */
const mostText = 10_000;

const columns = [
  ['gpu', 'acceleratorId'], ['model', 'modelId'], ['precision', 'precision'],
  ['framework', 'framework'], ['framework_version', 'frameworkVersion'], ['isl', 'isl'],
  ['osl', 'osl'], ['length_factor', 'lengthFactor'], ['mode', 'mode'], ['tp', 'tp'],
  ['attention_dp', 'attentionDp'], ['moe_tp', 'moeTp'], ['ep', 'ep'],
  ['prefill_workers', 'prefillWorkers'], ['prefill_gpus', 'prefillAccelerators'],
  ['decode_workers', 'decodeWorkers'], ['decode_gpus', 'decodeAccelerators'],
  ['concurrency', 'concurrency'], ['speculative', 'speculative'],
  ['ttft_mean_ms', 'ttftMeanMs'], ['tpot_mean_ms', 'tpotMeanMs'],
  ['output_tok_s_per_gpu', 'outputTokPerSecPerAccelerator'], ['date', 'date'],
  ['source', 'source'],
] as const;

const printPoints = (points: readonly MeasuredPoint[]): string => Papa.unparse(
  { fields: columns.map(([column]) => column),
    data: points.map((point) => columns.map(([, key]) => point[key] ?? '')) },
  { newline: '\n' });

/**
 * Points as texts that records can hold, as many as their length asks for.
 * @example splitPoints([]) // []
 */
export function splitPoints(points: readonly MeasuredPoint[]): readonly string[] {
  if (points.length === 0) return [];
  const text = printPoints(points);
  if (text.length <= mostText || points.length === 1) return [text];
  const middle = Math.ceil(points.length / 2);
  return [...splitPoints(points.slice(0, middle)), ...splitPoints(points.slice(middle))];
}

/** Own points of a scenario, and what of them cannot be used. */
export interface OwnMeasurements {
  readonly points: readonly MeasuredPoint[];
  readonly warnings: readonly Warning[];
  /** Changes when the points do. */
  readonly key: string;
}

export type BenchmarkMemo = Memo<string, Omit<OwnMeasurements, 'key'>>;

function readRows(rows: string, key: string, catalog: Catalog): Omit<OwnMeasurements, 'key'> {
  const read = importBenchmarks(rows, { ...nothingSaid, tp: 1, attentionDp: 1, ep: 1,
    speculative: false }, catalog);
  const warn = (
    text: string,
  ): Warning => ({ code: 'benchmark-refused', where: `benchmark.${key}`, text });
  if (!read.ok) return { points: [],
    warnings: [warn(`The benchmark ${key} is not used: ${read.error[0]?.reason ?? ''}.`)] };
  const { points, refused } = read.value.value;
  return {
    points: points.map(
      (point) => ({ ...point, id: `${ownPrefix}${key}:${point.id}` }),
    ),
    warnings: refused.map(
      ({ line, reason }) => warn(`The benchmark ${key}, line ${line}: ${reason}.`),
    ),
  };
}

/**
 * The benchmarks in use, read from their records; texts that did not change are read once.
 * @param entries key of the own catalogue entries in use, part of the answer's key
 */
export function ownMeasurements(
  inputs: ScenarioInputs, catalog: Catalog, memo: BenchmarkMemo, entries = '',
): OwnMeasurements {
  const inUse =
    inputs.benchmark.filter(({ values }) => values.inUse && values.rows.trim() !== '');
  const models = inputs.customModel.map(({ key, values }) => [key, values.config]);
  // Own catalogue entries stand for other accelerators and models under the same key.
  if (inUse.length === 0) return { points: [], warnings: [], key: entries };
  const key = JSON.stringify([entries, models, inUse.map((b) => [b.key, b.values.rows])]);
  const read = memo.get(key, () => {
    const all =
      inUse.map((benchmark) => readRows(benchmark.values.rows, benchmark.key, catalog));
    return { points: all.flatMap(({ points }) => points),
      warnings: all.flatMap(({ warnings }) => warnings) };
  });
  return { ...read, key };
}
