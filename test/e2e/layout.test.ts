import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;

beforeAll(async () => { session = await startSession(); });
afterAll(async () => { await session.end(); });

/** Screens whose inputs stand beside a picture, with a part where it is not the first. */
const benches = [
  ['Workload', 'Traffic classes'], ['Hardware', undefined], ['Facility', 'Halls'],
  ['Facility', 'Power chain'], ['Facility', 'Cooling'], ['Network', 'Fabric'],
  ['Economics', 'Investment'], ['Economics', 'Ownership'], ['Lifecycle', 'Phases'],
] as const;

const openScreen = async (page: Page, screen: string, part?: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: screen, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: screen, exact: true }).waitFor();
  if (part !== undefined) await page.getByRole('tab', { name: part, exact: true }).click();
};

describe('at 1280 by 720', () => {
  let page: Page;
  beforeAll(async () => {
    page = await session.open({ width: 1280, height: 720 });
    await page.getByRole('button', { name: 'Create: 100 MW factory, GB300 NVL72' }).click();
    await page.getByRole('region', { name: 'Headline figures' }).waitFor();
  });

  it.each(benches)('%s %s shows its picture and its first input without scrolling',
    async (screen, part) => {
      await openScreen(page, screen, part);
      const matters = page.getByRole('region', { name: 'Inputs that matter' });
      await matters.waitFor();
      const input = await matters.locator('[data-field]').first().boundingBox();
      const picture = await page.locator('.bench-picture').boundingBox();
      expect((input?.y ?? 999) + (input?.height ?? 999)).toBeLessThan(720);
      expect(picture?.width ?? 0).toBeGreaterThan(640);
      expect(picture?.y ?? 999).toBeLessThan(260);
    });

  it('keeps the picture in sight while all inputs are listed and searched', async () => {
    await openScreen(page, 'Facility', 'Cooling');
    await page.keyboard.press('/');
    const search = page.getByRole('main').getByRole('searchbox', { name: 'Search these inputs' });
    await search.fill('chiller');
    await expect.poll(() => page.getByRole('main').getByRole('status')
      .filter({ hasText: /^\d+ inputs?$/ }).count()).toBe(1);
    const picture = await page.locator('.bench-picture').boundingBox();
    expect(picture?.y ?? 999).toBeLessThan(260);
    await search.press('Escape');
    await search.press('Escape');
    await page.getByRole('region', { name: 'Inputs that matter' }).waitFor();
  });
});

describe.each([
  ['640 pixels', 640, 720], ['200 % of 1280 by 720', 640, 360],
] as const)('at %s', (_, width, height) => {
  let app: PlannerPage;
  beforeAll(async () => {
    app = planner(await session.open({ width, height }));
    await app.page.getByRole('button', { name: 'Create: 1 MW pod, B200' }).click();
    await app.page.getByRole('region', { name: 'Headline figures' }).waitFor();
  });

  it('no screen is wider than the window, and axe finds nothing on it', async () => {
    for (const screen of ['Answer', 'Workload', 'Hardware', 'Facility', 'Economics', 'Results']) {
      await openScreen(app.page, screen);
      // The tip of the button just pressed would still stand over the page.
      await app.page.mouse.move(width / 2, 2);
      await app.page.getByRole('tooltip').waitFor({ state: 'hidden' });
      const over = await app.page.evaluate(
        'document.querySelector("main").scrollWidth - document.querySelector("main").clientWidth');
      expect(over, screen).toBeLessThanOrEqual(1);
      expect(await findBarriers(app.page), screen).toEqual([]);
    }
  }, 120_000);

  it('an input is found, changed and taken back', async () => {
    await openScreen(app.page, 'Economics', 'Operating cost');
    await app.page.getByRole('button', { name: /^All \d+ inputs$/ }).click();
    await app.page.getByRole('main').getByRole('searchbox', { name: 'Search these inputs' })
      .fill('electricity price');
    const before = await app.headline('Cost per M tokens');
    await app.field('Electricity price').first().fill('0.9');
    await expect.poll(() => app.headline('Cost per M tokens')).not.toBe(before);
    await app.page.getByRole('button', { name: 'Back to the inputs that matter' }).click();
    await app.undo().click();
    await expect.poll(async () => /\$[\d.]+/.exec(await app.headline('Cost per M tokens'))?.[0])
      .toBe(/\$[\d.]+/.exec(before)?.[0]);
  });
});
