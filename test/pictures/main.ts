import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startSession, type Session } from '../e2e/support/session.ts';
import { drawGuide } from './guide.ts';

/**
 * A book of pictures: every screen and every part of it, in the widths and colours people
 * use, written to a folder. `npm run pictures -- --out FOLDER [--template NAME]
 * [--widths 1280,1440,1920] [--schemes light,dark] [--screens Hardware,Facility]`.
 * `npm run pictures -- --guide` draws the pictures of docs/guide anew; they are committed.
 */
const { values: asked } = parseArgs({
  options: {
    out: { type: 'string', default: 'out/pictures' },
    template: { type: 'string', default: '100 MW factory, GB300 NVL72' },
    widths: { type: 'string', default: '1280,1440,1920' },
    schemes: { type: 'string', default: 'light,dark' },
    screens: { type: 'string', default: '' },
    guide: { type: 'boolean', default: false },
  },
});

const heights: Readonly<Record<number, number>> = { 640: 720, 1280: 720, 1440: 900, 1920: 1080 };

const list = (text: string): readonly string[] =>
  text.split(',').map((each) => each.trim()).filter((each) => each !== '');

const nameOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(700);
  const path = join(asked.out, `${name}.png`);
  await page.screenshot({ path });
  process.stdout.write(`${path}\n`);
}

/** All parts of the screen on show. */
async function shootParts(page: Page, name: string): Promise<void> {
  const tabs = page.getByRole('main').locator('.screen-tabs').getByRole('tab');
  const labels = await tabs.allTextContents();
  if (labels.length === 0) return shoot(page, name);
  for (const [at, label] of labels.entries()) {
    await tabs.nth(at).click();
    await shoot(page, `${name}-${nameOf(label)}`);
  }
}

async function shootScreens(page: Page, suffix: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Screens' });
  const names = await navigation.getByRole('button').allInnerTexts();
  const wanted = list(asked.screens);
  const buttons = navigation.locator('.nav-list').getByRole('button');
  const count = await buttons.count();
  for (let at = 0; at < count; at++) {
    const name = (await buttons.nth(at).textContent()) ?? names[at] ?? '';
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await buttons.nth(at).click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await shootParts(page, `${String(at + 1).padStart(2, '0')}-${nameOf(name)}-${suffix}`);
  }
}

async function book(session: Session): Promise<void> {
  for (const width of list(asked.widths).map(Number)) {
    for (const scheme of list(asked.schemes)) {
      if (scheme !== 'light' && scheme !== 'dark') throw new Error(`no such colours: ${scheme}`);
      const page = await session.open({ scheme, width, height: heights[width] ?? 900 });
      await page.getByRole('button', { name: `Create: ${asked.template}` }).click();
      await page.getByRole('region', { name: 'Headline figures' }).waitFor();
      await shootScreens(page, `${width}-${scheme}`);
      await page.close();
    }
  }
}

if (!asked.guide) mkdirSync(asked.out, { recursive: true });
const session = await startSession();
try {
  if (asked.guide) await drawGuide(session);
  else await book(session);
} finally {
  await session.end();
}
if (session.errors.length > 0) {
  process.stderr.write(`${session.errors.join('\n')}\n`);
  process.exitCode = 1;
}
