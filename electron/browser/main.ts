import { existsSync } from 'node:fs';
import { showWindow } from './app-window.ts';
import type { BrowserHost } from './host.ts';
import { parseOptions, usage, type StartOptions } from './options.ts';
import { pagesFolder, readAppVersion } from './places.ts';

/** better-sqlite3 ends the process without a word on older versions, so it is loaded only after this. */
const leastNodeMajor = 24;

/** As the command line has them. */
const exitCodes = { failed: 1, usage: 2, missingTool: 4 } as const;

const say = (text: string): void => { process.stderr.write(`${text}\n`); };

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < leastNodeMajor) {
    say(`This needs Node ${leastNodeMajor} or newer, and runs on ${process.versions.node}. Use: npm start`);
    process.exitCode = exitCodes.missingTool;
    return;
  }
  const options = parseOptions(process.argv.slice(2));
  if (!options.ok) {
    say(`${options.error}\nusage: ${usage}`);
    process.exitCode = exitCodes.usage;
    return;
  }
  try {
    await run(options.value);
  } catch (error) {
    // Pages not built, a port that is taken: one line says it; a stack would not help.
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = exitCodes.failed;
  }
}

async function run(options: StartOptions): Promise<void> {
  const { startHost } = await import('./host.ts');
  const host = await startHost({ ...options, appVersion: readAppVersion(), pages: pagesFolder, log: say });
  try {
    if (options.file !== null) announceFile(host, options.file);
    await stayUntilDone(host.server.address, options, stopOnSignal());
  } finally {
    // Projects are backed up and unlocked on the way out; even without that nothing would be lost.
    await host.close();
  }
}

/** Until the window is closed; without a window, until a signal. */
async function stayUntilDone(address: () => string, options: StartOptions, stop: AbortSignal): Promise<void> {
  if (options.window && await showWindow(address(), stop) === 'closed') return;
  const announce = (): void => { process.stdout.write(`AI Factory Planner is at ${address()}\n`); };
  announce();
  process.stdout.write(`The address lets one browser in, once: Enter prints another.\n`
    + `Projects are in ${options.projectsFolder}. Ctrl+C ends it.\n`);
  process.stdin.on('data', announce).on('error', () => undefined);
  await new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => { resolve(); }, { once: true });
  });
  process.stdin.destroy();
}

/** The page opens it; a file that cannot be opened is explained there. */
function announceFile(host: BrowserHost, path: string): void {
  if (existsSync(path)) host.server.push('file:open-request', { path });
  else say(`${path}: there is no such file`);
}

function stopOnSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => { controller.abort(); });
  return controller.signal;
}

await main();
