import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;

beforeAll(async () => { session = await startSession(); });
afterAll(async () => { await session.end(); });

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  let app: PlannerPage;
  beforeAll(async () => { app = planner(await session.open({ scheme })); });

  it('axe finds nothing before a project is open', async () => {
    await app.page.getByRole('button', { name: /^Create: / }).first().waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('axe finds nothing on any part of any screen', async () => {
    await app.createFrom('1 MW pod, B200');
    const names = await app.page.getByRole('navigation', { name: 'Screens' })
      .getByRole('listitem').allTextContents();
    expect(names.length).toBeGreaterThanOrEqual(8);
    for (const screen of names) {
      await app.go(screen);
      const parts = await app.page.getByRole('main').getByRole('tab').allTextContents();
      for (const part of parts.length === 0 ? [undefined] : parts) {
        await app.go(screen, part);
        expect(await findBarriers(app.page), `${screen} ${part ?? ''}`).toEqual([]);
      }
    }
  }, 240_000);

  it('axe finds nothing in palette, scenario menu and a refused input', async () => {
    await app.go('Workload', 'Demand');
    await app.field('Utilisation').fill('175');
    await app.row('demand.utilisation').getByRole('alert').waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('button', { name: /^Scenario:/ }).click();
    await app.page.getByRole('menuitem', { name: 'Duplicate this scenario' }).waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('Control+K');
    await app.page.getByRole('dialog').waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('reaches the inputs past the frame by the first stop', async () => {
    const page = await session.open();
    await page.getByRole('button', { name: /^Create: / }).first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent))
      .toBe('Skip to the inputs');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
  });
});
