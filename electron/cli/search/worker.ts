import { parentPort, workerData } from 'node:worker_threads';
import { createWork, type Block, type SweepOrder } from './work.ts';

/** A thread that plans blocks of a sweep, one after another, as they are sent. */
const work = createWork(workerData as SweepOrder);
parentPort?.on('message', (block: Block) => {
  parentPort?.postMessage({ block, cells: work(block) });
});
parentPort?.postMessage('ready');
