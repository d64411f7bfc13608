import type { Catalog, MeasuredPoint } from '../catalog/types.ts';
import type { Result } from '../units/result.ts';
import { ok, refuse } from '../units/result.ts';
import { acceleratorIdOf, modelIdOf, precisionOf } from './names.ts';

/** Cells of one line of a table, by column name. */
export type Row = Readonly<Record<string, string | undefined>>;

/** A cell as a number: null when empty, NaN when it is something else. */
export function numberOf(row: Row, column: string): number | null {
  const text = row[column]?.trim() ?? '';
  return text === '' ? null : Number(text);
}

const numeric = {
  tp: 'tp', attentionDp: 'attention_dp', moeTp: 'moe_tp', ep: 'ep',
  prefillWorkers: 'prefill_workers', prefillAccelerators: 'prefill_gpus',
  decodeWorkers: 'decode_workers', decodeAccelerators: 'decode_gpus',
  ttftMeanMs: 'ttft_mean_ms', tpotMeanMs: 'tpot_mean_ms',
  ttftMedianMs: 'ttft_median_ms', tpotMedianMs: 'tpot_median_ms',
  accelerators: 'n_gpus', prefillTp: 'prefill_tp', prefillEp: 'prefill_ep',
  draftTokens: 'draft_tokens', acceptedTokens: 'acceptance_length',
} as const;
type NumericKey = keyof typeof numeric;

/** Columns a line may have. */
export const pointColumns: readonly string[] = [...Object.values(numeric), 'isl', 'osl',
  'concurrency',
  'output_tok_s_per_gpu', 'gpu', 'model', 'precision', 'framework', 'framework_version',
    'mode',
  'source', 'checkpoint', 'date', 'length_factor', 'cache_hit', 'speculative',
    'throughput_basis',
  'prefill_dp_attention', 'decode_dp_attention'];

/** Optional numbers of a row, or the column that holds something else. */
function readNumbers(row: Row): Result<Record<NumericKey, number | null>, string> {
  const values: Partial<Record<NumericKey, number | null>> = {};
  for (const [key, column] of Object.entries(numeric) as [NumericKey, string][]) {
    const value = numberOf(row, column);
    if (value !== null && !(Number.isFinite(value) && value >= 0)) {
      return refuse(`${column} is not a number: ${row[column] ?? ''}`);
    }
    // A width of 0 or a latency of 0 is how tables say that they do not know.
    values[key] = value === 0 ? null : value;
  }
  return ok(values as Record<NumericKey, number | null>);
}

const required = ['isl', 'osl', 'concurrency', 'output_tok_s_per_gpu'] as const;

function readRequired(row: Row): Result<Record<(typeof required)[number], number>, string> {
  const values: Partial<Record<(typeof required)[number], number>> = {};
  for (const column of required) {
    const value = numberOf(row, column);
    if (value === null || !(Number.isFinite(value) && value > 0)) {
      return refuse(`${column} is missing or not above 0`);
    }
    values[column] = value;
  }
  return ok(values as Record<(typeof required)[number], number>);
}

function readNames(row: Row, catalog: Catalog) {
  const gpu = row['gpu'] ?? '';
  const model = row['model'] ?? '';
  const acceleratorId = acceleratorIdOf(gpu, catalog);
  if (acceleratorId === null)
    return refuse(`unknown accelerator ${gpu === '' ? '(empty)' : gpu}`);
  // A distilled model is not the one its checkpoint's prefix abbreviates.
  const modelId = modelIdOf(model, catalog)
    ?? (/distill/i.test(model) ? null : modelIdOf(row['checkpoint'] ?? '', catalog));
  if (modelId === null) return refuse(`unknown model ${model === '' ? '(empty)' : model}`);
  const precision = precisionOf(row['precision'] ?? '');
  if (precision === null) return refuse(`unknown precision ${row['precision'] ?? ''}`);
  return ok({ acceleratorId, modelId, precision });
}

/** A yes or no of a row; null where it says neither. */
function flagIn(row: Row, column: string): boolean | null {
  const word = (row[column] ?? '').trim().toLowerCase();
  if (word === 'true' || word === '1' || word === 'yes') return true;
  return word === 'false' || word === '0' || word === 'no' ? false : null;
}

function speculationOf(row: Row): MeasuredPoint['speculative'] {
  const word = (row['speculative'] ?? '').toLowerCase();
  if (word === '' || word === 'none' || word === 'false' || word === '0') return 'none';
  return word === 'unlabelled' || word === 'unlabeled'
    || word === 'unknown' ? 'unlabelled' : 'mtp';
}

/**
 * A measured point from a line of a table with the columns of the catalogue's serving
 * measurements.
 * @returns the point, or in words why the line cannot be used
 */
export function readPointRow(
  row: Row, catalog: Catalog, id: string,
): Result<MeasuredPoint, string> {
  const names = readNames(row, catalog);
  if (!names.ok) return names;
  const needed = readRequired(row);
  if (!needed.ok) return needed;
  const numbers = readNumbers(row);
  if (!numbers.ok) return numbers;
  const factor = numberOf(row, 'length_factor') ?? 1;
  if (!(factor > 0 && factor <= 1)) return refuse('length_factor is not above 0 and at most 1');
  const hit = numberOf(row, 'cache_hit') ?? 0;
  if (!(hit >= 0 && hit <= 1)) return refuse('cache_hit is not a share from 0 to 1');
  return ok({
    id, cacheHit: hit, prefillDpAttention: flagIn(row, 'prefill_dp_attention'),
    decodeDpAttention: flagIn(row, 'decode_dp_attention'),
    source: row['source'] ?? '', date: row['date'] === '' ? null : row['date'] ?? null,
    ...names.value, ...numbers.value,
    checkpoint: row['checkpoint'] ?? '', framework: row['framework'] ?? '',
    frameworkVersion: row['framework_version'] ?? '',
    isl: needed.value.isl, osl: needed.value.osl, lengthFactor: factor,
    mode: /disagg/i.test(row['mode'] ?? '') ? 'disagg' : 'agg',
    concurrency: needed.value.concurrency,
    speculative: speculationOf(row),
    outputTokPerSecPerAccelerator: needed.value.output_tok_s_per_gpu,
    throughputBasis: row['throughput_basis'] ?? '',
  });
}
