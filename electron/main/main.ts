import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app, dialog } from 'electron';
import { startDesktop, type Desktop } from './desktop.ts';
import { restartedAt, restartOnFailure } from './failure.ts';
import { switchValue } from './file-arguments.ts';
import { claimInstance } from './instance.ts';
import { lockEveryContents } from './lockdown.ts';
import { openLog } from './log.ts';
import { declarePageScheme } from './page-protocol.ts';
import { placesOf, type Places } from './services.ts';

// All of this must happen before Electron is ready. Nothing here may be awaited:
// readiness waits for this module.
app.enableSandbox();
// names the data folder, so that every host finds the same preferences
app.setName('AI Factory Planner');
app.setAppUserModelId('org.aifactoryplanner.app');
declarePageScheme();
lockEveryContents(app);

const selfTesting = process.argv.includes('--selftest');
const log = openLog(join(app.getPath('logs'), 'main.log'), app.getPath('home'));

const running: { desktop: Desktop | null } = { desktop: null };
const fail = restartOnFailure({
  app, dialog, log, argv: process.argv, now: () => Date.now(),
  openPath: () => running.desktop?.openPath() ?? null,
  close: () => { running.desktop?.close(); },
});
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

function places(scratch: string | null): Places {
  const projects = switchValue(process.argv, '--projects');
  const usual = placesOf(import.meta.dirname, projects === null ? null : resolve(projects));
  return scratch === null ? usual
    : { ...usual, data: join(scratch, 'data'), projects: join(scratch, 'projects') };
}

function startNormally(): void {
  const early: (string | null)[] = [null];
  const open = (file: string | null): void => {
    if (running.desktop === null) early.push(file); else running.desktop.open(file);
  };
  if (!claimInstance(app, process.argv, process.cwd(), open)) { app.quit(); return; }
  app.on('window-all-closed', () => { if (process.platform !== 'darwin') app.quit(); });
  app.on('activate', () => { open(null); });
  app.on('will-quit', () => { running.desktop?.close(); });
  void app.whenReady().then(() => {
    const desktop = startDesktop(places(null), log);
    running.desktop = desktop;
    const isRestart = restartedAt(process.argv) !== null;
    // After a failure the page opens its project itself and says what happened.
    for (const file of early) desktop.open(isRestart ? null : file);
    if (isRestart) desktop.tellRestart(early.findLast((file) => file !== null) ?? null);
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
