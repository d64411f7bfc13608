import { ok, refuse, type Result } from '../../units/result.ts';
import type { Unit } from '../../units/unit.ts';
import type { FieldValue, NumberField } from '../../project/field.ts';
import { setByPath } from '../../project/path.ts';
import type { ProjectDocument } from '../../project/record.ts';
import type { SeekAnswer, SeekStatus } from '../roots/answer.ts';
import { seekSteps, type SeekProgress } from '../roots/seek.ts';
import { fieldAt } from './axis.ts';
import { createLayer } from './lay.ts';
import type { SearchProblem } from './problem.ts';
import { reasonOf } from './seek-reason.ts';
import { answerPlan, figureNamed, planOf, type AskedFigure, type Subject } from './subject.ts';

/** Which input is to bring which figure to which value. */
export interface PlanSeekQuestion {
  /** Key of a figure, or name of a headline. */
  readonly figure: string;
  readonly target: number;
  readonly path: string;
  /** Ends of the search; those of the field where left out. */
  readonly lower?: number;
  readonly upper?: number;
  /** Cells the range is cut into, each a plan or two; 240 when left out. */
  readonly cells?: number;
}

/** An input's value and the figure of its plan. */
export interface SeekPoint {
  readonly value: number;
  readonly figure: number;
}

/** A step of the figure over the target: the values on both sides. */
export interface SeekStep {
  readonly at: number;
  readonly below: SeekPoint | null;
  readonly above: SeekPoint | null;
}

/** What a search found, and why it found no more. */
export interface PlanSeekAnswer {
  readonly status: SeekStatus;
  readonly figure: AskedFigure;
  readonly target: number;
  readonly vary: { readonly path: string; readonly label: string; readonly unit: Unit;
    readonly lower: number; readonly upper: number; readonly now: number | null };
  /** Every value of the input at which the figure is the target, ascending. */
  readonly roots: readonly number[];
  /** Where the figure steps over the target without ever being it, as by a whole rack. */
  readonly steps: readonly SeekStep[];
  /** Ranges over which the figure is the target throughout. */
  readonly plateaus: readonly { readonly from: number; readonly to: number }[];
  /** Ranges without a figure: there the plan cannot be built, served or priced. */
  readonly missing: readonly { readonly from: number; readonly to: number }[];
  /** The value whose figure comes nearest to the target. */
  readonly nearest: SeekPoint | null;
  readonly reason: string;
}

/** A search that is ready to run, step by step. */
export interface PlanSeek {
  readonly steps: () => Generator<SeekProgress, PlanSeekAnswer, undefined>;
}

const usualCells = 240;
/** A range over more powers of ten than this is cut by equal ratios. */
const manyPowers = 1e4;

function rangeOf(
  field: NumberField, { path, lower = field.min, upper = field.max }: PlanSeekQuestion,
): Result<{ readonly lower: number; readonly upper: number }, SearchProblem> {
  if (!(lower <= upper)) return refuse({ code: 'empty-range', path, lower, upper });
  const outside = [lower, upper].find((end) => end < field.min || end > field.max);
  if (outside === undefined) return ok({ lower, upper });
  return refuse({ code: 'set', problem: { code: 'range', path, min: field.min, max: field.max,
    unit: field.unit, got: String(outside) } });
}

/** What the scenario says of an input now; the first record's where there are several. */
function valueNow(plan: { readonly inputsInUse: readonly { readonly path: string;
  readonly value: FieldValue }[] }, path: string): number | null {
  const [kind = ''] = path.split('.');
  const field = path.split('.').at(-1) ?? '';
  const found = plan.inputsInUse.find((input) => input.path === path)
    ?? plan.inputsInUse.find((input) =>
      input.path.startsWith(`${kind}.`) && input.path.endsWith(`.${field}`));
  return typeof found?.value === 'number' ? found.value : null;
}

/**
 * Lays out the search for every value of an input at which a figure of the plan meets a
 * target. Where the plan cannot be built or served there is no figure to meet it.
 * @returns the search, or why there is none: an unknown figure or field, a field that is no
 *   number, or ends outside its range
 */
