import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { hasDisplay, showWindow } from '../../../electron/browser/app-window.ts';
import { browserSwitches } from '../../../electron/browser/find-browser.ts';
import { parseOptions } from '../../../electron/browser/options.ts';
import { defaultDataFolder } from '../../../electron/browser/places.ts';
import { startServer } from '../../../electron/browser/server.ts';
import { errorOf, unwrap } from '../../db/support.ts';
import { makePages } from './support.ts';

test('without words it uses the usual folders, any port and a window', () => {
  expect(unwrap(parseOptions([]))).toEqual({
    file: null, port: 0, window: true,
    projectsFolder: join(homedir(), 'AI Factory Planner'), dataFolder: defaultDataFolder(),
  });
});

test('folders, port and file can be named', () => {
  const argv = ['a.aifp', '--projects', 'p', '--data=d', '--port', '8123', '--no-window'];
  expect(unwrap(parseOptions(argv))).toEqual({
    file: resolve('a.aifp'), port: 8123, window: false,
    projectsFolder: resolve('p'), dataFolder: resolve('d'),
  });
});

const misspelt = [['--port', '99999'], ['--port', 'x'], ['--nonsense'],
  ['a.aifp', 'b.aifp'], ['--projects']];

test.each(misspelt.map((argv) => [argv]))(
  '%j is refused with a sentence',
  (argv) => { expect(errorOf(parseOptions(argv))).toMatch(/\w{3}/); });

test('a misspelt switch ends the program with the code of bad usage', () => {
  const program = fileURLToPath(new URL('../../../electron/browser/main.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [program, '--projets'],
    { encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, expect.stringContaining('usage: npm start')]);
});

test('a port that is taken is an error, not a second choice', async () => {
  const other = createServer();
  const port = await new Promise<number>((done) => {
    other.listen(0, '127.0.0.1', () => { done((other.address() as { port: number }).port); });
  });
  onTestFinished(() => { other.close(); });
  await expect(startServer({ port, pages: makePages(), log: () => undefined })).rejects.toThrow(
    'EADDRINUSE',
  );
});

test('a window needs a display on Linux only', () => {
  const machines = [
    { platform: 'linux', env: {} }, { platform: 'linux', env: { DISPLAY: ':0' } },
    { platform: 'darwin', env: {} }, { platform: 'win32', env: {} },
  ] as const;
  expect(machines.map((machine) => hasDisplay(machine))).toEqual([false, true, true, true]);
});

test('a browser that is missing, or ends at once with an error, shows no window', async () => {
  const { signal } = new AbortController();
  const machine = { platform: 'win32', exists: () => true } as const;
  // Node does not know the switches of a browser and says so with an exit code.
  const broken = { ...machine, env: { AIFP_BROWSER: process.execPath } };
  expect(await showWindow('http://127.0.0.1/', signal, broken)).toBe('none');
  expect(
    await showWindow('http://127.0.0.1/', signal, { ...machine, env: {}, exists: () => false }),
  ).toBe('none');
});

test('the browser keeps its sandbox unless it is run by root, and never looks up a name', () => {
  expect(browserSwitches(false)).not.toContain('--no-sandbox');
  expect(browserSwitches(true)).toContain('--no-sandbox');
  expect(browserSwitches(false))
    .toContain('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
});
