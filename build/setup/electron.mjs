import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode } from './install.mjs';
import { root, run, say } from './run.mjs';

/** A start may wait this long for Electron's binary; after that the browser host is the better answer. */
const fetchLimitMs = 20_000;

/** After a failed fetch later starts do not wait again for this long. */
const forgetFailureMs = 3_600_000;

const folder = join(root, 'node_modules', 'electron');
const failure = join(root, '.tmp', 'electron-fetch-failed');

const executableName = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

/** The Electron executable if it is on this machine, else null. */
export function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const path = override === undefined || override === ''
    ? join(folder, 'dist', installedName() ?? executableName)
    : join(override, executableName);
  return existsSync(path) ? path : null;
}

/** Electron's own note of where its executable is; absent until it has been unpacked completely. */
function installedName() {
  try { return readFileSync(join(folder, 'path.txt'), 'utf8').trim(); } catch { return null; }
}

function failedLately() {
  const stat = statSync(failure, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < forgetFailureMs;
}

/** Finds Electron's binary or fetches it within the limit. Answers null when it cannot be had. */
export async function getElectron() {
  const present = findElectron();
  if (present !== null || failedLately()) return present;
  say('Fetching Electron ...');
  const code = await run(projectNode(), [join(folder, 'install.js')], { stdio: 'ignore', limitMs: fetchLimitMs });
  const fetched = code === 0 ? findElectron() : null;
  if (fetched !== null) {
    rmSync(failure, { force: true });
    return fetched;
  }
  mkdirSync(join(root, '.tmp'), { recursive: true });
  writeFileSync(failure, `${code}\n`);
  return null;
}

/** Whether a window can be opened at all: on Linux only with an X or Wayland session. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
