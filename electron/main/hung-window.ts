import { dialog, type BrowserWindow } from 'electron';
import type { Log } from './log.ts';

const question = {
  type: 'warning' as const,
  message: 'The window does not answer.',
  detail:
    'It is probably computing a plan with unusual inputs. Every change is saved in the project file. '
    + 'You can wait, or close the project and go on with another.',
  buttons: ['Wait', 'Close the project'],
  defaultId: 0,
  cancelId: 0,
};

/**
 * Asks what to do about a page that stands still: the main process goes on and can end
 * the page. The question goes away by itself when the page answers again.
 * @param closeProjects lets go of what is open, so that the page does not come back to it
 */
export function offerToEndHungPage(
  window: BrowserWindow, log: Log, closeProjects: () => void,
): void {
  let asked: AbortController | null = null;
  const ask = async (signal: AbortSignal): Promise<void> => {
    const { response } = await dialog.showMessageBox(window, { ...question, signal });
    if (signal.aborted || response !== 1 || window.isDestroyed()) return;
    closeProjects();
    // The page's end is noticed where crashes are, and a fresh one loaded.
    window.webContents.forcefullyCrashRenderer();
  };
  window.on('unresponsive', () => {
    if (asked !== null) return;
    log.write('page unresponsive');
    const asking = new AbortController();
    asked = asking;
    void ask(asking.signal).finally(() => { asked = null; });
  });
  window.on('responsive', () => { asked?.abort(); });
}
