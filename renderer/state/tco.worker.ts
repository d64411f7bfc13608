import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { createPlanner } from '../../shared/plan.ts';
import { rivalSystems } from '../../shared/plan/figures/rivals.ts';
import { suitedMoves } from '../../shared/search/suited.ts';
import { makeTcoTable } from '../../shared/search/tco.ts';
import type { TcoReply, TcoTask } from './tco-task.ts';

const measured = loadMeasuredPoints();
const planner = createPlanner(builtInCatalog, measured);
const movesFor = suitedMoves(builtInCatalog, measured);
/** The question being answered; another one ends the work on it. */
let current = 0;

const send = (reply: TcoReply): void => { globalThis.postMessage(reply); };

/** Lets messages in between two rows. */
const giveWay = async (): Promise<void> => {
  await new Promise((resolve) => { setTimeout(resolve, 0); });
};

async function answer({ id, document, scenarioId, speeds }: TcoTask): Promise<void> {
  const steps = makeTcoTable(planner,
    { document, scenarioId, systems: rivalSystems, speeds, movesFor });
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      send({ id, kind: 'done', table: step.value });
      return;
    }
    send({ id, kind: 'progress', ...step.value });
    await giveWay();
    if (current !== id) return;
  }
}

async function take(task: TcoTask): Promise<void> {
  current = task.id;
  try {
    await answer(task);
  } catch (problem) {
    send({ id: task.id, kind: 'failed',
      detail: problem instanceof Error ? problem.message : String(problem) });
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<TcoTask>) => { void take(data); });
