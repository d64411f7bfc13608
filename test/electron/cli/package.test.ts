import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openProject } from '../../../db/open.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { openOptions, unwrap } from '../../db/support.ts';

const folder = mkdtempSync(join(tmpdir(), 'aifp-package-'));
const [project, data, others] =
  ['site.aifp', 'data', 'others'].map((name) => join(folder, name));
const path = 'site.electricityUsdPerKwh';
const fixture = join(import.meta.dirname, '..', '..', 'fixtures', 'projects', 'packages',
  'format-1.aifp');

async function run(
  ...argv: readonly (string | undefined)[]
): Promise<{ exit: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const words = argv.map((word) => word ?? '');
  const exit = await runCli(words,
    { out: (text) => { out += `${text}\n`; }, err: (text) => { err += `${text}\n`; } });
  return { exit, out, err };
}

/** A project that pays a price it does not show. */
beforeAll(async () => {
  await run('new', project, '--template', 'b200-1mw');
  const store = unwrap(openProject(project ?? '', openOptions));
  const before = Object.values(store.document()).find(({ kind }) => kind === 'site');
  if (before === undefined) throw new Error('no site');
  const after = { ...before,
    body: { values: { ...before.body.values, electricityUsdPerKwh: 0.0437 } } };
  unwrap(store.commit({ label: 'Price', changes: [{ id: before.id, before, after }] }, 0));
  store.close();
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const review = z.object({ choices: z.array(z.object({
  mode: z.string(),
  issued: z.array(
    z.object({ figures: z.array(z.looseObject({ key: z.string(), shown: z.string() })) }),
  ),
  recovered: z.array(
    z.looseObject({ path: z.string(), widthShare: z.number().nullable(), digits: z.number() }),
  ),
})) });

describe('package --review', () => {
  it('tells what each choice reveals, and writes nothing', async () => {
    const told = await run('package', project, '--review', '--redact', path, '--json',
      '--data', data);
    expect(told.exit).toBe(0);
    const { choices } = review.parse(JSON.parse(told.out));
    expect(choices.map(({ mode }) => mode)).toEqual(['withhold', 'round', 'range']);
    expect(choices.map(({ recovered }) => recovered[0]?.digits)).toEqual([0, 0, 0]);
    expect(choices[0]?.recovered[0]?.widthShare).toBeNull();
    expect(choices[1]?.recovered[0]?.widthShare).toBeGreaterThanOrEqual(0.1);
    expect(existsSync(data ?? '')).toBe(false);
  });
  it('prints it for people', async () => {
    const told = await run('package', project, '--review', '--redact', path, '--disclose',
      'round', '--grid', '20%');
    expect(told.out).toContain('grid of 20 %');
    expect(told.out).toMatch(/base npvUsd +withheld +about /u);
    expect(told.out)
      .toMatch(/site\.electricityUsdPerKwh +nothing +0\.0\d+ to 0\.0\d+, 0 digits/u);
  });
});

describe('package and check', () => {
  const target = join(folder, 'client.aifp');
  it('say before writing what is revealed, and sign what is written', async () => {
    const made = await run('package', project, '--out', target, '--redact', path, '--as',
      'Ada', '--data', data);
    expect([made.exit, made.err.includes('What somebody who knows everything else learns')])
      .toEqual([0, true]);
    expect(made.out).toContain('signed by Ada');
    const own = await run('check', target, '--data', data);
    expect(own.exit).toBe(0);
    expect(own.out).toMatch(/signed by +you, as "Ada"/u);
  });
  it('know a key once somebody vouched for it', async () => {
    const stranger = await run('check', target, '--data', others);
    expect([stranger.exit, stranger.out.includes('a key unknown here')]).toEqual([0, true]);
    await run('check', target, '--know', 'Ada of Sample Ltd', '--data', others);
    expect((await run('check', target, '--data', others)).out)
      .toContain('Ada of Sample Ltd, a key known here');
  });
  it.each([
    ['altered',
      `INSERT INTO journal (at, label, changes) VALUES ('2027-01-01', 'Approved', '[]')`,
      /ALTERED since it was issued: table journal/u],
    ['stripped', `DELETE FROM meta WHERE key = 'package'`, /STRIPPED: .* lost its marks/u],
    ['unsigned', `DELETE FROM meta WHERE key = 'seal'`, /STRIPPED: .* lost its signature/u],
  ])('exit 1 on one that was %s, and say what', async (name, sql, words) => {
    const copy = join(folder, `${name}.aifp`);
    copyFileSync(target, copy);
    const db = new Database(copy);
    db.exec(sql);
    db.close();
    const checked = await run('check', copy, '--data', data);
    expect(checked.exit).toBe(1);
    expect(checked.out).toMatch(words);
  });
  it('say of an old one that it is not signed and how weak it is', async () => {
    const checked = await run('check', fixture, '--data', data);
    expect(checked.exit).toBe(0);
    expect(checked.out).toContain('NOT SIGNED');
    expect(checked.out).toMatch(/redaction +weak/u);
  });
  it.each([
    [['--disclose', 'hide'], 'expected one of withhold, round, range'],
    [['--grid', '90%'], '--grid takes 1% to 50%'],
    [['--digits', '2.5'], '--digits a whole number'],
    [['--redact', 'site.price'], 'falls on no field'],
  ] as const)('refuse %j', async (flags, words) => {
    const refused = await run('package', project, '--out', join(folder, 'no.aifp'),
      ...flags, '--data', data);
    expect([refused.exit, refused.err.includes(words)]).toEqual([2, true]);
  });
});
