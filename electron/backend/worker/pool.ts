import { refuse, type Result } from '../../../shared/units/result.ts';
import type { TaskLimits } from './limits.ts';
import type { StartWorker } from './process.ts';
import { createSlot, type Job, type Slot } from './slot.ts';
import type { TaskMessage, TaskName, TaskProblem, Tasks } from './tasks.ts';

/** Two hostile files at once still leave a process for an honest one. */
const mostProcesses = 3;

/** Processes for foreign content, started when needed. */
export interface Workers {
  /** Runs a task elsewhere. @throws Error when the task itself threw: a mistake of ours */
  readonly run: <K extends TaskName>(
    task: K, args: Tasks[K]['args'], limits: TaskLimits,
  ) => Promise<Result<Tasks[K]['reply'], TaskProblem>>;
  readonly close: () => void;
}

export function createWorkers(start: StartWorker): Workers {
  const slots = new Set<Slot>();
  const waiting: Job[] = [];
  let next = 1;
  let closed = false;

  function findSlot(): Slot | null {
    const free = [...slots].find((slot) => slot.isFree());
    if (free !== undefined) return free;
    if (slots.size >= mostProcesses) return null;
    const slot = createSlot(start, pump, (gone) => {
      slots.delete(gone);
      pump();
    });
    slots.add(slot);
    return slot;
  }

  function pump(): void {
    while (waiting.length > 0 && !closed) {
      const slot = findSlot();
      const job = slot === null ? undefined : waiting.shift();
      if (slot === null || job === undefined) return;
      slot.begin(job);
    }
  }

  return {
    run: (task, args, limits) => new Promise((resolve, reject) => {
      if (closed) return reject(new Error('the host is closing'));
      const message: TaskMessage = { id: next++, task, args, limits };
      waiting.push({
        message, fail: reject,
        // The process answers a task with the reply of that task.
        settle: (outcome) => {
          resolve(outcome as Result<Tasks[typeof task]['reply'], TaskProblem>);
        },
      });
      pump();
    }),
    close: () => {
      closed = true;
      for (const slot of slots) slot.kill();
      for (const job of waiting.splice(0))
        job.settle(refuse({ code: 'ended', detail: 'the host is closing' }));
    },
  };
}
