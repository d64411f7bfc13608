import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { findBarriers } from './support/axe.ts';
import { planner } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

/** Hundreds of full plans on a busy machine. */
const foundMs = 120_000;

/** Asks what the pickers say, and waits for the end of the search. */
async function search(page: Page, kind: string): Promise<void> {
  const main = page.getByRole('main');
  await main.getByText(kind, { exact: true }).click();
  await main.getByRole('button', { name: 'Search', exact: true }).click();
  await main.getByRole('button', { name: 'Stop', exact: true })
    .waitFor({ state: 'detached', timeout: foundMs });
}

describe('search', () => {
  let session: Session;
  beforeAll(async () => { session = await startSession(); });
  afterAll(async () => { await session.end(); });

  it('sweeps, takes a clicked cell as a scenario, and steps back at once', async () => {
    const page = await session.open({ width: 1280, height: 900 });
    const app = planner(page);
    await app.createFrom('1 MW pod, B200');
    await app.go('Search');
    const main = page.getByRole('main');
    const map = main.getByRole('img', { name: /81 plans: NPV from/ });
    await map.waitFor({ timeout: foundMs });
    await page.waitForTimeout(500);
    const box = await map.boundingBox();
    await map.click({ position: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 } });
    const cell = main.getByRole('region', { name: 'Chosen cell' });
    const npv = (await cell.getByRole('status').textContent())?.replace('NPV', '').trim();
    expect(npv).toMatch(/\$[\d.]+/);
    expect(await findBarriers(page)).toEqual([]);
    await cell.getByRole('button', { name: 'Make a scenario' }).click();
    await page.getByRole('button', { name: /^Scenario: Utilisation .+, Price decline/ }).waitFor();
    const digits = (text: string | undefined): number =>
      Number(/\$([\d.]+)/.exec(text ?? '')?.[1]);
    await expect.poll(async () => Math.abs(digits(await app.headline('NPV')) / digits(npv) - 1))
      .toBeLessThan(0.02);
    await app.undo().click();
    await page.getByRole('button', { name: /^Scenario: Utilisation .+, Price decline/ })
      .waitFor({ state: 'detached' });
    expect(session.errors).toEqual([]);
  }, foundMs * 2);

  it('seeks in words, finds what reverses an order, and the best mix', async () => {
    const page = await session.open({ width: 1280, height: 900, scheme: 'dark' });
    const app = planner(page);
    await app.createFrom('1 MW pod, B200');
    await app.go('Search');
    const main = page.getByRole('main');
    await main.getByRole('textbox', { name: 'Ask in words' })
      .fill('find NPV = 0; vary price decline; vary the moon');
    await main.getByRole('button', { name: 'Fill in' }).click();
    await main.getByText('Not understood: vary the moon.').waitFor();
    await search(page, 'Goal seek');
    await main.getByText(/^NPV is .+ Price decline/).first().waitFor();
    await search(page, 'Flip');
    await main.getByText(/is better: NPV is/).waitFor();
    await search(page, 'Optimise');
    await main.getByRole('region', { name: 'Racks of each group' }).waitFor();
    await main.getByText(/plans judged by the full engine/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(session.errors).toEqual([]);
  }, foundMs * 4);

  it('refuses too many plans, stops, and is used by keys alone at 640 px', async () => {
    const page = await session.open({ width: 640, height: 800 });
    const app = planner(page);
    await app.createFrom('1 MW pod, B200');
    await app.go('Search');
    const main = page.getByRole('main');
    await main.getByRole('img', { name: /81 plans/ }).waitFor({ timeout: foundMs });
    const values = main.getByRole('textbox', { name: 'Across: Values' });
    await values.fill('900');
    await main.getByRole('button', { name: 'Search', exact: true }).press('Enter');
    await main.getByRole('alert').filter({ hasText: /more than the 2500/ }).waitFor();
    await values.fill('200');
    await main.getByRole('button', { name: 'Search', exact: true }).press('Enter');
    await main.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
    await main.getByText(/^Stopped/).waitFor();
    const cell = main.getByRole('region', { name: 'Chosen cell' });
    await cell.getByRole('combobox', { name: 'Utilisation' }).press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await cell.getByRole('button', { name: 'Make a scenario' }).press('Enter');
    await page.getByRole('button', { name: /^Scenario: Utilisation .+, Price decline/ }).waitFor();
    const over = await page.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
  }, foundMs * 2);
});
