/**
 * Power follows the cube of the clock while voltage falls with it (dynamic power C V^2 f,
 * V about f).
 */
const clockExponent = 3;
/**
 * Below this share of full clock voltage no longer falls and vendors' tools refuse to go;
 * assumed.
 */
const leastClock = 0.3;
/**
 * Draw of decode over prefill at full clock; assumed. Decode waits for memory, so its
 * arithmetic units idle, which is what lets inference share power (POLCA, arXiv
 * 2308.12908).
 */
const decodePowerShare = 0.75;
/**
 * Share of decode time that stretches with the clock: arithmetic, launches, some
 * exchange; assumed.
 */
const decodeClockShare = 0.3;

/**
 * What a power cap does to an accelerator that serves prompts (prefill) and answers
 * (decode).
 */
export interface CapEffect {
  /** Throughput over that without a cap, 0..1. */
  readonly throughput: number;
  /** Clock over full clock in each phase, 0..1. */
  readonly prefillClock: number;
  readonly decodeClock: number;
  /** Mean power over full power while busy, 0..1. */
  readonly power: number;
  /** False where even the lowest clock draws more than the cap: the cap cannot be kept. */
  readonly keeps: boolean;
}

export interface CapParams {
  /** Cap over full power, above 0, at most 1. */
  readonly cap: number;
  /** Power that does not depend on the clock over full power, 0 to below 1. */
  readonly idleShare: number;
  /** Share of busy time spent on prefill without a cap, 0..1. */
  readonly prefillShare: number;
  /** Draw of decode over that of prefill, above idleShare; default 0.75 (assumed). */
  readonly decodePowerShare?: number;
  /** Share of decode time that stretches with the clock, 0..1; default 0.3 (assumed). */
  readonly decodeClockShare?: number;
}

function requireCap({ cap, idleShare, prefillShare }: CapParams): void {
  if (!(cap > 0 && cap <= 1)) throw new RangeError(`cap is ${cap}`);
  if (!(idleShare >= 0 && idleShare < 1)) throw new RangeError(`idleShare is ${idleShare}`);
  if (!(prefillShare >= 0 && prefillShare <= 1))
    throw new RangeError(`prefillShare is ${prefillShare}`);
}

/** Clock at which a phase that draws `draw` at full clock stays within the cap. */
function clockUnder(cap: number, idleShare: number, draw: number): number {
  if (draw <= cap) return 1;
  return Math.max(leastClock,
    Math.max(0, (cap - idleShare) / (draw - idleShare)) ** (1 / clockExponent));
}

/**
 * Throughput, clocks and power under a power cap. A phase is slowed only where its own
 * draw exceeds the cap; its clock then is ((cap - idle) / (draw - idle))^(1/3). Prefill
 * time grows with 1/clock, of decode time only the share that waits for arithmetic: caps
 * down to the draw of decode cost answers nothing.
 * @returns shares of the uncapped accelerator; 1 without a cap
 * @throws RangeError outside the ranges of `CapParams`
 * @source cube law of dynamic power; shares of decode assumed
 * @example capEffect({ cap: 0.8, idleShare: 0.35, prefillShare: 0 }).throughput // 1: decode draws 0.75
 */
export function capEffect(params: CapParams): CapEffect {
  requireCap(params);
  const { cap, idleShare, prefillShare } = params;
  const decodeDraw = Math.max(idleShare, params.decodePowerShare ?? decodePowerShare);
  const stretch = params.decodeClockShare ?? decodeClockShare;
  const prefillClock = clockUnder(cap, idleShare, 1);
  const decodeClock = clockUnder(cap, idleShare, decodeDraw);
  const prefillTime = prefillShare / prefillClock;
  const decodeTime = (1 - prefillShare) * (1 - stretch + stretch / decodeClock);
  const powerAt = (draw: number, clock: number): number =>
    idleShare + (draw - idleShare) * clock ** clockExponent;
  const prefillPower = powerAt(1, prefillClock);
  const decodePower = powerAt(decodeDraw, decodeClock);
  const time = prefillTime + decodeTime;
  const most = cap * (1 + 1e-9);
  return {
    throughput: 1 / time, prefillClock, decodeClock,
    power: (prefillTime * prefillPower + decodeTime * decodePower) / time,
    keeps: (prefillShare === 0 || prefillPower <= most)
      && (prefillShare === 1 || decodePower <= most),
  };
}

/**
 * Throughput under a power cap over throughput without it.
 * @param cap share of full power; values of 1 and above leave all of it
 * @example capFactor(1, 0.35, 0.5) // 1
 */
export const capFactor = (cap: number, idleShare: number, prefillShare: number): number =>
  capEffect({ cap: Math.min(1, cap), idleShare, prefillShare }).throughput;
