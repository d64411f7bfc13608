import type { Accelerator } from '../catalog/types.ts';
import { calibrationFamily } from './fitted.ts';
import { fittedConstants } from './fitted-constants.ts';
import type { FrontierPoint } from './types.ts';

/** Watts of an accelerator as shares of its limit. */
export interface WattShares {
  /** While it works: on prompts, on arithmetic, on reading memory. */
  readonly working: number;
  /** While it waits for the host, the network or work to do. */
  readonly waiting: number;
  /** Factors on both by accelerator family: how near its limit a family is run; else 1. */
  readonly families: Readonly<Record<string, number>>;
}

/** Accelerators of a point that do the same. */
export interface Pool {
  readonly pool: 'all' | 'prefill' | 'decode';
  readonly accelerators: number;
  /** Share of the time in which they work, 0..1; they wait in the rest. */
  readonly working: number;
}

/** What of a point says how busy its accelerators are. */
export type Working = Pick<FrontierPoint, 'mode' | 'step' | 'prefillShare' | 'latency'
  | 'accelerators' | 'prefillAccelerators' | 'decodeAccelerators' | 'concurrency'>;

/**
 * Sequences per accelerator at which half of a step's overhead and communication is work of
 * the accelerator itself (small kernels, copies) rather than waiting for launches and replies.
 */
const HALF_WORK = 16;

/** Share of a decode step in which its accelerators work. */
function decodingOf({ step }: Pick<Working, 'step'>, sequences: number): number {
  const reading = step.weightsMs + step.expertsMs + step.kvMs + step.computeMs;
  const between = step.communicationMs + step.overheadMs;
  const waiting = between * (HALF_WORK / (sequences + HALF_WORK));
  return 1 - waiting / (reading + between);
}

/**
 * The accelerators of a point by what they do: one pool where prompts and answers share them,
 * two where they have their own. Prefill workers wait when no prompt is there.
 */
export function poolsOf(point: Working): readonly Pool[] {
  const { prefillAccelerators: prefill, decodeAccelerators: decode, accelerators } = point;
  if (point.mode === 'agg' || prefill === null || decode === null) {
    const decoding = decodingOf(point, point.concurrency / accelerators);
    return [{ pool: 'all', accelerators,
      working: point.prefillShare + (1 - point.prefillShare) * decoding }];
  }
  return [
    { pool: 'prefill', accelerators: prefill,
      working: Math.min(1, point.latency?.prefillLoad ?? 1) },
    { pool: 'decode', accelerators: decode,
      working: decodingOf(point, point.concurrency / decode) },
  ];
}

/**
 * Share of its limit an accelerator draws, at most 1: it is capped there.
 * @param working share of the time in which it works, 0..1
 * @example drawnShare(0.5, 'hopper', { working: 0.8, waiting: 0.3, families: {} }) // 0.55
 */
export const drawnShare = (
  working: number, family: string, { families, ...shares }: WattShares,
): number => Math.min(1, (families[family] ?? 1)
  * (working * shares.working + (1 - working) * shares.waiting));

/** Mean watts of one accelerator of a point, and of each pool where there are two. */
export interface Watts {
  readonly mean: number;
  readonly prefill: number | null;
  readonly decode: number | null;
}

/** An accelerator as far as its watts go: its family, and what it may draw at most, W. */
export interface Limited {
  readonly family: string;
  readonly limitW: number;
}

/**
 * Mean watts of the accelerators of a point.
 * @param shares fitted to measured watts, see docs/validation.md
 */
export function wattsOf(
  point: Working, { family, limitW }: Limited, shares: WattShares,
): Watts {
  const pools = poolsOf(point).map(({ pool, accelerators, working }) =>
    ({ pool, accelerators, watts: limitW * drawnShare(working, family, shares) }));
  const all = pools.reduce((sum, { accelerators }) => sum + accelerators, 0);
  const mean = pools.reduce((sum, { accelerators, watts }) => sum + accelerators * watts, 0) / all;
  const inPool = (name: Pool['pool']): number | null =>
    pools.find(({ pool }) => pool === name)?.watts ?? null;
  return { mean, prefill: inPool('prefill'), decode: inPool('decode') };
}

/**
 * Mean watts of a point's accelerators as measured ones draw them (docs/validation.md).
 * @returns null where no limit of the accelerator is published
 */
export function wattsAt(
  point: Working, accelerator: Pick<Accelerator, 'family' | 'tdpW'>,
): Watts | null {
  const limitW = accelerator.tdpW?.value;
  return limitW === undefined ? null : wattsOf(point,
    { family: calibrationFamily(accelerator.family), limitW }, fittedConstants.watts);
}
