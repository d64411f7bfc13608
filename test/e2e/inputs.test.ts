import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open());
  await app.createFrom('100 MW factory, GB300 NVL72');
});
afterAll(async () => { await session.end(); });

const value = (label: string) => app.field(label).inputValue();

describe('a number', () => {
  it('out of its range is refused in place, naming the range and what stays in use', async () => {
    await app.go('Workload', 'Demand');
    await app.field('Utilisation').fill('175');
    const alert = app.row('demand.utilisation').getByRole('alert');
    await expect.poll(() => alert.textContent())
      .toBe('Must be between 1.00 % and 100.0 %. Still in use: 45.0 %.');
    expect(await app.undo().getAttribute('aria-label')).toBe('Nothing to undo');
  });

  it('is restored by Escape', async () => {
    await app.page.keyboard.press('Escape');
    expect(await value('Utilisation')).toBe('45');
    expect(await app.row('demand.utilisation').getByRole('alert').count()).toBe(0);
  });

  it('moves with the arrow keys, all of it one step of the history', async () => {
    for (let i = 0; i < 3; i++) await app.field('Utilisation').press('ArrowUp');
    expect(await value('Utilisation')).toBe('48');
    await app.page.keyboard.press('Control+Z');
    await expect.poll(() => value('Utilisation')).toBe('45');
    expect(await app.undo().getAttribute('aria-label')).toBe('Nothing to undo');
  });

  it('left empty shows what the plan takes instead', async () => {
    await app.go('Economics', 'Operating cost');
    expect(Number(await app.field('Electricity price').first().getAttribute('placeholder')))
      .toBeGreaterThan(0);
  });

  it.each(['1e999', 'abc', '0,5'])('typed as %s never reaches the plan', async (text) => {
    await app.field('Electricity price').first().fill(text);
    await app.row('site.electricityUsdPerKwh').getByRole('alert').waitFor();
    await app.page.keyboard.press('Escape');
    expect(await value('Demand charge')).toBe('0');
    expect(await app.undo().getAttribute('aria-label')).toBe('Nothing to undo');
  });
});

describe('the inspector', () => {
  it('explains the field in focus and keeps a note on it', async () => {
    const inspector = app.page.getByRole('complementary', { name: 'Inspector' });
    await app.go('Economics', 'Finance');
    await app.field('Discount rate').focus();
    await inspector.getByRole('heading', { name: 'Discount rate' }).waitFor();
    await inspector.getByRole('textbox', { name: 'Note' }).fill('Agreed with the client');
    await app.field('Inflation').focus();
    await expect.poll(() => app.undo().getAttribute('aria-label'))
      .toBe('Undo: Note on discount rate');
  });

  it('leads from a figure down to an input and back', async () => {
    const inspector = app.page.getByRole('complementary', { name: 'Inspector' });
    await app.page.getByRole('button', { name: /^NPV/ }).click();
    await inspector.getByRole('button', { name: /^Investment/ }).click();
    await inspector.getByRole('heading', { name: 'Investment' }).waitFor();
    await inspector.getByRole('button', { name: /^Contingency/ }).click();
    await inspector.getByRole('heading', { name: 'Contingency' }).waitFor();
    await inspector.getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => inspector.getByRole('heading', { level: 2 }).textContent())
      .toBe('Investment');
  });
});

describe('the palette', () => {
  it('opens by keyboard and goes to an input wherever it is', async () => {
    await app.page.keyboard.press('Control+K');
    await app.page.getByRole('textbox', { name: /Screen, input/ }).fill('liquid supply');
    await app.page.getByRole('button', { name: /^Liquid supply temperature/ }).waitFor();
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('heading', { level: 1, name: 'Facility' }).waitFor();
    await expect.poll(() => app.field('Liquid supply temperature')
      .evaluate((box) => box === document.activeElement)).toBe(true);
  });
});

describe('a list', () => {
  const names = () =>
    app.page.getByRole('region', { name: 'Traffic classes' }).getByRole('listitem')
    .locator('[aria-pressed]')
      .evaluateAll((buttons) => buttons.map((button) => button.firstElementChild?.textContent));

  it('takes, moves and gives up records', async () => {
    await app.go('Workload', 'Traffic classes');
    await app.page.getByRole('button', { name: 'Duplicate Chat' }).click();
    await expect.poll(names).toEqual(['Reasoning', 'Chat', 'Chat, copy']);
    await app.page.getByRole('button', { name: 'Move Chat, copy up' }).click();
    await expect.poll(names).toEqual(['Reasoning', 'Chat, copy', 'Chat']);
    await app.page.getByRole('button', { name: 'Remove Chat, copy' }).click();
    await expect.poll(names).toEqual(['Reasoning', 'Chat']);
  });

  it('keeps a record others refer to and says who they are', async () => {
    const remove = app.page.getByRole('button',
      { name: /Chat cannot be removed: .*Chat racks.* to it/ });
    expect(await remove.getAttribute('aria-disabled')).toBe('true');
    await remove.dispatchEvent('click');
    expect(await names()).toEqual(['Reasoning', 'Chat']);
  });
});
