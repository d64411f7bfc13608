import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const answerSchema = z.object({
  /** 'ok', a code of refusal, or 'threw'. */
  outcome: z.string(),
  /** What a person is told, or the stack of what was thrown. */
  text: z.string(),
  cpuMs: z.number(),
  rssMb: z.number(),
  /** Further things that are wrong with the answer. */
  faults: z.array(z.string()),
});

export type ProbeAnswer = z.infer<typeof answerSchema>;

/** A process that may hang or fall without harm to the campaign. */
export interface Probe {
  /**
   * What the process answered; 'hang' when it took longer than the limit, 'crash' when it
   * ended.
   */
  readonly ask: (question: unknown) => Promise<ProbeAnswer | 'hang' | 'crash'>;
  readonly close: () => void;
}

/** A question that has taken so much processor time never answers, ms. */
const hangCpuMs = 5_000;
/**
 * A machine under load is slow without anything being wrong: longest wait where processor
 * time is not told, ms.
 */
const hangWallMs = 120_000;
const lookEveryMs = 500;

/**
 * Processor time of another process, ms; null where the system does not tell it as Linux
 * does.
 */
function cpuMsOf(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8')
      .split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10; // ticks of a hundredth of a second
  } catch {
    return null;
  }
}

/**
 * Starts a worker of this folder that answers one question at a time, and starts it anew
 * when it is lost.
 * @param file name of the worker's module
 */
export function createProbe(file: string): Probe {
  const path = fileURLToPath(new URL(file, import.meta.url));
  let child: ChildProcess | null = null;
  const start = (): ChildProcess => {
    const env = { ...process.env,
      NODE_COMPILE_CACHE: join(tmpdir(), 'aifp-campaign-compiled') };
    return fork(path, [], { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  };
  const drop = (): void => {
    child?.kill('SIGKILL');
    child = null;
  };
  return {
    ask: (question) =>
      new Promise((resolve) => {
        const asked = child ?? start();
        child = asked;
        const end = (answer: ProbeAnswer | 'hang' | 'crash'): void => {
          clearInterval(watch);
          asked.removeAllListeners();
          if (typeof answer === 'string') drop();
          resolve(answer);
        };
        const [startedMs, startedCpuMs] = [performance.now(), cpuMsOf(asked.pid)];
        const watch = setInterval(() => {
          const cpuMs = (cpuMsOf(asked.pid) ?? 0) - (startedCpuMs ?? 0);
          if (cpuMs > hangCpuMs || performance.now() - startedMs > hangWallMs) end('hang');
        }, lookEveryMs);
        asked.once('message', (message) => {
          end(answerSchema.parse(message));
        });
        const crashed = (): void => {
          end('crash');
        };
        asked.once('exit', crashed);
        asked.once('error', crashed);
        asked.send(question as never);
      }),
    close: drop,
  };
}
