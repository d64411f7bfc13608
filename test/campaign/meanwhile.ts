import { lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { askHeldMs, callHost, startApiHost, type Host } from './api-client.ts';
import { hostileFiles, type Hostile } from './hostile.ts';
import { createTally, type Run, type Tally } from './part.ts';

/** Nobody notices that an answer took as long, ms. */
const unnoticedMs = 100;

/** A file where the host may look; null where the system does not take it. */
function placeIn(folder: string, at: number, { make }: Hostile, sound: string): string | null {
  const path = join(folder, `hostile ${at}.aifp`);
  make(path, sound);
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true ? path : null;
}

/** Opens one file through the host and calls it until that has been answered. */
async function openMeanwhile(
  host: Host, path: string, name: string, tally: Tally,
): Promise<void> {
  await askHeldMs(host);
  let isOpening = true;
  const opening = callHost(host, 'project:open', { path }).then(({ reply }) => {
    isOpening = false;
    tally.see(reply === null ? 'no reply' : reply.ok ? 'ok' : reply.error.code);
  });
  while (isOpening) {
    const { ms } = await callHost(host, 'app:info', {});
    tally.done();
    tally.top('most ms on the clock', Math.round(ms));
    await wait(2);
  }
  await opening;
  const heldMs = await askHeldMs(host);
  tally.top('most ms held', Math.round(heldMs));
  if (heldMs > unnoticedMs)
    tally.breach(`others wait over ${unnoticedMs} ms`, `${name}: ${Math.round(heldMs)} ms`);
}

/**
 * Other calls while each of the hostile files is opened by a browser host. What counts is
 * how long the host's main thread was held in processor time; the time on the clock, which
 * a busy machine lengthens, is told beside it.
 */
export async function callMeanwhile(run: Run, sound: string): Promise<Tally> {
  const tally = createTally('files', 'calls meanwhile');
  const folder = join(run.folder, 'meanwhile');
  mkdirSync(join(folder, 'projects'), { recursive: true });
  const host = await startApiHost(folder);
  try {
    for (let count = 0; count < 20; count++) await callHost(host, 'app:info', {});
    for (const [at, hostile] of hostileFiles.entries()) {
      const path = placeIn(join(folder, 'projects'), at, hostile, sound);
      if (path !== null) await openMeanwhile(host, path, hostile.name, tally);
    }
  } finally {
    host.child.kill('SIGKILL');
  }
  return tally;
}
