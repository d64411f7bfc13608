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
 * Runs in a thread of its own, which goes on while SQLite or a parser holds the main one, and ends the whole
 * process: a thread could not be stopped inside native code. It must not refer to anything outside itself.
 */
function watch(): void {
  const threads = process.getBuiltinModule('node:worker_threads');
  const files = process.getBuiltinModule('node:fs');
  const { shared, lookMs, words } = threads.workerData as {
    shared: SharedArrayBuffer; lookMs: number; words: { time: string; memory: string };
  };
  const flags = new Int32Array(shared, 0, 2);
  const limits = new Float64Array(shared);
  const end = (word: string): void => {
    files.writeSync(2, `${word}\n`);
    process.kill(process.pid, 'SIGKILL');
  };
  for (;;) {
    if (Atomics.load(flags, 0) === 0) Atomics.wait(flags, 0, 0);
    else Atomics.wait(flags, 1, 0, lookMs);
    if (Atomics.load(flags, 0) === 0) continue;
    const { user, system } = process.cpuUsage();
    if (user + system > (limits[1] ?? 0)) end(words.time);
    if (process.memoryUsage.rss() > (limits[2] ?? 0)) end(words.memory);
  }
}

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
  const thread = new Worker(`(${watch.toString()})()`, { eval: true, workerData: { shared, lookMs, words: overruns } });
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
