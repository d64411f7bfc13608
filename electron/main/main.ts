import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { startDesktop, type Desktop } from './desktop.ts';
import { switchValue } from './file-arguments.ts';
import { claimInstance } from './instance.ts';
import { lockEveryContents } from './lockdown.ts';
import { openLog } from './log.ts';
import { declarePageScheme } from './page-protocol.ts';
import { placesOf, type Places } from './services.ts';

// All of this must happen before Electron is ready. Nothing here may be awaited: readiness waits for this module.
app.enableSandbox();
app.setName('AI Factory Planner'); // names the data folder, so that every host finds the same preferences
app.setAppUserModelId('org.aifactoryplanner.app');
declarePageScheme();
lockEveryContents(app);

const selfTesting = process.argv.includes('--selftest');
const log = openLog(join(app.getPath('logs'), 'main.log'), app.getPath('home'));
process.on('uncaughtException', (problem) => { log.write(problem.stack ?? problem.message); });

function places(scratch: string | null): Places {
  const projects = switchValue(process.argv, '--projects');
  const usual = placesOf(import.meta.dirname, projects === null ? null : resolve(projects));
  return scratch === null ? usual : { ...usual, data: join(scratch, 'data'), projects: join(scratch, 'projects') };
}

function startNormally(): void {
  let desktop: Desktop | null = null;
  const early: (string | null)[] = [null];
  const open = (file: string | null): void => { if (desktop === null) early.push(file); else desktop.open(file); };
  if (!claimInstance(app, process.argv, process.cwd(), open)) { app.quit(); return; }
  app.on('window-all-closed', () => { if (process.platform !== 'darwin') app.quit(); });
  app.on('activate', () => { open(null); });
  app.on('will-quit', () => { desktop?.close(); });
  void app.whenReady().then(() => {
    desktop = startDesktop(places(null), log);
    for (const file of early) desktop.open(file);
  });
}

async function startSelfTest(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'aifp-selftest-'));
  await app.whenReady();
  const desktop = startDesktop(places(scratch), log);
  desktop.open(null);
  const problem = await desktop.selfTest();
  desktop.close();
  rmSync(scratch, { recursive: true, force: true });
  process.stdout.write(problem === null ? 'selftest: all well\n' : `selftest: ${problem}\n`);
  app.exit(problem === null ? 0 : 1);
}

if (selfTesting) void startSelfTest();
else startNormally();
