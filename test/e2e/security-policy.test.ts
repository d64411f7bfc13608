import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;
const breaches: string[] = [];

/** Tells of every breach of the policy, in the page itself: a console line may be missing. */
async function watch(page: Page): Promise<void> {
  await page.exposeFunction('tellBreach', (text: string) => { breaches.push(text); });
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({
      violatedDirective, blockedURI, sample, sourceFile,
    }) => {
      (globalThis as unknown as {
        tellBreach: (text: string) => void
      }).tellBreach(`${violatedDirective} ${blockedURI} ${sample} ${sourceFile ?? ''}`);
    });
  });
}

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open());
  await app.page.getByRole('button', { name: /^Create: / }).first().waitFor();
  await watch(app.page);
});
afterAll(async () => { await session.end(); });

it('the policy is the one that guards markup', async () => {
  const page = await session.open();
  const policy =
    await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(await page.evaluate(() => {
    const box = document.createElement('div');
    box.innerHTML = '<img src=x onerror="document.title=1"><b>bold</b>';
    return box.innerHTML;
  })).toBe('&lt;img src=x onerror="document.title=1"&gt;<b>bold</b>');
  await expect(
    page.evaluate(() => { new Worker('https://example.invalid/a.js'); }),
  ).rejects.toThrow('TrustedScriptURL');
  await page.close();
});

it('linear programs are solved in the worker, and pages may compile none', async () => {
  const page = await session.open();
  const assets = join(import.meta.dirname, '..', '..', 'out', 'renderer', 'assets');
  const worker = readdirSync(assets).find((name) => /^compute\.worker-.+\.js$/.test(name)) ?? '';
  const solve = (address: string): Promise<unknown> => page.evaluate((from) =>
    new Promise((resolve) => {
      const started = new Worker(new URL(from, document.baseURI), { type: 'module',
        name: 'programs' });
      started.addEventListener('message', ({ data }) => { resolve(data); });
      started.postMessage({ id: 1, options: {}, program: { sense: 'maximise',
        objective: [3, 5], aUb: [[1, 0], [0, 2], [3, 2]], bUb: [4, 12, 18], lower: [0, 0],
        upper: [null, null] } });
    }), address);
  // Hillier and Lieberman, Wyndor Glass.
  expect(await solve(`assets/${worker}`)).toMatchObject({ id: 1, kind: 'done',
    answer: { status: 'optimal', objective: 36, x: [2, 6], shadowPrices: [0, 1.5, 1] } });
  await expect(page.evaluate(() => WebAssembly.compile(
    new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])).then(() => 'compiled')))
    .rejects.toThrow('CompileError');
  await page.close();
});

/** Spans of the box that follows the pointer over a chart. */
const tooltipParts = (): Promise<number> =>
  app.page.locator('div[style*="pointer-events: none"] span').count();

it('no screen, no part of one and no chart under the pointer breaches it', async () => {
  await app.createFrom('1 MW pod, B200');
  const names = await app.page.getByRole('navigation', { name: 'Screens' })
    .getByRole('listitem').allTextContents();
  expect(names.length).toBeGreaterThanOrEqual(8);
  let hovered = 0;
  for (const screen of names) {
    await app.go(screen);
    const parts = await app.page.getByRole('main').getByRole('tab').allTextContents();
    for (const part of parts.length === 0 ? [undefined] : parts) {
      await app.go(screen, part);
      const chart = app.page.getByRole('main').locator('canvas').first();
      if (await chart.count() > 0) {
        await chart.hover();
        hovered += await tooltipParts();
      }
      expect(breaches, `${screen} ${part ?? ''}`).toEqual([]);
    }
  }
  expect(hovered).toBeGreaterThan(0);
}, 180_000);

it('workers of the page start', async () => {
  await app.go('Assumptions');
  await expect.poll(() => app.page.workers().length).toBeGreaterThan(0);
  expect(breaches).toEqual([]);
});

it('nothing went wrong on the way', () => {
  expect(session.errors.filter(
    (text) => !text.includes('example.invalid') && !text.includes('TrustedScriptURL'),
  )).toEqual([]);
  expect(session.strays).toEqual([]);
});
