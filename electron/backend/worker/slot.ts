import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { startSeconds, type TaskLimits } from './limits.ts';
import type { StartWorker, WorkerProcess } from './process.ts';
import type { TaskMessage, TaskProblem, WorkerMessage } from './tasks.ts';
import { overruns } from './watchdog.ts';

/** A task and whoever waits for it. */
export interface Job {
  readonly message: TaskMessage;
  readonly settle: (outcome: Result<unknown, TaskProblem>) => void;
  readonly fail: (error: Error) => void;
}

/** One process and the job it has, if any. */
export interface Slot {
  readonly isFree: () => boolean;
  readonly begin: (job: Job) => void;
  readonly kill: () => void;
}

/** Why a process went away without an answer. */
function explainEnd(
  words: string, late: boolean, { cpuSeconds, memoryBytes }: TaskLimits,
): TaskProblem {
  if (late || words.includes(overruns.time)) return { code: 'too-slow', seconds: cpuSeconds };
  if (words.includes(overruns.memory) || /heap out of memory|bad_alloc/iu.test(words)) {
    return { code: 'too-much-memory', limitBytes: memoryBytes };
  }
  return { code: 'ended', detail: words.trim().slice(0, 300) };
}

/**
 * Starts a process with its first job and keeps it for further ones.
 * @param freed called after each job: the process takes another
 * @param gone called when the process has ended, its job settled
 */
export function createSlot(
  start: StartWorker, freed: () => void, gone: (slot: Slot) => void,
): Slot {
  let job: Job | null = null;
  let timer: NodeJS.Timeout | undefined;
  let late = false;

  function release(): Job | null {
    clearTimeout(timer);
    const done = job;
    job = null;
    return done;
  }
  const clock = (running: WorkerProcess, seconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      late = true;
      running.kill();
    }, seconds * 1000);
  };
  const running: WorkerProcess = start({
    said: (message: WorkerMessage) => {
      if (job?.message.id !== message.id) return;
      if (message.state === 'begun') return clock(running, job.message.limits.wallSeconds);
      const done = release();
      running.hold(false);
      if (message.state === 'done') done?.settle(ok(message.reply));
      else done?.fail(new Error(message.detail));
      freed();
    },
    ended: (words) => {
      const lost = release();
      lost?.settle(refuse(explainEnd(words, late, lost.message.limits)));
      gone(slot);
    },
  });
  const slot: Slot = {
    isFree: () => job === null,
    begin: (next) => {
      job = next;
      running.hold(true);
      clock(running, startSeconds);
      running.post(next.message);
    },
    kill: () => { running.kill(); },
  };
  return slot;
}
