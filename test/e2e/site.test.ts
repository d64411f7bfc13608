import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open());
  await app.createFrom('100 MW factory, GB300 NVL72');
  await app.keepBase();
});
afterAll(async () => { await session.end(); });

const grid = (of: (month: number, hour: number) => number) =>
  Array.from({ length: 12 }, (_, month) =>
    Array.from({ length: 24 }, (__, hour) => of(month, hour)));
const tariff = {
  name: 'Large power', utility: 'Testham Electric', fixedchargefirstmeter: 5000,
  energyratestructure: [[{ rate: 0.05 }], [{ rate: 0.11 }], [{ rate: 0.07 }]],
  energyweekdayschedule: grid((month, hour) =>
    (hour < 13 || hour > 20 ? 0 : month >= 5 && month < 9 ? 1 : 2)),
  energyweekendschedule: grid(() => 0),
  flatdemandstructure: [[{ rate: 9 }], [{ rate: 14 }]],
  flatdemandmonths: [0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0],
  lookbackpercent: 80, lookbackrange: 11,
};
const choose = async (name: string, content: object): Promise<void> => {
  const chooser = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: 'Choose a tariff file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content)) });
};
const cost = async (): Promise<string> =>
  (await app.page.locator('.strip-value').allTextContents()).join(' ');

describe('a tariff beside the site', () => {
  it('bills month by month by its schedule, and moves the money', async () => {
    await app.go('Facility', 'Site');
    await app.page.getByRole('status')
      .getByText('One price and one demand charge bill every month.').waitFor();
    const before = await cost();
    await choose('large-power.json', tariff);
    const preview = app.page.getByRole('dialog', { name: /^Import / });
    await preview.getByText(/its schedule bills month by month/u).waitFor();
    await preview.getByRole('button', { name: 'Add to the project' }).click();
    await app.page.getByText(
      'Every month is billed by the schedule of Large power, Testham Electric.').waitFor();
    await expect.poll(cost).not.toBe(before);
    const bill = app.page.getByRole('region', { name: 'Bill of the first twelve months' });
    await bill.waitFor();
    expect(await bill.getByRole('row').count()).toBe(14);
    await app.saved();
  });

  it('shows the price of every hour, on working days and weekends, by keys', async () => {
    const prices = app.page.getByRole('application', { name: /^Energy price by month/ });
    await prices.focus();
    await app.page.keyboard.press('ArrowRight');
    await expect.poll(() => app.page.getByRole('figure', { name: /^Energy price/ })
      .locator('.diagram-selected').textContent()).toMatch(/January, 0 to 1 h: \D*0\.05/u);
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('gives way to one price, and comes back', async () => {
    const bill = app.page.getByRole('region', { name: 'Bill of the first twelve months' });
    await app.page.getByRole('button', { name: 'Bill by one price' }).click();
    await app.page.getByText('Large power, Testham Electric is kept, and one price bills.')
      .waitFor();
    await bill.waitFor({ state: 'detached' });
    await app.page.getByRole('button', { name: 'Bill by the schedule' }).click();
    await bill.waitFor();
    expect(await bill.getByRole('row').last().textContent()).toMatch(/^Year/u);
  });
});

describe('a site of one’s own', () => {
  const form = () => app.page.getByRole('region', { name: 'A site of your own' });

  it('says by its box what cannot be, and is left by keys', async () => {
    await form().getByRole('button', { name: 'Enter a site' }).focus();
    await app.page.keyboard.press('Enter');
    await form().getByLabel('Name').fill('Abilene');
    await form().getByLabel('Latitude, degrees north').fill('132');
    await app.page.keyboard.press('Enter');
    await form().getByText('Latitude lies between -90 and 90 degrees.').waitFor();
    await form().getByText('Longitude lies between -180 and 180 degrees.').waitFor();
    expect(await form().getByLabel('Name').getAttribute('aria-invalid')).not.toBe('true');
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('takes the nearest climate, becomes the site, and is asked for its price', async () => {
    await app.page.getByRole('button', { name: 'Bill by one price' }).click();
    await app.undo().waitFor();
    await form().getByLabel('Latitude, degrees north').fill('32.45');
    await form().getByLabel('Longitude, degrees east').fill('-99.73');
    await expect.poll(() => form().getByLabel('Climate').locator('option').first().textContent())
      .toMatch(/^The nearest: .+, \d+ km$/u);
    await form().getByRole('button', { name: 'Add and plan there' }).click();
    await form().getByRole('button', { name: 'Enter a site' }).waitFor();
    await expect.poll(() => app.choice('Site').inputValue()).toBe('Abilene');
    await app.page.getByText(/electricity in Abilene/u).first().waitFor();
    await app.saved();
  });
});
