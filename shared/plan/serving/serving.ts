import type { MeasuredPoint } from '../../catalog/types.ts';
import type { CatalogFactors } from '../../catalog/watch.ts';
import {
  candidateInTime, chooseInTime, computeFrontier, modelledCandidates, type Candidate,
} from '../../inference/frontier.ts';
import type { Links } from '../../inference/links.ts';
import { createStepStore, type StepStore } from '../../inference/steps.ts';
import type { Roofline } from '../../inference/roofline.ts';
import { predictPoint } from '../../inference/predict.ts';
import type {
  Answer, FixedConfiguration, Frontier, FrontierPoint, ServingRequest,
} from '../../inference/types.ts';
import type { ScenarioInputs, Values } from '../../project/resolve.ts';
import { Reading, readInto, unrecorded, restOn } from '../../units/reading.ts';
import { ok } from '../../units/result.ts';
import { createMemo, type Memo } from '../entries/memo.ts';
import type { GroupReferences } from '../entries/references.ts';

/** What the inference stage found for a request. */
export interface ServingAnswer {
  readonly frontier: Answer<Frontier>;
  /** All that could be served were nothing held fixed; the frontier itself where nothing is. */
  readonly free: Answer<Frontier>;
  readonly chosen: Answer<FrontierPoint>;
}

/** What the inference stage found for one rack group. */
export interface GroupServing extends GroupReferences, ServingAnswer {
  readonly request: ServingRequest;
  /** What the hardware could do at the point predicted; null where that cannot be said. */
  readonly roofline: Roofline | null;
  /** Throughput without cache hits over that with them, at most 1. */
  readonly foundShare: number;
  /** What would serve without cache hits; null without hits, and where nothing would. */
  readonly withoutHits: Candidate | null;
}

/** What the user holds fixed; undefined when the frontier chooses everything. */
function fixedOf(values: Values<'rackGroup'>): FixedConfiguration | undefined {
  const { tensorParallel, attentionDp, expertParallel, concurrency } = values;
  const apart = values.mode === 'disagg';
  const fixed = {
    ...(tensorParallel === null ? {} : { tp: tensorParallel }),
    ...(attentionDp === null ? {} : { attentionDp }),
    ...(expertParallel === null ? {} : { ep: expertParallel }),
    ...(concurrency === null ? {} : { concurrency }),
    ...(!apart || values.prefillAccelerators === null ? {}
      : { prefillAccelerators: values.prefillAccelerators }),
    ...(!apart || values.decodeAccelerators === null ? {}
      : decodeOf(values, values.decodeAccelerators)),
  };
  return Object.keys(fixed).length === 0 ? undefined : fixed;
}

/**
 * Decode workers are as wide as the attention layout says; without one there is a single
 * worker.
 */
function decodeOf(
  { tensorParallel, attentionDp }: Values<'rackGroup'>, decodeAccelerators: number,
) {
  const width = (tensorParallel ?? 1) * (attentionDp ?? 1);
  const known = tensorParallel !== null && decodeAccelerators % width === 0;
  return { decodeAccelerators,
    ...(known ? { decodeWorkers: decodeAccelerators / width } : {}) };
}

/** The question a rack group puts to the inference stage. */
export function servingRequest(
  inputs: ScenarioInputs, group: GroupReferences, links: Links,
  measured: readonly MeasuredPoint[] | null,
): ServingRequest {
  const { values } = group.record;
  const {
    isl, osl, cacheHit, minTokPerSecPerUser, maxTtftS, draftAcceptance, servicePercentile,
  } = group.traffic.values;
  const acceptance = draftAcceptance ?? group.accepted;
  const fixed = fixedOf(values);
  const { overlap, expertBalancing, dwdp } = values;
  return {
    model: group.model, accelerator: group.accelerator, precision: values.precision,
    framework: values.framework,
    isl, osl, cacheHit, speculativeDraft: values.speculativeDraft, mode: values.mode,
    links,
    limits: {
      minTokPerSecPerUser: minTokPerSecPerUser === 0 ? null : minTokPerSecPerUser,
      maxTtftMs: maxTtftS * 1000,
      ...(servicePercentile === 'mean' ? {} : { percentile: servicePercentile }),
    },
    ...(acceptance === null ? {} : { acceptance }),
    ...(fixed === undefined ? {} : { fixed }),
    maxAcceleratorsPerInstance: values.maxInstance,
    ...(overlap || expertBalancing
      || dwdp ? { modes: { overlap, expertBalancing, dwdp } } : {}),
    ...(measured === null ? {} : { measured }),
  };
}

/** Whether a point is the configuration held fixed, down to its concurrency. */
function isHeld(point: FrontierPoint, { mode, fixed }: ServingRequest): boolean {
  const same = (asked: number | undefined, has: number | null): boolean =>
    asked === undefined || asked === has;
  return (mode === 'auto' || mode === point.mode) && fixed?.concurrency === point.concurrency
    && fixed.tp === point.tp && fixed.attentionDp === point.attentionDp && fixed.ep === point.ep
    && same(fixed.prefillAccelerators, point.prefillAccelerators)
    && same(fixed.decodeAccelerators, point.decodeAccelerators);
}