export function openSeek(
  subject: Subject, question: PlanSeekQuestion,
): Result<PlanSeek, SearchProblem> {
  const { path, target } = question;
  const field = fieldAt(path);
  if (!field.ok) return field;
  if (field.value.type !== 'number') return refuse({ code: 'not-numeric', path });
  const range = rangeOf(field.value, question);
  if (!range.ok) return range;
  const placed = setByPath(subject.document, subject.scenarioId, path, range.value.lower);
  if (!placed.ok) return refuse({ code: 'set', problem: placed.error });
  const plan = planOf(subject);
  if (!plan.ok) return plan;
  const figure = figureNamed(plan.value, question.figure);
  if (!figure.ok) return figure;
  const { label, unit, integer = false } = field.value;
  const vary = { path, label, unit, ...range.value, now: valueNow(plan.value, path) };
  const found = { subject, integer, figure: figure.value, target, vary,
    cells: question.cells ?? usualCells };
  return ok({ steps: () => seekPlan(found) });
}

interface Ready {
  readonly subject: Subject;
  readonly integer: boolean;
  readonly figure: AskedFigure;
  readonly target: number;
  readonly vary: PlanSeekAnswer['vary'];
  readonly cells: number;
}

/** Counts how often a word came by. */
function count(counts: Map<string, number>, word: string): void {
  const before = counts.get(word);
  counts.set(word, before === undefined ? 1 : before + 1);
}

function* seekPlan(
  { subject, integer, figure, target, vary, cells }: Ready,
): Generator<SeekProgress, PlanSeekAnswer, undefined> {
  const lay = createLayer(subject, [vary.path]);
  const causes = new Map<string, number>();
  const figureAt = (x: number): number | null => {
    const laid = lay([x]);
    if (!laid.ok) return null;
    const { values: [value = null], feasible, cause } = answerOf(subject, laid.value, figure);
    if (cause !== null) count(causes, cause);
    return feasible ? value : null;
  };
  const { lower, upper } = vary;
  const scale = lower > 0 && upper / lower > manyPowers ? 'log' : 'linear';
  const found = yield* seekSteps(figureAt, { target, lower, upper, integer, cells, scale });
  const cause = [...causes].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
  const points = pointsOf(found, target);
  const answer = { status: found.status, figure, target, vary, ...points,
    plateaus: found.intervals, missing: found.missing };
  return { ...answer, reason: reasonOf(answer, cause) };
}

const answerOf = (subject: Subject, document: ProjectDocument, { key }: AskedFigure) =>
  answerPlan(subject, document, [key]);

/** Roots, steps and the nearest point of an answer; whole numbers are roots only if exact. */
function pointsOf(
  { roots, jumps, closest, whole, intervals }: SeekAnswer, target: number,
): Pick<PlanSeekAnswer, 'roots' | 'steps' | 'nearest'> {
  const steps = jumps.map(({ at, before, after }): SeekStep => ({ at,
    below: { value: at, figure: before }, above: { value: at, figure: after } }));
  const nearer = steps.flatMap(({ below, above }) => [below, above])
    .flatMap((point) => point ?? []);
  const onTarget = roots[0] ?? intervals[0]?.from;
  if (whole === null) {
    const near = onTarget !== undefined ? { value: onTarget, figure: target }
      : closest !== null ? { value: closest.x, figure: closest.value }
      : nearestOf(nearer, target);
    return { roots, steps, nearest: near };
  }
  const at = { value: whole.x, figure: whole.value };
  if (whole.value === target) return { roots: [whole.x], steps: [], nearest: at };
  const below = whole.below === null ? null
    : { value: whole.below.x, figure: whole.below.value };
  return { roots: [], steps: [{ at: whole.x, below, above: at }],
    nearest: nearestOf(below === null ? [at] : [below, at], target) };
}

const nearestOf = (points: readonly SeekPoint[], target: number): SeekPoint | null =>
  points.toSorted((a, b) => Math.abs(a.figure - target) - Math.abs(b.figure - target))[0] ?? null;
