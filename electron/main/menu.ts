import type { MenuItemConstructorOptions } from 'electron';

/** What a menu does besides the system's own roles. */
export interface MenuActions {
  /** Pushes `menu:command` to the page: ids are those of the command palette. */
  readonly command: (id: string) => void;
  readonly openRecent: (path: string) => void;
  readonly clearRecent: () => void;
  readonly checkForUpdates: () => void;
}

interface Entry {
  readonly label: string;
  readonly id: string;
  readonly keys?: string;
}

const fileEntries: readonly Entry[] = [
  { label: '&New Project…', id: 'file.new', keys: 'CmdOrCtrl+N' },
  { label: '&Open…', id: 'file.open', keys: 'CmdOrCtrl+O' },
  { label: '&Save a Copy…', id: 'file.save-copy', keys: 'CmdOrCtrl+Shift+S' },
];
const closeEntries: readonly Entry[] = [
  { label: '&Export Report as PDF…', id: 'report.pdf', keys: 'CmdOrCtrl+P' },
  { label: '&Close Project', id: 'file.close', keys: 'CmdOrCtrl+W' },
];
const editEntries: readonly Entry[] = [
  { label: '&Undo', id: 'edit.undo', keys: 'CmdOrCtrl+Z' },
  { label: '&Redo', id: 'edit.redo', keys: 'CmdOrCtrl+Shift+Z' },
];
const viewEntries: readonly Entry[] = [
  { label: 'Command &Palette…', id: 'view.palette', keys: 'CmdOrCtrl+K' },
  { label: '&Inspector', id: 'view.inspector', keys: 'CmdOrCtrl+I' },
  { label: 'Light or &Dark', id: 'view.theme' },
];

/** Ids of every command the native menu can push. */
export const menuCommandIds: readonly string[] =
  [...fileEntries, ...closeEntries, ...editEntries, ...viewEntries]
    .map((entry) => entry.id)
    .concat('help.about');

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The application's menu as plain data. */
export function menuTemplate(
  platform: string, recent: readonly string[], actions: MenuActions,
): MenuItemConstructorOptions[] {
  const item = ({ label, id, keys }: Entry): MenuItemConstructorOptions =>
    ({ label, id, click: () => { actions.command(id); }, ...(keys === undefined ? {} : {
      accelerator: keys,
    }) });
  const mac = platform === 'darwin';
  const about = item({ label: '&About AI Factory Planner', id: 'help.about' });
  const updates: MenuItemConstructorOptions = { label: 'Check for &Updates…',
    click: actions.checkForUpdates };
  return [
    ...(mac ? [applicationMenu(about, updates)] : []),
    { label: '&File', submenu: [
      ...fileEntries.map(item), recentMenu(recent, actions), separator,
      ...closeEntries.map(item),
      ...(mac ? [] : [separator, { role: 'quit' as const }]),
    ] },
    { label: '&Edit', submenu: [
      ...editEntries.map(item), separator, { role: 'cut' }, { role: 'copy' },
      { role: 'paste' }, { role: 'selectAll' },
    ] },
    { label: '&View', submenu: [
      ...viewEntries.map(item), separator, { role: 'resetZoom' }, { role: 'zoomIn' },
      { role: 'zoomOut' }, separator, { role: 'togglefullscreen' },
    ] },
    { role: 'windowMenu' },
    ...(mac ? [] : [{ label: '&Help', submenu: [updates, about] }]),
  ];
}

function applicationMenu(
  about: MenuItemConstructorOptions, updates: MenuItemConstructorOptions,
): MenuItemConstructorOptions {
  return { role: 'appMenu', submenu: [about, updates, separator, { role: 'hide' },
    { role: 'hideOthers' }, { role: 'unhide' }, separator, { role: 'quit' }] };
}

function recentMenu(
  recent: readonly string[], actions: MenuActions,
): MenuItemConstructorOptions {
  const files = recent.map((path): MenuItemConstructorOptions =>
    // An ampersand in a file name is not a keyboard mark.
    ({ label: path.replaceAll('&', '&&'), click: () => { actions.openRecent(path); } }));
  return { label: 'Open &Recent', submenu: files.length === 0
    ? [{ label: 'No recent projects', enabled: false }]
    : [...files, separator, { label: 'Clear List', click: actions.clearRecent }] };
}
