import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../shared/plan.ts';
import {
  switchInputs, usualAssumptions,
} from '../../../shared/uncertainty/assumptions/assumptions.ts';
import type { Assumptions } from '../../../shared/uncertainty/assumptions/types.ts';
import { drawnFields } from '../../../shared/uncertainty/runs/document.ts';
import { createRun, type Run } from '../../../shared/uncertainty/runs/run.ts';
import type { World } from '../../../shared/uncertainty/world.ts';
import { histogramOf, placeNearest, placeOfWorst } from './outcomes.ts';
import {
  figuresDrawn, type OutcomeFields, type RiskQuestion, type RiskReply, type RiskTask,
  type RiskView,
} from './risk-task.ts';

const measured = loadMeasuredPoints();
/** The question being answered; another one, or none, ends the work on it. */
let current: number | null = null;
/** The last run, whose outcomes can be asked for. */
let latest: { readonly id: number; readonly run: Run } | null = null;

const send = (reply: RiskReply): void => { globalThis.postMessage(reply); };

/** Lets messages in between two slices of work. */
const giveWay = async (): Promise<void> => {
  await new Promise((resolve) => { setTimeout(resolve, 0); });
};

/** Longest slice of work without looking for messages, and time between two pictures, ms. */
const sliceMs = 40;
const pictureMs = 250;
/** Draws at once: a slice is looked at after each. */
const stride = 8;

function viewOf(run: Run, { inputs }: Assumptions, complete: boolean): RiskView {
  const summary = run.summary();
  return {
    inputs, summary,
    histograms: {
      'headline.npvUsd': histogramOf(run.columns.column('headline.npvUsd')),
      'headline.costPerMTokUsd': histogramOf(run.columns.column('headline.costPerMTokUsd')),
      'headline.irr': histogramOf(run.columns.column('headline.irr')),
      'headline.paybackMonths': histogramOf(run.columns.column('headline.paybackMonths')),
    },
    drivers: complete ? Object.fromEntries(figuresDrawn.map((figure) => [figure,
      run.drivers(figure).map(({ input, rankCorrelation }) =>
        ({ id: input.id, rankCorrelation }))])) : {},
  };
}

async function drawAll(id: number, run: Run, assumptions: Assumptions): Promise<void> {
  let sliceEnds = performance.now() + sliceMs;
  let pictureAt = performance.now();
  for (;;) {
    const { done, total } = run.step(stride);
    if (done >= total) {
      send({ kind: 'view', id, view: viewOf(run, assumptions, true), done: true });
      return;
    }
    const now = performance.now();
    if (now < sliceEnds) continue;
    if (now >= pictureAt) {
      send({ kind: 'view', id, view: viewOf(run, assumptions, false), done: false });
      pictureAt = performance.now() + pictureMs;
    }
    await giveWay();
    if (current !== id) return;
    sliceEnds = performance.now() + sliceMs;
  }
}

async function answer(
  id: number, world: World, { draws, seed, switched }: RiskQuestion,
): Promise<void> {
  const plan = createPlanner(world.catalog, world.measured)
    .evaluate(world.document, world.scenarioId);
  if (!plan.ok) {
    send({ kind: 'none', id });
    return;
  }
  const assumptions = switchInputs(usualAssumptions(plan.value),
    (input) => input.on !== switched.includes(input.id));
  const run = createRun(world, assumptions,
    { draws, seed, method: 'sobol', figures: [...figuresDrawn, 'headline.dscrMin'] });
  if (!run.ok) {
    send({ kind: 'none', id });
    return;
  }
  latest = { id, run: run.value };
  await drawAll(id, run.value, assumptions);
}

/** The draw of an outcome, with the fields it moves; null where no draw has the figure. */
function outcomeOf(task: Extract<RiskTask, { kind: 'outcome' }>): OutcomeFields | null {
  if (latest?.id !== task.id) return null;
  const { evaluator: { points, moved }, columns, summary } = latest.run;
  const { figure, outcome } = task;
  const column = columns.column(figure);
  const percentile = outcome === 'worst' ? null : summary().figures[figure]?.[outcome] ?? null;
  const draw = outcome === 'worst' ? placeOfWorst(column, figure)
    : percentile === null ? null : placeNearest(column, percentile);
  const value = draw === null ? undefined : column[draw];
  return draw === null || value === undefined ? null
    : { draw, value, fields: drawnFields(points, moved, draw) };
}

async function take(task: RiskTask): Promise<void> {
  if (task.kind === 'outcome') {
    send({ kind: 'outcome', id: task.id, figure: task.figure, outcome: task.outcome,
      found: outcomeOf(task) });
    return;
  }
  current = task.kind === 'ask' ? task.id : null;
  if (task.kind === 'stop') return;
  const { id, document, scenarioId } = task;
  try {
    await answer(id, { document, scenarioId, catalog: builtInCatalog, measured }, task);
  } catch (problem) {
    send({ kind: 'failed', id,
      detail: problem instanceof Error ? problem.message : String(problem) });
  }
}

globalThis.addEventListener('message',
  ({ data }: MessageEvent<RiskTask>) => { void take(data); });
