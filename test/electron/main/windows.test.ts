import type { BrowserWindow as RealWindow, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { reloadAfterCrash } from '../../../electron/main/crash-guard.ts';
import { chooseFile, filtersFor } from '../../../electron/main/dialogs.ts';
import { offerToEndHungPage } from '../../../electron/main/hung-window.ts';
import { mailTo } from '../../../electron/main/page-mail.ts';
import { printPage } from '../../../electron/main/print-page.ts';
import { BrowserWindow, dialog, FakeContents } from '../../doubles/electron.ts';

const asReal = (window: BrowserWindow): RealWindow => window as unknown as RealWindow;
const never = new AbortController().signal;

beforeEach(() => { BrowserWindow.all.length = 0; });

describe('printing a report', () => {
  it('prints tagged and with an outline from a locked window nobody sees, and closes it', async () => {
    const result = await printPage('/preload.cjs', 'view=report&session=s', never);
    const [window] = BrowserWindow.all;
    expect(result.ok).toBe(true);
    expect(window?.options).toMatchObject({ show: false, webPreferences: {
      sandbox: true, contextIsolation: true, nodeIntegration: false,
    } });
    expect(window?.loaded).toEqual(['app://planner/index.html?view=report&session=s']);
    expect(window?.webContents.printed).toEqual([
      { printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true,
        generateDocumentOutline: true },
    ]);
    expect(window?.destroyed).toBe(true);
  });

  it('opens nothing once cancelled', async () => {
    expect(await printPage('/preload.cjs', '', AbortSignal.abort()))
      .toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(BrowserWindow.all).toEqual([]);
  });

  it('says so when the page never finishes, and leaves no window behind', async () => {
    vi.spyOn(FakeContents.prototype, 'executeJavaScript').mockResolvedValue(false);
    const result = await printPage('/preload.cjs', '', never);
    expect(result).toMatchObject({ ok: false, error: { code: 'print-failed' } });
    expect(BrowserWindow.all[0]?.destroyed).toBe(true);
  });
});

describe('a page that computes for ever', () => {
  const never = (): Promise<unknown> => new Promise(() => undefined);

  it('is given up after a while and its window closed', async () => {
    vi.useFakeTimers();
    try {
      vi.spyOn(FakeContents.prototype, 'executeJavaScript').mockImplementation(never);
      const printed = printPage('/preload.cjs', '', new AbortController().signal);
      await vi.advanceTimersByTimeAsync(31_000);
      expect(await printed).toMatchObject({ ok: false, error: { code: 'print-failed' } });
      expect(BrowserWindow.all[0]?.destroyed).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('can be cancelled', async () => {
    vi.spyOn(FakeContents.prototype, 'executeJavaScript').mockImplementation(never);
    const controller = new AbortController();
    const printed = printPage('/preload.cjs', '', controller.signal);
    controller.abort();
    expect(await printed).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(BrowserWindow.all[0]?.destroyed).toBe(true);
  });
});

describe('a crashed page', () => {
  it('is reloaded, but not for ever', () => {
    const window = new BrowserWindow();
    const gaveUp: string[] = [];
    let now = 0;
    reloadAfterCrash(asReal(window), { write: () => {} },
      (reason) => { gaveUp.push(reason); }, () => now);
    const crash = (reason = 'crashed'): void => {
      window.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 });
    };
    crash('clean-exit');
    expect(window.webContents.reloads).toBe(0);
    for (let times = 0; times < 3; times += 1) crash();
    expect({ reloads: window.webContents.reloads, gaveUp }).toEqual({ reloads: 3, gaveUp: [] });
    crash('oom');
    expect({ reloads: window.webContents.reloads, gaveUp })
      .toEqual({ reloads: 3, gaveUp: ['oom'] });
    now = 61_000;
    crash();
    expect(window.webContents.reloads).toBe(4);
  });
});

describe('a page that does not answer', () => {
  const hang = (response: number, gate: Promise<unknown> = Promise.resolve()) => {
    const window = new BrowserWindow();
    const done: string[] = [];
    dialog.asked.length = 0;
    dialog.answer = gate.then(() => ({ response }));
    reloadAfterCrash(asReal(window), { write: () => {} }, () => { done.push('gave up'); },
      () => 0);
    offerToEndHungPage(asReal(window), { write: (text) => { done.push(text); } },
      () => { done.push('closed'); });
    window.emit('unresponsive');
    return { window, done };
  };

  it('is ended and loaded anew without its project when the person says so', async () => {
    const { window, done } = hang(1);
    await vi.waitFor(() => { expect(window.webContents.reloads).toBe(1); });
    expect(done).toEqual(['page unresponsive', 'closed']);
    expect(dialog.asked).toMatchObject([
      { buttons: ['Wait', 'Close the project'], detail: expect.stringContaining('saved') },
    ]);
  });

  it('is left alone by "Wait", and asked about again the next time only', async () => {
    const { window, done } = hang(0);
    window.emit('unresponsive');
    expect(dialog.asked).toHaveLength(1);
    await vi.waitFor(() => {
      window.emit('unresponsive');
      expect(dialog.asked.length).toBeGreaterThan(1);
    });
    expect([window.webContents.reloads, done.includes('closed')]).toEqual([0, false]);
  });

  it('that answers again takes the question with it', async () => {
    let open: (value: unknown) => void = () => undefined;
    const { window, done } = hang(1, new Promise((resolve) => { open = resolve; }));
    const [{ signal }] = dialog.asked as [{ signal: AbortSignal }];
    window.emit('responsive');
    expect(signal.aborted).toBe(true);
    open(null);
    await dialog.answer;
    expect([window.webContents.reloads, done]).toEqual([0, ['page unresponsive']]);
  });
});

describe('mail to a page', () => {
  it('waits until the page has loaded, keeps its order, then goes at once', () => {
    const contents = new FakeContents();
    const push = mailTo(contents as unknown as WebContents);
    push('file:open-request', { path: 'a.aifp' });
    push('menu:command', { id: 'view.palette' });
    expect(contents.sent).toEqual([]);
    contents.emit('did-finish-load');
    push('menu:command', { id: 'edit.undo' });
    expect(contents.sent.map(({ payload }) => payload))
      .toEqual([{ path: 'a.aifp' }, { id: 'view.palette' }, { id: 'edit.undo' }]);
  });
});

describe('dialogs', () => {
  const window = asReal(new BrowserWindow());

  it('answer null when the person cancels', async () => {
    dialog.openAnswer = { canceled: true, filePaths: [] };
    dialog.saveAnswer = { canceled: true, filePath: '' };
    expect(await chooseFile(window, 'open', 'x.aifp', '/projects')).toBeNull();
    expect(await chooseFile(window, 'save', 'x.aifp', '/projects')).toBeNull();
  });

  it('answer the chosen file and start in the projects folder', async () => {
    dialog.openAnswer = { canceled: false, filePaths: ['/a.aifp'] };
    dialog.saveAnswer = { canceled: false, filePath: '/b.pdf' };
    expect(await chooseFile(window, 'open', 'x.aifp', '/projects')).toBe('/a.aifp');
    expect(await chooseFile(window, 'save', 'x.pdf', '/projects')).toBe('/b.pdf');
    expect(dialog.asked.at(-2)).toMatchObject({ defaultPath: '/projects' });
  });

  it('offer the kind of file the name asks for', () => {
    expect(filtersFor('costs.CSV')).toEqual([{ name: 'CSV table', extensions: ['csv'] }]);
    expect(filtersFor('what.exe')).toEqual([]);
  });
});
