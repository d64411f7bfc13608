import type { EngineConstants } from './constants.ts';
import type { Layout, StepSeconds } from './decode.ts';
import { decodeStep, emptyStep } from './decode.ts';
import type { Machine } from './machine.ts';
import { PASS_TOKENS, prefillSeconds } from './prefill.ts';
import { overlappedStep } from './modes.ts';
import type { ModelShape } from './shape.ts';
import { committedTokens } from './speculation.ts';
import type { EngineModes } from './types.ts';

/** One class of traffic: tokens per request as they really are (length factor applied). */
export interface Traffic {
  readonly isl: number;
  readonly osl: number;
  readonly cacheHit: number;
  readonly draft: number;
}

/**
 * What a closed loop of C users sees; seconds, requests/s of the instance. Written in
 * place.
 */
export interface LoopResult {
  step: StepSeconds;
  /** Prefill time added to every output token by other requests' prompts. */
  interference: number;
  tpot: number;
  ttft: number;
  requestsPerSecond: number;
  prefillShare: number;
}

export const emptyLoop = (): LoopResult =>
  ({ step: emptyStep(), interference: 0, tpot: 0, ttft: 0, requestsPerSecond: 0,
    prefillShare: 0 });

/** Everything fixed during a sweep over one model, machine and traffic class. */
export interface Bench {
  readonly shape: ModelShape;
  readonly machine: Machine;
  readonly constants: EngineConstants;
  readonly traffic: Traffic;
  readonly modes: EngineModes;
  /** Factor on every step and prompt of software that is still young; 1 if absent. */
  readonly slowdown?: number;
  /** Most of the prefill workers' rate that is planned with, 0..1; all of it if absent. */
  readonly prefillLoad?: number;
}

/** Stretches every part of a step. */
function slowDown(step: StepSeconds, factor: number): void {
  step.weights *= factor;
  step.experts *= factor;
  step.kv *= factor;
  step.compute *= factor;
  step.communication *= factor;
  step.overhead *= factor;
  step.total *= factor;
}

/** One decode step of a bench, with its modes; leaves seconds by cause in `out`. */
export function runStep(
  bench: Bench, layout: Layout, sequences: number, out: StepSeconds,
): void {
  const { shape, machine, constants, traffic: { isl, osl, draft } } = bench;
  const step = bench.modes.overlap === true ? overlappedStep : decodeStep;
  step(shape, machine, constants, layout, sequences, 1 + draft, isl + osl / 2, out);
  if (bench.slowdown !== undefined) slowDown(out, bench.slowdown);
}

/**
 * Seconds one prompt takes on an instance; the same at any number of users.
 * @param pass tokens of one pass: a prompt at a time, unless prompts are said to queue
 * @example promptOf(bench, { t: 8, d: 1, e: 1 }) > 0 // true
 */
export function promptOf(
  { shape, machine, constants, traffic, modes, slowdown = 1 }: Bench, layout: Layout,
  pass = Math.max(1, Math.min(PASS_TOKENS, traffic.isl * (1 - traffic.cacheHit))),
): number {
  return slowdown * prefillSeconds(shape, machine, constants, layout, traffic.isl,
    traffic.cacheHit, pass, modes.overlap === true);
}

/**
 * A closed loop on an aggregated instance: `C` users each wait for their answer before
 * asking again. `TPOT = T_step/a + kappa (C-1) T_prefill/osl`, `TTFT = t0 + T_prompt +
 * T_step + (1 - kappa) (C-1) T_prefill`, `X = C / (TTFT + (osl-1) TPOT)`. Users beyond `slots`
 * (memory) wait for a slot.
 *
 * @param slots sequences the instance can hold at once, >= 1
 */
export function runAggregated(
  bench: Bench, layout: Layout, users: number, slots: number, out: LoopResult,
): void {
  runStep(bench, layout, Math.min(users, slots), out.step);
  closeLoop(bench, layout, users, slots, out);
}

/**
 * The closed loop of `runAggregated` around a step whose seconds stand in `out`.
 * @param prompt seconds of one prompt, where a sweep over users has found them
 */
export function closeLoop(
  bench: Bench, layout: Layout, users: number, slots: number, out: LoopResult,
  prompt = promptOf(bench, layout),
): void {
  const { constants: k, traffic } = bench;
  const running = Math.min(users, slots);
  const { osl, draft } = traffic;
  const others = Math.max(0, running - 1) * prompt;
  out.interference = (k.interference * others) / osl;
  out.tpot = out.step.total / committedTokens(draft, k.draftAcceptance) + out.interference;
  const served = k.ttftFixedMs * 1e-3 + prompt * layout.d + out.step.total
    + (1 - k.interference) * others;
  const busy = served + (osl - 1) * out.tpot;
  out.requestsPerSecond = running / busy;
  out.ttft = served + (users / running - 1) * busy;
  out.prefillShare = Math.min(1, out.requestsPerSecond * prompt);
}
