import { Worker } from 'node:worker_threads';
import type { TaskLimits } from './limits.ts';

/** What the watching thread writes to standard error before it ends the process. */
export const overruns = { time: 'aifp-overrun time', memory: 'aifp-overrun memory' } as const;

/** Numbers shared with the thread. */
const cells = 3;
const busyCell = 0;
const cpuCell = 1;
const memoryCell = 2;

/**
 * Runs in a thread of its own, which goes on while SQLite or a parser holds the main one,
 * and ends the whole process: a thread could not be stopped inside native code. A text,
 * so that no bundler makes it refer to something the thread does not have, and no file
 * has to be found inside an archive.
 */
const watching = `
const { workerData: { shared, lookMs, words } } = process.getBuiltinModule('node:worker_threads');
const { writeSync } = process.getBuiltinModule('node:fs');
const flags = new Int32Array(shared, 0, 2);
const limits = new Float64Array(shared);
const end = (word) => {
  writeSync(2, word + '\\n');
  process.kill(process.pid, 'SIGKILL');
};
for (;;) {
  if (Atomics.load(flags, ${busyCell}) === 0) Atomics.wait(flags, ${busyCell}, 0);
  else Atomics.wait(flags, 1, 0, lookMs);
  if (Atomics.load(flags, ${busyCell}) === 0) continue;
  const { user, system } = process.cpuUsage();
  if (user + system > limits[${cpuCell}]) end(words.time);
  if (process.memoryUsage.rss() > limits[${memoryCell}]) end(words.memory);
}`;

/** Often enough that little is taken between two looks. */
const lookMs = 50;

/** Holds this process to the limits of one task at a time. */
export interface Watchdog {
  readonly begin: (limits: TaskLimits) => void;
  readonly end: () => void;
}

export function startWatchdog(): Watchdog {
  const shared = new SharedArrayBuffer(cells * Float64Array.BYTES_PER_ELEMENT);
  const flags = new Int32Array(shared, 0, 2);
  const limits = new Float64Array(shared);
  const thread = new Worker(watching,
    { eval: true, workerData: { shared, lookMs, words: overruns } });
  thread.unref();
  return {
    begin: ({ cpuSeconds, memoryBytes }) => {
      const { user, system } = process.cpuUsage();
      limits[cpuCell] = user + system + cpuSeconds * 1e6;
      limits[memoryCell] = memoryBytes;
      Atomics.store(flags, busyCell, 1);
      Atomics.notify(flags, busyCell);
    },
    end: () => { Atomics.store(flags, busyCell, 0); },
  };
}
