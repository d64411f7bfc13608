import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../shared/plan.ts';
import type { PlanAxis } from '../../../shared/search/plans/axis.ts';
import { openFlip } from '../../../shared/search/plans/flip.ts';
import { flipSentence, flipSummary } from '../../../shared/search/plans/flip-text.ts';
import { readObjective } from '../../../shared/search/plans/limits.ts';
import { openMix } from '../../../shared/search/plans/mix.ts';
import type { SearchProblem } from '../../../shared/search/plans/problem.ts';
import { openSeek } from '../../../shared/search/plans/seek.ts';
import { planOf, type Subject } from '../../../shared/search/plans/subject.ts';
import { openSweep, sweepSteps, type Sweep, type SweepCell } from '../../../shared/search/plans/sweep.ts';
import { axisValues } from '../../../shared/search/sweep/axis.ts';
import { suitedMoves } from '../../../shared/search/suited.ts';
import { ok, type Result } from '../../../shared/units/result.ts';
import { explainPlan } from '../../text/plan-problems.ts';
import type {
  CurvePoint, SearchAnswer, SearchQuestion, SearchReply, SearchTask,
} from './search-task.ts';

const measured = loadMeasuredPoints();
/** They remember their stages from one question to the next. */
const planner = createPlanner(builtInCatalog, measured);
const second = createPlanner(builtInCatalog, measured);
const movesFor = suitedMoves(builtInCatalog, measured);
/** The question being answered; another one, or none, ends the work on it. */
let current: number | null = null;

const send = (reply: SearchReply): void => { globalThis.postMessage(reply); };

/** Lets messages in between two slices of work. */
const giveWay = async (): Promise<void> => {
  await new Promise((resolve) => { setTimeout(resolve, 0); });
};

/** Longest slice of work without looking for messages, and time between two pictures, ms. */
const sliceMs = 40;
const pictureMs = 200;
/** More plans than this are a sweep of the command line. */
export const mostCells = 2500;
/** Plans of the curve beside a search for a value. */
const curvePoints = 33;

/** How far a search is, and what it has so far. */
interface Progress {
  readonly share: number;
  readonly plans: number;
  readonly answer?: SearchAnswer;
}
type Steps = Generator<Progress, SearchAnswer>;

const axisOf = ({ path, label, unit, values }: PlanAxis): PlanAxis => ({ path, label, unit, values });

function* sweep(
  plans: Sweep, axes: Extract<SearchQuestion, { kind: 'sweep' }>['axes'],
): Steps {
  const cells: SweepCell[] = [];
  const [figure] = plans.figures;
  if (figure === undefined) throw new RangeError('a sweep without a figure');
  for (let run = 0; run < plans.runs; run++) {
    cells.push(plans.cellAt(run));
    yield { share: cells.length / plans.runs, plans: cells.length,
      answer: { kind: 'sweep', axes, figure, cells } };
  }
  return { kind: 'sweep', axes, figure, cells };
}

function openAsked(subject: Subject, question: SearchQuestion): Result<() => Steps, SearchProblem> {
  switch (question.kind) {
    case 'sweep': {
      const { axes, figure } = question;
      const opened = openSweep(subject,
        { axes: axes.map(axisOf), paired: false, figures: [figure] }, mostCells);
      return opened.ok ? ok(() => sweep(opened.value, axes)) : opened;
    }
    case 'seek': return openSeekAsked(subject, question);
    case 'flip': return openFlipAsked(subject, question);
    case 'mix': return openMixAsked(subject, question);
  }
}

