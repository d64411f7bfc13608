import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PartAnswer, PartMessage, RunTask } from '../../../shared/uncertainty/runs/part.ts';
import type { Run } from '../../../shared/uncertainty/runs/run.ts';

/** Draws given to a thread at once: short enough that all end together. */
const perBlock = 50;

/** Beside this module in a checkout; a file of its own in the bundle. */
const workerFile = (): string => join(import.meta.dirname,
  extname(import.meta.filename) === '.ts' ? 'worker.ts' : 'checkout-risk-worker.js');

/**
 * A draw leaves little behind that the next one needs: with more room for what is new a thread
 * takes twice the memory and no less time. MB, of which a third is one half-space.
 */
const youngMb = 12;

interface Piece {
  readonly task: number;
  readonly from: number;
  readonly to: number;
}

/** The draws that are missing of each run, in pieces. */
const piecesOf = (
  runs: readonly Run[], from: number, to: number,
): readonly Piece[] =>
  runs.flatMap((_, task) => Array.from(
    { length: Math.ceil((to - from) / perBlock) },
    (__, at) => ({ task, from: from + at * perBlock,
      to: Math.min(to, from + (at + 1) * perBlock) }),
  ));

const progressOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, { columns }) => sum + columns.progress().done, 0);

/** Evaluates the pieces here, one after another. */
function evaluateHere(
  runs: readonly Run[], pieces: readonly Piece[], show: (done: number) => void,
): void {
  for (const { task, from, to } of pieces) {
    const run = runs[task];
    run?.take(run.evaluator.evaluate(from, to));
    show(progressOf(runs));
  }
}

/** One thread, which takes a piece whenever it has none. */
async function work(
  tasks: readonly RunTask[], next: () => Piece | undefined, take: (answer: PartAnswer) => void,
): Promise<void> {
  const worker = new Worker(workerFile(),
    { resourceLimits: { maxYoungGenerationSizeMb: youngMb } });
  const post = (message: PartMessage): void => { worker.postMessage(message); };
  try {
    await new Promise<void>((resolve, reject) => {
      const giveNext = (): void => {
        const piece = next();
        if (piece === undefined) resolve();
        else post({ kind: 'evaluate', ...piece });
      };
      worker.on('error', reject);
      worker.on('exit', () => { reject(new Error('a thread ended before its work')); });
      worker.on('message', (answer: PartAnswer) => {
        take(answer);
        giveNext();
      });
      post({ kind: 'tasks', tasks });
      giveNext();
    });
  } finally {
    worker.removeAllListeners('exit');
    await worker.terminate();
  }
}

/**
 * Evaluates draws of several runs in threads. The columns do not depend on how many there
 * are: a draw is the same wherever it is evaluated.
 * @param show called with the number of draws done, all runs together
 */
export async function evaluateRuns(
  runs: readonly Run[], tasks: readonly RunTask[],
  { from, to, workers }: { readonly from: number; readonly to: number;
    readonly workers: number },
  show: (done: number) => void,
): Promise<void> {
  const pieces = piecesOf(runs, from, to);
  const threads = Math.min(workers, pieces.length);
  if (threads <= 1) {
    evaluateHere(runs, pieces, show);
    return;
  }
  let at = 0;
  await Promise.all(Array.from({ length: threads }, () => work(tasks, () => pieces[at++],
    ({ task, block }) => {
      runs[task]?.take(block);
      show(progressOf(runs));
    })));
}
