import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'aifp-risk-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

async function run(...argv: readonly string[]) {
  let out = '';
  let err = '';
  const exit = await runCli(['risk', ...argv],
    { out: (text) => { out += `${text}\n`; }, err: (text) => { err += `${text}\n`; } });
  return { exit, out, err };
}

const small = ['b200-1mw', '--draws', '110', '--seed', '3', '--figures', 'npvUsd,pueAnnual'];

describe('a run in threads and in parts', () => {
  it('prints the same bytes from one thread, two and four, and from seven parts', async () => {
    const one = await run(...small, '--workers', '1', '--json');
    for (const workers of ['2', '4'])
      expect((await run(...small, '--workers', workers, '--json')).out).toBe(one.out);
    const parts = await Promise.all([7, 3, 1, 2, 6, 5, 4].map(async (index) => {
      const path = join(folder, `part-${index}.json`);
      writeFileSync(path,
        (await run(...small, '--workers', '1', '--shard', `${index}/7`)).out);
      return path;
    }));
    const merge = parts.flatMap((path) => ['--merge', path]);
    expect((await run(...small, ...merge, '--json')).out).toBe(one.out);
    const gap = await run(...small, ...merge.slice(2), '--json');
    expect([gap.exit, gap.err]).toEqual([3, 'draws are missing: 94 to 109\n']);
    const other = await run(...small.with(4, '4'), ...merge, '--json');
    expect([other.exit, other.out]).toEqual([3, '']);
    expect(other.err).toContain('of another plan, seed, method');
  }, 120_000);
});
