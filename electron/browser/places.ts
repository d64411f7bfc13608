import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { thisMachine, type Machine } from './find-browser.ts';

const appName = 'AI Factory Planner';

/**
 * The checkout: two folders up from electron/browser as well as from out/main, where the
 * bundle lies.
 */
const root = join(import.meta.dirname, '..', '..');

export const pagesFolder = join(root, 'out', 'renderer');

export const defaultProjectsFolder = (): string => join(homedir(), appName);

/** Where the system wants an application's own files. */
export function defaultDataFolder(
  machine: Pick<Machine, 'platform' | 'env'> = thisMachine,
): string {
  const { platform, env } = machine;
  const home = homedir();
  if (platform === 'win32')
    return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), appName);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', appName);
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), appName);
}

export function readAppVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}
