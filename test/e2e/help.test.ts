import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { tourSteps, tourText } from '../../renderer/text/tour.ts';
import { findBarriers } from './support/axe.ts';
import { startSession, type Look, type Session } from './support/session.ts';

let session: Session;
beforeAll(async () => { session = await startSession(); });
afterAll(async () => { await session.end(); });

async function open(look?: Look): Promise<Page> {
  const page = await session.open(look);
  onTestFinished(() => page.context().close());
  await page.getByRole('button', { name: 'Plan', exact: true }).waitFor();
  return page;
}

const guide = (page: Page) => page.getByRole('dialog', { name: 'Guide' });
const note = (page: Page) => page.getByRole('complementary', { name: /^Tour: / });
const step = (page: Page, at: number) =>
  page.getByRole('complementary', { name: tourText.name(tourSteps[at]?.title ?? '') });

describe('the offer of a tour', () => {
  it('stands once, and is not made again after an answer', async () => {
    const page = await open();
    const offer = page.getByRole('group', { name: tourText.offerName });
    await offer.waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await offer.getByRole('button', { name: tourText.decline }).click();
    await offer.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: 'Plan', exact: true }).waitFor();
    await page.waitForTimeout(500);
    expect(await offer.count()).toBe(0);
  });
});

describe.each(['light', 'dark'] as const)('the guide in %s', (scheme) => {
  it('opens without a network, is searched, and its pages lead to one another', async () => {
    const page = await open({ scheme });
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    await guide(page).getByRole('heading', { level: 2, name: 'Guide' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await guide(page).getByRole('button', { name: 'The architect' }).last().click();
    await guide(page).getByRole('heading', { level: 2, name: /^The architect/ }).waitFor();
    const picture = guide(page).locator('img').first();
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image) =>
      (image instanceof HTMLImageElement ? image.naturalWidth : 0)), { timeout: 15_000 })
      .toBe(1280);
    expect(await findBarriers(page)).toEqual([]);
    await guide(page).getByRole('searchbox', { name: 'Search the guide' }).fill('take-or-pay');
    const found = guide(page).getByRole('navigation', { name: 'Pages' }).getByRole('button');
    await expect.poll(() => found.count()).toBe(2);
    await found.last().click();
    await guide(page).getByRole('heading', { level: 2, name: 'Glossary' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await guide(page).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Help');
    expect(session.errors).toEqual([]);
    expect(session.strays).toEqual([]);
  });
});

describe('ways to the guide', () => {
  it('are the palette and the keyboard map', async () => {
    const page = await open();
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog', { name: 'Find anything' }).getByRole('textbox').fill('guide');
    await page.keyboard.press('Enter');
    await expect.poll(() => guide(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await guide(page).waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard map' })
      .getByRole('button', { name: 'Open the guide' }).click();
    await expect.poll(() => guide(page).count()).toBe(1);
  });
});

describe('the tour', () => {
  it('is walked to its end by keyboard, pointing at what is there', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    await guide(page).getByRole('button', { name: 'Take the tour' }).click();
    for (const [at, { anchor }] of tourSteps.entries()) {
      await step(page, at).waitFor();
      await page.locator(anchor).first().waitFor();
      await expect.poll(() => page.locator('.tour-ring').count()).toBe(1);
      await expect.poll(() => step(page, at).evaluate((aside) =>
        aside === document.activeElement)).toBe(true);
      const [box, target] = [await step(page, at).boundingBox(),
        await page.locator(anchor).first().boundingBox()];
      expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 720) + (box?.height ?? 720)).toBeLessThanOrEqual(720);
      expect(target).not.toBeNull();
      await expect.poll(() => findBarriers(page)).toEqual([]);
      // Past Leave, and Back where there is one, stands the way on.
      for (let stop = 0; stop < (at === 0 ? 2 : 3); stop++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }
    await note(page).waitFor({ state: 'detached' });
    expect(session.errors).toEqual([]);
  });

  it('is left by Escape from any step, and blocks nothing meanwhile', async () => {
    const page = await open();
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog', { name: 'Find anything' }).getByRole('textbox')
      .fill('take the tour');
    await page.keyboard.press('Enter');
    await step(page, 0).waitFor();
    const capacity = page.getByRole('textbox', { name: 'Utility capacity' });
    await capacity.fill('20');
    expect(await capacity.inputValue()).toBe('20');
    await page.getByRole('button', { name: 'Plan', exact: true }).press('Enter');
    await step(page, 1).waitFor({ timeout: 60_000 });
    // The palette closes first, the tour stays.
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog', { name: 'Find anything' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Find anything' }).waitFor({ state: 'detached' });
    await note(page).waitFor();
    await note(page).getByRole('button', { name: 'Back' }).focus();
    await page.keyboard.press('Escape');
    await note(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  });
});
