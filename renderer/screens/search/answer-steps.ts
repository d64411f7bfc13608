import { setByPath } from '../../../shared/project/path.ts';
import { readAxis, type PlanAxis } from '../../../shared/search/plans/axis.ts';
import { openCrossover, type CrossoverAnswer } from '../../../shared/search/plans/crossover.ts';
import { flipSentence, flipSummary } from '../../../shared/search/plans/flip-text.ts';
import { openFlip } from '../../../shared/search/plans/flip.ts';
import {
  contradiction, readLimit, readObjective, type FigureLimit, type Objective,
} from '../../../shared/search/plans/limits.ts';
import { openMix } from '../../../shared/search/plans/mix.ts';
import { optimiseSteps } from '../../../shared/search/plans/optimise.ts';
import { openSeek } from '../../../shared/search/plans/seek.ts';
import { planOf, type Subject } from '../../../shared/search/plans/subject.ts';
import { openSweep, sweepSteps } from '../../../shared/search/plans/sweep.ts';
import { entryOf } from '../../../shared/units/entry.ts';
import { ok, refuse, unreachable, type Result } from '../../../shared/units/result.ts';
import type { Refusal, SearchAnswer, SearchQuestion } from './search-task.ts';

/** Plans of one picture; more are a matter of the command line. */
export const mostCells = 2500;
/** Plans of the curve a goal is sought on. */
const curvePlans = 41;

/** How far a search is; without a share where its end is not known. */
export interface Step {
  readonly plans: number;
  readonly share: number | null;
}
export type Steps = Generator<Step, Result<SearchAnswer, Refusal>>;
type Of<K extends SearchQuestion['kind']> = Extract<SearchQuestion, { readonly kind: K }>;

/**
 * The steps that answer a question about a scenario: yields after each plan or so, and
 * returns the answer, or why there is none.
 * @param second a planner of its own for the other scenario of a flip
 */
export function answerSteps(subject: Subject, question: SearchQuestion, second: Subject): Steps {
  switch (question.kind) {
    case 'sweep': return sweep(subject, question);
    case 'seek': return seek(subject, question);
    case 'flip': return flip(subject, question, second);
    case 'mix': return mix(subject, question);
    case 'optimise': return optimise(subject, question);
    case 'crossover': return crossover(subject, question);
    default: return unreachable(question, 'answerSteps');
  }
}

function readAxes(
  subject: Subject, texts: readonly string[],
): Result<readonly PlanAxis[], Refusal> {
  const axes: PlanAxis[] = [];
  for (const text of texts) {
    const axis = readAxis(subject, text);
    if (!axis.ok) return axis;
    axes.push(axis.value);
  }
  return ok(axes);
}

/** Yields for each step of a search what a page is told of it. */
function* told<P, A>(
  steps: Generator<P, A>, tell: (progress: P) => Step,
): Generator<Step, A> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield tell(step.value);
  }
}

const ofTotal = ({ done, total }: { readonly done: number; readonly total: number }): Step =>
  ({ plans: done, share: done / total });

function* sweep(subject: Subject, { axes: texts, figure }: Of<'sweep'>): Steps {
  const axes = readAxes(subject, texts);
  if (!axes.ok) return axes;
  const laid = openSweep(subject, { axes: axes.value, paired: false, figures: [figure] },
    mostCells);
  if (!laid.ok) return laid;
  const cells = yield* told(sweepSteps(laid.value), ofTotal);
  return ok({ kind: 'sweep', axes: axes.value, figure: entryOf(laid.value.figures, 0), cells });
}

function* seek(
  subject: Subject, { figure, target, path, lower, upper }: Of<'seek'>,
): Steps {
  const search = openSeek(subject, { figure, target, path, lower, upper });
  if (!search.ok) return search;
  const found = yield* told(search.value.steps(),
    ({ evaluations, share }) => ({ plans: evaluations, share }));
  if (lower === upper) return ok({ kind: 'seek', found, curve: [] });
  const axis = readAxis(subject, `${path}=${curveValues(lower, upper, found.vary.unit).join()}`);
  if (!axis.ok) return ok({ kind: 'seek', found, curve: [] });
  const laid = openSweep(subject, { axes: [axis.value], paired: false, figures: [figure] });
  if (!laid.ok) return laid;
  const cells = yield* told(sweepSteps(laid.value), ofTotal);
  return ok({ kind: 'seek', found, curve: cells.map(({ values, figures, feasible }) =>
    ({ value: Number(values[0]), figure: feasible ? figures[0] ?? null : null })) });
}

