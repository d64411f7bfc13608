/**
 * The fitted constants of the step and prefill equations. They are effective, correlated
 * and dated: one set per accelerator family and serving engine, refitted by `npm run
 * calibrate`. Names that start with eta or mfu are shares of a peak (0..1]; the rest
 * carries its unit in its name.
 */
export interface EngineConstants {
  /** Share of memory bandwidth: dense weights, expert weights, KV cache. */
  readonly etaWeights: number;
  readonly etaExperts: number;
  readonly etaKv: number;
  /** Share of peak arithmetic in decode: dense layers, experts, attention (GQA, MLA). */
  readonly etaGemm: number;
  readonly etaGroupedGemm: number;
  /** Rows every touched expert pays beside its tokens: tiles are filled up. */
  readonly expertRows: number;
  /** Width of an expert's slice, elements, at which its products reach half their rate. */
  readonly expertSlice: number;
  readonly etaAttentionGqa: number;
  readonly etaAttentionMla: number;
  /** Share of a NIC's rate. */
  readonly etaNic: number;
  /** Share of the scale-up rate, in decode and in prefill. */
  readonly etaLink: number;
  readonly etaLinkPrefill: number;
  /**
   * Fixed time of an all-reduce over 4 ranks; it grows with the ranks to the power of
   * `allReduceGrowth`.
   */
  readonly allReduceUs: number;
  readonly allReduceGrowth: number;
  /** Fixed time of one dispatch and combine. */
  readonly allToAllUs: number;
  /** Fixed time on top where a collective crosses the network: all-reduce, exchange. */
  readonly networkReduceUs: number;
  readonly networkExchangeUs: number;
  /**
   * Time of one dependent kernel at small batch, and how many a layer's parts need (GQA
   * attention: 5).
   */
  readonly kernelUs: number;
  readonly mlaKernels: number;
  readonly queryKeyNormKernels: number;
  readonly quantiseKernels: number;
  /** Kernels more in a layer whose four-bit experts are unpacked before they are multiplied. */
  readonly unpackKernels: number;
  readonly denseKernels: number;
  readonly expertKernels: number;
  readonly sharedExpertKernels: number;
  /**
   * Once per step; and per sequence for 60 layers of width 5,000, growing with the root
   * of the width.
   */
  readonly stepMs: number;
  readonly sequenceUs: number;
  /** Sequences one engine process can schedule and answer a second, whatever the model. */
  readonly hostPerSec: number;
  /** Fixed time of one draft pass, its layer and its head aside. */
  readonly draftUs: number;
  /**
   * Share of peak in prefill by precision, attention's share, and time per layer and pass.
   */
  readonly mfuBf16: number;
  readonly mfuFp8: number;
  readonly mfuFp4: number;
  readonly mfuAttention: number;
  /** How often a token's hidden state crosses the memory in a layer of prefill. */
  readonly activationMoves: number;
  /** How often that of a chosen expert's tokens does, per expert and layer. */
  readonly expertMoves: number;
  readonly prefillLayerUs: number;
  /**
   * Share of the others' prefill that a decoding request waits for, and that a new
   * request waits for.
   */
  readonly interference: number;
  readonly ttftQueue: number;
  readonly ttftFixedMs: number;
  /** Standard deviations by which the busiest expert rank exceeds the mean. */
  readonly imbalanceZ: number;
  /** Lasting skew of the experts' popularity: deviation over mean of one expert's load. */
  readonly expertSkew: number;
  /** Days over the age of a model's support: how much slower young software is. */
  readonly youngDays: number;
  /** How much slower software was a month before the constants' date. */
  readonly driftPerMonth: number;
  /**
   * Disaggregated: share of the prefill rate kept under arrivals, and what hand-over adds
   * to a step.
   */
  readonly prefillUtilisation: number;
  readonly handoverFactor: number;
  /** Chance that a drafted token is accepted, given the ones before it were. */
  readonly draftAcceptance: number;
}

export type ConstantName = keyof EngineConstants;
