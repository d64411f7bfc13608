import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';

/**
 * Electron for tests: enough of its surface to load our main process and preload under Node,
 * recording what they set. Tests read the recordings and drive the handlers by hand.
 */

type Handler = (...args: readonly unknown[]) => unknown;

class WebRequest {
  before: Handler | null = null;
  onBeforeRequest(listener: Handler): void { this.before = listener; }
}

export class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  readonly webRequest = new WebRequest();
  readonly protocol = { handle: (scheme: string, handler: Handler): void => {
    this.handlers.set(`protocol:${scheme}`, handler);
  } };
  setPermissionRequestHandler(handler: Handler): void {
    this.handlers.set('permissionRequest', handler);
  }
  setPermissionCheckHandler(handler: Handler): void {
    this.handlers.set('permissionCheck', handler);
  }
  setDevicePermissionHandler(handler: Handler): void {
    this.handlers.set('devicePermission', handler);
  }
  setDisplayMediaRequestHandler(handler: Handler): void {
    this.handlers.set('displayMedia', handler);
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.handlers.set('spellChecker', () => enabled);
  }
}

export class FakeContents extends EventEmitter {
  readonly sent: { readonly channel: string; readonly payload: unknown }[] = [];
  readonly printed: unknown[] = [];
  reloads = 0;
  openHandler: Handler | null = null;

  setWindowOpenHandler(handler: Handler): void { this.openHandler = handler; }
  send(channel: string, payload: unknown): void { this.sent.push({ channel, payload }); }
  reload(): void { this.reloads += 1; }
  forcefullyCrashRenderer(): void {
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  }
  isDestroyed(): boolean { return false; }
  async executeJavaScript(): Promise<unknown> { return true; }
  async printToPDF(options: unknown): Promise<Uint8Array> {
    this.printed.push(options);
    return new TextEncoder().encode('%PDF-');
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents = new FakeContents();
  readonly options: Record<string, unknown>;
  readonly loaded: string[] = [];
  readonly done: string[] = [];
  destroyed = false;

  constructor(options: Record<string, unknown> = {}) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return BrowserWindow.all.filter((window) => !window.destroyed);
  }
  async loadURL(
    url: string,
  ): Promise<void> { this.loaded.push(url); this.webContents.emit('did-finish-load'); }
  isDestroyed(): boolean { return this.destroyed; }
  destroy(): void { this.destroyed = true; }
  close(): void { this.emit('close'); this.destroyed = true; this.emit('closed'); }
  show(): void { this.done.push('show'); }
  focus(): void { this.done.push('focus'); }
  maximize(): void { this.done.push('maximize'); }
  restore(): void { this.done.push('restore'); }
  isMinimized(): boolean { return false; }
  isMaximized(): boolean { return false; }
  getNormalBounds(): object { return { x: 10, y: 20, width: 1200, height: 800 }; }
}

class FakeApp extends EventEmitter {
  readonly calls: string[] = [];
  readonly recentDocuments: string[] = [];
  hasLock = true;
  isPackaged = false;
  lockData: unknown = null;
  exitCode: number | null = null;
  paths: Record<string, string> = {};
  enableSandbox(): void { this.calls.push('enableSandbox'); }
  requestSingleInstanceLock(
    data: unknown,
  ): boolean { this.calls.push('lock'); this.lockData = data; return this.hasLock; }
  whenReady(): Promise<void> { this.calls.push('whenReady'); return Promise.resolve(); }
  getPath(name: string): string { return this.paths[name] ?? `/paths/${name}`; }
  setName(name: string): void { this.calls.push(`setName ${name}`); }
  getName(): string { return 'AI Factory Planner'; }
  getVersion(): string { return '0.1.0'; }
  getAppPath(): string { return this.paths['app'] ?? '/paths/app'; }
  setAppUserModelId(): void { this.calls.push('setAppUserModelId'); }
  addRecentDocument(path: string): void { this.recentDocuments.push(path); }
  clearRecentDocuments(): void { this.recentDocuments.length = 0; }
  relaunched: unknown = null;
  relaunch(options: unknown): void { this.calls.push('relaunch'); this.relaunched = options; }
  quit(): void { this.calls.push('quit'); }
  exit(code = 0): void { this.calls.push('exit'); this.exitCode = code; }
}

export const app = new FakeApp();
export const session = { defaultSession: new FakeSession() };

export const ipcMain = {
  handlers: new Map<string, Handler>(),
  handle(channel: string, handler: (event: never, args: never) => unknown): void {
    if (ipcMain.handlers.has(channel)) throw new Error(`second handler for ${channel}`);
    ipcMain.handlers.set(channel, handler as Handler); // tests call it with what they describe
  },
};

export const protocol = {
  privileged: [] as unknown[],
  registerSchemesAsPrivileged(schemes: unknown[]): void {
    protocol.privileged.push(...schemes);
  },
};

const message = Promise.withResolvers<unknown>();

export const dialog = {
  /** The first message box that is shown. */
  nextMessage: message.promise,
  openAnswer: { canceled: true, filePaths: [] as string[] },
  saveAnswer: { canceled: true, filePath: '' },
  asked: [] as unknown[],
  async showOpenDialog(
    _window: unknown, options: unknown,
  ): Promise<unknown> { dialog.asked.push(options); return dialog.openAnswer; },
  async showSaveDialog(
    _window: unknown, options: unknown,
  ): Promise<unknown> { dialog.asked.push(options); return dialog.saveAnswer; },
  /** How the next question is answered; a test may wait. */
  answer: Promise.resolve({ response: 0 }),
  /** The window comes first where there is one. */
  async showMessageBox(...shown: readonly unknown[]): Promise<unknown> {
    const options = shown.at(-1);
    dialog.asked.push(options);
    message.resolve(options);
    return dialog.answer;
  },
  errors: [] as string[],
  showErrorBox(_title: string, text: string): void { dialog.errors.push(text); },
};

export const Menu = {
  template: [] as unknown,
  buildFromTemplate(template: unknown): unknown { return template; },
  setApplicationMenu(menu: unknown): void { Menu.template = menu; },
};

export const shell = {
  opened: [] as string[],
  async openExternal(url: string): Promise<void> { shell.opened.push(url); },
};

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};

export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld(name: string, value: unknown): void {
    contextBridge.exposed.set(name, value);
  },
};

class FakeIpcRenderer extends EventEmitter {
  readonly invoked: { readonly channel: string; readonly args: unknown }[] = [];
  async invoke(channel: string, args: unknown): Promise<unknown> {
    this.invoked.push({ channel, args });
    return { ok: true, value: channel };
  }
}
export const ipcRenderer = new FakeIpcRenderer();

/** A process of Node in place of Electron's: what runs in it is the same file. */
class FakeUtility extends EventEmitter {
  readonly child: ChildProcess;
  constructor(path: string) {
    super();
    this.child = fork(path, [],
      { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
    this.child.on('message', (message) => { this.emit('message', message); });
    this.child.once('exit', (code) => { this.emit('exit', code); });
    this.child.unref();
    this.child.channel?.unref();
  }
  get stderr(): ChildProcess['stderr'] { return this.child.stderr; }
  postMessage(message: unknown): void { this.child.send(message as object); }
  kill(): boolean { return this.child.kill('SIGKILL'); }
}
export const utilityProcess = {
  forked: [] as { readonly path: string; readonly options: unknown }[],
  fork(path: string, _args: unknown, options: unknown): FakeUtility {
    utilityProcess.forked.push({ path, options });
    return new FakeUtility(path);
  },
};

export const webUtils = {
  getPathForFile: (file: { readonly name: string }) => `/dropped/${file.name}`,
};
