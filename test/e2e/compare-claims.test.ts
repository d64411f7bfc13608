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
  await app.keepBase();
});
afterAll(async () => { await session.end(); });

/** Digits of a printed amount with its sign; an empty cell has none. */
const digits = (text: string): number | null => {
  const [, sign = '', amount] = /([-+]?)\$?([\d,]+\.?\d*)/.exec(text) ?? [];
  return amount === undefined ? null : Number(`${sign}${amount.replaceAll(',', '')}`);
};

/** Change and level of every row of the table of steps. */
async function ladder(): Promise<readonly (readonly (number | null)[])[]> {
  const rows = app.page.getByRole('region', { name: 'Steps', exact: true }).locator('tbody tr');
  await rows.first().waitFor();
  const cells = await rows.evaluateAll(
    (all) => all.map((row) => [...row.children].map((cell) => cell.textContent)),
  );
  return cells.map((row) => row.slice(2, 4).map(digits));
}

async function expectAddsUp(): Promise<void> {
  const all = await ladder();
  const from = all[0]?.[1] ?? Number.NaN;
  const last = all.at(-1);
  const sum = all.slice(1, -1).reduce((total, [change]) => total + (change ?? Number.NaN), 0);
  expect(all.length).toBeGreaterThan(3);
  expect(from + sum).toBeCloseTo(last?.[1] ?? Number.NaN, 9);
  expect(sum).toBeCloseTo(last?.[0] ?? Number.NaN, 9);
}

describe('comparing scenarios', () => {
  it('teaches how to branch while there is one', async () => {
    await app.go('Compare');
    await app.page.getByRole('heading', { name: 'There is one scenario so far' }).waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await app.page.getByRole('button', { name: 'Branch this scenario' }).click();
    await app.page.getByRole('table').waitFor();
    await app.page.getByRole('button', { name: 'Scenario: Base case, variant' }).waitFor();
  });

  it('marks the better figure of an edited variant', async () => {
    await app.go('Workload', 'Demand');
    await app.field('Utilisation').fill('20');
    await app.go('Economics', 'Operating cost');
    await app.field('Electricity price').first().fill('0.2');
    await app.go('Compare', 'Side by side');
    const cost = app.page.getByRole('row', { name: /^Cost per M tokens/ });
    await expect.poll(() => cost.getByLabel('best').count()).toBe(1);
    expect(await cost.locator('td').first().getByLabel('best').count()).toBe(1);
  });

  it('lists the inputs that differ, each leading to its field', async () => {
    await app.go('Compare', 'Differences');
    const table = app.page.getByRole('region', { name: /^Inputs of/ });
    expect(await table.getByRole('row', { name: /Utilisation.*20.0 %/ }).count()).toBe(1);
    await table.getByRole('button', { name: 'Utilisation' }).click();
    await app.page.getByRole('heading', { level: 1, name: 'Workload' }).waitFor();
    expect(await app.field('Utilisation').inputValue()).toBe('20');
  });

  it('bridges cost and NPV in steps that add up as printed, in either order and by Shapley', async () => {
    await app.go('Compare', 'Bridge');
    await expectAddsUp();
    const first = await ladder();
    await app.page.getByRole('button', { name: 'Move Energy and cooling earlier' }).click();
    await expect.poll(async () => JSON.stringify(await ladder())).not.toBe(
      JSON.stringify(first),
    );
    await expectAddsUp();
    await app.page.getByText('Shapley', { exact: true }).click();
    await expect.poll(() => app.page.getByRole('button', { name: /^Move / }).count()).toBe(0);
    await expectAddsUp();
    await app.page.getByText('NPV', { exact: true }).last().click();
    await app.page.getByText(/^Net present value: from/).waitFor();
    await expectAddsUp();
  });

  it('reconciles the conventions down to the plan’s own cost', async () => {
    await app.go('Compare', 'Conventions');
    const rows = app.page.getByRole('region', { name: 'Steps between conventions' })
      .locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(6);
    const own = digits((await rows.last().locator('td').nth(2).textContent()) ?? '')
      ?? Number.NaN;
    const strip = digits(
      (await app.headline('Cost per M tokens')).replace('Cost per M tokens', ''),
    ) ?? Number.NaN;
    expect(own).toBeCloseTo(strip, 2);
  });
});

