import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { BrowserWindow, screen, type WebPreferences } from 'electron';
import { leastSize, parseState, restoreState, type WindowState } from './window-state.ts';

/**
 * The same for every window, the print window included. Electron's defaults agree;
 * stating them keeps it so.
 */
export function lockedPreferences(preload: string): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  };
}

/**
 * Creates the window where it was last time; it shows itself once there is something to
 * see.
 */
export function createMainWindow(preload: string, stateFile: string): BrowserWindow {
  const saved = readState(stateFile);
  const window = new BrowserWindow({
    ...restoreState(saved, screen.getAllDisplays().map((display) => display.workArea)),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'AI Factory Planner',
    webPreferences: lockedPreferences(preload),
  });
  if (saved?.maximized === true) window.maximize();
  window.once('ready-to-show', () => { window.show(); });
  window.on('close', () => { writeState(stateFile, {
    bounds: window.getNormalBounds(), maximized: window.isMaximized(),
  }); });
  return window;
}

function readState(file: string): WindowState | null {
  try {
    return parseState(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Written beside and renamed: an interrupted write must not leave half a file. Losing it
 * costs a window position.
 */
function writeState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // A full or read-only disk is reported where it matters: at the project file.
  }
}
