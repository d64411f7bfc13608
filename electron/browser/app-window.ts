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
 * @returns 'closed' once its user has closed it, 'none' when no window could be shown
 */
export async function showWindow(address: string): Promise<'closed' | 'none'> {
  const browser = findBrowser();
  if (!browser.ok || !hasDisplay()) return 'none';
  const profile = mkdtempSync(join(tmpdir(), 'aifp-window-'));
  const started = Date.now();
  try {
    const switches = [`--app=${address}`, `--user-data-dir=${profile}`, ...browserSwitches()];
    const code = await run(browser.value, switches);
    return code !== 0 && Date.now() - started < failedStartMs ? 'none' : 'closed';
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function run(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore' });
    child.once('error', () => { resolve(1); });
    child.once('exit', (code) => { resolve(code ?? 0); });
  });
}
