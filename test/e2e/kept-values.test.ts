import Database from 'better-sqlite3';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

const fixture =
  fileURLToPath(new URL('../fixtures/projects/defaults-1/b200-1mw.aifp', import.meta.url));
let session: Session;
let app: PlannerPage;

/** A project of an earlier version, with two values no version of this program knows. */
beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open({ width: 1440, height: 900 }));
  await app.createFrom('1 MW pod, B200');
  const path = join(session.host.projects, 'Older.aifp');
  copyFileSync(fixture, path);
  const db = new Database(path);
  db.exec(`UPDATE record SET body = json_set(body, '$.values.roofColour', 'red', '$.values.roofM2', 900) WHERE kind = 'site'`);
  db.close();
});
afterAll(async () => { await session.end(); });

describe('a project with values this version does not know', () => {
  const part = () =>
    app.page.getByRole('region', { name: 'Values this version does not know' });

  it('opens, shows them, and lists them for removal', async () => {
    await app.page.reload();
    await app.go('Start');
    await app.page.getByRole('button', { name: 'Older' }).first().click();
    await app.page.getByRole('heading', { level: 1, name: 'Answer', exact: true }).waitFor();
    await app.go('Assumptions');
    await part().getByText('base: site.site.roofColour: red').waitFor();
    await part().getByText('base: site.site.roofM2: 900').waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
  });
  it('loses them when somebody says so, and one undo brings them back', async () => {
    const cost = await app.headline('Cost per M tokens');
    await part().getByRole('button', { name: 'Remove base: site.site.roofColour' }).click();
    await expect.poll(() => part().getByText('roofColour').count()).toBe(0);
    await app.undo().click();
    await part().getByText('base: site.site.roofColour: red').waitFor();
    await part().getByRole('button', { name: 'Remove all' }).click();
    await expect.poll(() => part().count()).toBe(0);
    expect(await app.headline('Cost per M tokens')).toBe(cost);
  });
  it('never complained and never left this machine', () => {
    expect(session.errors).toEqual([]);
    expect(session.strays).toEqual([]);
  });
});
