import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../shared/plan.ts';
import type { Subject } from '../../../shared/search/plans/subject.ts';
import { suitedMoves } from '../../../shared/search/suited.ts';
import { explainPlan } from '../../text/plan-problems.ts';
import { answerSteps } from './answer-steps.ts';
import type { Asked, SearchReply, SearchTask } from './search-task.ts';

const measured = loadMeasuredPoints();
/** The question being answered; another one, or none, ends the work on it. */
let current: number | null = null;

const send = (reply: SearchReply): void => { globalThis.postMessage(reply); };

/** Lets messages in between two slices of work. */
const giveWay = async (): Promise<void> => {
  await new Promise((resolve) => { setTimeout(resolve, 0); });
};

/** Longest slice of work without looking for messages, ms. */
const sliceMs = 40;

const subjectOf = ({ document, scenarioId }: Asked): Subject => ({
  planner: createPlanner(builtInCatalog, measured), document, scenarioId,
  movesFor: suitedMoves(builtInCatalog, measured),
  explain: (problem) => explainPlan(problem).title,
});

async function answer(id: number, asked: Asked): Promise<void> {
  const steps = answerSteps(subjectOf(asked), asked.question, subjectOf(asked));
  let sliceEnds = performance.now() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      send(step.value.ok ? { kind: 'answer', id, answer: step.value.value }
        : { kind: 'refused', id, problem: step.value.error });
      return;
    }
    if (performance.now() < sliceEnds) continue;
    send({ kind: 'progress', id, ...step.value });
    await giveWay();
    if (current !== id) return;
    sliceEnds = performance.now() + sliceMs;
  }
}

async function take(task: SearchTask): Promise<void> {
  current = task.kind === 'ask' ? task.id : null;
  if (task.kind === 'stop') return;
  try {
    await answer(task.id, task);
  } catch (problem) {
    send({ kind: 'failed', id: task.id,
      detail: problem instanceof Error ? problem.message : String(problem) });
  }
}

globalThis.addEventListener('message',
  ({ data }: MessageEvent<SearchTask>) => { void take(data); });
