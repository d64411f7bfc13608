import type { MeasuredPoint } from '../../catalog/types.ts';
import type { PublishedResult } from '../../catalog/published.ts';

/** How such a point names what its throughput counts. */
export const FULL_LOAD = 'output, full load';

/** Users enough to fill any instance: the sample then runs at its memory limit. */
const EVERYBODY = 1e9;

/**
 * Tables of TensorRT-LLM's performance overview: single instances at full load, with
 * stated layout.
 */
const OVERVIEW = /TensorRT-LLM docs.*perf-overview/;

/** Serving measurements, as opposed to full-load tables that state no users. */
export const isServing = (
  { point }: { readonly point: Pick<MeasuredPoint, 'throughputBasis'> },
): boolean => point.throughputBasis !== FULL_LOAD;

/** The instance a scenario such as `max load DEP8` names, or null. */
function layoutOf(
  scenario: string, accelerators: number,
): Pick<MeasuredPoint, 'tp' | 'attentionDp'> | null {
  if (/DEP/.test(scenario)) return { tp: 1, attentionDp: accelerators };
  return /TP/.test(scenario) ? { tp: accelerators, attentionDp: 1 } : null;
}

/**
 * A published full-load result as a measured point without latencies, or null where the
 * table does not say how it was run. They hold models and loads the serving measurements
 * do not reach.
 */
export function maxLoadPoint(result: PublishedResult): MeasuredPoint | null {
  const { isl, osl, accelerators, precision } = result;
  if (accelerators === null) return null;
  const layout = layoutOf(result.scenario, accelerators);
  if (!OVERVIEW.test(result.source) || layout === null || isl === null || osl === null)
    return null;
  if (precision !== 'bf16' && precision !== 'fp8' && precision !== 'fp4') return null;
  // The v1.0 tables ran Llama 4 with more requests in flight than an engine's default allows.
  if (result.modelId === 'llama-4-maverick' && result.source.includes('v1.0,')) return null;
  const whole = result.unit === 'tokens/s';
  return {
    id: result.id, source: result.source, date: result.date, modelId: result.modelId,
    checkpoint: '', acceleratorId: result.acceleratorId, framework: 'trtllm',
    frameworkVersion: '', precision, isl, osl, lengthFactor: 1, mode: 'agg', ...layout,
    moeTp: 1, ep: layout.attentionDp === 1 ? 1 : accelerators, concurrency: EVERYBODY,
    speculative: 'none', prefillWorkers: null, prefillAccelerators: null,
    decodeWorkers: null, decodeAccelerators: null, ttftMeanMs: null, tpotMeanMs: null,
    outputTokPerSecPerAccelerator: whole ? result.value / accelerators : result.value,
    throughputBasis: FULL_LOAD,
  };
}
