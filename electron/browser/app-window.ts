import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserSwitches, findBrowser, thisMachine, type Machine } from './find-browser.ts';

/** A browser that ends this soon never showed a window: no display after all, or a broken installation. */
const failedStartMs = 3_000;

/** Whether a window can be shown: on Linux only in an X or Wayland session. */
export const hasDisplay = ({ platform, env }: Pick<Machine, 'platform' | 'env'> = thisMachine): boolean =>
  platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);

/**
 * Shows the application in a window without tabs or address, under a profile of its own, removed afterwards.
 * @param stop closes the window
 * @returns 'closed' once the window is gone, 'none' when none could be shown
 */
export async function showWindow(
  address: string, stop: AbortSignal, machine: Machine = thisMachine,
): Promise<'closed' | 'none'> {
  const browser = findBrowser(machine);
  if (!browser.ok || !hasDisplay(machine)) return 'none';
  const profile = mkdtempSync(join(tmpdir(), 'aifp-window-'));
  const started = Date.now();
  try {
    const switches = [`--app=${address}`, `--user-data-dir=${profile}`, ...browserSwitches()];
    const code = await run(browser.value, switches, stop);
    return code !== 0 && Date.now() - started < failedStartMs ? 'none' : 'closed';
  } finally {
    // The browser's helpers may still be writing for a moment.
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Exit code of a program, 0 when it was stopped. */
function run(program: string, args: readonly string[], stop: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore' });
    const end = (): void => { child.kill(); };
    stop.addEventListener('abort', end, { once: true });
    child.once('error', () => { resolve(1); });
    child.once('exit', (code) => {
      stop.removeEventListener('abort', end);
      resolve(code ?? 0);
    });
  });
}
