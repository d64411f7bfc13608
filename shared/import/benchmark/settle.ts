import type { Catalog, MeasuredPoint } from '../../catalog/types.ts';
import type { Row } from '../../inference/point-row.ts';
import { precisionOf } from '../../inference/names.ts';
import { note, shareText, type Note } from '../report.ts';
import { acceptRow } from './accept.ts';
import { cell, contextRow, type ImportContext } from './context.ts';
import { usersOf } from './load-of.ts';
import { contradiction, namedByFile, type Named } from './named.ts';
import type { Reading } from './reading.ts';
import { mostFailed } from './table.ts';

/** A reading with what became of it. */
export interface Settled {
  readonly reading: Reading;
  readonly named: Named;
  readonly users: number | null;
  readonly successShare: number | null;
  readonly notes: readonly Note[];
  /** The measured point, where it is one. */
  readonly point: MeasuredPoint | null;
  /** Why the run counts for nothing; null where it is sound. */
  readonly refusal: string | null;
  /** Why a sound run is no measured point of the planner's. */
  readonly unusable: string | null;
  /** What nobody said and a measured point needs. */
  readonly missing: readonly string[];
}

function successOf({ completed, failed, requests }: Reading): number | null {
  if (failed !== null && completed !== null && completed + failed > 0)
    return completed / (completed + failed);
  if (failed !== null && requests !== null && requests > 0) return 1 - failed / requests;
  return null;
}

/** What makes a run void, whatever server it was of. */
function voidness(reading: Reading, success: number | null): string | null {
  const { completed, failed, isCancelled, invalid } = reading;
  if (isCancelled) return 'the run was cancelled before its end';
  if (completed === 0) return 'no request was completed';
  if (success !== null && 1 - success > mostFailed) {
    const all = (completed ?? 0) + (failed ?? 0);
    return `${failed ?? 0} of ${all} requests failed (${shareText(1 - success)})`;
  }
  return invalid === null ? null : `its maker calls the run ${invalid}`;
}

/** What makes a sound run no point the equations can be held against. */
function unfitness(reading: Reading): string | null {
  const { kind, scenario, pp, otherCut, outputTokPerSec, outputPerAccelerator } = reading;
  if (kind === 'prediction') return `a prediction of ${reading.format}, not a measurement`;
  if (kind === 'offline')
    return 'offline throughput: all requests at once, without latencies or users';
  if (pp !== null && pp > 1)
    return `pipeline of ${pp} stages over ${reading.accelerators ?? '?'} accelerators: pipelines are not computed`;
  if (otherCut !== null) return `cut by context as well (${otherCut}), which is not computed`;
  if (scenario !== null)
    return `scenario ${scenario}: its requests have no one length; the figures are means of the run`;
  return outputTokPerSec === null && outputPerAccelerator === null
    ? 'the throughput of output tokens is not in the file' : null;
}

/** Widths as the measurements' table has them: attention dealt out is tensor width 1. */
function layoutCells(reading: Reading, context: ImportContext): Row {
  const { tp, dpAttention, mode, ep } = reading;
  if (tp === null) return {};
  const dealt = dpAttention ? { tp: '1', attention_dp: cell(tp) } : { tp: cell(tp), attention_dp: '1' };
  return { ...dealt, mode, ...(ep === null ? context.ep === null ? { ep: '1' } : {} : { ep: cell(ep) }),
    ...(mode === 'disagg' ? {
      prefill_workers: cell(reading.prefillWorkers), prefill_gpus: cell(reading.prefillAccelerators),
      decode_workers: cell(reading.decodeWorkers), decode_gpus: cell(reading.decodeAccelerators),
    } : {}) };
}

/** Accelerators of the instance, by the file or by what a person says. */
function acceleratorsOf(reading: Reading, context: ImportContext): number | null {
  if (reading.accelerators !== null) return reading.accelerators;
  if (reading.tp !== null) return reading.tp * (reading.pp ?? 1);
  return context.tp === null ? null : context.tp * (context.attentionDp ?? 1);
}

const filled = (cells: Readonly<Record<string, string | null>>): Row =>
  Object.fromEntries(Object.entries(cells).flatMap(([key, value]) =>
    (value === null || value === '' ? [] : [[key, value]])));

