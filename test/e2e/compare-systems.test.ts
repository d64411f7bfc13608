import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
beforeAll(async () => { session = await startSession(); });
afterAll(async () => { await session.end(); });

const five = ['GB200 NVL72', 'DGX B200', 'DGX H200', '8x MI355X', 'Vera Rubin NVL72'];

describe('five systems on the plan at hand', () => {
  it('stand side by side within eight clicks of the template', async () => {
    const page = await session.open({ width: 1280, height: 720 });
    await page.evaluate(() => {
      const counted = globalThis as unknown as { clicks: number };
      counted.clicks = 0;
      addEventListener('pointerdown', () => { counted.clicks += 1; }, { capture: true });
    });
    await page.getByRole('button', { name: 'Create: 100 MW factory, GB300 NVL72' }).click();
    await page.getByRole('heading', { level: 1, name: 'Answer' }).waitFor();
    await page.getByRole('navigation', { name: 'Screens' })
      .getByRole('button', { name: 'Hardware', exact: true }).click();
    await page.getByRole('button', { name: 'Compare systems…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Compare systems' });
    await dialog.waitFor();
    expect(await findBarriers(page, '[role="dialog"]')).toEqual([]);
    const ticks = dialog.getByRole('checkbox');
    expect(await ticks.count()).toBeGreaterThan(12);
    expect(await dialog.getByText('no public price').count()).toBeGreaterThan(0);
    for (const name of five) {
      const tick = dialog.locator('label', { hasText: name }).getByRole('checkbox');
      if (!(await tick.isChecked())) await tick.click();
    }
    await dialog.getByRole('button', { name: 'Compare 5 systems' }).click();
    await page.getByRole('heading', { level: 1, name: 'Compare' }).waitFor();
    const heads = page.getByRole('region', { name: 'Figures by scenario', exact: true })
      .locator('thead th button');
    await expect.poll(() => heads.allTextContents()).toEqual(['Base case', ...five]);
    // What the pointer happens to rest on explains itself in a tooltip.
    await page.mouse.move(4, 4);
    await expect.poll(() => findBarriers(page)).toEqual([]);
    const clicks = await page.evaluate(() =>
      (globalThis as unknown as { clicks: number }).clicks);
    expect(clicks).toBeGreaterThanOrEqual(5);
    expect(clicks).toBeLessThanOrEqual(8);

    const notice = page.getByRole('alert').filter({ hasText: '5 more scenarios.' });
    await notice.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => heads.allTextContents()).toEqual(['Base case']);
    expect(session.errors).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('can be asked for from the palette', async () => {
    const page = await session.open();
    await page.getByRole('button', { name: 'Create: 1 MW pod, B200' }).click();
    await page.getByRole('heading', { level: 1, name: 'Answer' }).waitFor();
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Find anything' });
    await palette.getByRole('textbox').fill('Compare systems');
    await palette.getByRole('option', { name: /^Compare systems: a scenario for each/ })
      .or(palette.getByRole('button', { name: /^Compare systems: a scenario for each/ })).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Compare systems' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(session.errors).toEqual([]);
    await page.context().close();
  }, 60_000);
});
