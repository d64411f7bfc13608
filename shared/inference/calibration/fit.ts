import type { EngineConstants } from '../constants.ts';
import type { FittedConstants } from '../parameters.ts';
import { composeConstants } from '../parameters.ts';
import type { LoopResult } from '../serving.ts';
import { emptyLoop } from '../serving.ts';
import { solveSymmetric } from './linear.ts';
import { isServing } from './max-load.ts';
import { runPhase, type PhaseSample } from './phase.ts';
import type { Sample } from './sample.ts';
import { runSample, throughputOf } from './sample.ts';
import type { Entry } from './vector.ts';
import { listEntries, unpack } from './vector.ts';

/**
 * Spread of log errors that measurement noise alone explains: repeated runs differ by
 * about a tenth.
 */
const NOISE = 0.1;
/**
 * Degrees of freedom of the t-distributed errors: rows that broke in the field must not
 * bend the rest.
 */
const DEGREES = 4;
/** Throughput is what the product is judged by; time per token guides it. */
const TPOT_WEIGHT = 0.3;
/** First tokens of lightly loaded long prompts say how fast prefill is. */
const TTFT_WEIGHT = 0.2;
/** Reports of one phase are few, and hold what nothing else does: wide expert parallelism. */
const PHASE_WEIGHT = 2;
/**
 * Full-load tables state no latency and come from one vendor: half the weight of a
 * serving measurement.
 */
const FULL_LOAD_WEIGHT = 0.5;
/**
 * A cell of n rows counts as n^0.35 rows, so that the best measured pair does not decide
 * for all.
 */
const CELL_EXPONENT = 0.65;

export interface Fit {
  readonly entries: readonly Entry[];
  readonly x: Float64Array;
  readonly constants: FittedConstants;
}

/** A sample with its weight in the fit. */
interface Weighted {
  readonly sample: Sample;
  readonly weight: number;
}

const cellOf = ({ point }: Sample): string =>
  `${point.modelId}|${point.acceleratorId}|${point.framework}|${point.precision}`;

const isFullLoad = (sample: Sample): boolean => !isServing(sample);

function weigh(samples: readonly Sample[]): readonly Weighted[] {
  const counts = new Map<string, number>();
  for (const sample of samples)
    counts.set(cellOf(sample), (counts.get(cellOf(sample)) ?? 0) + 1);
  const raw =
    samples.map((sample) => (counts.get(cellOf(sample)) ?? 1) ** (-CELL_EXPONENT / 2));
  const scale = Math.sqrt(raw.reduce((sum, w) => sum + w * w, 0) / raw.length);
  return samples.map((sample, i) => ({
    sample, weight: ((raw[i] ?? 1) / scale) * (isFullLoad(sample) ? FULL_LOAD_WEIGHT : 1),
  }));
}

/** Bends a standardised residual so that its square is the t-distribution's penalty. */
function robust(z: number): number {
  return Math.sign(z) * Math.sqrt(DEGREES * Math.log1p((z * z) / DEGREES));
}

/** Writes the residuals of one sample. */
function residualsOf(
  { sample, weight }: Weighted, constants: EngineConstants, scratch: LoopResult,
  into: Float64Array,
  at: number,
): void {
  runSample(sample, constants, scratch);
  const { outputTokPerSecPerAccelerator } = sample.point;
  const tpotMeanMs = sample.tpotMs;
  const scale = weight / NOISE;
  into[at] =
    robust(scale * Math.log(throughputOf(sample, scratch) / outputTokPerSecPerAccelerator));
  into[at + 2] = sample.ttftMs === null ? 0
    : robust(scale * TTFT_WEIGHT * Math.log((scratch.ttft * 1e3) / sample.ttftMs));
  into[at + 1] = tpotMeanMs === null ? 0
    : robust(scale * TPOT_WEIGHT * Math.log((scratch.tpot * 1e3) / tpotMeanMs));
}

/** Residuals of one sample: throughput, time per token, first token. */
const RESIDUALS = 3;

/** Groups of samples that share constants: one composition serves them all. */
interface Group {
  readonly family: string;
  readonly backend: string;
  readonly phases: readonly { readonly phase: PhaseSample; readonly at: number }[];
  readonly members: readonly { readonly weighted: Weighted; readonly at: number }[];
}

interface OpenGroup {
  family: string; backend: string; members: { weighted: Weighted; at: number }[];
  phases: { phase: PhaseSample; at: number }[];
}

function groupSamples(
  weighted: readonly Weighted[], phases: readonly PhaseSample[],
): readonly Group[] {
  const groups = new Map<string, OpenGroup>();
  const groupOf = ({ family, backend }: { family: string; backend: string }): OpenGroup => {
    const key = `${family}|${backend}`;
    const group = groups.get(key) ?? { family, backend, members: [], phases: [] };
    groups.set(key, group);
    return group;
  };
  weighted.forEach((item, i) =>
    groupOf(item.sample).members.push({ weighted: item, at: RESIDUALS * i }));
  phases.forEach((phase, i) =>
    groupOf(phase).phases.push({ phase, at: RESIDUALS * weighted.length + i }));
  return [...groups.values()];
}

const touches = (group: Group, entry: Entry | null): boolean =>
  entry === null || entry.level === 'base'
  || (entry.level === 'family' ? group.family === entry.key : group.backend === entry.key);

