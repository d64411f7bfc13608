import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { evidenceEffects } from '../../../shared/uncertainty/evidence-share.ts';
import { rankInputs } from '../../../shared/uncertainty/ranking.ts';
import { catalogReads, makeMovable, type World } from '../../../shared/uncertainty/world.ts';
import {
  figuresAsked, type SensitivityReply, type SensitivityTask,
} from './sensitivity-task.ts';

const measured = loadMeasuredPoints();
/** The question being answered; another one, or none, ends the work on it. */
let current: number | null = null;

const send = (reply: SensitivityReply): void => { globalThis.postMessage(reply); };

/** Lets messages in between two slices of work. */
const giveWay = async (): Promise<void> => {
  await new Promise((resolve) => { setTimeout(resolve, 0); });
};

/** Longest slice of work without looking for messages, ms. */
const sliceMs = 40;

async function answer(id: number, world: World): Promise<void> {
  send({ id, kind: 'reads', refs: catalogReads(world) });
  await giveWay();
  const movable = makeMovable(world);
  if (movable === null) {
    send({ id, kind: 'done', answer: null });
    return;
  }
  const steps = rankInputs(movable, figuresAsked);
  let sliceEnds = performance.now() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      send({ id, kind: 'done', answer: {
        effects: evidenceEffects(movable, step.value, figuresAsked), ranked: step.value,
      } });
      return;
    }
    if (performance.now() < sliceEnds) continue;
    send({ id, kind: 'progress', ...step.value });
    await giveWay();
    if (current !== id) return;
    sliceEnds = performance.now() + sliceMs;
  }
}

async function take(task: SensitivityTask): Promise<void> {
  current = task.kind === 'ask' ? task.id : null;
  if (task.kind === 'stop') return;
  const { id, document, scenarioId } = task;
  try {
    await answer(id, { document, scenarioId, catalog: builtInCatalog, measured });
  } catch (problem) {
    send({ id, kind: 'failed',
      detail: problem instanceof Error ? problem.message : String(problem) });
  }
}

globalThis.addEventListener('message',
  ({ data }: MessageEvent<SensitivityTask>) => { void take(data); });
