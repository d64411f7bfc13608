import type { BrowserWindow } from 'electron';
import type { Log } from './log.ts';

/** A page that fails more often than this within a minute would fail again at once. */
const reloadsPerMinute = 3;

/**
 * Reloads a page whose process is gone. Every committed command is in the file, so a
 * reload loses nothing.
 * @param giveUp called instead of a reload when it keeps failing
 */
export function reloadAfterCrash(
  window: BrowserWindow, log: Log, giveUp: (reason: string) => void, now: () => number,
): void {
  let reloads: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.write(`page process gone: ${reason} (${exitCode})`);
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    reloads = [...reloads.filter((at) => now() - at < 60_000), now()];
    if (reloads.length > reloadsPerMinute) giveUp(reason);
    else window.webContents.reload();
  });
}
