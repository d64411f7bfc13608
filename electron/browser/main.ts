import { existsSync } from 'node:fs';
import { showWindow } from './app-window.ts';
import { whenFailed } from './failure.ts';
import type { BrowserHost } from './host.ts';
import { parseOptions, usage, type StartOptions } from './options.ts';
import { pagesFolder, readAppVersion } from './places.ts';
import {
  failureCode, readInheritance, startSuccessor, type Inheritance, type Successor,
} from './successor.ts';

/**
 * better-sqlite3 ends the process without a word on older versions, so it is loaded only
 * after this.
 */
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
    await run(options.value, await readInheritance());
  } catch (error) {
    // Pages not built, a port that is taken: one line says it; a stack would not help.
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = exitCodes.failed;
  }
}

async function run(options: StartOptions, inherited: Inheritance | null): Promise<void> {
  const { startHost } = await import('./host.ts');
  const places = { appVersion: readAppVersion(), pages: pagesFolder, log: say };
  const host = await startHost({ ...options, ...places, ...inherited });
  const stop = stopOnSignal();
  const after: { successor: Successor | null } = { successor: null };
  whenFailed(say, async () => {
    await host.close();
    if (inherited !== null) process.exit(failureCode);
    say('Starting again ...');
    after.successor = startSuccessor(successorArgs(options), host.server.inheritance,
      (code) => {
        if (code === failureCode)
          say('The program failed again within a minute and was ended. Please start it anew.');
        process.exitCode = code;
        stop.abort();
      });
  });
  try {
    if (inherited !== null) host.server.push('app:restarted', { path: null });
    else if (options.file !== null) announceFile(host, options.file);
    const announce = (): void => {
      if (after.successor === null)
        process.stdout.write(`AI Factory Planner is at ${host.server.address()}\n`);
      else after.successor.announce();
    };
    await stayUntilDone(host, announce, options, stop.signal);
  } finally {
    // Projects are backed up and unlocked on the way out; even without that nothing would
    // be lost.
    if (after.successor === null) await host.close();
    else await after.successor.stop();
  }
}

/** The same folders without a file: pages open again what they had open. */
const successorArgs = ({ projectsFolder, dataFolder }: StartOptions): readonly string[] =>
  ['--projects', projectsFolder, '--data', dataFolder, '--no-window'];

/** Until the window is closed; without a window, until a signal. */
async function stayUntilDone(
  host: BrowserHost, announce: () => void, options: StartOptions, stop: AbortSignal,
): Promise<void> {
  if (options.window && await showWindow(host.server.address(), stop) === 'closed') return;
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

function stopOnSignal(): AbortController {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => { controller.abort(); });
  return controller;
}

await main();
