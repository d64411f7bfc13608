import { utilityProcess } from 'electron';
import { keptWords, workerFile, type StartWorker } from '../backend/worker/process.ts';
import type { WorkerMessage } from '../backend/worker/tasks.ts';

/**
 * Starts the process for foreign content inside Electron, whose program cannot be run as
 * plain Node (fuse). The file lies in the archive beside the main process.
 */
export const startUtility: StartWorker = ({ said, ended }) => {
  const child = utilityProcess.fork(workerFile(), [],
    { serviceName: 'aifp-foreign', stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  let silent = child.stderr === null;
  let gone = false;
  /** Once it has ended and what it wrote last has arrived. */
  const end = (): void => { if (gone && silent) ended(words); };
  child.stderr?.on('data',
    (chunk: Buffer) => { words = (words + chunk.toString()).slice(-keptWords); });
  // our own file sends nothing else
  child.on('message', (message: WorkerMessage) => { said(message); });
  child.on('error', (type, location) => { words += `${type} ${location}`; });
  child.stderr?.once('end', () => {
    silent = true;
    end();
  });
  child.once('exit', () => {
    gone = true;
    end();
  });
  return {
    post: (message) => { child.postMessage(message); },
    kill: () => { child.kill(); },
    // Electron's main process lives by its windows, not by what it waits for.
    hold: () => undefined,
  };
};
