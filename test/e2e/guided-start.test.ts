import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { startSession, type Look, type Session } from './support/session.ts';

let session: Session;
beforeAll(async () => { session = await startSession(); });
afterAll(async () => { await session.end(); });

const planButton = (page: Page) => page.getByRole('button', { name: 'Plan', exact: true });
const ranking = (page: Page) =>
  page.getByRole('region', { name: 'Scenarios by what they are worth' });
const question = (page: Page, name: string) => page.getByRole('group', { name });

async function openStart(look?: Look): Promise<Page> {
  const page = await session.open(look);
  onTestFinished(() => page.context().close());
  await planButton(page).waitFor();
  return page;
}

/** Names in the ranking once every scenario is computed. */
async function rankedNames(page: Page): Promise<readonly string[]> {
  await page.getByRole('heading', { level: 1, name: 'Answer', exact: true }).waitFor();
  const bars = ranking(page).getByRole('button');
  await expect.poll(() => ranking(page).getByText('being computed').count(),
    { timeout: 30_000 }).toBe(0);
  return bars.locator('.answer-bar-name').allTextContents();
}

const five = ['8x MI355X server', 'DGX B200', 'DGX H200', 'GB200 NVL72', 'GB300 NVL72'];

async function expectTheRequest(page: Page): Promise<void> {
  const names = await rankedNames(page);
  expect(names.toSorted()).toEqual(five);
  // What has no public price has no money, says so, and stands last.
  expect(names.at(-1)).toBe('8x MI355X server');
  expect(await ranking(page).getByRole('button').last().innerText())
    .toMatch(/Not priced: .*enter price per accelerator/);
  expect(await page.getByRole('banner').innerText()).toContain('Client X, 20 MW, Dallas, Texas');
  await page.getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Economics', exact: true }).click();
  await page.getByRole('tab', { name: 'Ownership', exact: true }).click();
  await expect.poll(() => page.getByRole('main').innerText()).toMatch(/Colocate own systems/);
}

describe('the request of a client: 20 MW in Texas, two models, five systems, colocated', () => {
  it('takes at most twelve clicks beside what is typed', async () => {
    const page = await openStart();
    await page.evaluate(() => {
      const counted = globalThis as unknown as { clicks: number };
      counted.clicks = 0;
      addEventListener('pointerdown', () => { counted.clicks += 1; }, { capture: true });
    });
    await page.getByRole('textbox', { name: 'Utility capacity' }).click();
    await page.keyboard.type('20');
    await page.getByRole('combobox', { name: 'Site' }).click();
    await page.keyboard.type('Texas');
    await page.getByRole('option', { name: 'Dallas, Texas', exact: true }).click();
    await page.getByRole('textbox', { name: 'Client' }).click();
    await page.keyboard.type('Client X');
    const systems = question(page, 'Which systems are candidates?');
    for (const name of five) {
      const tick = systems.getByRole('checkbox', { name, exact: true });
      if (!(await tick.isChecked())) await tick.click();
    }
    expect(await systems.getByRole('checkbox', { checked: true }).count()).toBe(5);
    await page.getByRole('radio', { name: /Colocate/ }).click();
    await planButton(page).click();
    const clicks = await page.evaluate(() =>
      (globalThis as unknown as { clicks: number }).clicks);
    expect(clicks).toBeGreaterThanOrEqual(7);
    expect(clicks).toBeLessThanOrEqual(12);
    await expectTheRequest(page);
    expect(session.errors).toEqual([]);
    expect(session.strays).toEqual([]);
  }, 60_000);

  it('needs no mouse', async () => {
    const page = await openStart();
    const focused = (): Promise<string> => page.evaluate(() => {
      const at = document.activeElement;
      const labels = at instanceof HTMLInputElement
        ? [...at.labels ?? []].map((each) => each.textContent) : [];
      return at?.getAttribute('aria-label') ?? labels.join(' ');
    });
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let stops = 0; stops < 60; stops++) {
        await page.keyboard.press('Tab');
        if (name.test(await focused())) return;
      }
      throw new Error(`no stop ${String(name)}`);
    };
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    // Past the frame the first stop is the first answer.
    expect(await focused()).toMatch(/^Utility capacity/);
    await page.keyboard.type('20');
    await tabTo(/^Site/);
    await page.keyboard.type('Dallas, Texas');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(/^Client/);
    await page.keyboard.type('Client X');
    await tabTo(/^DGX H200$/);
    await page.keyboard.press('Space');
    await tabTo(/^8x MI355X server$/);
    await page.keyboard.press('Space');
    await tabTo(/^Own everything/);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^Colocate/);
    await page.keyboard.press('Control+Enter');
    await expectTheRequest(page);
  }, 60_000);
});

