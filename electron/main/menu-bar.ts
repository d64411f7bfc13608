import { app, Menu } from 'electron';
import type { RecentFile } from '../../shared/backend.ts';
import { menuTemplate, type MenuActions } from './menu.ts';

/** The menu shows this many recent projects; the start screen shows them all. */
const recentInMenu = 10;

/** Sets the application's menu anew: the list of recent projects has changed. */
export function showMenu(recent: readonly RecentFile[], actions: MenuActions): void {
  const paths = recent.filter(({ exists }) => exists).slice(0, recentInMenu)
    .map(({ path }) => path);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(process.platform, paths, actions)),
  );
}

/** Tells the system's own list of recent documents (jump list, dock). */
export function noteOpened(path: string): void {
  app.addRecentDocument(path);
}
