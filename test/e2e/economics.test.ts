import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open({ width: 1400, height: 900 }));
  await app.createFrom('100 MW factory, GB300 NVL72');
});
afterAll(async () => { await session.end(); });

const cellOf = async (table: string, row: string, at: number): Promise<string> =>
  (await app.page.getByRole('region', { name: table }).getByRole('row', { name: row })
    .getByRole('cell').nth(at).textContent()) ?? '';

describe('a financing case', () => {
  it('borrows, and shows debt, cover and the return it gives', async () => {
    const before = await app.headline('IRR');
    await app.go('Economics', 'Finance');
    await app.field('Debt share').fill('60');
    await app.field('Interest rate').fill('9');
    await expect.poll(() => cellOf('Financing and tax', 'Debt ', 0)).toMatch(/^\$[\d.]+ B$/);
    expect(await cellOf('Financing and tax', 'Least debt service cover', 0)).toMatch(/^\d/);
    expect(await app.headline('IRR')).not.toBe(before);
  });

  it('stands beside the same design leased, colocated and rented', async () => {
    await app.go('Economics', 'Ownership');
    const costs = await Promise.all(['Own everything', 'Lease the systems',
      'Colocate own systems', 'Rent accelerators']
      .map(async (mode) => `${await cellOf('The same design under every ownership', mode, 2)} ${
        await cellOf('The same design under every ownership', mode, 3)}`));
    expect(new Set(costs).size).toBe(4);
  });

  it('refuses what no lender would take, in place', async () => {
    await app.go('Economics', 'Finance');
    await app.field('Debt share').fill('120');
    await expect.poll(() => app.row('finance.debtShare').getByRole('alert').innerText())
      .toMatch(/95/);
    await app.page.keyboard.press('Escape');
  });
});

describe('break-even and escalation', () => {
  const multiple = () => cellOf('Break-even after tax and debt', 'Token prices over today', 1);

  it('stands after tax and debt on the results, and moves when one line of cost rises faster', async () => {
    await app.go('Results', 'Unit cost');
    await expect.poll(multiple).toMatch(/^0\.\d+$/);
    const before = await multiple();
    await app.go('Economics', 'Operating cost');
    await app.field('Rise of staff cost').fill('100');
    await app.go('Results', 'Unit cost');
    await expect.poll(multiple).not.toBe(before);
  });
});

describe('a release on the timeline', () => {
  const mark = () => app.page.getByRole('slider', { name: /MLPerf round.*rolled out/ });
  const npv = () => app.headline('NPV');

  it('is worth something once it is in use', async () => {
    await app.go('Lifecycle', 'Software releases');
    const off = await npv();
    await app.page.getByRole('switch', { name: /Use .*MLPerf round/ }).click({ force: true });
    await expect.poll(npv).not.toBe(off);
  });

  it('is worth more when it is dragged to an earlier month', async () => {
    await app.go('Lifecycle', 'Phases');
    const [before, from] = [await npv(), Number(await mark().getAttribute('aria-valuenow'))];
    const box = await mark().boundingBox();
    if (box === null) throw new Error('the release is not on the timeline');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await app.page.mouse.move(x, y);
    await app.page.mouse.down();
    await app.page.mouse.move(x - 40, y, { steps: 6 });
    await app.page.mouse.up();
    await expect.poll(async () => Number(await mark().getAttribute('aria-valuenow')))
      .toBeLessThan(from);
    await expect.poll(npv).not.toBe(before);
    await app.undo().click();
    await expect.poll(async () => Number(await mark().getAttribute('aria-valuenow')))
      .toBe(from);
    await expect.poll(npv)
      .toMatch(new RegExp(`^${before.slice(0, 8).replaceAll(/[$.]/g, '\\$&')}`));
  });

  it('moves by keyboard, a year with Shift', async () => {
    const from = Number(await mark().getAttribute('aria-valuenow'));
    await mark().focus();
    await app.page.keyboard.press('ArrowLeft');
    await app.page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => Number(await mark().getAttribute('aria-valuenow')))
      .toBe(from + 11);
    await app.undo().click();
    await expect.poll(async () => Number(await mark().getAttribute('aria-valuenow')))
      .toBe(from);
  });

  it('is taken from the catalogue with its evidence', async () => {
    await app.go('Lifecycle', 'Software releases');
    await app.page.getByRole('button', { name: 'Take from the catalogue' }).click();
    await app.page.getByRole(
      'menuitem', { name: /MLPerf DeepSeek-R1 on GB300 NVL72, offline/ },
    ).click();
    await expect.poll(() => cellOf('What the roadmap is worth', 'MLPerf DeepSeek-R1', 2))
      .toMatch(/^[+-]?\$/);
    expect(await app.choice('Evidence').inputValue()).toBe('Independent measurement');
  });

  it('leaves a screen without barriers', async () => {
    expect(await findBarriers(app.page)).toEqual([]);
    await app.go('Lifecycle', 'Phases');
    expect(await findBarriers(app.page)).toEqual([]);
  });
});