describe('answers that give no plan', () => {
  it('are told in words, and the first of them takes the focus', async () => {
    const page = await openStart();
    await page.getByRole('textbox', { name: 'Utility capacity' }).fill('0');
    const ticked = page.getByRole('checkbox', { checked: true });
    while (await ticked.count() > 0) await ticked.first().click();
    await planButton(page).click();
    const told = page.getByRole('alert');
    await told.waitFor();
    expect(await told.innerText()).toMatch(/between 0\.05 MW and 5,000 MW[\s\S]*at least one system/);
    expect(await page.getByRole('textbox', { name: 'Utility capacity' })
      .evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Utility capacity' }).fill('20');
    await page.getByRole('checkbox', { name: 'GB200 NVL72' }).click();
    await planButton(page).click();
    expect(await rankedNames(page)).toEqual(['GB200 NVL72']);
  });

  it('wait while another screen is looked at', async () => {
    const page = await openStart();
    await page.getByRole('button', { name: 'Create: 1 MW pod, B200' }).click();
    await page.getByRole('heading', { level: 1, name: 'Answer' }).waitFor();
    const go = (name: string) => page.getByRole('navigation', { name: 'Screens' })
      .getByRole('button', { name, exact: true }).click();
    await go('Start');
    await page.getByRole('textbox', { name: 'Utility capacity' }).fill('33');
    await go('Facility');
    await go('Start');
    expect(await page.getByRole('textbox', { name: 'Utility capacity' }).inputValue()).toBe('33');
  });
});

/** What a page noted of itself while it worked. */
interface Seen {
  longestMs: number;
  /** How many scenarios were still to come, whenever that changed between two pictures. */
  pending: number[];
}

describe('a dozen systems', () => {
  it('are ranked without a frozen page', async () => {
    const page = await openStart();
    await page.getByRole('button', { name: /more systems$/ }).click();
    const ticks = question(page, 'Which systems are candidates?').getByRole('checkbox');
    for (let at = 0; at < await ticks.count(); at++) {
      const open = await ticks.nth(at).isEnabled() && !(await ticks.nth(at).isChecked());
      if (open) await ticks.nth(at).check();
    }
    expect(await question(page, 'Which systems are candidates?')
      .getByRole('checkbox', { checked: true }).count()).toBe(12);
    expect(await ticks.last().isDisabled()).toBe(true);
    await page.evaluate(() => {
      const seen = globalThis as unknown as Seen;
      seen.longestMs = 0;
      seen.pending = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries())
          seen.longestMs = Math.max(seen.longestMs, duration);
      }).observe({ entryTypes: ['longtask'] });
      const look = (): void => {
        const count = document.querySelectorAll('.answer-bar-pending').length;
        if (count > 0 && seen.pending.at(-1) !== count) seen.pending.push(count);
        requestAnimationFrame(look);
      };
      look();
    });
    const from = performance.now();
    await planButton(page).click();
    expect(await rankedNames(page)).toHaveLength(12);
    const tookMs = performance.now() - from;
    const { longestMs, pending } = await page.evaluate(() => {
      const seen = globalThis as unknown as Seen;
      return { longestMs: seen.longestMs, pending: seen.pending };
    });
    // The page was drawn while scenarios were still to come, and nothing held it for long.
    expect(pending.length).toBeGreaterThanOrEqual(3);
    expect(pending).toEqual(pending.toSorted((a, b) => b - a));
    expect(longestMs).toBeLessThan(tookMs / 2);
  }, 60_000);
});

describe('an empty project', () => {
  it('opens with what to do first', async () => {
    const page = await openStart();
    await page.getByRole('button', { name: 'Start from an empty project' }).click();
    await page.getByRole('heading', { level: 1, name: 'Answer' }).waitFor();
    await expect.poll(() => page.getByRole('main').innerText()).toMatch(/rack group/i);
    expect(session.errors).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('the questions in %s', (scheme) => {
  it('stand on a small screen without scrolling, and axe finds nothing', async () => {
    const page = await openStart({ scheme, width: 1280, height: 720 });
    const last = await page.getByRole('radio', { name: /Rent/ }).boundingBox();
    const button = await planButton(page).boundingBox();
    for (const box of [last, button])
      expect((box?.y ?? Infinity) + (box?.height ?? Infinity)).toBeLessThan(720);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Site' }).click();
    await page.getByRole('option', { name: 'London, United Kingdom' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('option', { name: 'London, United Kingdom' }).click();
    await page.getByRole('textbox', { name: 'Electricity' }).fill('0.12');
    await page.getByRole('radio', { name: 'Tokens a day' }).check();
    await page.getByRole('textbox', { name: 'Tokens a day of workload 1' }).fill('5e9');
    expect(await findBarriers(page)).toEqual([]);
  });

  it('hold together at 640 pixels', async () => {
    const page = await openStart({ scheme, width: 640, height: 800 });
    const [inner, outer] = await page.locator('#content').evaluate((main) =>
      [main.scrollWidth, main.clientWidth]);
    expect(inner).toBe(outer);
    await page.getByRole('radio', { name: /Rent/ }).check();
    expect(await findBarriers(page)).toEqual([]);
  });
});
