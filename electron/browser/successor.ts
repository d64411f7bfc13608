import { spawn, type ChildProcess } from 'node:child_process';

/** A host that failed within this time of its start would fail again at once. */
export const restartAfterMs = 60_000;

/** Exit code of a host that failed by a mistake of ours, as other programs have it. */
export const failureCode = 70;

/** Set for a host that takes over; what it needs to know comes over its channel. */
const role = 'AIFP_SUCCESSOR';

/**
 * What a host tells the one that takes over, so that pages go on with the same address
 * and cookie.
 */
export interface Inheritance {
  readonly port: number;
  readonly secret: string;
}

/** The host that took over, seen from the process that failed and now only waits. */
export interface Successor {
  /** Prints another address. */
  readonly announce: () => void;
  /** Lets it close its projects; resolves when it has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a host in place of this one, and another in place of that, unless one fails
 * within a minute.
 * @param args this program's own, without a file: pages open again what they had open
 * @param ended told the exit code when there is no host any more
 */
export function startSuccessor(
  args: readonly string[], inheritance: Inheritance, ended: (code: number) => void,
): Successor {
  let stopping = false;
  let child = launch();

  function launch(): ChildProcess {
    const started = Date.now();
    const words = [...process.execArgv, process.argv[1] ?? '', ...args];
    const next = spawn(process.execPath, words, {
      stdio: ['pipe', 'inherit', 'inherit', 'ipc'], env: { ...process.env, [role]: '1' },
    });
    next.send(inheritance);
    next.once('exit', (code) => {
      if (!stopping && code === failureCode && Date.now() - started > restartAfterMs)
        child = launch();
      else ended(code ?? 0);
    });
    return next;
  }

  return {
    announce: () => { child.stdin?.write('\n'); },
    stop: () => new Promise((resolve) => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => { resolve(); });
      child.kill('SIGTERM');
    }),
  };
}

/** What was handed to this process if it takes over from another, else null. */
export async function readInheritance(): Promise<Inheritance | null> {
  if (process.env[role] === undefined || process.send === undefined) return null;
  const message =
    await new Promise<unknown>((resolve) => { process.once('message', resolve); });
  process.once('disconnect', () => { process.kill(process.pid, 'SIGTERM'); });
  return message as Inheritance; // sent by `startSuccessor` of this same program
}
