import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open({ width: 1280, height: 720 }));
  await app.createFrom('100 MW factory, GB300 NVL72');
});

afterAll(async () => {
  await session.end();
});

/** The screen as Ctrl P prints it, as words. */
async function printed(name: string): Promise<string> {
  const path = join(session.host.projects, `${name}.pdf`);
  // Pictures are drawn again in light colours in the very moment: see `usePrinting`.
  await app.page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
  writeFileSync(path, await app.page.pdf({ format: 'A4', printBackground: true }));
  await app.page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  return execFileSync('pdftotext', ['-layout', path, '-']).toString();
}

describe('a screen on paper', () => {
  it.each(
    ['Economics', 'Facility', 'Compare'],
  )('shows %s with its headline and without what leads elsewhere', async (screen) => {
    await app.go(screen);
    const headline = await app.page.locator('.strip-value').allTextContents();
    const text = (await printed(screen)).replaceAll(/\s+/gu, ' ');
    expect(text).toContain(screen);
    const missing = headline.map((each) => each.replaceAll(/\s+/gu, ' ').trim())
      .filter((each) => !text.includes(each));
    expect(missing).toEqual([]);
    expect(text).not.toMatch(/Ctrl K|Inspector|Appearance/u);
  });

  it('is light where the window is dark, and dark again afterwards', async () => {
    const scheme = () => app.page.evaluate(
      'document.documentElement.dataset.mantineColorScheme');
    await app.page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(scheme).toBe('dark');
    await app.page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    expect(await scheme()).toBe('light');
    await app.page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    expect(await scheme()).toBe('dark');
  });
});
