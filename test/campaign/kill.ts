import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const worker = fileURLToPath(new URL('kill-worker.ts', import.meta.url));

/** Workers load the whole engine: what Node has compiled once it need not compile again. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'aifp-campaign-compiled') };

/** One operation the worker was told is done. */
export interface Acknowledged {
  readonly op: string;
  readonly revision: number;
  readonly hash: string;
  /** Id or path of what the operation made, '-' for none. */
  readonly made: string;
}

/** What a worker had said when it ended. */
export interface Ended {
  readonly done: readonly Acknowledged[];
  /** The operation under way, null between two. */
  readonly underWay: string | null;
  /** Operation and code of a refusal, which ends a worker by itself. */
  readonly refused: string | null;
  readonly killed: boolean;
  readonly errors: string;
}

export interface Killing {
  readonly mode: string;
  readonly path: string;
  readonly folder: string;
  readonly seed: number;
  /**
   * The clock of the kill starts when the worker says its first word, or when opening has
   * been acknowledged.
   */
  readonly from: 'first-word' | 'opened';
  readonly afterMs: number;
  /** Called once opening has been acknowledged; the kill comes `afterMs` after it is done. */
  readonly meanwhile?: (child: ChildProcess, linesSoFar: () => number) => Promise<void>;
}

/** Longest a worker may take to its first word, ms: a machine under load starts slowly. */
const startLimitMs = 60_000;

/**
 * Starts a worker and ends it without warning.
 * @returns what it had said; `killed` false when it ended by itself
 */
export function runUntilKilled({
  mode,
  path,
  folder,
  seed,
  from,
  afterMs,
  meanwhile,
}: Killing): Promise<Ended> {
  const child = spawn(process.execPath, [worker, mode, path, folder, String(seed)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  let armed = false;
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  const limit = setTimeout(kill, startLimitMs);
  const arm = async (): Promise<void> => {
    await meanwhile?.(child,
      () => output.split('\n').filter((line) => line.startsWith('<')).length);
    clearTimeout(limit);
    setTimeout(kill, afterMs);
  };
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (armed || !output.includes(from === 'opened' ? '<' : '>')) return;
    armed = true;
    void arm();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_code, signal) => {
      clearTimeout(limit);
      resolve({ ...readLines(output), killed: signal === 'SIGKILL',
        errors: errors.slice(0, 500) });
    });
  });
}

/** What the worker's lines say; a last line without its end was never written. */
export function readLines(output: string): Pick<Ended, 'done' | 'underWay' | 'refused'> {
  const done: Acknowledged[] = [];
  let underWay: string | null = null;
  let refused: string | null = null;
  for (const line of output.split('\n').slice(0, -1)) {
    const [mark, op = '', revision = '', hash = '', ...made] = line.split(' ');
    if (mark === '>') underWay = op;
    if (mark === '!') refused = `${op} ${revision}`;
    if (mark !== '<') continue;
    done.push({ op, revision: Number(revision), hash, made: made.join(' ') });
    underWay = null;
  }
  return { done, underWay, refused };
}