describe('checking a claim', () => {
  it('solves for one unknown and takes the value', async () => {
    await app.go('Claims');
    await app.page.getByRole('button', { name: /^\$5M in, \$75M/ }).click();
    await app.page.getByRole('button', { name: 'Solve for Total throughput per GPU' }).click();
    await app.page
      .getByText(/^Total throughput per GPU of .* gives 15\.00x, as published/)
      .waitFor();
    await app.page.getByRole('button', { name: 'Enter this value' }).click();
    const ours = app.page.locator('.claim-figures div', { hasText: 'Our value' });
    await expect.poll(() => ours.textContent()).toContain('15.00x');
  });

  it('refuses a value outside the bounds and keeps the last sound one', async () => {
    const used = app.page.getByRole('main').getByRole('textbox', { name: 'Utilisation' });
    await used.fill('140');
    await app.page.getByRole('alert').filter({ hasText: '100.0 %' }).waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await used.press('Escape');
  });

  it('prints the published two cents and makes them a scenario that one undo takes back', async () => {
    await app.page.getByRole('button', { name: /^Two cents per million/ }).click();
    await app.page.getByText('$0.02139').first().waitFor();
    await app.page.getByRole('button', { name: 'Make a scenario from this claim' }).click();
    await app.page.getByRole('button', { name: /^Scenario: Two cents/ }).waitFor();
    await expect.poll(() => app.undo().getAttribute('aria-label'))
      .toContain('Scenario from claim');
    await app.undo().click();
    await expect.poll(
      () => app.page.getByRole('button', { name: /^Scenario: Two cents/ }).count(),
    ).toBe(0);
  });
});

describe('systems', () => {
  it('take a price nobody publishes, which stays with the project as one’s own', async () => {
    await app.go('Compare', 'Systems');
    const price = app.page.getByRole('textbox', { name: 'Price per accelerator of 8x MI355X server' });
    await price.waitFor({ timeout: 60_000 });
    await price.fill('25000');
    await price.press('Enter');
    const row = app.page.getByRole('row').filter({ has: app.page.getByRole('rowheader',
      { name: '8x MI355X server' }) });
    await expect.poll(() => row.textContent(), { timeout: 60_000 })
      .toMatch(/\$0\.\d+.*your own price/u);
    expect(await findBarriers(app.page)).toEqual([]);
    await app.go('Catalogue', 'Entries');
    await app.go('Compare', 'Systems');
    await expect.poll(() => price.inputValue(), { timeout: 60_000 }).toBe('$ 25,000');
    await app.undo().click();
    await expect.poll(() => price.inputValue(), { timeout: 60_000 }).toBe('');
  }, 240_000);
});

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it('axe finds nothing on either screen', async () => {
    const other = planner(await session.open({ scheme }));
    await other.openRecent('1 MW pod, B200');
    for (const part of ['Side by side', 'Differences', 'Bridge', 'Curves', 'Conventions']) {
      await other.go('Compare', part);
      expect(await findBarriers(other.page), part).toEqual([]);
    }
    await other.go('Claims');
    for (const claim of [/^\$5M in, \$75M/, /^35 times lower cost/, /^545 %/]) {
      await other.page.getByRole('button', { name: claim }).click();
      await other.page.getByRole('button', { name: /^Solve for/ }).first().click();
      expect(await findBarriers(other.page), String(claim)).toEqual([]);
    }
    await other.page.close();
  });
});

it('never complained and never left this machine', () => {
  expect(session.errors).toEqual([]);
  expect(session.strays).toEqual([]);
});
