import type { ProgramReply, ProgramTask } from './programs-task.ts';
import { pageSolver } from './solver-code.ts';

const send = (reply: ProgramReply): void => { globalThis.postMessage(reply); };

async function take({ id, program, options }: ProgramTask): Promise<void> {
  try {
    const solver = await pageSolver();
    send({ id, kind: 'done', answer: solver.solve(program, options) });
  } catch (problem) {
    send({ id, kind: 'failed',
      detail: problem instanceof Error ? problem.message : String(problem) });
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ProgramTask>) => {
  void take(data);
});
