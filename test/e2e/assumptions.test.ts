import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open({ width: 1440, height: 900 }));
  await app.createFrom('1 MW pod, B200');
  await app.go('Assumptions');
});
afterAll(async () => { await session.end(); });

const tile = (label: string) =>
  app.page.getByRole('button', { name: new RegExp(`^\\d+ ${label} inputs?$`) });
const countOf = async (label: string): Promise<number> =>
  Number(/\d+/.exec((await tile(label).textContent()) ?? '')?.[0]);
const table = () => app.page.getByRole('table', { name: 'Register of inputs' });
const row = (name: string) => table().getByRole('row')
  .filter({ has: app.page.getByRole('button', { name, exact: true }) }).first();
/** Waits until the shares of the state on show are known. */
const worked = async (): Promise<void> => { await app.page
  .getByText('Each class moves within its stated ranges')
  .waitFor({ timeout: 20_000 }); };

describe('the register of inputs', () => {
  it('holds more rows than are in the document, and says how many', async () => {
    await worked();
    const [, all = ''] = /of (\d+) inputs/.exec(
      (await app.page.getByText(/\d+ of \d+ inputs/).textContent()) ?? '',
    ) ?? [];
    expect(Number(all)).toBeGreaterThan(250);
    expect(await table().getByRole('row').count()).toBeLessThan(60);
    expect(Number(await table().getAttribute('aria-rowcount'))).toBeGreaterThan(200);
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('edits an assumed input in place: the headline moves and the counts follow', async () => {
    await tile('Assumed').click();
    await app.page.getByRole('textbox', { name: 'Search' }).fill('transformer efficiency');
    const [assumed, decided, cost] = [await countOf('Assumed'), await countOf('Decision'),
      await app.headline('Cost per M tokens')];
    await row('Transformer efficiency').getByRole('button', { name: '99.0 %' }).click();
    const box = row('Transformer efficiency').getByRole('textbox', { name: 'Transformer efficiency' });
    await expect.poll(() => box.evaluate((element) => element === document.activeElement))
      .toBe(true);
    await box.fill('97');
    await box.press('Enter');
    await expect.poll(() => app.headline('Cost per M tokens')).not.toBe(cost);
    await expect.poll(() => countOf('Assumed')).toBe(assumed - 1);
    expect(await countOf('Decision')).toBe(decided + 1);
    // still on show while it is edited
    expect(await row('Transformer efficiency').getByText('Changed here').count()).toBe(1);
  });

  it('keeps a note with its source, as text and nothing else', async () => {
    const open = row('Transformer efficiency');
    await open.getByRole('textbox', { name: 'Note' }).fill('=2+2 <b>metered</b>');
    await open.getByRole('textbox', { name: 'Source of your value' })
      .fill('Operations log 2026-05');
    await open.getByRole('textbox', { name: 'Source of your value' }).press('Tab');
    await row('Transformer efficiency').getByText('Operations log 2026-05').waitFor();
    expect(await row('Transformer efficiency').getByText('2026-05', { exact: true }).count()).toBe(1);
    expect(await row('Transformer efficiency').getByText('Fresh').count()).toBe(1);
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('saves what is shown as a file no spreadsheet runs', async () => {
    await app.page.getByRole('button', { name: 'Save as CSV' }).click();
    await app.page.getByText(/^Saved as .*assumptions.*\.csv$/).waitFor();
    const [saved = ''] = readdirSync(session.host.projects, { recursive: true })
      .map(String).filter((name) => name.endsWith('.csv'));
    const csv = readFileSync(join(session.host.projects, saved), 'utf8');
    expect(csv).toContain("'=2+2 <b>metered</b>");
    expect(csv).toContain('power.transformerEfficiency,0.97,fraction');
  });

  it('goes from row to row by the arrow keys and explains each', async () => {
    await app.page.getByRole('button', { name: 'Clear filters' }).click();
    await app.page.getByRole('textbox', { name: 'Search' }).fill('dgx b200');
    await row('Price').getByRole('button', { name: 'Price' }).focus();
    await app.page.keyboard.press('ArrowUp');
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('complementary', { name: 'Inspector' })
      .getByRole('heading', { name: 'DGX B200' }).waitFor();
    expect(await row('Price').getByRole('button', { name: 'Price', exact: true })
      .getAttribute('aria-expanded')).toBe('true');
  });

  it('says so when nothing matches', async () => {
    await app.page.getByRole('textbox', { name: 'Search' }).fill('no such input anywhere');
    await app.page.getByText('No input matches these filters.').waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await app.page.getByRole('button', { name: 'Clear filters' }).click();
  });

  it('leads to the screen where an input is used', async () => {
    await app.page.getByRole('textbox', { name: 'Search' }).fill('discount rate');
    await row('Discount rate').getByRole('button', { name: 'Discount rate', exact: true })
      .click();
    await row('Discount rate').getByRole('button', { name: 'Go to where it is used' }).click();
    await app.page.getByRole('heading', { level: 1, name: 'Economics' }).waitFor();
    expect(await app.field('Discount rate').inputValue()).toBe('10');
    await app.go('Assumptions');
  });
});

describe('what the answer rests on', () => {
  it('lists the most influential inputs', async () => {
    await app.go('Assumptions', 'Influence');
    await worked();
    await app.page.getByText('The 20 doubts that move NPV most').waitFor();
    await app.page.getByRole('figure', { name: /20 doubts/ })
      .getByRole('button', { name: 'Show as table' }).click();
    const rows = app.page.getByRole('figure', { name: /20 doubts/ }).getByRole('row');
    expect(await rows.count()).toBe(21);
    // The tip of the button just pressed would still stand over the page.
    await app.page.mouse.move(0, 0);
    await app.page.getByRole('tooltip').waitFor({ state: 'hidden' });
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('stops when told to, says that it did, and begins again', async () => {
    await app.undo().click();
    await app.page.getByRole('button', { name: 'Stop', exact: true }).click();
    await app.page.getByText('Stopped; what is shown may be of an earlier state.').waitFor();
    await app.page.getByRole('button', { name: 'Compute again' }).click();
    await worked();
    expect(await app.page.getByRole('button', { name: 'Stop', exact: true }).count()).toBe(0);
  });

  it('gives a class without uncertainty no share', async () => {
    await app.go('Assumptions', 'Uncertainty');
    await app.field('Decisions and own values').fill('0');
    await app.field('Decisions and own values').press('Enter');
    const shares = app.page.getByRole('figure', { name: 'What the answer rests on' });
    await shares.getByRole('button', { name: 'Show as table' }).click();
    await expect.poll(() => shares.getByRole('row', { name: /^Decision/ })
      .textContent(), { timeout: 20_000 }).toMatch(/^Decision0/);
  });
});

describe('what of a figure rests on assumptions', () => {
  it('is said once a picture, where it leads to them, and not beside every figure', async () => {
    await app.go('Results');
    const strip = app.page.getByRole('region', { name: 'Headline figures' });
    expect(await strip.getByRole('img').count()).toBe(0);
    const marks = app.page.getByRole('main').getByRole('button', { name: /^Rests on/ });
    expect(await marks.first().getAttribute('aria-label'))
      .toMatch(/^Rests on \d+ assumed inputs, nearest: /);
    expect(await marks.count()).toBeLessThan(5);
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('leads from the inspector to those inputs in the register', async () => {
    await app.page.getByRole('region', { name: 'Headline figures' })
      .getByRole('button', { name: 'Racks' }).click();
    const inspector = app.page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByRole('button', { name: 'Show them in the register' }).click();
    await app.page.getByText('Assumed inputs behind Racks').waitFor();
    const names = await table().getByRole('rowheader').allTextContents();
    expect(names.length).toBeGreaterThan(0);
    expect(await table().locator('[data-evidence="assumed"]').count()).toBe(names.length);
    await app.page.getByRole('button', { name: 'Show all inputs again' }).click();
  });

  it('leads from the title of a chart to the same', async () => {
    await app.go('Results');
    await app.page.getByRole('main').getByRole('button', { name: /^Rests on/ }).first().click();
    await app.page.getByRole('heading', { level: 1, name: 'Assumptions' }).waitFor();
    expect(await app.page.getByRole('button', { name: 'Show all inputs again' }).count())
      .toBe(1);
  });

  it('shows date and age of a source in the inspector', async () => {
    await app.page.getByRole('button', { name: 'Clear filters' }).click();
    await app.page.getByRole('textbox', { name: 'Search' }).fill('Building, power and cooling');
    await row('Building, power and cooling')
      .getByRole('button', { name: 'Building, power and cooling', exact: true }).click();
    const inspector = app.page.getByRole('complementary', { name: 'Inspector' });
    expect(await inspector.getByText(/^2025 · /).count()).toBe(1);
  });
});
