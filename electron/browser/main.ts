import { existsSync } from 'node:fs';
import { hasDisplay, showWindow } from './app-window.ts';
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
  closeOnSignal(host);
  if (options.file !== null) announceFile(host, options.file);
  if (options.window && hasDisplay() && await showWindow(host.server.address()) === 'closed') {
    await host.close();
    return;
  }
  process.stdout.write(`AI Factory Planner is at ${host.server.address()}\n`);
  process.stdout.write(`Projects are in ${options.projectsFolder}. Ctrl+C ends it.\n`);
}

/** The page opens it; a file that cannot be opened is explained there. */
function announceFile(host: BrowserHost, path: string): void {
  if (existsSync(path)) host.server.push('file:open-request', { path });
  else say(`${path}: there is no such file`);
}

/** Projects are backed up and unlocked on the way out; even without that nothing would be lost. */
function closeOnSignal(host: BrowserHost): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      host.close().then(() => process.exit(0), (error: unknown) => {
        say(String(error));
        process.exit(1);
      });
    });
  }
}

await main();