/** An answer with what its computation read. */
interface Held<T> {
  readonly answer: T;
  readonly reading: Reading;
}

/** Answers by the request that asked for them: what costs most and changes least. */
export interface ServingMemo {
  readonly frontiers: Memo<unknown, Held<Answer<Frontier>>>;
  /** Points to choose from where nothing is found in the cache. */
  readonly candidates: Memo<unknown, Held<readonly (() => Candidate | null)[]>>;
  readonly steps: StepStore;
}

/** Answers held at once: a dozen rack groups over a few dozen edits. */
const answersHeld = 256;

/**
 * A memo that holds nothing yet.
 * @example createServingMemo().steps.last // null
 */
export const createServingMemo = (): ServingMemo => ({
  frontiers: createMemo(answersHeld), candidates: createMemo(answersHeld),
  steps: createStepStore(),
});

/** An answer that is remembered, or else computed with what it reads. */
function recall<T>(memo: Memo<unknown, Held<T>>, key: () => unknown, compute: () => T): T {
  const held = memo.get(unrecorded(key), () => {
    const reading = new Reading();
    return { reading, answer: readInto(reading, compute) };
  });
  restOn(held.reading);
  return held.answer;
}

/**
 * Where answers are remembered, and what of the world apart from the request they
 * depend on.
 */
export interface ServingContext {
  readonly memo: ServingMemo;
  /** Key of the user's own entries and measurements. */
  readonly own: string;
  /** Factors on catalogue figures. */
  readonly moved: CatalogFactors;
}

/** As the reader of configurations signs its models. */
const ownModelSource = 'config.json';

/** Everything a frontier depends on; catalogue entries stand for themselves by their id. */
function frontierKey(
  { model, accelerator, measured, limits: _limits, fixed, ...rest }: ServingRequest,
  { own, moved }: ServingContext,
): unknown {
  const { concurrency: _concurrency, ...layout } = fixed ?? {};
  // An own model is known by its figures: its key may come to mean another one.
  const known = model.source === ownModelSource ? model : model.id;
  const factors =
    [...moved].filter(([ref]) => ref.startsWith(`accelerators/${accelerator.id}/`));
  const isModelled = measured === undefined;
  return { ...rest, layout, model: known, accelerator: accelerator.id, own, factors, isModelled };
}

/**
 * Frontier and chosen point of a request. A held configuration that lies on the free
 * frontier is that point, measured or modelled as it stands there; any other is
 * predicted.
 *
 * @param context where frontiers are remembered
 */
export function answerServing(context: ServingContext, request: ServingRequest): ServingAnswer {
  const { frontiers, steps } = context.memo;
  const ask = (asked: ServingRequest): Answer<Frontier> => recall(frontiers,
    () => frontierKey(asked, context), () => computeFrontier(asked, steps));
  const { fixed, ...rest } = request;
  const frontier = ask(request);
  const free = fixed === undefined ? frontier : ask({ ...rest, mode: 'auto' });
  if (fixed?.concurrency === undefined) {
    return { frontier, free,
      chosen: frontier.ok ? chooseInTime(frontier.value, request, ask) : frontier };
  }
  const held = free.ok ? free.value.points.find((point) => isHeld(point, request)) : undefined;
  return { frontier, free, chosen: held === undefined ? predictPoint(request) : ok(held) };
}

/**
 * The point that would serve without cache hits. Where only hits bring the first token in
 * time, the point whose token comes soonest without them, so that a shorter time never sells
 * more. By the model alone, as all that is served with hits: measurements are
 * of none. Drafts and load of prefill are chosen anew, as they are with hits.
 * @param chosen what serves with hits
 * @returns null without hits, and where nothing serves with or without them
 */
export function pointWithoutHits(
  context: ServingContext, asks: ServingRequest, chosen: Answer<FrontierPoint>,
): Candidate | null {
  if (asks.cacheHit === 0 || !chosen.ok) return null;
  const { measured: _measured, ...rest } = asks;
  const request = { ...rest, cacheHit: 0 };
  if (request.fixed?.concurrency !== undefined) {
    const { chosen: held } = answerServing(context, request);
    return held.ok ? held.value : null;
  }
  const { candidates, steps } = context.memo;
  const slowest = request.limits.minTokPerSecPerUser;
  return candidateInTime(request, (changes) => {
    const asked = { ...request, ...changes };
    return recall(candidates, () => [frontierKey(asked, context), slowest],
      () => modelledCandidates(asked, slowest, steps));
  });
}

/**
 * Throughput of the point that would serve without cache hits, over that of the point that
 * does: hits free capacity, and bring nobody who asks for it.
 * @returns at most 1; 1 without hits, and where nothing would serve without them
 */
export const shareWithoutHits = (
  without: Candidate | null, chosen: Answer<FrontierPoint>,
): number => (without === null || !chosen.ok ? 1
  : Math.min(1, without.outputTokPerSecPerAccelerator / chosen.value.outputTokPerSecPerAccelerator));
