import type { MeasuredPoint } from '../../../shared/catalog/types.ts';

/** A measurement of round numbers: 32 users at 20 ms a token on four H200; `changes` replace any. */
export function measuredOf(changes: Partial<MeasuredPoint> = {}): MeasuredPoint {
  return {
    id: 'own-1', source: 'mine', date: '2026-01-02', modelId: 'llama-3.1-70b', checkpoint: '',
    acceleratorId: 'h200_sxm', framework: 'vllm', frameworkVersion: '', precision: 'fp8',
    isl: 1000, osl: 500, lengthFactor: 1, mode: 'agg', tp: 4, attentionDp: 1, moeTp: null,
    ep: 1, concurrency: 32, speculative: 'none', prefillWorkers: null,
    prefillAccelerators: null, decodeWorkers: null, decodeAccelerators: null,
    ttftMeanMs: 200, tpotMeanMs: 20, outputTokPerSecPerAccelerator: 380,
    throughputBasis: 'measured', ...changes,
  };
}
