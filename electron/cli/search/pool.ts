import { availableParallelism } from 'node:os';
import { setImmediate as giveWay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Sweep, SweepCell } from '../../../shared/search/plans/sweep.ts';
import type { Block, SweepOrder } from './work.ts';

/** Runs of one block: short enough to share, long enough that sending costs nothing. */
const blockRuns = 64;
/** Plans below which another thread would only be started to be stopped. */
const worthAThread = 500;

const workerFile = (): URL => (import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : pathToFileURL(join(import.meta.dirname, 'checkout-search.js')));

/** Threads for so many plans: those asked for, or as many as are worth starting. */
export const threadsFor = (runs: number, asked: number | null): number =>
  asked ?? Math.max(1, Math.min(availableParallelism(), Math.floor(runs / worthAThread)));

interface Sent {
  readonly block: Block;
  readonly cells: readonly SweepCell[];
}

/** Blocks still to be planned, in order, and where their cells go. */
class Queue {
  private next: number;
  private readonly to: number;
  private readonly done = new Map<number, readonly SweepCell[]>();
  private readonly from: number;
  planned = 0;

  constructor(from: number, to: number) {
    [this.from, this.next, this.to] = [from, from, to];
  }

  take(): Block | null {
    if (this.next >= this.to) return null;
    const from = this.next;
    this.next = Math.min(this.to, from + blockRuns);
    return { from, to: this.next };
  }

  put({ block, cells }: Sent): void {
    this.done.set(block.from, cells);
    this.planned += cells.length;
  }

  get total(): number {
    return this.to - this.from;
  }

  /** Cells from the first on, as far as they are there without a gap; each once. */
  *ready(): Generator<SweepCell> {
    for (let at = this.handed ?? this.from; ;) {
      const cells = this.done.get(at);
      if (cells === undefined) return;
      this.done.delete(at);
      at += cells.length;
      this.handed = at;
      yield* cells;
    }
  }

  private handed: number | null = null;
}

/** A thread that takes blocks until there are none; resolves when its last one is back. */
function startThread(order: SweepOrder, queue: Queue): { worker: Worker; ended: Promise<void> } {
  const worker = new Worker(workerFile(), { workerData: order });
  const ended = new Promise<void>((done, failed) => {
    worker.on('error', failed);
    worker.on('message', (sent: Sent | 'ready') => {
      if (sent !== 'ready') queue.put(sent);
      const block = queue.take();
      if (block === null) done();
      else worker.postMessage(block);
    });
  });
  return { worker, ended };
}

/** What a run of a sweep is told on the way. */
export interface Watch {
  readonly cell: (cell: SweepCell) => void;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Plans runs of a sweep on this thread and others, and hands the cells out in order:
 * whoever planned them, the same cells.
 * @param threads 1 plans everything here
 */
export async function planCells(
  sweep: Sweep, order: SweepOrder, runs: Block, threads: number, watch: Watch,
): Promise<void> {
  const queue = new Queue(runs.from, runs.to);
  const others = Array.from({ length: threads - 1 }, () => startThread(order, queue));
  const failures = Promise.all(others.map(({ ended }) => ended));
  failures.catch(() => undefined);
  const handOut = (): void => {
    for (const cell of queue.ready()) watch.cell(cell);
    watch.progress(queue.planned, queue.total);
  };
  try {
    for (let block = queue.take(); block !== null; block = queue.take()) {
      const cells: SweepCell[] = [];
      for (let run = block.from; run < block.to; run++) cells.push(sweep.cellAt(run));
      queue.put({ block, cells });
      handOut();
      await giveWay();
    }
    // A thread that is not up yet has nothing left to do.
    while (queue.planned < queue.total) {
      await Promise.race([failures, new Promise((done) => { setTimeout(done, 5); })]);
      handOut();
    }
    handOut();
  } finally {
    await Promise.all(others.map(({ worker }) => worker.terminate()));
  }
}
