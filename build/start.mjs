import { join } from 'node:path';
import { ensureBuilt } from './setup/built.mjs';
import { getElectron, hasDisplay } from './setup/electron.mjs';
import { ensureInstalled, projectNode } from './setup/install.mjs';
import { root, run, say } from './setup/run.mjs';

/**
 * `npm start [-- file.aifp] [--projects DIR] [--port N] [--no-window]`: installs and builds what is missing,
 * then opens the application: in Electron where it can run, otherwise through the browser host.
 */
const args = process.argv.slice(2);
const cwd = process.env.INIT_CWD ?? process.cwd();

/** An Electron that ends this soon with an error never showed a window (missing libraries, no sandbox). */
const failedStartMs = 5_000;

/** Why Electron is not used, or null when it ran and was closed by its user. */
async function tryElectron() {
  if (args.some((word) => /^--(no-window|port|data)\b/.test(word))) return 'Asked for the browser host';
  if (!hasDisplay()) return 'No display for Electron';
  if (process.platform === 'linux' && process.getuid?.() === 0) return 'Electron does not run sandboxed as root';
  const electron = await getElectron();
  if (electron === null) return 'Electron is not installed and could not be fetched';
  const started = Date.now();
  const code = await run(electron, [root, ...args], { cwd });
  if (code !== 0 && Date.now() - started < failedStartMs) return `Electron could not start (exit code ${code})`;
  process.exitCode = code;
  return null;
}

try {
  await ensureInstalled();
  await ensureBuilt();
  const reason = await tryElectron();
  if (reason !== null) {
    say(`${reason}: starting the browser host.`);
    process.exitCode = await run(projectNode(), [join(root, 'out', 'main', 'host.js'), ...args], { cwd });
  }
} catch (problem) {
  say(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