function openSeekAsked(
  subject: Subject, question: Extract<SearchQuestion, { kind: 'seek' }>,
): Result<() => Steps, SearchProblem> {
  const { path, lower, upper, figure } = question;
  const seek = openSeek(subject, question);
  if (!seek.ok) return seek;
  const axis: PlanAxis = { path, label: path, unit: null,
    values: lower < upper ? axisValues(lower, upper, curvePoints, 'linear') : [lower] };
  const drawn = openSweep(subject, { axes: [axis], paired: false, figures: [figure] });
  if (!drawn.ok) return drawn;
  return ok(function* steps(): Steps {
    const search = seek.value.steps();
    let step = search.next();
    while (step.done !== true) {
      yield { share: 0.9 * step.value.share, plans: step.value.evaluations };
      step = search.next();
    }
    const found = step.value;
    const curve: CurvePoint[] = [];
    for (const { values: [value], figures: [y = null], feasible } of yield* cellsOf(drawn.value))
      if (typeof value === 'number') curve.push({ value, figure: feasible ? y : null });
    return { kind: 'seek', found, curve };
  });
}

/** Cells of a sweep that is the last tenth of something else. */
function* cellsOf(drawn: Sweep): Generator<Progress, readonly SweepCell[]> {
  const steps = sweepSteps(drawn);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield { share: 0.9 + (0.1 * step.value.done) / step.value.total, plans: step.value.done };
  }
}

function openFlipAsked(
  subject: Subject, { other, figure }: Extract<SearchQuestion, { kind: 'flip' }>,
): Result<() => Steps, SearchProblem> {
  const search = openFlip(subject, { a: subject.scenarioId, b: other, figure, second });
  if (!search.ok) return search;
  return ok(function* steps(): Steps {
    const moved = search.value.steps();
    let step = moved.next();
    while (step.done !== true) {
      yield { share: step.value.done / step.value.total, plans: step.value.done };
      step = moved.next();
    }
    const found = step.value;
    return { kind: 'flip', found, summary: flipSummary(found),
      sentences: found.flips.map((flip) => flipSentence(found, flip)) };
  });
}

/** Nobody knows how many mixes are tried; the bar nears its end. */
const usualMixes = 400;

function openMixAsked(
  subject: Subject, { figure }: Extract<SearchQuestion, { kind: 'mix' }>,
): Result<() => Steps, SearchProblem> {
  const plan = planOf(subject);
  if (!plan.ok) return plan;
  const objective = readObjective(plan.value, figure);
  if (!objective.ok) return objective;
  const search = openMix(subject,
    { objective: objective.value, limits: [], bounds: new Map() });
  if (!search.ok) return search;
  return ok(function* steps(): Steps {
    const tried = search.value.steps();
    let step = tried.next();
    while (step.done !== true) {
      const { done } = step.value;
      yield { share: done / (done + usualMixes), plans: done };
      step = tried.next();
    }
    return { kind: 'mix', found: step.value, figure: objective.value.figure };
  });
}

async function run(id: number, steps: Steps): Promise<void> {
  let sliceEnds = performance.now() + sliceMs;
  let pictureAt = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      send({ kind: 'done', id, answer: step.value });
      return;
    }
    const now = performance.now();
    if (now < sliceEnds) continue;
    if (now >= pictureAt) {
      const { share, plans, answer = null } = step.value;
      send({ kind: 'progress', id, share, plans, answer });
      pictureAt = performance.now() + pictureMs;
    }
    await giveWay();
    if (current !== id) return;
    sliceEnds = performance.now() + sliceMs;
  }
}

async function take(task: SearchTask): Promise<void> {
  current = task.kind === 'ask' ? task.id : null;
  if (task.kind === 'stop') return;
  const { id, document, scenarioId, question } = task;
  const subject: Subject = { planner, document, scenarioId, movesFor,
    explain: (problem) => explainPlan(problem).title };
  try {
    const opened = openAsked(subject, question);
    if (opened.ok) await run(id, opened.value());
    else send({ kind: 'refused', id, problem: opened.error });
  } catch (problem) {
    send({ kind: 'failed', id,
      detail: problem instanceof Error ? problem.message : String(problem) });
  }
}

globalThis.addEventListener('message',
  ({ data }: MessageEvent<SearchTask>) => { void take(data); });
