import { fork, type ChildProcess } from 'node:child_process';
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
  /** What the process answered; 'hang' when it took longer than the limit, 'crash' when it ended. */
  readonly ask: (question: unknown) => Promise<ProbeAnswer | 'hang' | 'crash'>;
  readonly close: () => void;
}

/** A machine under load is slow without anything being wrong; a question that is stuck never answers. */
const hangMs = 15_000;

/**
 * Starts a worker of this folder that answers one question at a time, and starts it anew when it is lost.
 * @param file name of the worker's module
 */
export function createProbe(file: string): Probe {
  const path = fileURLToPath(new URL(file, import.meta.url));
  let child: ChildProcess | null = null;
  const start = (): ChildProcess => {
    const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'aifp-campaign-compiled') };
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
          clearTimeout(limit);
          asked.removeAllListeners();
          if (typeof answer === 'string') drop();
          resolve(answer);
        };
        const limit = setTimeout(() => {
          end('hang');
        }, hangMs);
        asked.once('message', (message) => {
          end(answerSchema.parse(message));
        });
        asked.once('exit', () => {
          end('crash');
        });
        asked.send(question as never);
      }),
    close: drop,
  };
}