describe('a load curve', () => {
  const preview = () => app.page.getByRole('dialog', { name: /^Import / });
  const add = () => preview().getByRole('button', { name: 'Add to the project' });
  const importFile = async (name: string, text: string): Promise<void> => {
    const chooser = app.page.waitForEvent('filechooser');
    await app.page.getByRole('region', { name: 'Import a load curve' })
      .getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  };

  it('that holds a negative load is refused whole, and the line is named', async () => {
    await app.go('Workload', 'Load curves');
    await importFile('bad.csv', 'time,tokens\n2027-01-01,5\n2027-01-02,-5\n');
    await preview().getByRole('alert').getByText(/line 3/i).waitFor();
    expect(await add().isDisabled()).toBe(true);
    await app.page.keyboard.press('Escape');
    expect(await app.page.getByRole('region', { name: 'Load curves' }).textContent())
      .toContain('No load curve yet');
  });

  it('replaces stated demand, and its gaps are listed', async () => {
    const before = await app.headline('Cost per M tokens');
    await importFile('measured.csv',
      'time,tokens\n2027-01-01,3e12\n2027-01-02,3e12\n2027-01-04,3e12\n');
    await preview().getByText(/1 missing step in 1 gap filled/).waitFor();
    await add().click();
    await expect.poll(() => app.headline('Cost per M tokens')).not.toBe(before);
  });
});

describe('the currency', () => {
  it('turns at the shipped rate, then at the one entered', async () => {
    await app.go('Start');
    await app.choice('Currency').click();
    await app.page.getByRole('option', { name: 'Euro' }).click();
    await expect.poll(() => app.headline('NPV')).toContain('€');
    await app.field('Exchange rate').fill('1.25');
    await expect.poll(() => app.headline('NPV')).toContain('€');
  });

  it('is that of boxes, tables and charts', async () => {
    await app.go('Economics', 'Investment');
    expect(await app.row('capex.facilityUsdPerMw').textContent()).toContain('€');
    expect(await app.field('Building, power and cooling').inputValue()).toBe('9,360,000');
    expect(await cellOf('What is bought', 'Investment', 0)).toContain('€');
    await app.field('Land').fill('$1,000,000');
    await app.field('Land').press('Tab');
    await expect.poll(() => app.field('Land').inputValue()).toBe('800,000');
  });

  it('may be a third one for a single amount, which the note keeps', async () => {
    await app.field('Land').fill('GBP 1,000,000');
    await app.field('Land').press('Tab');
    // 1,000,000 x 1.1611 / 0.8683 dollars, shown at 1.25 dollars for a euro.
    await expect.poll(() => app.field('Land').inputValue()).toBe('1,070,000');
    await app.field('Land').focus();
    await expect.poll(() => app.page.getByRole('complementary', { name: 'Inspector' })
      .getByRole('textbox').evaluateAll((boxes) => boxes.map((box) =>
        (box instanceof HTMLTextAreaElement ? box.value : '')).join(' ')))
      .toMatch(/Entered as GBP 1,000,000 at 1\.33721 US dollars/u);
  });
});

it('meets no error on the way and calls nobody', () => {
  expect(session.errors).toEqual([]);
  expect(session.strays).toEqual([]);
});
