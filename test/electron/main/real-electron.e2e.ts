import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProject } from '../../db/support.ts';
import { giantJson } from '../backend/worker/hostile.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

/**
 * Where Electron's executable is, without asking the package for it: that would start a
 * download.
 */
function findElectron(): string | null {
  const note = join(root, 'node_modules', 'electron', 'path.txt');
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : 'electron';
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
    ?? join(root, 'node_modules', 'electron', 'dist');
  const path = join(folder, name);
  return existsSync(path) ? path : null;
}

const binary = findElectron();
const hasDisplay = process.platform !== 'linux'
  || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const missing = binary === null ? 'no Electron binary on this machine'
  : hasDisplay ? null
  : 'no display to open a window on';
if (missing !== null)
  process.stderr.write(`\n*** SKIPPED: the application in real Electron (${missing}) ***\n\n`);

describe.skipIf(missing !== null)('the application in real Electron', () => {
  const home = mkdtempSync(join(tmpdir(), 'aifp-electron-'));
  let application: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    application = await _electron.launch({
      executablePath: binary ?? '', args: [root, `--user-data-dir=${join(home, 'data')}`,
        '--projects', join(home, 'projects')],
    });
    page = await application.firstWindow();
    await page.waitForSelector('#root > *');
  });

  afterAll(async () => {
    await application.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('shows our page and nothing of Node', async () => {
    expect(page.url()).toMatch(/^app:\/\/planner\//);
    expect(await page.evaluate(
      () => ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    )).toEqual([]);
    expect(
      await page.evaluate(() => Object.keys(Reflect.get(globalThis, 'planner')).toSorted()),
    ).toEqual(['call', 'pathOfFile', 'subscribe']);
  });

  it('reaches no network, opens no window, leaves for no other page', async () => {
    const escaped = await page.evaluate(async () => {
      const fetched = await fetch('https://example.org/').then(() => true, () => false);
      return { fetched, opened: window.open('https://example.org/') !== null };
    });
    expect(escaped).toEqual({ fetched: false, opened: false });
    await page.evaluate(() => { location.href = 'https://example.org/'; });
    await expect(page.evaluate(() => location.host)).resolves.toBe('planner');
    expect(application.windows()).toHaveLength(1);
  });

  it('grants no permission', async () => {
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  });

  it('keeps a project in a real file', async () => {
    const reply: unknown = await page.evaluate(() =>
      Reflect.get(globalThis, 'planner')
        .call('project:create', { templateId: 'b200-1mw', path: null, name: 'Real' }));
    expect(reply).toMatchObject({ ok: true });
    expect(existsSync(join(home, 'projects', 'Real.aifp'))).toBe(true);
  });

  it('reads a foreign file in a process of its own, out of the archive too, and answers meanwhile', async () => {
    const [sound, hostile] = [makeProject(), giantJson(96)];
    const told = await page.evaluate(async ([first, second]) => {
      const planner = Reflect.get(globalThis, 'planner');
      const opened = await planner.call('project:open', { path: first });
      const order: string[] = [];
      const opening = planner.call('project:open', { path: second })
        .then((reply: unknown) => { order.push('refused'); return reply; });
      await planner.call('app:info', {});
      order.push('answered');
      return { opened: opened.ok, refused: await opening, order };
    }, [sound, hostile]);
    expect(told).toMatchObject({
      opened: true, refused: { ok: false, error: { code: 'too-much-memory' } },
      order: ['answered', 'refused'],
    });
  }, 120_000);

  it('lets no text become markup or a script unseen', async () => {
    expect(await page.evaluate(() => {
      const box = document.createElement('div');
      box.innerHTML = '<img src=x><b>bold</b>';
      return box.innerHTML;
    })).toBe('&lt;img src=x&gt;<b>bold</b>');
    await expect(
      page.evaluate(() => { new Worker('data:text/javascript,1'); }),
    ).rejects.toThrow('TrustedScriptURL');
  });
});
