import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { findMentions } from '../../../shared/disclosure/mentions.ts';
import { preparePackage } from '../../../shared/disclosure/prepare.ts';
import { reviewSteps } from '../../../shared/disclosure/review.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { disclosureModes } from '../../../shared/project/disclosure.ts';
import type { DisclosureReply, DisclosureTask, PackageDraft } from './disclosure-task.ts';

const planner = createPlanner(builtInCatalog, loadMeasuredPoints());
/** The question being answered; another one, or none, ends the work on it. */
let current: number | null = null;

const send = (reply: DisclosureReply): void => { globalThis.postMessage(reply); };

/** Lets messages in between two steps. */
const giveWay = async (): Promise<void> => {
  await new Promise((resolve) => { setTimeout(resolve, 0); });
};

async function answer(id: number, draft: PackageDraft): Promise<void> {
  const { document, scenarioIds, redact, disclosure } = draft;
  const prepared = preparePackage(document, scenarioIds, redact);
  if (!prepared.ok) {
    send({ id, kind: 'failed', detail: prepared.error.code });
    return;
  }
  const { records, hidden } = prepared.value;
  const steps = reviewSteps(prepared.value, planner, disclosure);
  const total = disclosureModes.length * (hidden.length + 1);
  for (let done = 0; ; done++) {
    send({ id, kind: 'progress', done, total });
    await giveWay();
    if (current !== id) return;
    const step = steps.next();
    if (step.done !== true) continue;
    send({ id, kind: 'done', answer: {
      choices: step.value, mentions: findMentions(records, hidden),
    } });
    return;
  }
}

async function take(task: DisclosureTask): Promise<void> {
  current = task.kind === 'ask' ? task.id : null;
  if (task.kind === 'stop') return;
  try {
    await answer(task.id, task.draft);
  } catch (problem) {
    const detail = problem instanceof Error ? problem.message : String(problem);
    send({ id: task.id, kind: 'failed', detail });
  }
}

globalThis.addEventListener('message',
  ({ data }: MessageEvent<DisclosureTask>) => { void take(data); });
