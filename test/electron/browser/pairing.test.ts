import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { showWindow } from '../../../electron/browser/app-window.ts';
import { browserSwitches, findBrowser } from '../../../electron/browser/find-browser.ts';
import { temporaryFolder, unwrap } from '../../db/support.ts';
import { ask, startTestServer } from './support.ts';

/**
 * A stand-in for a browser: keeps its arguments and the file it is to open, as they are
 * at that moment.
 */
function fakeBrowser(folder: string): string {
  const program = join(folder, 'browser');
  const copy =
    `for word in "$@"; do case "$word" in --app=file://*) cp -p "\${word#--app=file://}" "${folder}/door.html";; esac; done`;
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/arguments"\n${copy}\n`);
  chmodSync(program, 0o755);
  return program;
}

test.skipIf(
  process.platform === 'win32',
)('the window is shown without the token among its arguments', async () => {
  const server = await startTestServer();
  const folder = temporaryFolder();
  const address = server.server.address();
  const machine = {
    platform: 'darwin', env: { AIFP_BROWSER: fakeBrowser(folder) }, exists: existsSync,
  } as const;
  expect(await showWindow(address, new AbortController().signal, machine)).toBe('closed');
  const given = readFileSync(join(folder, 'arguments'), 'utf8');
  expect(given).toContain('--app=file:///');
  expect(given).not.toMatch(/token|127\.0\.0\.1:\d/u);
  const door = join(folder, 'door.html');
  expect(statSync(door).mode & 0o777).toBe(0o600);
  expect(readFileSync(door, 'utf8')).toContain(`url=${address}`);
  const profile = /--user-data-dir=(\S+)/u.exec(given)?.[1] ?? '';
  expect(existsSync(profile)).toBe(false);
});

test('a real browser gets in through the file and stays in', async () => {
  const server = await startTestServer();
  const door = join(temporaryFolder(), 'open.html');
  writeFileSync(door,
    `<!doctype html><meta http-equiv="refresh" content="0;url=${server.server.address()}">`);
  const browser = await chromium.launch({
    executablePath: unwrap(findBrowser()), args: [...browserSwitches()],
  });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`file://${door}`);
  await page.waitForURL(`${server.server.origin}/`);
  await page.getByRole('heading', { name: 'Report' }).waitFor();
  const asked = await page.evaluate(async () => {
    const reply = await fetch('/api/app:info',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    return reply.status;
  });
  expect(asked).toBe(200);
  await page.reload();
  await page.getByRole('heading', { name: 'Report' }).waitFor();
  expect((await ask(server.port, { path: '/' })).status).toBe(401);
});
