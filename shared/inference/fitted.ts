import type { Backend } from './framework.ts';
import type { EngineConstants } from './constants.ts';

/** Constants of one family and engine, with what they were fitted to. */
export interface ConstantsCell {
  readonly constants: EngineConstants;
  /** Median absolute error of throughput in the cell, per cent; null where no row was fitted. */
  readonly errorPct: number | null;
  readonly date: string;
}

const base: EngineConstants = {
  etaWeights: 0.99, etaExperts: 0.81, etaKv: 0.6, etaGemm: 0.66, etaGroupedGemm: 0.09,
  etaAttentionGqa: 0.18, etaAttentionMla: 0.15, etaLink: 0.41, allReduceUs: 5.7, allToAllUs: 22.7,
  layerUs: 48, stepMs: 0.14, sequenceUs: 22, mfuBf16: 0.73, mfuFp8: 0.45, mfuFp4: 0.47, mfuExperts: 0.23,
  mfuAttention: 0.65, interference: 0.77, ttftFixedMs: 52, ttftQueue: 0.09, imbalanceZ: 1.3,
};

/** Overheads of an engine against TensorRT-LLM. */
const overhead: Readonly<Record<Backend, number>> = { trtllm: 1, vllm: 1.4, sglang: 1.57, atom: 1.3, other: 1.4 };

/** The constants of an accelerator family under an engine; unknown families get the common ones. */
export function constantsFor(family: string, backend: Backend): ConstantsCell {
  const s = overhead[backend];
  const rack = family === 'blackwell-nvl72'
    ? { etaExperts: 0.9, etaAttentionMla: 0.83, layerUs: 26, allToAllUs: 27, etaLink: 0.15 } : {};
  const constants = { ...base, ...rack };
  return {
    constants: {
      ...constants, layerUs: constants.layerUs * s, stepMs: constants.stepMs * s,
      sequenceUs: constants.sequenceUs * s,
    },
    errorPct: null, date: '2026-04',
  };
}
