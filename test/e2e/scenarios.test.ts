import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
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

const tool = (name: string) =>
  app.page.getByRole('main').getByRole('button', { name, exact: true });
const tree = () =>
  app.page.getByRole('region', { name: 'Scenarios, each under the one it is based on' });
const names = () => tree().locator('.scenario-name > bdi').allTextContents();

/** Gives the scenario on show another name, in place. */
async function rename(name: string): Promise<void> {
  await tool('Rename').click();
  const box = app.page.getByRole('textbox', { name: /^New name of/ });
  await box.fill(name);
  await box.press('Enter');
  await tree().getByText(name, { exact: true }).waitFor();
}

describe('a scenario', () => {
  it('is branched, changed, and shows what it stores against its base', async () => {
    await app.go('Scenarios');
    await tool('New based on this').click();
    await rename('Half empty');
    await app.go('Workload', 'Demand');
    await app.field('Utilisation').fill('20');
    await app.go('Scenarios', 'Scenarios');
    const row = tree().getByRole('row', { name: /Half empty/ });
    await row.getByText('1 difference').waitFor();
    await expect.poll(() => row.textContent()).toMatch(/\+\d/);
    const stored = app.page.getByRole('region', { name: /^What differs in “Half empty”/ });
    expect(await stored.getByRole('row', { name: /Utilisation.*45\.0 %.*20\.0 %/ })
      .count()).toBe(1);
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('leads to compare with the same difference', async () => {
    await app.go('Compare', 'Differences');
    await expect.poll(
      () => app.page.getByRole('row', { name: /Utilisation.*20\.0 %/ }).count(),
    ).toBe(1);
  });

  it('locked refuses edits, and says so wherever inputs are', async () => {
    await app.go('Scenarios', 'Scenarios');
    await tool('Lock').click();
    await app.page.getByRole('region', { name: 'Locked scenario' }).waitFor();
    await app.go('Workload', 'Demand');
    expect(await app.field('Utilisation').isDisabled()).toBe(true);
    await app.page.getByRole('region', { name: 'Locked scenario' })
      .getByRole('button', { name: 'Unlock' }).click();
    await expect.poll(() => app.field('Utilisation').isDisabled()).toBe(false);
  });

  it('shows names and notes of any kind as text', async () => {
    await app.go('Scenarios', 'Scenarios');
    await tool('Duplicate').click();
    await rename(`<img src=x onerror=alert(1)> שלום 🚀 ${'x'.repeat(150)}`);
    await app.page.getByRole('textbox', { name: 'Note on this scenario' })
      .fill(`<b>${'long '.repeat(1900)}</b>`);
    await app.page.keyboard.press('Tab');
    await app.saved();
    expect(await tree().locator('img').count()).toBe(0);
    expect(await app.page.evaluate(
      () => document.documentElement.scrollWidth - globalThis.innerWidth,
    )).toBeLessThanOrEqual(0);
    expect(await app.page.getByRole('main')
      .evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(0);
  });

  it('is deleted, and one press brings it back', async () => {
    const before = await names();
    await tool('Delete').click();
    await expect.poll(async () => (await names()).length).toBe(before.length - 1);
    await app.page.getByRole('region', { name: 'Messages' })
      .getByRole('button', { name: 'Undo' }).click();
    await expect.poll(names).toEqual(before);
  });

  it('that others build on is deleted without changing them', async () => {
    await tree().getByRole('button', { name: /^Half empty/ }).first().click();
    await tool('New based on this').click();
    await rename('Child');
    await tree().getByRole('button', { name: 'Half empty', exact: true }).click();
    await tool('Delete').click();
    const dialog = app.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Close', exact: true }).waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await dialog.getByText('“Child” builds on it and would lose what it says.').waitFor();
    await dialog.getByRole('button', { name: 'Delete, and keep their results' }).click();
    await expect.poll(names).not.toContain('Half empty');
    await tree().getByRole('button', { name: 'Child', exact: true }).click();
    await app.go('Workload', 'Demand');
    expect(await app.field('Utilisation').inputValue()).toBe('20');
  });
});

describe('a version', () => {
  it('is kept, compared, restored, and the restoring undone', async () => {
    await app.go('Scenarios', 'Versions');
    await app.page.getByRole('textbox', { name: 'Name of the version' })
      .fill('Before the change');
    await tool('Keep this version').click();
    await app.page.getByRole('button', { name: 'Restore version Before the change' }).waitFor();
    await app.go('Workload', 'Demand');
    await app.field('Utilisation').fill('45');
    await app.go('Scenarios', 'Versions');
    await app.page.getByRole('row', { name: /Utilisation.*20\.0 %.*45\.0 %/ }).waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await app.page.getByRole('button', { name: 'Restore version Before the change' }).click();
    await app.page.getByText('Both say the same.').waitFor();
    await expect.poll(() => app.undo().getAttribute('aria-label'))
      .toBe('Undo: Restored version Before the change');
    await app.undo().click();
    await app.page.getByRole('row', { name: /Utilisation.*20\.0 %.*45\.0 %/ }).waitFor();
  });
});

describe('the change log', () => {
  it('says who changed what, from what to what, and what was undone', async () => {
    await app.go('Scenarios', 'Change log');
    await app.page.getByRole('textbox', { name: 'Find in the log' }).fill('restored');
    const entry = app.page.getByRole('button',
      { name: /Restored version Before the change.*undone/ });
    await entry.click();
    await app.page.getByRole('definition').filter({ hasText: /45\.0 % → 20\.0 %/ }).waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
  });
});

describe('a client package', () => {
  it('leaves out what was chosen, and opens read-only with the results as issued', async () => {
    await app.go('Scenarios', 'Client package');
    await app.page.getByRole('textbox', { name: 'Find a field that is set' })
      .fill('utilisation');
    await app.page.getByRole('checkbox', { name: /^Utilisation · Demand/ }).first().check();
    expect(await tool('Write the package').isDisabled()).toBe(true);
    await tool('Show what each choice reveals').click();
    await app.page.getByRole('region', { name: 'What can be learnt of each field taken out' })
      .getByRole('row', { name: /^demand\.utilisation nothing/ }).first()
        .waitFor({ timeout: 60_000 });
    expect(await findBarriers(app.page)).toEqual([]);
    await tool('Write the package').click();
    const said = await app.page.getByText(/^Written: /).textContent();
    const hash = (await app.page.getByText(/^SHA-256 /).textContent()) ?? '';
    expect(said).toMatch(/field was taken out|fields were taken out/);
    const file = /([^/\\]+)\.aifp/.exec(said ?? '')?.[1] ?? '';
    await app.page.reload();
    await app.go('Start');
    await app.page.getByRole('button', { name: file }).first().click();
    await app.page.getByRole('region', { name: 'Client package' })
      .getByText('Signed by you and unchanged since.').waitFor();
    await app.page.getByRole('button', { name: 'Results as issued' }).click();
    await app.page.getByText(hash).waitFor();
    await app.page.getByRole('region', { name: /^Results as issued: Child/ })
      .getByRole('row', { name: /^Cost per M tokens withheld/ }).waitFor();
    await app.page.getByRole('region', { name: 'Signature' })
      .getByText('It is your own key.').waitFor();
    expect(await tool('Write the package').count()).toBe(0);
    expect(await findBarriers(app.page)).toEqual([]);
    await app.go('Workload', 'Demand');
    expect(await app.field('Utilisation').isDisabled()).toBe(true);
  });

  it('says when somebody altered it', async () => {
    const name = readdirSync(session.host.projects)
      .find((each) => each.includes('package')) ?? '';
    const path = join(session.host.projects, 'Altered.aifp');
    copyFileSync(join(session.host.projects, name), path);
    const db = new Database(path);
    db.prepare("UPDATE record SET position = position + 1 WHERE kind = 'rackGroup'").run();
    db.close();
    await app.page.reload();
    await app.go('Start');
    await app.page.getByRole('button', { name: 'Altered' }).first().click();
    await app.page.getByRole('region', { name: 'Client package' })
      .getByText(/NOT intact|not intact/i).waitFor();
    // The line stands before the screen below it has loaded.
    await app.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('never complained and never left this machine', () => {
    expect(session.errors).toEqual([]);
    expect(session.strays).toEqual([]);
  });
});
