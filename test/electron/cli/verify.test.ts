import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';
import type { verifyServing } from '../../../shared/inference/verify.ts';

type Report = ReturnType<typeof verifyServing>;

const folder = mkdtempSync(join(tmpdir(), 'aifp-verify-'));
const file = join(folder, 'rows.csv');

beforeAll(() => {
  const row = 'deepseek-r1,B200,trtllm,fp4,1024,1024,agg,8,8,64,none,14,540';
  writeFileSync(file, [
    'model,gpu,framework,precision,isl,osl,mode,tp,ep,concurrency,speculative,'
      + 'tpot_mean_ms,output_tok_s_per_gpu,quality',
    `${row},ok`, `${row},suspect`, `${row},`, '',
  ].join('\n'));
});
afterAll(() => { rmSync(folder, { recursive: true }); });

async function verify(...argv: readonly string[]):
Promise<{ readonly exit: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', ''];
  const exit = await runCli(['verify', ...argv],
    { out: (text) => { out += `${text}\n`; }, err: (text) => { err += `${text}\n`; } });
  return { exit, out, err };
}

describe('verify serving', () => {
  it('leaves out what the file itself doubts, and says so', async () => {
    const { exit, out } = await verify('serving', file, '--json');
    const report = JSON.parse(out) as Report;
    expect([exit, report.rows]).toEqual([0, 2]);
    expect(report.skipped).toEqual([
      { reason: 'quality suspect, by the file\'s own word', rows: 1 }]);
  });

  it('counts all rows when asked', async () => {
    const { out } = await verify('serving', file, '--all', '--json');
    expect(JSON.parse(out)).toMatchObject({ rows: 3, skipped: [] });
  });

  it('groups by any column of the file, and names the nearest where there is none', async () => {
    const { out } = await verify('serving', file, '--all', '--by', 'quality', '--json');
    expect((JSON.parse(out) as Report).groups.map(({ by, rows }) => [by['quality'], rows]))
      .toEqual(expect.arrayContaining([['ok', 1], ['suspect', 1], ['', 1]]));
    expect(await verify('serving', file, '--by', 'qualty'))
      .toMatchObject({ exit: 2, err: expect.stringContaining('did you mean quality?') as string });
  });

  it.each(['--all', '--by=model'])('keeps %s to serving points', async (flag) => {
    const argv = flag.startsWith('--by') ? ['--by', 'model'] : [flag];
    expect(await verify('claims', ...argv))
      .toMatchObject({ exit: 2, err: expect.stringContaining('goes with verify serving') as string });
  });
});
