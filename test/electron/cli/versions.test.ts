import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';
import { templates } from '../../../shared/project/templates.ts';

const folder = mkdtempSync(join(tmpdir(), 'aifp-versions-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** Runs one command line and returns what it printed. */
async function run(
  ...argv: readonly string[]
): Promise<{ exit: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const exit = await runCli(argv,
    { out: (text) => { out += `${text}\n`; }, err: (text) => { err += `${text}\n`; } });
  return { exit, out, err };
}

const fixture =
  fileURLToPath(new URL('../../fixtures/projects/defaults-1/b200-1mw.aifp', import.meta.url));

/** A project with a value that no version of this program knows. */
function withUnknown(): string {
  const path = join(folder, 'unknown.aifp');
  copyFileSync(fixture, path);
  const db = new Database(path);
  db.exec(`UPDATE record SET body = json_set(body, '$.values.roofColour', 'red') WHERE kind = 'site'`);
  db.close();
  return path;
}

describe('a template in place of a file', () => {
  it('is checked as the project it would become', async () => {
    const checked = await run('check', 'b200-1mw', '--json');
    expect(checked.exit).toBe(0);
    expect(JSON.parse(checked.out)).toMatchObject({
      ok: true, path: 'b200-1mw', lock: 'free',
      contents: { projectName: '1 MW pod, B200', journalSteps: 0, package: null },
    });
  });
  it('is packaged', async () => {
    const target = join(folder, 'client.aifp');
    const data = ['--data', join(folder, 'data')];
    expect(
      await run('package', 'b200-1mw', '--out', target, '--redact', 'project.client', ...data),
    ).toMatchObject({ exit: 0 });
    expect((await run('check', target, ...data)).out)
      .toContain('signed, and everything in it is as it was signed');
  });
  it('mistyped is suggested, and nothing is written', async () => {
    expect((await run('check', 'b200-1nw')).err)
      .toContain('Did you mean the template b200-1mw?');
    const { exit, err } = await run('plan', 'nosuch');
    expect(exit).toBe(3);
    for (const { id } of templates) expect(err).toContain(id);
    expect((await run('plan', 'no/such.aifp')).err).not.toContain('b200-1mw');
    const target = join(folder, 'none.aifp');
    const packed = await run('package', 'b200-1nw', '--out', target);
    expect([packed.exit, existsSync(target)]).toEqual([3, false]);
    expect(packed.err).toContain('Did you mean the template b200-1mw?');
  });
});

describe('what was typed', () => {
  it.each([
    ['site.utilityMw=abc', 'got "abc"'], ['capex.landUsd=EUR many', 'got "EUR many"'],
    ['site.utilityMw=1e999', 'Infinity is outside'],
  ])(
    '%s is quoted', async (set, said) => {
      const plan = await run('plan', 'b200-1mw', '--set', set);
      expect(plan.exit).toBe(2);
      expect(plan.err).toContain(said);
      expect(plan.err).not.toContain('NaN');
    });
});

describe('check', () => {
  it('names the version of the defaults a project keeps', async () => {
    const checked = await run('check', fixture);
    expect(checked.out).toMatch(/defaults +version 1; newer ones exist of .*traffic\.listing/u);
    expect(checked.out).toMatch(/catalogue +2026\.11\.1; [1-9]\d* figures changed since/u);
  });
  it('names values this version does not know and leaves the file alone', async () => {
    const path = withUnknown();
    const before = readFileSync(path);
    const checked = await run('check', path);
    expect(checked.exit).toBe(0);
    expect(checked.out).toContain('base: site.site.roofColour (kept;');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
  it('of a default no version has is refused with those there are', async () => {
    const plan = await run('plan', 'b200-1mw', '--set', 'project.defaultsVersion=99');
    expect([plan.exit, plan.err.includes('"99" is not one of 1')]).toEqual([2, true]);
  });
});

describe('assumptions', () => {
  it('says which values it does not know', async () => {
    const said = await run('assumptions', withUnknown(), '--csv');
    expect(said.err).toContain('base: site.site.roofColour = red is not known to this version');
    expect(said.out).not.toContain('roofColour');
  });
});
