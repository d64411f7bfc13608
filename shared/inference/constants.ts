/**
 * The fitted constants of the step and prefill equations. They are effective, correlated and dated:
 * one set per accelerator family and serving engine, refitted by `npm run calibrate`.
 * Efficiencies are shares of a peak (0..1]; the rest carries its unit in its name.
 */
export interface EngineConstants {
  /** Share of memory bandwidth: dense weights, expert weights, KV cache. */
  readonly etaWeights: number;
  readonly etaExperts: number;
  readonly etaKv: number;
  /** Share of peak arithmetic in decode: dense layers, experts, attention (GQA, MLA). */
  readonly etaGemm: number;
  readonly etaGroupedGemm: number;
  readonly etaAttentionGqa: number;
  readonly etaAttentionMla: number;
  /** Share of the link rate; fixed time per collective. */
  readonly etaLink: number;
  readonly allReduceUs: number;
  readonly allToAllUs: number;
  /** Launch and synchronisation time, per layer, per step, and per sequence (of 60 layers). */
  readonly layerUs: number;
  readonly stepMs: number;
  readonly sequenceUs: number;
  /** Share of peak in prefill by precision, the experts' part of it, and attention's share. */
  readonly mfuBf16: number;
  readonly mfuFp8: number;
  readonly mfuFp4: number;
  readonly mfuExperts: number;
  readonly mfuAttention: number;
  /** Share of other requests' prefill that a decoding request waits for. */
  readonly interference: number;
  readonly ttftFixedMs: number;
  /** Share of the whole batch's prefill seen by a new request. */
  readonly ttftQueue: number;
  /** Standard deviations by which the busiest expert rank exceeds the mean. */
  readonly imbalanceZ: number;
}