/** Values along a range; whole where things are counted. */
function curveValues(lower: number, upper: number, unit: string): readonly number[] {
  const values = Array.from({ length: curvePlans }, (_, at) =>
    lower + ((upper - lower) * at) / (curvePlans - 1));
  return unit === 'count' || unit === 'month' ? [...new Set(values.map(Math.round))] : values;
}

function* flip(subject: Subject, { other, figure }: Of<'flip'>, second: Subject): Steps {
  const search = openFlip(subject,
    { a: subject.scenarioId, b: other, figure, second: second.planner });
  if (!search.ok) return search;
  const found = yield* told(search.value.steps(), ofTotal);
  return ok({ kind: 'flip', found, summary: flipSummary(found),
    sentences: found.flips.map((each) => flipSentence(found, each)) });
}

interface Terms {
  readonly objectives: readonly Objective[];
  readonly limits: readonly FigureLimit[];
}

function readTerms(
  subject: Subject, objectiveTexts: readonly string[], limitTexts: readonly string[],
): Result<Terms, Refusal> {
  const plan = planOf(subject);
  if (!plan.ok) return plan;
  const objectives: Objective[] = [];
  for (const text of objectiveTexts) {
    const read = readObjective(plan.value, text);
    if (!read.ok) return read;
    objectives.push(read.value);
  }
  const limits: FigureLimit[] = [];
  for (const text of limitTexts) {
    const read = readLimit(plan.value, text);
    if (!read.ok) return read;
    limits.push(read.value);
  }
  const against = contradiction(limits);
  return against === null ? ok({ objectives, limits })
    : refuse({ code: 'contradiction', one: against[0], other: against[1] });
}

function* mix(subject: Subject, { objective: text, limits }: Of<'mix'>): Steps {
  const terms = readTerms(subject, [text], limits);
  if (!terms.ok) return terms;
  const objective = entryOf(terms.value.objectives, 0);
  const search = openMix(subject, { objective, limits: terms.value.limits, bounds: new Map() });
  if (!search.ok) return search;
  const found = yield* told(search.value.steps(), ({ done }) => ({ plans: done, share: null }));
  return ok({ kind: 'mix', found, objective: objective.figure });
}

function* optimise(
  subject: Subject, { axes: texts, objectives: wanted, limits }: Of<'optimise'>,
): Steps {
  const terms = readTerms(subject, wanted, limits);
  if (!terms.ok) return terms;
  const axes = readAxes(subject, texts);
  if (!axes.ok) return axes;
  const figures = [...new Set([...terms.value.objectives, ...terms.value.limits]
    .map(({ figure }) => figure.key))];
  const laid = openSweep(subject, { axes: axes.value, paired: false, figures }, mostCells);
  if (!laid.ok) return laid;
  const found = yield* told(optimiseSteps({ sweep: laid.value, ...terms.value }), ofTotal);
  return ok({ kind: 'optimise', found, axes: axes.value, figures: laid.value.figures,
    objectives: terms.value.objectives.map(({ figure }) => figure) });
}

function* crossover(subject: Subject, { across, down, systems }: Of<'crossover'>): Steps {
  const axes = readAxes(subject, [across, down]);
  if (!axes.ok) return axes;
  const [x, y] = [entryOf(axes.value, 0), entryOf(axes.value, 1)];
  if (x.path === y.path) return refuse({ code: 'axis-twice', path: x.path });
  const total = x.values.length * y.values.length;
  if (total > mostCells) return refuse({ code: 'too-many', runs: total, most: mostCells });
  const rows: CrossoverAnswer[] = [];
  for (const value of y.values) {
    const set = setByPath(subject.document, subject.scenarioId, y.path, value);
    if (!set.ok) return refuse({ code: 'set', problem: set.error });
    const search = openCrossover({ ...subject, document: set.value },
      { axis: x, systems, halvings: 0 });
    if (!search.ok) return search;
    const before = rows.length * x.values.length;
    rows.push(yield* told(search.value.steps(), ({ done }) =>
      ({ plans: before + done, share: (before + done) / total })));
  }
  return ok({ kind: 'crossover', across: x, down: y, rows });
}
