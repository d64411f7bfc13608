import Database from 'better-sqlite3';
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { vetProject } from '../../db/vet.ts';
import { digest, makeProject, openForTest, temporaryFolder, tryOpen } from './support.ts';

test('a sound file passes, unchanged and with nothing left beside it', () => {
  const path = makeProject();
  const before = digest(path);
  expect(vetProject(path)).toEqual({ ok: true, value: null });
  expect([digest(path), readdirSync(dirname(path))]).toEqual([before, ['sample.aifp']]);
});

test('a version that its own table forbids is refused, as opening refuses it', () => {
  const path = makeProject();
  const db = new Database(path);
  db.pragma('ignore_check_constraints = ON');
  db.prepare(`INSERT INTO snapshot (id, name, at, revision, document) VALUES ('a', 'a', 'a', 0, '{')`)
    .run();
  db.close();
  expect(vetProject(path))
    .toMatchObject({ error: { code: 'damaged', detail: expect.stringContaining('snapshot') } });
  expect(vetProject(path)).toEqual(tryOpen(path));
});

test('what is no project is refused in the words of opening', () => {
  const path = `${temporaryFolder()}/a.aifp`;
  expect(vetProject(path)).toMatchObject({ error: { code: 'missing', path } });
  writeFileSync(path, 'text');
  expect(vetProject(path)).toMatchObject({ error: { code: 'not-ours', path } });
});

test('a file that is open for writing is busy', () => {
  const path = makeProject();
  openForTest(path);
  expect(vetProject(path)).toMatchObject({ error: { code: 'busy' } });
});
