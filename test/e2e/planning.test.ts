import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open());
});
afterAll(async () => { await session.end(); });

/** The digits of a headline figure, whatever its change says beside it. */
async function figure(label: string): Promise<number> {
  const digits =
    /-?\$?([\d,.]+)/.exec((await app.headline(label)).replace(label, ''))?.[1] ?? '';
  return Number(digits.replaceAll(',', ''));
}

describe('from a template to an answer', () => {
  it('shows figures the moment the project is made', async () => {
    await app.createFrom('1 MW pod, B200');
    expect(await figure('Cost per M tokens')).toBeGreaterThan(0);
    expect(await figure('Racks')).toBeGreaterThan(0);
  });

  it('moves them with an edit and says by how much', async () => {
    const before = await figure('Cost per M tokens');
    await app.go('Economics', 'Operating cost');
    await app.field('Electricity price').first().fill('0.5');
    await expect.poll(() => figure('Cost per M tokens')).toBeGreaterThan(before);
    expect(await app.headline('Cost per M tokens')).toContain('last edit');
  });

  it('takes the edit back and repeats it', async () => {
    const dear = await figure('Cost per M tokens');
    await app.undo().click();
    await expect.poll(() => figure('Cost per M tokens')).toBeLessThan(dear);
    await app.page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => figure('Cost per M tokens')).toBe(dear);
  });

  it('has it all in the file: closed, opened again, undone', async () => {
    const dear = await figure('Cost per M tokens');
    await app.saved();
    await app.go('Start');
    await app.page.getByRole('button', { name: 'Close project' }).click();
    await app.openRecent('1 MW pod, B200');
    await expect.poll(() => figure('Cost per M tokens')).toBe(dear);
    await app.page.keyboard.press('Control+Z');
    await expect.poll(() => figure('Cost per M tokens')).toBeLessThan(dear);
    await expect.poll(() => app.redo().getAttribute('aria-label'))
      .toContain('Electricity price');
  });

  it('goes on where it was when the page is loaded again', async () => {
    const cost = await figure('Cost per M tokens');
    await app.saved();
    await app.page.reload();
    await expect.poll(() => figure('Cost per M tokens')).toBe(cost);
  });

  it('changes the accelerator and sees the results move', async () => {
    const racks = await figure('Racks');
    await app.go('Hardware');
    await app.choice('System').fill('GB300');
    await app.page.getByRole('option', { name: /GB300 NVL72/ }).click();
    await expect.poll(() => figure('Racks')).not.toBe(racks);
  });

  it('never complained and never left this machine', () => {
    expect(session.errors).toEqual([]);
    expect(session.strays).toEqual([]);
  });
});

describe('a variant', () => {
  it('is compared with the scenario it is based on', async () => {
    await app.page.getByRole('button', { name: /^Scenario:/ }).click();
    await app.page.getByRole('menuitem', { name: 'New based on this scenario' }).click();
    await app.go('Workload', 'Demand');
    await app.field('Utilisation').fill('30');
    await expect.poll(() => app.headline('Cost per M tokens')).toContain('vs Base case');
    expect(await app.row('demand.utilisation')
      .getByRole('button', { name: /^Reset Utilisation to/ }).count()).toBe(1);
    expect(await app.row('demand.horizonMonths').getByText('Inherited from').count()).toBe(1);
  });

  it('that is undone gives way to its base', async () => {
    await app.undo().click();
    await expect.poll(() => app.undo().getAttribute('aria-label'))
      .toContain('New scenario based on');
    await app.undo().click();
    await app.page.getByRole('button', { name: 'Scenario: Base case', exact: true }).waitFor();
  });
});