/** The reading as a line of the measurements' table, the context filling what it lacks. */
function rowOf(
  reading: Reading, named: Named, users: number | null, context: ImportContext,
): Row {
  const accelerators = acceleratorsOf(reading, context);
  const { outputPerAccelerator, outputTokPerSec, statistic } = reading;
  const output = outputPerAccelerator ?? (outputTokPerSec === null || accelerators === null ? null
    : outputTokPerSec / accelerators);
  const isMean = statistic === 'mean';
  return {
    ...contextRow(context),
    ...filled({
      gpu: named.acceleratorId ?? reading.system, model: named.modelId,
      precision: named.precision === null ? null : precisionOf(named.precision) ?? named.precision,
      framework: reading.framework, framework_version: reading.frameworkVersion,
      ...layoutCells(reading, context), source: reading.format,
      checkpoint: reading.models[0] ?? null,
      isl: cell(reading.isl), osl: cell(reading.osl), length_factor: cell(reading.lengthFactor),
      concurrency: cell(users),
      speculative: reading.speculative === null ? null : reading.speculative ? 'mtp' : 'none',
    }),
    date: reading.date ?? '',
    // A median of waits is no mean of them; throughput is the same either way.
    ttft_mean_ms: isMean ? cell(reading.ttftMs) : '', tpot_mean_ms: isMean ? cell(reading.tpotMs) : '',
    output_tok_s_per_gpu: cell(output), throughput_basis: 'measured',
  };
}

function missingOf(row: Row, users: number | null): readonly string[] {
  return [...(['model', 'gpu', 'precision', 'tp'] as const).flatMap((column) =>
    ((row[column] ?? '') === '' ? [column === 'gpu' ? 'system' : column] : [])),
  ...(users === null ? ['concurrency'] : [])];
}

function failedNote({ failed }: Reading, success: number | null): readonly Note[] {
  return success === null || failed === null || failed === 0 ? []
    : [note('failed', `${failed} requests failed (${shareText(1 - success)})`, { count: failed,
      share: 1 - success })];
}

/** The file says itself what was measured: model, accelerator, precision and widths. */
const saysAll = (reading: Reading, { modelId, acceleratorId, precision }: Named): boolean =>
  modelId !== null && acceleratorId !== null && precision !== null && reading.tp !== null;

/** Whether a name a file gives is one nobody knows. */
function unknownNote(reading: Reading, named: Named, context: ImportContext): readonly Note[] {
  const [name] = reading.models;
  return name === undefined || named.modelId !== null || context.model === null ? []
    : [note('other-name', `the file calls its model “${name}”; it is taken for ${context.model}`)];
}

/** What is missing; a name the catalogue lacks is said, for the file does name its model. */
function unsaid(reading: Reading, named: Named, missing: readonly string[]): string {
  const [name] = reading.models;
  const isUnknown = name !== undefined && named.modelId === null
    && missing.includes('model');
  const others = missing.filter((each) => !isUnknown || each !== 'model');
  return [...(isUnknown ? [`its model “${name}” is not in the catalogue; say which it is`] : []),
    ...(others.length > 0 ? [`nobody said its ${others.join(', ')}`] : [])].join('; ');
}

/** What a reading comes to: a measured point, a run to know of, or nothing, and why. */
export function settle(
  reading: Reading, context: ImportContext, catalog: Catalog, id: string,
): Settled {
  const named = namedByFile(reading, catalog);
  const isComplete = saysAll(reading, named);
  const success = successOf(reading);
  const { users, notes } = usersOf(reading);
  const against = isComplete && context.insists !== true ? null
    : contradiction(reading, named, context, catalog);
  const row = rowOf(reading, named, users, isComplete
    ? { ...context, model: null, gpu: null, precision: null, tp: null, attentionDp: null, ep: null,
      framework: null, frameworkVersion: null, speculative: null } : context);
  const said = [...reading.notes, ...notes, ...failedNote(reading, success),
    ...unknownNote(reading, named, context)];
  const base = { reading, named, users, successShare: success, notes: said, point: null, missing: [] };
  const refusal = voidness(reading, success) ?? against;
  if (refusal !== null) return { ...base, refusal, unusable: null };
  const unusable = unfitness(reading);
  if (unusable !== null) return { ...base, refusal: null, unusable };
  const missing = missingOf(row, users);
  if (missing.length > 0) return { ...base, refusal: null, missing,
    unusable: unsaid(reading, named, missing) };
  const point = acceptRow(row, catalog, id);
  return point.ok ? { ...base, point: point.value, refusal: null, unusable: null }
    : { ...base, refusal: point.error, unusable: null };
}
