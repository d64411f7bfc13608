import { fieldOf } from '../../project/kinds.ts';
import { addressOf, setByPath } from '../../project/path.ts';
import type { ProjectDocument } from '../../project/record.ts';
import type { Planner } from '../../plan.ts';
import type { Plan } from '../../plan/types.ts';
import { listMovable, type MovableInput } from '../../uncertainty/movable.ts';
import { catalogBehind } from '../../uncertainty/world.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import { directionOf } from './better.ts';
import type { SearchProblem } from './problem.ts';
import { nearestFlip, type Crossing } from './flip-search.ts';
import {
  answerPlan, figureNamed, planOf, type AskedFigure, type Subject,
} from './subject.ts';

/** Two scenarios of one project, and what they are compared by. */
export interface FlipQuestion {
  readonly a: string;
  readonly b: string;
  /** Key of a figure, or name of a headline. */
  readonly figure: string;
  /** How many of an input's own ranges it is moved at most; 4 when left out. */
  readonly mostRanges?: number;
  /** Another planner for the second scenario, so that each remembers its own stages. */
  readonly second?: Planner;
}

/** Which of the two scenarios an input is moved in; what they share is moved in both. */
export type FlipSide = 'both' | 'a' | 'b';

/** One change that reverses the order, all else as it is. */
export interface Flip {
  readonly id: string;
  readonly kind: MovableInput['kind'];
  readonly label: string;
  readonly side: FlipSide;
  readonly unit: string;
  readonly from: number;
  /** The value at which the order is reversed. */
  readonly to: number;
  /** The change in units of the input's own stated range on that side; 1 is its end. */
  readonly ranges: number;
  /** Whether the change stays within what is stated of the input. */
  readonly inRange: boolean;
  readonly low: number;
  readonly high: number;
  /** The figure of both scenarios there. */
  readonly valueA: number | null;
  readonly valueB: number | null;
}

export interface FlipAnswer {
  readonly figure: AskedFigure;
  readonly a: { readonly id: string; readonly name: string; readonly value: number };
  readonly b: { readonly id: string; readonly name: string; readonly value: number };
  /** The scenario that is better now; null where they are equal. */
  readonly better: 'a' | 'b' | null;
  /** Smallest change first. */
  readonly flips: readonly Flip[];
  /** Inputs that were moved, and those that move the difference without reversing it. */
  readonly tried: number;
  readonly without: number;
  readonly mostRanges: number;
}

export interface FlipProgress {
  readonly done: number;
  readonly total: number;
}

/** An input as it is moved: in one scenario or in both. */
interface Candidate {
  readonly input: MovableInput;
  readonly side: FlipSide;
}

interface Sides {
  readonly a: Subject;
  readonly b: Subject;
  readonly planA: Plan;
  readonly planB: Plan;
  readonly figure: AskedFigure;
  readonly a0: number;
  readonly b0: number;
  readonly mostRanges: number;
}

/** A search for flips that is ready to run, step by step. */
export interface FlipSearch {
  readonly steps: () => Generator<FlipProgress, FlipAnswer>;
}

const usualRanges = 4;

function valueOf(plan: Plan, { key }: AskedFigure, name: string): Result<number, SearchProblem> {
  const figure = plan.figures[key];
  const value = figure?.value ?? null;
  return value === null
    ? refuse({ code: 'figure-absent', key: `${key} of "${name}"`,
      why: plan.limits.find(({ broken }) => broken)?.nearestFix ?? figure?.absent?.detail ?? '' })
    : ok(value);
}

/**
 * Lays out the search for the smallest single change that reverses which of two scenarios
 * is better. Inputs both share are moved in both; others in the one that has them.
 * @returns the search, or why there is none: an unknown figure, or a scenario without it
 */
export function openFlip(
  subject: Subject, { a: idA, b: idB, figure: word, mostRanges = usualRanges, second }: FlipQuestion,
): Result<FlipSearch, SearchProblem> {
  const a = { ...subject, scenarioId: idA };
  const b = { ...subject, scenarioId: idB, planner: second ?? subject.planner };
  const [planA, planB] = [planOf(a), planOf(b)];
  if (!planA.ok) return planA;
  if (!planB.ok) return planB;
  const figure = figureNamed(planA.value, word);
  if (!figure.ok) return figure;
  const a0 = valueOf(planA.value, figure.value, planA.value.inputs.scenario.name);
  const b0 = valueOf(planB.value, figure.value, planB.value.inputs.scenario.name);
  if (!a0.ok) return a0;
  if (!b0.ok) return b0;
  const sides: Sides = { a, b, planA: planA.value, planB: planB.value, figure: figure.value,
    a0: a0.value, b0: b0.value, mostRanges };
  return ok({ steps: () => flipSteps(sides) });
}

