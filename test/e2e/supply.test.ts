import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open());
  await app.createFrom('100 MW factory, GB300 NVL72');
  await app.go('Facility', 'Power supply');
});
afterAll(async () => { await session.end(); });

const npv = (): Promise<string> => app.headline('NPV');
const add = async (name: string): Promise<void> => {
  await app.page.getByRole('button', { name: `Add ${name}` }).click();
};
/** Types into the box of an input of a record, by its path. */
async function enter(path: string, value: string): Promise<void> {
  const before = await npv();
  const box = app.row(path).getByRole('textbox');
  await box.fill(value);
  await box.press('Enter');
  await expect.poll(npv).not.toBe(before);
}

it('phases the power, bridges it, accepts curtailment, and adds a battery', async () => {
  const whole = await npv();
  await add('grid feed');
  await enter('feed.feed.mw', '40');
  await add('grid feed');
  await enter('feed.feed-2.mw', '60');
  await enter('feed.feed-2.month', '25');
  expect(await npv()).not.toBe(whole);
  await app.page.getByRole('button', { name: /warnings/ }).first().waitFor();
  await add('generator');
  await enter('generator.generator.mw', '64');
  await app.page.getByText('Energy by supply').first().waitFor();
  await app.row('curtailment.hours').getByRole('textbox').fill('400');
  await app.page.keyboard.press('Enter');
  await enter('curtailment.share', '90%');
  await app.row('battery.mw').getByRole('textbox').fill('60');
  await app.page.keyboard.press('Enter');
  await enter('battery.mwh', '150');
  expect(await findBarriers(app.page)).toEqual([]);
  await app.undo().click();
  await expect.poll(npv).not.toBe('');
  expect(session.errors).toEqual([]);
});
