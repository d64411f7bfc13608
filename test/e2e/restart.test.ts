import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { browserSwitches, findBrowser } from '../../electron/browser/find-browser.ts';
import { root } from '../architecture/source.ts';
import { planner } from './support/planner.ts';

/**
 * Loaded into the host before anything else: throws where nobody catches it, as often as
 * it is signalled.
 */
const saboteur =
  `process.on('SIGUSR2', () => { setImmediate(() => { throw new Error('sabotaged'); }); });
process.stderr.write('process ' + process.pid + '\\n');`;

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly until: (pattern: RegExp, times?: number) => Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
}

function startHost(): Started {
  const folder = mkdtempSync(join(tmpdir(), 'aifp-restart-'));
  const preload = join(folder, 'saboteur.mjs');
  writeFileSync(preload, saboteur);
  const words = ['--import', pathToFileURL(preload).href,
    join(root, 'out', 'main', 'host.js'), '--no-window',
    '--projects', join(folder, 'projects'), '--data', join(folder, 'data')];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const ended = new Promise<number | null>((resolve) => { child.once('exit', resolve); });
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const until: Started['until'] = async (pattern, times = 1) => {
    const all = (): RegExpExecArray[] => [...said.matchAll(new RegExp(pattern, 'gu'))];
    await expect.poll(() => all().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(times);
    const found = all()[times - 1];
    if (found === undefined) throw new Error(said);
    return found;
  };
  return { child, said: () => said, until, ended };
}

const address = /AI Factory Planner is at (http:\S+)/;
const pid = /process (\d+)/;

it.skipIf(
  process.platform === 'win32',
)('a host that fails goes on in another process, and the page says so', async () => {
  const host = startHost();
  const [, first = ''] = await host.until(address);
  const found = findBrowser();
  if (!found.ok) throw new Error(found.error.detail);
  const browser =
    await chromium.launch({ executablePath: found.value, args: [...browserSwitches()] });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(first);
  const app = planner(page);
  await app.createFrom('1 MW pod, B200');
  host.child.kill('SIGUSR2');
  await host.until(/Every change is saved/);
  const [, second = ''] = await host.until(address, 2);
  expect(new URL(second).origin).toBe(new URL(first).origin);
  // Same address and same cookie: the page goes on where it was.
  await page.getByRole('alert').filter({ hasText: 'started again' })
    .waitFor({ timeout: 30_000 });
  await app.go('Workload', 'Demand');
  await app.field('Utilisation').fill('55');
  await app.field('Utilisation').press('Enter');
  await app.saved();
  host.child.stdin?.write('\n');
  const [, third = ''] = await host.until(address, 3);
  expect(third).not.toBe(second);
  // A second failure within a minute is no accident.
  const [, successor = ''] = await host.until(pid, 2);
  process.kill(Number(successor), 'SIGUSR2');
  await host.until(/failed again within a minute/);
  expect(await host.ended).toBe(70);
}, 120_000);

it.skipIf(
  process.platform === 'win32',
)('Enter prints another address, and a used one says so', async () => {
  const host = startHost();
  const [, first = ''] = await host.until(address);
  const visit = (url: string): Promise<Response> =>
    fetch(url, { redirect: 'manual', headers: { accept: 'text/html' } });
  expect((await visit(first)).status).toBe(303);
  const again = await visit(first);
  expect([again.status, await again.text()])
    .toEqual([401, expect.stringContaining('Press Enter')]);
  host.child.stdin?.write('\n');
  const [, second = ''] = await host.until(address, 2);
  expect((await visit(second)).status).toBe(303);
}, 60_000);
