import type { App, Dialog } from 'electron';
import type { Log } from './log.ts';

/**
 * Marks a start that follows a failure; its value is when that was, in milliseconds since
 * 1970.
 */
export const restartedSwitch = '--restarted';

/** A program that failed within this time of its start would fail again at once. */
const restartAfterMs = 60_000;

/** What a failing main process needs, and nothing that could fail with it. */
export interface FailureParts {
  readonly app: Pick<App, 'relaunch' | 'exit'>;
  readonly dialog: Pick<Dialog, 'showErrorBox'>;
  readonly log: Log;
  readonly argv: readonly string[];
  readonly now: () => number;
  /** Project on show, to be opened again. */
  readonly openPath: () => string | null;
  /** Backs up and unlocks what is open. */
  readonly close: () => void;
}

/** When this program was restarted after a failure, or null for an ordinary start. */
export function restartedAt(argv: readonly string[]): number | null {
  const word = argv.find((one) => one.startsWith(`${restartedSwitch}=`));
  const at = Number(word?.slice(restartedSwitch.length + 1));
  return word === undefined || !Number.isFinite(at) ? null : at;
}

/** Switches and values that a restart keeps; the file is named anew. */
const keptWords = (argv: readonly string[]): readonly string[] =>
  argv.slice(1).filter(
    (word) => !word.startsWith(restartedSwitch) && !word.toLowerCase().endsWith('.aifp'),
  );

/**
 * What to do with something thrown that nobody caught: note it, let go of the files,
 * start again once. Every command is in its file when it returns, so that nothing has to
 * be saved; what this process holds is not relied on.
 * @returns the listener for uncaught exceptions and rejections
 */
export function restartOnFailure(
  { app, dialog, log, argv, now, openPath, close }: FailureParts,
): (problem: unknown) => void {
  let failed = false;
  return (problem) => {
    const text = problem instanceof Error ? problem.stack ?? problem.message : String(problem);
    log.write(`main process failed: ${text}`);
    if (failed) return;
    failed = true;
    try {
      close();
    } catch (error) {
      log.write(`closing after the failure: ${String(error)}`);
    }
    const before = restartedAt(argv);
    if (before !== null && now() - before < restartAfterMs) {
      const first = text.split('\n')[0] ?? '';
      dialog.showErrorBox('AI Factory Planner', `The program failed again within a minute (${first}). `
        + 'Every change is saved in the project file. Please start it anew; if it fails again, send us the log file.');
    } else {
      const path = openPath();
      app.relaunch({ args: [
        ...keptWords(argv), `${restartedSwitch}=${now()}`,
        ...(path === null ? [] : [path]),
      ] });
    }
    app.exit(1);
  };
}
