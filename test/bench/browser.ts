import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { browserSwitches, findBrowser } from '../../electron/browser/find-browser.ts';
import { timeHallPlan } from './hall-plan.ts';
import { summarise, type Timing } from './report.ts';
import { timeCompare, writeManyScenarios } from './scenarios.ts';

const host = join(import.meta.dirname, '../../out/main/host.js');

/** Starts the built host on a free port and waits for the address it prints. */
export async function startHost(
  folder: string, built = host,
): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [built, '--no-window', '--port', '0', '--projects',
    join(folder, 'projects'), '--data', join(folder, 'data')]);
  const address = await new Promise<string>((found, failed) => {
    const listen = (text: Buffer): void => {
      const match = /http:\/\/\S+/u.exec(text.toString());
      if (match !== null) found(match[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => { failed(new Error('the host ended before it was ready')); });
  });
  return { child, address };
}

/** First contentful paint of a fresh page, ms from navigation. */
async function timePaint(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'networkidle' });
  return page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
}

/**
 * From a key that moves a slider to the frame in which the headline shows the new figure,
 * ms.
 */
async function timeRedraw(page: Page, slider: string, key: string): Promise<number> {
  await page.getByRole('slider', { name: slider }).first().focus();
  // Set up first and awaited afterwards, so that the key cannot overtake the observer.
  await page.evaluate(() => {
    Reflect.set(window, 'shown', new Promise<number>((done, failed) => {
      const strip = document.querySelector('section.strip');
      if (strip === null) throw new Error('the page has no headline strip');
      let start = 0;
      document.addEventListener('keydown', () => { start = performance.now(); },
        { once: true, capture: true });
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => { done(performance.now() - start); });
      });
      observer.observe(strip, { subtree: true, characterData: true, childList: true });
      setTimeout(() => { failed(new Error('the headline did not change')); }, 10_000);
    })); });
  await page.keyboard.press(key);
  return page.evaluate(() => Promise.resolve<number>(Reflect.get(window, 'shown')));
}

/**
 * First paint and input-to-redraw in an installed browser; empty, with the reason, where
 * there is none.
 */
export async function timeBrowser(log: (text: string) => void): Promise<readonly Timing[]> {
  const browser = findBrowser();
  if (!browser.ok || !existsSync(host)) {
    log(browser.ok ? 'browser timings left out: the host is not built'
      : `browser timings left out: ${browser.error.detail}`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'aifp-bench-'));
  writeManyScenarios(join(folder, 'projects'));
  const { child, address } = await startHost(folder);
  const chrome =
    await chromium.launch({ executablePath: browser.value, args: [...browserSwitches()] });
  try {
    const context = await chrome.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    // The printed address lets in once; the cookie it gives opens the rest.
    await page.goto(address);
    const { origin } = new URL(address);
    const paints: number[] = [];
    for (let i = 0; i < 5; i++) paints.push(await timePaint(page, origin));
    await page.getByRole('button', { name: 'Create: 100 MW factory, GB300 NVL72' }).click();
    await page.getByRole('navigation').getByText('Workload').click();
    await page.getByRole('tab', { name: 'Demand' }).click();
    const redraws: number[] = [];
    for (let i = 0; i < 20; i++) redraws.push(
      await timeRedraw(page, 'Utilisation', i % 2 === 0 ? 'ArrowRight' : 'ArrowLeft'),
    );
    const plan = await timeHallPlan(page);
    const compare = await timeCompare(page, origin);
    return [...plan, ...compare, summarise('first paint of the start screen', paints),
      summarise('input to redrawn headline, gb300-100mw', redraws)];
  } finally {
    await chrome.close();
    child.kill();
    // The host may still be writing its last file.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
