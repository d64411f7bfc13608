import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { answerPartialLoad } from '../../../shared/plan/figures/deployment.ts';
import { answerRival } from '../../../shared/plan/figures/rivals.ts';
import type { RivalAnswer, RivalReply, RivalTask } from './rival-task.ts';

const published = loadMeasuredPoints();

function answer({ questions, request, own, peakTokPerSec }: RivalTask): RivalAnswer {
  const measured = [...own, ...published];
  return {
    rivals: questions.map((question) => answerRival(question, measured)),
    responses:
      peakTokPerSec === null ? [] : answerPartialLoad({ ...request, measured }, peakTokPerSec),
  };
}

function reply(task: RivalTask): RivalReply {
  try {
    return { id: task.id, ok: true, answer: answer(task) };
  } catch (problem) {
    return { id: task.id, ok: false,
      detail: problem instanceof Error ? problem.message : String(problem) };
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<RivalTask>) => {
  globalThis.postMessage(reply(data));
});
