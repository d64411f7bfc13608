import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MenuItemConstructorOptions } from 'electron';

/**
 * Loads the compiled main process as Electron would, with Electron's double in its place,
 * and prints as JSON what it set up and what it answers. Run by compiled-main.test.ts in
 * a process of its own: the bundle starts on import.
 */
const root = resolve(import.meta.dirname, '..', '..', '..');
const doubleUrl = pathToFileURL(join(root, 'test', 'doubles', 'electron.ts')).href;

registerHooks({
  resolve: (specifier, context, next) =>
    (specifier === 'electron' ? { url: doubleUrl, shortCircuit: true }
      : next(specifier, context)),
});

const double: typeof import('../../doubles/electron.ts') = await import(doubleUrl);
const { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, utilityProcess } = double;
const home = mkdtempSync(join(tmpdir(), 'aifp-main-'));
app.paths = { userData: join(home, 'data'), logs: join(home, 'logs'), home,
  documents: join(home, 'documents') };

await import(pathToFileURL(join(root, 'out', 'main', 'main.js')).href);
await new Promise((done) => { setImmediate(done); });

const sender = { senderFrame: { url: 'app://planner/index.html', parent: null } };
const call = (name: string, args: unknown): unknown =>
  ipcMain.handlers.get(name)?.(sender, args);
const created = await call('project:create',
  { templateId: 'b200-1mw', path: null, name: 'Probe' });
const recent = await call('app:recent', {});
const { session: openSession, path } =
  (created as { value: { session: string; path: string } }).value;
await call('project:close', { session: openSession });
const keepAlive = setInterval(() => undefined, 1000);
const reopened = await call('project:open', { path });
clearInterval(keepAlive);
const window = BrowserWindow.all[0];
app.emit('second-instance', {}, [], '/', { file: '/elsewhere/b.aifp' });
const page = await session.defaultSession.handlers.get(
  'protocol:app',
)?.({ method: 'GET', url: 'app://planner/index.html' });

// An installation nobody can update: the library is loaded, asked, and has no answer.
const resources = join(home, 'resources');
mkdirSync(resources);
writeFileSync(join(resources, 'app-update.yml'),
  'provider: generic\nurl: https://updates.invalid/planner\n');
Object.assign(process, { resourcesPath: resources });
const entries = (Array.isArray(Menu.template) ? Menu.template : []).flatMap(
  (top: MenuItemConstructorOptions) => (Array.isArray(top.submenu) ? top.submenu : []),
);
Reflect.apply(entries.find(({ label }) => label === 'Check for &Updates…')?.click ?? (() => {}),
  null, []);
const said = await dialog.nextMessage;
app.emit('will-quit');

process.stdout.write(JSON.stringify({
  calls: app.calls, channels: [...ipcMain.handlers.keys()], schemes: protocol.privileged,
  windows: BrowserWindow.all.length, preferences: window?.options['webPreferences'],
  loaded: window?.loaded, sent: window?.webContents.sent,
  sessionHandlers: [...session.defaultSession.handlers.keys()],
  hasMenu: Array.isArray(Menu.template),
  openWindow: window?.webContents.openHandler?.({}),
  page: page instanceof Response ? {
    status: page.status, policy: page.headers.get('content-security-policy'),
  } : null,
  created, reopened, forked: utilityProcess.forked.map((fork) => fork.path), recent,
  recentDocuments: app.recentDocuments, said,
  log: readFileSync(join(home, 'logs', 'main.log'), 'utf8'),
}));
rmSync(home, { recursive: true, force: true });
