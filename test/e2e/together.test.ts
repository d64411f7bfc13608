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

const tick = (name: string) =>
  app.page.getByRole('checkbox', { name: `Edit ${name} together with others` });
const record = (name: string) =>
  app.page.getByRole('main').getByRole('button', { name: new RegExp(`^${name}`) }).first();

describe('rack groups edited together', () => {
  it('are ticked by the keyboard, and say where their values differ', async () => {
    await app.go('Hardware');
    await tick('Chat racks').focus();
    await app.page.keyboard.press('Space');
    await app.page.getByText('Editing 2 rack groups', { exact: true }).waitFor();
    expect(await app.field('Share of power').getAttribute('placeholder')).toBe('several values');
    expect(await app.field('Share of power').inputValue()).toBe('');
    expect(await app.choice('System').inputValue()).not.toBe('');
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('take one value in one step', async () => {
    await app.field('Share of power').fill('50');
    await app.page.keyboard.press('Tab');
    await app.saved();
    expect(await app.undo().getAttribute('aria-label')).toMatch(/2 rack groups/);
    await record('Chat racks').click();
    expect(await app.field('Share of power').inputValue()).toBe('50');
    expect(await app.page.getByText('Editing 2 rack groups').count()).toBe(0);
    await record('Reasoning racks').click();
    expect(await app.field('Share of power').inputValue()).toBe('50');
    await app.undo().click();
    await expect.poll(() => app.field('Share of power').inputValue()).toBe('60');
    await record('Chat racks').click();
    expect(await app.field('Share of power').inputValue()).toBe('40');
  });

  it('are joined by a click with Control held, traffic classes as well', async () => {
    await app.go('Workload');
    await record('Chat').click({ modifiers: ['Control'] });
    await app.page.getByText('Editing 2 traffic classes', { exact: true }).waitFor();
    await record('Chat').click();
    await expect.poll(() => app.page.getByText('Editing 2 traffic classes').count()).toBe(0);
    expect(session.errors).toEqual([]);
  });
});
