import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Longest wait for an answer, ms: a busy machine is slow without anything being wrong. */
const answerLimitMs = 300_000;

/** A browser host in a process of its own. */
export interface Host {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly cookie: string;
}

/**
 * Starts a host over folders of its own in `folder`.
 * @throws Error when it does not start
 */
export async function startApiHost(folder: string): Promise<Host> {
  mkdirSync(join(folder, 'pages'), { recursive: true });
  writeFileSync(join(folder, 'pages', 'index.html'), '<!doctype html>');
  const child = fork(fileURLToPath(new URL('api-host.ts', import.meta.url)), [folder], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const message: unknown = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => {
      reject(new Error('the host did not start'));
    });
  });
  const { address } = z.object({ address: z.string() }).parse(message);
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { child, origin: new URL(address).origin, cookie };
}

const replySchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.string(), detail: z.string().optional() }),
  }),
]);

export interface Answered {
  readonly status: number;
  readonly ms: number;
  readonly reply: z.infer<typeof replySchema> | null;
}

/** Calls one command as a page does. */
export async function callHost(
  { origin, cookie }: Host, name: string, args: unknown,
): Promise<Answered> {
  const started = performance.now();
  const response = await fetch(`${origin}/api/${name}`, {
    method: 'POST',
    body: JSON.stringify(args),
    headers: { cookie, origin, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(answerLimitMs),
  });
  const text = await response.text();
  const ms = performance.now() - started;
  const reply =
    response.headers.get('content-type')?.startsWith('application/json') === true
      ? replySchema.safeParse(JSON.parse(text))
      : null;
  return { status: response.status, ms, reply: reply?.success === true ? reply.data : null };
}

const heldSchema = z.object({ heldMs: z.number() });

/**
 * The longest the host has kept other calls waiting since it was last asked: processor time
 * of its main thread between two turns, which a busy machine does not lengthen.
 * @throws Error when the host has ended
 */
export async function askHeldMs({ child }: Host): Promise<number> {
  const ended = new AbortController();
  const end = (): void => {
    ended.abort();
  };
  child.once('exit', end);
  try {
    const answer = once(child, 'message', { signal: ended.signal });
    child.send('held', (problem) => {
      if (problem !== null) end();
    });
    const [message] = await answer;
    return heldSchema.parse(message).heldMs;
  } finally {
    child.off('exit', end);
  }
}
