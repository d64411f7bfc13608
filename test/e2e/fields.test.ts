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
});
afterAll(async () => { await session.end(); });

const value = (label: string) => app.field(label).first().inputValue();
const undoLabel = () => app.undo().getAttribute('aria-label');
const focused = () => app.page.evaluate(() => document.activeElement?.getAttribute('aria-label')
  ?? document.activeElement?.id ?? '');

describe('a sum in a field', () => {
  it('shows what it comes to, and counts when Enter ends it, in one step', async () => {
    await app.go('Workload', 'Demand');
    const box = app.field('Utilisation');
    await box.fill('+20%');
    const row = app.row('demand.utilisation');
    await expect.poll(() => row.getByRole('status').textContent()).toBe('= 54.0 %');
    expect(await undoLabel()).toBe('Nothing to undo');
    await box.press('Enter');
    expect(await value('Utilisation')).toBe('54');
    await expect.poll(undoLabel).toBe('Undo: Utilisation: 45.0 % → 54.0 %');
    await app.page.keyboard.press('Control+Z');
    await expect.poll(() => value('Utilisation')).toBe('45');
  });

  it('changes what an empty box stands for', async () => {
    await app.go('Economics', 'Operating cost');
    const box = app.field('Electricity price').first();
    const auto = Number(await box.getAttribute('placeholder'));
    await box.fill('+30%');
    await box.press('Enter');
    await expect.poll(async () => Number(await box.inputValue()) / (auto * 1.3)).toBeCloseTo(1, 3);
    await app.undo().click();
    await expect.poll(() => box.inputValue()).toBe('');
  });

  it.each([
    ['0.066*1.3', '0.0858'], ['=0.066*1.3', '0.0858'], ['$66/MWh', '0.066'],
    ['(0.05+0.07)/2', '0.06'],
  ])('typed as %s and left is %s', async (text, shown) => {
    const box = app.field('Electricity price').first();
    await box.fill(text);
    await box.blur();
    await expect.poll(() => box.inputValue()).toBe(shown);
    await app.undo().click();
    await expect.poll(() => box.inputValue()).toBe('');
  });

  it('takes another unit of the same quantity', async () => {
    await app.go('Facility', 'Site');
    await app.field('Utility capacity').fill('98000 kW');
    await app.page.keyboard.press('Enter');
    await expect.poll(() => value('Utility capacity')).toBe('98');
    await app.undo().click();
    await expect.poll(() => value('Utility capacity')).toBe('100');
  });

  it('that is refused says why when it is ended, and changes nothing', async () => {
    const box = app.field('Utility capacity');
    const before = await box.inputValue();
    const alert = app.row('site.utilityMw').getByRole('alert');
    await box.fill('100/');
    expect(await alert.count()).toBe(0);
    await box.press('Enter');
    await expect.poll(() => alert.textContent()).toMatch(/^The sum is not finished.*Still in use:/);
    await box.fill('100/0');
    await box.press('Enter');
    await expect.poll(() => alert.textContent()).toMatch(/^Cannot divide by zero/);
    await app.page.mouse.move(0, 0);
    await expect.poll(() => findBarriers(app.page), { timeout: 15_000 }).toEqual([]);
    await box.press('Escape');
    await expect.poll(() => box.inputValue()).toBe(before);
  });

  it('names the whole numbers beside a result between them', async () => {
    await app.go('Hardware');
    const box = app.field('Racks').first();
    await box.fill('11/2');
    await box.press('Enter');
    await expect.poll(() => app.page.getByRole('main').getByRole('alert').first().textContent())
      .toMatch(/^That is 5.5. Must be a whole number. Type 5 or 6./);
    await box.press('Escape');
  });
});

describe('a converted unit', () => {
  it('shows four figures, and passing the box changes nothing', async () => {
    await app.go('Facility', 'Halls');
    await app.page.getByRole('button', { name: /Units/ }).click();
    await app.page.getByRole('menuitem', { name: /Imperial/ }).click();
    const before = await undoLabel();
    const boxes = await app.page.getByRole('main').locator('.number-box input').all();
    for (const box of boxes) {
      await box.focus();
      expect((await box.inputValue()).replaceAll(/^0\.0*|[^\d]/gu, '').length).toBeLessThan(9);
      await box.blur();
    }
    expect(await undoLabel()).toBe(before);
  });
});

describe('dragging a label with Alt', () => {
  const label = () => app.row('demand.utilisation').locator('label');
  const dragBy = async (pixels: number): Promise<void> => {
    const { x, y, width, height } = (await label().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await app.page.keyboard.down('Alt');
    await app.page.mouse.move(x + width / 2, y + height / 2);
    await app.page.mouse.down();
    await app.page.mouse.move(x + width / 2 + pixels / 2, y + height / 2);
    await app.page.mouse.move(x + width / 2 + pixels, y + height / 2);
  };
  const release = async (): Promise<void> => {
    await app.page.mouse.up();
    await app.page.keyboard.up('Alt');
  };

  it('steps the number, all of it one step of the history', async () => {
    await app.go('Workload', 'Demand');
    const before = await undoLabel();
    await dragBy(60);
    await expect.poll(() => value('Utilisation')).toBe('55');
    await release();
    await expect.poll(undoLabel).toBe('Undo: Utilisation: 45.0 % → 55.0 %');
    await app.undo().click();
    await expect.poll(() => value('Utilisation')).toBe('45');
    await expect.poll(undoLabel).toBe(before);
  });

  it('is taken back by Escape without a trace', async () => {
    const before = await undoLabel();
    await dragBy(-60);
    await expect.poll(() => value('Utilisation')).toBe('35');
    await app.page.keyboard.press('Escape');
    await expect.poll(() => value('Utilisation')).toBe('45');
    await release();
    await app.saved();
    await expect.poll(undoLabel).toBe(before);
  });

  it('does nothing without Alt', async () => {
    await label().click();
    await expect.poll(() => app.field('Utilisation')
      .evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await value('Utilisation')).toBe('45');
  });
});

describe('the way of the Tab key', () => {
  it('leads from a box to its reset', async () => {
    await app.field('Utilisation').fill('50');
    await app.field('Utilisation').press('Tab');
    expect(await focused()).toMatch(/^Reset Utilisation to 45/);
    await app.page.keyboard.press('Enter');
    await expect.poll(() => value('Utilisation')).toBe('45');
  });

  it('passes a list without opening it; Enter and Down open it', async () => {
    await app.go('Facility', 'Site');
    const place = app.page.getByRole('main').getByRole('combobox').first();
    const open = () => place.getAttribute('aria-expanded');
    await place.focus();
    expect(await open()).not.toBe('true');
    await place.press('Enter');
    await expect.poll(open).toBe('true');
    await place.press('Escape');
    await expect.poll(open).not.toBe('true');
    await place.press('ArrowDown');
    await expect.poll(open).toBe('true');
    await place.press('Escape');
  });
});