const movableIn = (plan: Plan): readonly MovableInput[] =>
  listMovable(plan, plan.stages.catalog, catalogBehind(plan));

/** Everything the figure of a plan was computed from: no other input moves it. */
const behind = (plan: Plan, { key }: AskedFigure): ReadonlySet<string> =>
  new Set((plan.figures[key]?.reads ?? []).flatMap((source) =>
    (source.kind === 'field' ? [source.path]
      : source.kind === 'catalog' ? [`catalog:${source.ref}`] : [])));

/** Inputs the figure rests on that can be moved. */
function movableBehind(plan: Plan, figure: AskedFigure): readonly MovableInput[] {
  const reads = behind(plan, figure);
  return movableIn(plan).filter(({ id, kind }) => kind === 'serving' || reads.has(id));
}

/** Inputs of both plans, those with one value in both as one. */
function candidatesOf({ planA, planB, figure }: Sides): readonly Candidate[] {
  const [inA, inB] = [movableBehind(planA, figure), movableBehind(planB, figure)];
  const ofB = new Map(inB.map((input) => [input.id, input]));
  const shared = new Set(inA.filter(({ id, value }) => ofB.get(id)?.value === value)
    .map(({ id }) => id));
  return [
    ...inA.map((input): Candidate =>
      ({ input, side: shared.has(input.id) ? 'both' : 'a' })),
    ...inB.filter(({ id }) => !shared.has(id)).map((input): Candidate => ({ input, side: 'b' })),
  ].filter(({ input: { low, high } }) => high > low);
}

/** The value a plan has once an input is moved to `x`; null where it has none. */
function figureAfter(
  subject: Subject, input: MovableInput, x: number, key: string,
): number | null {
  let { document }: { document: ProjectDocument } = subject;
  const factor = new Map([[input.id.replace(`${input.kind}:`, ''), x / input.value]]);
  const none = new Map<string, number>();
  if (input.kind === 'field') {
    const set = setByPath(document, subject.scenarioId, input.id, x);
    if (!set.ok) return null;
    document = set.value;
  }
  const answered = answerPlan(subject, document, [key], {
    figures: input.kind === 'catalog' ? factor : none,
    throughput: input.kind === 'serving' ? factor : none });
  return answered.feasible ? answered.values[0] ?? null : null;
}

/** Ends beyond which an input cannot be moved at all. */
function boundsOf({ kind, id }: MovableInput): readonly [number, number] {
  const at = kind === 'field' ? addressOf(id) : null;
  const field = at === null ? undefined : fieldOf(at.kind, at.field);
  return field?.type === 'number' ? [field.min, field.max] : [0, Infinity];
}

interface Pair {
  readonly a: number | null;
  readonly b: number | null;
}

function* flipSteps(sides: Sides): Generator<FlipProgress, FlipAnswer> {
  const { a, b, a0, b0, figure, planA, planB, mostRanges } = sides;
  const sign = Math.sign(a0 - b0) * directionOf(figure.key);
  const candidates = sign === 0 ? [] : candidatesOf(sides);
  const flips: Flip[] = [];
  let without = 0;
  for (const [at, { input, side }] of candidates.entries()) {
    const pairAt = (x: number): Pair => ({
      a: side === 'b' ? a0 : figureAfter(a, input, x, figure.key),
      b: side === 'a' ? b0 : figureAfter(b, input, x, figure.key),
    });
    const crossing = nearestFlip({ value: input.value, low: input.low, high: input.high,
      bounds: boundsOf(input), mostRanges, now: Math.abs(a0 - b0),
      lead: (x) => leadOf(pairAt(x), a0 > b0 ? 1 : -1) });
    if (crossing === 'moves') without += 1;
    else if (crossing !== 'still') flips.push(flipOf({ input, side }, crossing, pairAt(crossing.to)));
    yield { done: at + 1, total: candidates.length };
  }
  return { figure, tried: candidates.length, without, mostRanges,
    a: { id: a.scenarioId, name: planA.inputs.scenario.name, value: a0 },
    b: { id: b.scenarioId, name: planB.inputs.scenario.name, value: b0 },
    better: sign === 0 ? null : sign > 0 ? 'a' : 'b',
    flips: flips.toSorted((one, other) =>
      one.ranges - other.ranges || (one.id < other.id ? -1 : 1)) };
}

/** How far the one that is ahead now still is: below 0 the order is reversed. */
const leadOf = ({ a, b }: Pair, ahead: 1 | -1): number | null =>
  (a === null || b === null ? null : ahead * (a - b));

const flipOf = (
  { input, side }: Candidate, { to, ranges }: Crossing, { a, b }: Pair,
): Flip => ({
  id: input.id, kind: input.kind, label: input.label, side, unit: input.unit,
  from: input.value, to, ranges, inRange: ranges <= 1, low: input.low, high: input.high,
  valueA: a, valueB: b,
});
