import type { ConstantName, EngineConstants } from './constants.ts';

/**
 * How one constant is fitted: where it starts, and how far (standard deviation of its
 * logarithm) the common value, a family and an engine may move away. Zero holds a level
 * fixed, so that little data cannot bend what it says nothing about.
 */
export interface Parameter {
  readonly name: ConstantName;
  readonly start: number;
  readonly spread: number;
  readonly family: number;
  readonly backend: number;
}

const parameter = (
  name: ConstantName, start: number, spread: number, family = 0, backend = 0,
): Parameter => ({ name, start, spread, family, backend });

const KERNEL_BACKEND = 0.3;

/** Starting values: textbook efficiencies, kernel counts of the published implementations. */
export const parameters: readonly Parameter[] = [
  parameter('etaWeights', 0.85, 0.2, 0.1, 0.07),
  parameter('etaExperts', 0.7, 0.3, 0.2, 0.2),
  parameter('etaKv', 0.7, 0.3, 0.15, 0.1),
  parameter('etaGemm', 0.6, 0.3),
  parameter('etaGroupedGemm', 0.3, 0.5, 0.2),
  parameter('expertRows', 8, 0.5),
  parameter('expertSlice', 100, 0.7),
  parameter('etaAttentionGqa', 0.3, 0.5),
  parameter('etaAttentionMla', 0.3, 0.5, 0.3),
  parameter('etaNic', 0.75, 0.15),
  parameter('etaLink', 0.4, 0.4, 0.2),
  parameter('etaLinkPrefill', 0.4, 0.4, 0.2),
  parameter('allReduceUs', 6, 0.4, 0.3, 0.2),
  parameter('allReduceGrowth', 0.2, 0.4),
  parameter('allToAllUs', 20, 0.5, 0, 0.3),
  parameter('networkReduceUs', 30, 0.6),
  parameter('networkExchangeUs', 60, 0.6),
  parameter('kernelUs', 4, 0.4, 0.2, KERNEL_BACKEND),
  parameter('mlaKernels', 16, 0.2, 0.15),
  parameter('queryKeyNormKernels', 3, 0.3),
  parameter('quantiseKernels', 1, 0.4),
  parameter('unpackKernels', 3, 0.5, 0, 0.7),
  parameter('denseKernels', 4, 0.2),
  parameter('expertKernels', 8, 0.2),
  parameter('sharedExpertKernels', 2, 0.3),
  parameter('stepMs', 0.3, 0.7, 0, 0.3),
  parameter('sequenceUs', 12, 0.5, 0.2, 0.4),
  parameter('hostPerSec', 25_000, 0.25, 0, 0.3),
  parameter('draftUs', 100, 0.6, 0, 0.4),
  parameter('mfuBf16', 0.6, 0.2, 0.1),
  parameter('mfuFp8', 0.45, 0.3, 0.2),
  parameter('mfuFp4', 0.4, 0.3, 0.2),
  parameter('mfuAttention', 0.5, 0.4, 0.2),
  parameter('activationMoves', 12, 0.4),
  parameter('expertMoves', 4, 0),
  parameter('prefillLayerUs', 40, 0.7, 0, 0.4),
  parameter('interference', 0.85, 0.2, 0, 0.2),
  parameter('ttftQueue', 0.09, 0.5, 0, 0.7),
  parameter('ttftFixedMs', 40, 0.5, 0, 0.4),
  parameter('imbalanceZ', 1, 0.4),
  parameter('expertSkew', 0.3, 0.3),
  parameter('youngDays', 6, 0.7, 0.6),
  parameter('driftPerMonth', 0.015, 0.7, 0.5),
  parameter('prefillUtilisation', 0.85, 0.1, 0, 0.1),
  parameter('handoverFactor', 1.05, 0.1),
  parameter('draftAcceptance', 0.68, 0.08),
];

/** Common values and the factors by which families and engines differ from them. */
export interface FittedConstants {
  readonly base: EngineConstants;
  readonly families: Readonly<Record<string, Partial<EngineConstants>>>;
  readonly backends: Readonly<Record<string, Partial<EngineConstants>>>;
}

/** No efficiency reaches its peak: values above one bend towards it (p-norm of 6). */
function bendBelowOne(value: number): number {
  return value / (1 + value ** 6) ** (1 / 6);
}

const isShare = (name: ConstantName): boolean => name.startsWith('eta')
  || name.startsWith('mfu') || name === 'interference' || name === 'prefillUtilisation';

/**
 * The constants of a family under an engine: common value times both factors, shares bent
 * below one. A family or engine without factors gets the common values.
 */
export function composeConstants(
  fitted: FittedConstants, family: string, backend: string,
): EngineConstants {
  const ofFamily = fitted.families[family];
  const ofBackend = fitted.backends[backend];
  const constants: Record<ConstantName, number> = { ...fitted.base };
  for (const { name } of parameters) {
    const value = fitted.base[name] * (ofFamily?.[name] ?? 1) * (ofBackend?.[name] ?? 1);
    constants[name] = isShare(name) ? bendBelowOne(value) : value;
  }
  return constants;
}
