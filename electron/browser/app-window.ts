import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserSwitches, findBrowser, thisMachine, type Machine } from './find-browser.ts';

/**
 * A browser that ends this soon never showed a window: no display after all, or a broken
 * installation.
 */
const failedStartMs = 3_000;

/** Whether a window can be shown: on Linux only in an X or Wayland session. */
export const hasDisplay = (
  { platform, env }: Pick<Machine, 'platform' | 'env'> = thisMachine,
): boolean =>
  platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);

/**
 * Shows the application in a window without tabs or address, under a profile of its own,
 * removed afterwards.
 * @param address lets its first visitor in; it stands in no argument of the browser
 * @param stop closes the window
 * @returns 'closed' once the window is gone, 'none' when none could be shown
 */
export async function showWindow(
  address: string, stop: AbortSignal, machine: Machine = thisMachine,
): Promise<'closed' | 'none'> {
  const browser = findBrowser(machine);
  if (!browser.ok || !hasDisplay(machine)) return 'none';
  // Readable by this account alone, as is everything in it.
  const profile = mkdtempSync(join(folderFor(browser.value), 'aifp-window-'));
  const started = Date.now();
  try {
    const door = join(profile, 'open.html');
    writeFileSync(door, doorTo(address), { mode: 0o600, flag: 'wx' });
    const switches = [`--app=${pathToFileURL(door).href}`, `--user-data-dir=${profile}`,
      ...browserSwitches()];
    const code = await run(browser.value, switches, stop);
    return code !== 0 && Date.now() - started < failedStartMs ? 'none' : 'closed';
  } finally {
    // The browser's helpers may still be writing for a moment.
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/**
 * A page that leads to an address. The address lets its first visitor in, and what is on
 * a command line can be read by every account of the machine.
 */
const doorTo = (address: string): string =>
  `<!doctype html><meta charset="utf-8"><title>AI Factory Planner</title><meta http-equiv="refresh" content="0;url=${address.replaceAll('&', '&amp;')}">\n`;

/**
 * A browser packed as a snap has a folder for temporary files of its own and does not see
 * ours.
 */
function folderFor(browser: string): string {
  const common = join(homedir(), 'snap', 'chromium', 'common');
  return browser.startsWith('/snap/') && existsSync(common) ? common : tmpdir();
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
