import { app, shell, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { templates } from '../../shared/project/templates.ts';
import { reportQuery, type Services } from '../backend/services.ts';
import { chooseFile } from './dialogs.ts';
import type { Log } from './log.ts';
import type { Push } from './page-mail.ts';
import { printPage } from './print-page.ts';
import { startUtility } from './worker-process.ts';

/** Where a packaged or a checked-out application finds its parts. */
export interface Places {
  readonly preload: string;
  readonly pages: string;
  readonly data: string;
  readonly projects: string;
}

/**
 * @param projects folder given on the command line, or null for the usual one, the same
 *   as the browser host's
 */
export function placesOf(mainFolder: string, projects: string | null): Places {
  return {
    preload: join(mainFolder, '..', 'preload', 'preload.cjs'),
    pages: join(mainFolder, '..', 'renderer'),
    data: app.getPath('userData'),
    projects: projects ?? join(app.getPath('home'), app.getName()),
  };
}

/** The open window and the way to send to its page. */
export interface Shown {
  readonly window: BrowserWindow;
  readonly push: Push;
}

/**
 * What the use cases need of a host, brought by Electron. `shown` is asked anew each
 * time: the window may have been closed.
 */
export function createServices(places: Places, shown: () => Shown | null, log: Log): Services {
  return {
    host: { kind: 'electron', appVersion: app.getVersion(), nativeDialogs: true,
      projectsFolder: places.projects },
    dataFolder: places.data,
    templates,
    now: () => Date.now(),
    chooseFile: async (purpose, suggestedName) => {
      const parent = shown()?.window ?? null;
      return parent === null ? null
        : chooseFile(parent, purpose, suggestedName, places.projects);
    },
    printPdf: (request, signal) => printPage(places.preload, reportQuery(request), signal),
    openLink: async (url) => {
      await shell.openExternal(url);
      return 'host';
    },
    showFile: async (path, how) => {
      if (how === 'open') return await shell.openPath(path) === '';
      shell.showItemInFolder(path);
      return true;
    },
    push: (name, push) => { shown()?.push(name, push); },
    log: log.write,
    startWorker: startUtility,
  };
}
