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
    await app.createFrom('1 MW enterprise, B200');
    await app.go('Risk');
    const main = page.getByRole('main');
    const count = main.getByRole('status').filter({ hasText: 'futures' });
    await main.getByText(/^\d+ of 500 futures$/).waitFor({ timeout: drawnMs });
    await main.getByRole('button', { name: 'Stop' }).click();
    const stopped = await count.textContent();
    await main.getByRole('button', { name: 'Run again' }).click();
    await main.getByText('500 of 500 futures').waitFor({ timeout: drawnMs });
    expect(stopped).toMatch(/of 500 futures$/);

    const outcomes = main.getByRole('region', { name: 'Outcomes' });
    const p90 = await outcomes.getByRole('row', { name: /^P90/ }).getByRole('cell').nth(0)
      .textContent();
    expect(await findBarriers(page)).toEqual([]);
    await outcomes.getByRole('button', { name: 'Make a scenario of P90' }).click();
    // The scenario of the ninetieth percentile is worth what the outcome said.
    await page.getByRole('button', { name: /P90 of NPV/ }).first().waitFor();
    await expect.poll(async () => app.headline('NPV'), { timeout: 30_000 })
      .toBe(p90?.replace('−', '−'));
    expect(session.errors).toEqual([]);
  }, drawnMs * 2);
});
