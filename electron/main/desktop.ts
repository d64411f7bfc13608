import { join } from 'node:path';
import { app, dialog, ipcMain, session, type BrowserWindow } from 'electron';
import { createBackend } from '../backend/backend.ts';
import { expose } from '../backend/expose.ts';
import { reloadAfterCrash } from './crash-guard.ts';
import { offerToEndHungPage } from './hung-window.ts';
import { isTrustedSender, openChannels } from './ipc.ts';
import { lockSession } from './lockdown.ts';
import type { Log } from './log.ts';
import { createMainWindow } from './main-window.ts';
import { noteOpened, showMenu } from './menu-bar.ts';
import type { MenuActions } from './menu.ts';
import { watchOpened } from './opened.ts';
import { startPage } from './page-address.ts';
import { mailTo } from './page-mail.ts';
import { servePages } from './page-protocol.ts';
import { selfTest } from './self-test.ts';
import { createServices, type Places, type Shown } from './services.ts';
import { readUpdateFile, readUpdateSource } from './update-source.ts';
import { talkAbove } from './update-talk.ts';
import { createUpdater, loadAutoUpdater } from './updater.ts';
import { checkForUpdates } from './updates.ts';

/** The running application, as its starting point sees it. */
export interface Desktop {
  /** Shows the window and, if there is one, opens the file in it. */
  readonly open: (file: string | null) => void;
  readonly selfTest: () => Promise<string | null>;
  /** The project opened last and not closed since, or null. */
  readonly openPath: () => string | null;
  /** Tells the page that this start follows a failure. */
  readonly tellRestart: (file: string | null) => void;
  readonly close: () => void;
}

/** Puts the application together; Electron must be ready. */
export function startDesktop(places: Places, log: Log): Desktop {
  let shown: Shown | null = null;
  const services = createServices(places, () => shown, log);
  const backend = createBackend(services);
  const { handlers } = backend;

  const open = (file: string | null): void => {
    if (shown === null) {
      const window = openWindow(places, log);
      offerToEndHungPage(window, log, closeProjects);
      window.on('closed', () => { shown = null; });
      shown = { window, push: mailTo(window.webContents) };
      void window.loadURL(startPage);
    } else {
      if (shown.window.isMinimized()) shown.window.restore();
      shown.window.focus();
    }
    if (file !== null) services.push('file:open-request', { path: file });
  };

  const actions: MenuActions = {
    command: (id) => { services.push('menu:command', { id }); },
    openRecent: open,
    clearRecent: () => { void forgetAll(); },
    checkForUpdates: createUpdateCheck(() => shown?.window ?? null, log),
  };
  const refreshMenu = async (): Promise<void> => {
    const recent = await handlers['app:recent']({});
    showMenu(recent.ok ? recent.value : [], actions);
  };
  const forgetAll = async (): Promise<void> => {
    const recent = await handlers['app:recent']({});
    for (const { path } of recent.ok ? recent.value : [])
      await handlers['app:forget-recent']({ path });
    app.clearRecentDocuments();
    await refreshMenu();
  };

  lockSession(session.defaultSession);
  servePages(session.defaultSession, places.pages);
  const closeProjects = (): void => {
    for (const session of opened.takeSessions()) void handlers['project:close']({ session });
  };
  const opened = watchOpened(expose(handlers, isTrustedSender, log.write), (path) => {
    if (path !== null) noteOpened(path);
    void refreshMenu();
  }, backend.placeOf);
  openChannels(ipcMain, opened.answer);
  void refreshMenu();
  return {
    open,
    selfTest: async () =>
      (shown === null ? 'no window' : selfTest(shown.window, handlers, services)),
    openPath: opened.path,
    tellRestart: (path) => { services.push('app:restarted', { path }); },
    close: () => { backend.close(); },
  };
}

/** Looks for an update when a person asks, and speaks above the window. */
function createUpdateCheck(window: () => BrowserWindow | null, log: Log): () => void {
  const updater = createUpdater(loadAutoUpdater);
  return () => {
    const source = readUpdateSource(
      readUpdateFile(join(process.resourcesPath, 'app-update.yml')), process.platform,
    );
    void checkForUpdates({
      source, updater, talk: talkAbove(window), version: app.getVersion(), log: log.write,
    });
  };
}

function openWindow(places: Places, log: Log): BrowserWindow {
  const window = createMainWindow(places.preload, join(places.data, 'window.json'));
  reloadAfterCrash(window, log, (reason) => {
    dialog.showErrorBox('AI Factory Planner',
      `The window keeps failing (${reason}). Every change is saved in the project file. Please start the application again.`);
    app.quit();
  }, () => Date.now());
  return window;
}
