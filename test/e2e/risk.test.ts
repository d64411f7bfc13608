import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

/** Drawing five hundred full plans on a busy machine. */
const drawnMs = 180_000;

describe('risk', () => {
  let session: Session;
  beforeAll(async () => { session = await startSession(); });
  afterAll(async () => { await session.end(); });

  it('draws futures, stops, switches an input off, and makes an outcome a scenario', async () => {
    const page = await session.open({ width: 1280, height: 900 });
    const app = planner(page);
    await app.createFrom('1 MW pod, B200');
    await app.go('Risk');
    const main = page.getByRole('main');
    const count = main.getByRole('status').filter({ hasText: 'futures' });
    await main.getByText(/^\d+ of 500 futures$/).waitFor({ timeout: drawnMs });
    await main.getByRole('button', { name: 'Stop' }).click();
    const stopped = await count.textContent();
    await main.getByRole('button', { name: 'Run again' }).click();
    await main.getByText('500 of 500 futures').waitFor({ timeout: drawnMs });
    expect(stopped).toMatch(/of 500 futures$/);

    // A kept run stands on the strip and the answer, and goes with one undo.
    await main.getByRole('button', { name: 'Keep for reports' }).click();
    await main.getByRole('button', { name: 'Kept for reports' }).waitFor();
    const strip = page.getByRole('region', { name: 'Headline figures' });
    await strip.getByText(/^−?\$[\d.]+ [MB] to −?\$[\d.]+ [MB]$/).waitFor();
    await app.undo().click();
    await main.getByRole('button', { name: 'Keep for reports' }).waitFor();
    await page.mouse.move(640, 600);
    await page.getByRole('tooltip').waitFor({ state: 'hidden' });

    const outcomes = main.getByRole('region', { name: 'Outcomes' });
    const p90 = await outcomes.getByRole('row', { name: /^P90/ }).getByRole('cell').nth(0)
      .textContent();
    expect(await findBarriers(page)).toEqual([]);
    await outcomes.getByRole('button', { name: 'Make it a scenario: P90' }).click();
    // The scenario is the future nearest to the ninetieth percentile: worth about what that said.
    await page.getByRole('button', { name: /P90 of NPV/ }).first().waitFor();
    const millions = (text: string | null): number =>
      Number(/\$([\d.]+) M/.exec(text ?? '')?.[1]);
    await expect.poll(async () => Math.abs(millions(await app.headline('NPV')) / millions(p90) - 1),
      { timeout: 30_000 }).toBeLessThan(0.02);
    expect(session.errors).toEqual([]);
  }, drawnMs * 2);
});