/** Residuals of all samples, or only of those a changed entry touches. */
function evaluate(
  groups: readonly Group[], entries: readonly Entry[], x: Float64Array, changed: Entry | null,
  into: Float64Array,
): void {
  const fitted = unpack(entries, x);
  const scratch = emptyLoop();
  for (const group of groups) {
    if (!touches(group, changed)) continue;
    const constants = composeConstants(fitted, group.family, group.backend);
    for (const { weighted, at } of group.members)
      residualsOf(weighted, constants, scratch, into, at);
    for (const { phase, at } of group.phases) {
      const miss = Math.log(runPhase(phase, constants) / phase.measured);
      into[at] = robust((PHASE_WEIGHT / NOISE) * miss);
    }
  }
}

/** Half a per mille of a constant: far above rounding, far below curvature. */
const DIFFERENCE = 5e-4;
const MOST_ITERATIONS = 40;
/** A constant moves by at most a factor of two in one iteration. */
const LONGEST_STEP = 0.7;
const CONVERGED = 2e-4;

interface Normal { readonly matrix: Float64Array; readonly gradient: Float64Array }

/** Normal equations of the linearised problem, priors included. */
function linearise(
  groups: readonly Group[], entries: readonly Entry[], x: Float64Array, residuals: Float64Array,
): Normal {
  const n = entries.length;
  const columns = entries.map((entry, j) => {
    const moved = Float64Array.from(x);
    moved[j] = (x[j] ?? 0) + DIFFERENCE;
    const column = Float64Array.from(residuals);
    evaluate(groups, entries, moved, entry, column);
    return column.map((value, i) => (value - (residuals[i] ?? 0)) / DIFFERENCE);
  });
  const matrix = new Float64Array(n * n);
  const gradient = new Float64Array(n);
  columns.forEach((column, j) => {
    const { prior, spread } = entries[j] ?? { prior: 0, spread: 1 };
    gradient[j] = dot(column, residuals) + ((x[j] ?? 0) - prior) / (spread * spread);
    for (let i = 0; i <= j; i += 1) {
      const value = dot(column, columns[i] ?? column) + (i === j ? 1 / (spread * spread) : 0);
      matrix[j * n + i] = value;
      matrix[i * n + j] = value;
    }
  });
  return { matrix, gradient };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function costOf(entries: readonly Entry[], x: Float64Array, residuals: Float64Array): number {
  const priors = entries.reduce((sum, { prior, spread }, i) => sum
    + (((x[i] ?? 0) - prior) / spread) ** 2, 0);
  return dot(residuals, residuals) + priors;
}

/**
 * The damped step of Levenberg and Marquardt, or null when the damping is too small to
 * solve it.
 */
function dampedStep({ matrix, gradient }: Normal, damping: number): Float64Array | null {
  const n = gradient.length;
  const a = Float64Array.from(matrix);
  for (let i = 0; i < n; i += 1) a[i * n + i] = (a[i * n + i] ?? 0) * (1 + damping);
  const step = gradient.map((value) => -value);
  if (!solveSymmetric(a, step)) return null;
  return step.map((value) => Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, value)));
}

/**
 * Fits all constants to samples by robust regression of log errors with hierarchical
 * shrinkage: what a family or an engine has no rows for stays at the common value.
 *
 * @param start a fit to begin from, for speed; entries it lacks begin at their priors
 */
export function fitConstants(
  samples: readonly Sample[], start: Fit | null = null, phases: readonly PhaseSample[] = [],
): Fit {
  const groups = groupSamples(weigh(samples), phases);
  const entries = listEntries(
    [...new Set(samples.map((s) => s.family))].sort(),
    [...new Set(samples.map((s) => s.backend))].sort());
  const known = new Map(start?.entries.map((e, i) => [nameOf(e), start.x[i] ?? e.prior]));
  let x = Float64Array.from(entries, (entry) => known.get(nameOf(entry)) ?? entry.prior);
  const residuals = new Float64Array(RESIDUALS * samples.length + phases.length);
  evaluate(groups, entries, x, null, residuals);
  let cost = costOf(entries, x, residuals);
  let damping = 1e-2;
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const next = descend(groups, entries, x, residuals, cost, damping);
    if (next === null) break;
    const gain = (cost - next.cost) / cost;
    ({ x, cost, damping } = next);
    if (gain < CONVERGED) break;
  }
  return { entries, x, constants: unpack(entries, x) };
}

const nameOf = ({ parameter, level, key }: Entry): string =>
  `${parameter.name}|${level}|${key}`;

const MOST_DAMPINGS = 8;

/**
 * One accepted step downhill; `residuals` then belong to it. Null when no damping finds
 * one.
 */
function descend(
  groups: readonly Group[], entries: readonly Entry[], x: Float64Array, residuals: Float64Array,
  cost: number, damping: number,
): { x: Float64Array<ArrayBuffer>; cost: number; damping: number } | null {
  const normal = linearise(groups, entries, x, residuals);
  const trial = Float64Array.from(residuals);
  let factor = damping;
  for (let i = 0; i < MOST_DAMPINGS; i += 1, factor *= 4) {
    const step = dampedStep(normal, factor);
    if (step === null) continue;
    const moved = Float64Array.from(x, (value, j) => value + (step[j] ?? 0));
    evaluate(groups, entries, moved, null, trial);
    const next = costOf(entries, moved, trial);
    if (!(next < cost)) continue;
    residuals.set(trial);
    return { x: moved, cost: next, damping: Math.max(factor / 5, 1e-6) };
  }
  return null;
}
