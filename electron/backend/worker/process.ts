import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { WorkerMessage } from './tasks.ts';

/** A started process as its owner sees it. */
export interface WorkerProcess {
  readonly post: (message: unknown) => void;
  /** Ends it at once, whatever it is doing. */
  readonly kill: () => void;
  /** Whether the host must stay alive for it: only while a task runs. */
  readonly hold: (needed: boolean) => void;
}

/** What a started process tells its owner. `ended` comes once, after everything else. */
export interface WorkerListener {
  readonly said: (message: WorkerMessage) => void;
  /** @param words what it wrote to standard error, the last of it */
  readonly ended: (words: string) => void;
}

export type StartWorker = (listener: WorkerListener) => WorkerProcess;

/** The last words of a process; a heap dump is longer. */
export const keptWords = 2000;

/** Beside this module: `entry.ts` in a checkout, `worker.js` in a bundle. */
export const workerFile = (): string => {
  const isSource = import.meta.filename.endsWith('.ts');
  return join(import.meta.dirname, isSource ? 'entry.ts' : 'worker.js');
};

/** Starts the process under the running Node. Electron's main process has a way of its own. */
export const forkWorker: StartWorker = ({ said, ended }) => {
  const child = fork(workerFile(), [],
    { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  let words = '';
  child.stderr?.on('data',
    (chunk: Buffer) => { words = (words + chunk.toString()).slice(-keptWords); });
  // our own file sends nothing else
  child.on('message', (message) => { said(message as WorkerMessage); });
  child.once('error', (error) => { words += error.message; });
  child.once('close', () => { ended(words); });
  return {
    post: (message) => {
      // A process that has just died answers nothing; its end is told by `ended`.
      if (child.connected) child.send(message as object, () => undefined);
    },
    kill: () => { child.kill('SIGKILL'); },
    hold: (needed) => {
      if (needed) {
        child.ref();
        child.channel?.ref();
      } else {
        child.unref();
        child.channel?.unref();
        const { stderr } = child;
        if (stderr !== null && 'unref' in stderr && typeof stderr.unref === 'function')
          stderr.unref();
      }
    },
  };
};
