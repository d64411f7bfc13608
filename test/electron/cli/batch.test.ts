import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'aifp-batch-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
const at = (name: string): string => join(folder, name);

async function run(...argv: readonly string[]): Promise<{ exit: number; err: string }> {
  let err = '';
  const exit = await runCli(argv,
    { out: () => undefined, err: (text) => { err += `${text}\n`; } });
  return { exit, err };
}

const job = ['b200-1mw', '--over', 'finance.discountRate=0.05:0.1:5',
  '--over', 'rackGroup.racks=10,12,2000'];
const batch = (name: string, ...more: readonly string[]) =>
  run('batch', ...job, '--out', at(name), ...more);
const bytes = (name: string): string => readFileSync(at(name), 'utf8');

describe('batch and merge', () => {
  it('gives the bytes of one run from shards in any order, delivered twice or not', async () => {
    expect((await batch('whole')).exit).toBe(0);
    for (let shard = 1; shard <= 7; shard++)
      expect((await batch(`s${shard}`, '--shard', `${shard}/7`)).exit).toBe(0);
    const shards = [5, 2, 7, 1, 4, 6, 3, 2].map((shard) => at(`s${shard}`));
    expect(await run('merge', ...shards, '--out', at('merged'))).toMatchObject({ exit: 0 });
    expect(bytes('merged')).toBe(bytes('whole'));
    expect(bytes('whole').trim().split('\n')).toHaveLength(16);
    expect((await run('merge', ...shards, '--csv', at('merged.csv'))).exit).toBe(0);
    expect((await run('sweep', ...job, '--csv', at('sweep.csv'))).exit).toBe(0);
    expect(bytes('merged.csv')).toBe(bytes('sweep.csv'));
  });

  it('names the gaps, and writes nothing while there is one', async () => {
    const { exit, err } = await run('merge', at('s1'), at('s3'), at('s4'), '--out', at('part'));
    expect(exit).toBe(1);
    expect(err).toContain('runs 3 to 4, runs 9 to 14');
    expect(() => bytes('part')).toThrow(/ENOENT/u);
  });

  it('takes a shard up where it was cut off, and leaves one that is done', async () => {
    const whole = bytes('s2');
    const lines = whole.trim().split('\n');
    writeFileSync(at('cut'), `${lines.slice(0, 2).join('\n')}\n${(lines[2] ?? '').slice(0, 9)}`);
    const taken = await batch('cut', '--shard', '2/7');
    expect([taken.exit, taken.err.includes('taken up at run 4')]).toEqual([0, true]);
    expect(bytes('cut')).toBe(whole);
    expect((await batch('cut', '--shard', '2/7')).exit).toBe(0);
    expect(bytes('cut')).toBe(whole);
  });

  it('refuses shards of another batch, results that differ, and files that are none', async () => {
    await run('batch', 'b200-1mw', '--set', 'site.electricityUsdPerKwh=0.2', ...job.slice(1),
      '--out', at('other'), '--shard', '2/7');
    expect(await run('merge', at('s1'), at('other'), '--out', at('x')))
      .toMatchObject({ exit: 3, err: expect.stringContaining('another plan') });
    expect(await batch('other', '--shard', '2/7'))
      .toMatchObject({ exit: 3, err: expect.stringContaining('left as it is') });
    writeFileSync(at('changed'), bytes('s1').replace('"feasible":true', '"feasible":false'));
    expect(await run('merge', at('s1'), at('changed'), '--out', at('x')))
      .toMatchObject({ exit: 3, err: expect.stringContaining('different results') });
    appendFileSync(at('none'), 'a,b\n1,2\n');
    expect(await run('merge', at('none'), '--out', at('x')))
      .toMatchObject({ exit: 3, err: expect.stringContaining('no shard') });
    expect(await run('merge', at('s1'), '--out', at('whole'))).toMatchObject({ exit: 3 });
    expect(await batch('y', '--shard', '8/7')).toMatchObject({ exit: 2 });
    expect(await run('batch', ...job)).toMatchObject({ exit: 2, err: expect.stringContaining('--out') });
  });
});
