import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'aifp-sweep-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

async function run(
  ...argv: readonly string[]
): Promise<{ exit: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const exit = await runCli(argv,
    { out: (text) => { out += `${text}\n`; }, err: (text) => { err += `${text}\n`; } });
  return { exit, out, err };
}

const money = ['b200-1mw', '--over', 'site.electricityUsdPerKwh=0.05:0.1:12',
  '--over', 'finance.discountRate=0.05:0.1:12'];

interface SweepJson {
  readonly schema: string;
  readonly runs: number;
  readonly axes: readonly { readonly path: string }[];
  readonly cells: readonly { readonly values: readonly number[];
    readonly figures: Readonly<Record<string, number | null>>;
    readonly feasible: boolean; readonly cause: string | null }[];
}

describe('sweep', () => {
  it('prints the same bytes for any number of workers', async () => {
    const one = await run('sweep', ...money, '--workers', '1', '--json');
    const three = await run('sweep', ...money, '--workers', '3', '--json');
    expect([one.exit, three.exit]).toEqual([0, 0]);
    expect(three.out).toBe(one.out);
    const { schema, runs, axes, cells } = JSON.parse(one.out) as SweepJson;
    expect([schema, runs, cells.length]).toEqual(['aifp.sweep/1', 144, 144]);
    expect(axes.map(({ path }) => path))
      .toEqual(['site.electricityUsdPerKwh', 'finance.discountRate']);
    expect(cells[1]?.values[0]).toBe(cells[0]?.values[0]);
    expect(new Set(cells.map(({ figures }) => figures['headline.npvUsd'])).size).toBe(144);
  });

  it('writes rows to a file, and never over one', async () => {
    const file = join(folder, 'rows.csv');
    const asked = ['sweep', 'b200-1mw', '--over', 'rackGroup.racks=10,2000', '--csv', file];
    const { exit, out, err } = await run(...asked);
    expect([exit, out]).toEqual([0, '']);
    expect(err).toContain('1 of 2 plans cannot be built');
    const [head, first, second] = readFileSync(file, 'utf8').trim().split('\n');
    expect(head).toBe('run,rackGroup.racks,headline.npvUsd,headline.irr,headline.costPerMTokUsd,feasible,cause');
    expect(first).toMatch(/^0,10,[-\d.]+,.*,true,$/u);
    expect(second).toMatch(/^1,2000,,,,false,\S/u);
    const again = await run(...asked);
    expect([again.exit, again.err.includes('EEXIST')]).toEqual([3, true]);
  });

  it('refuses what cannot be swept, and says what can', async () => {
    const sweep = (...over: readonly string[]) =>
      run('sweep', 'b200-1mw', ...over.flatMap((text) => ['--over', text]));
    expect(await sweep()).toMatchObject({ exit: 2, err: expect.stringContaining('--over path=') });
    expect(await sweep('site.electricityUsdPerKwh=0.1,9'))
      .toMatchObject({ exit: 2, err: expect.stringContaining('9 is outside 0 to 2 USD/kWh') });
    expect(await sweep('finance.discountRate=0.05:0.1:4000', 'site.utilityMw=1:2:2500'))
      .toMatchObject({ exit: 2, err: expect.stringContaining('10000000 plans are more than') });
    expect(await run('sweep', ...money, '--workers', '0')).toMatchObject({ exit: 2 });
  });
});

describe('seek', () => {
  it('answers in a sentence and as JSON, and exits 1 where nothing is found', async () => {
    const asked = ['seek', 'b200-1mw', '--vary', 'site.electricityUsdPerKwh', '--cells', '12'];
    const found = await run(...asked, '--figure', 'costPerMTokUsd', '--target', '0.12', '--json');
    expect(found.exit).toBe(0);
    expect(JSON.parse(found.out)).toMatchObject({ schema: 'aifp.seek/1', status: 'found',
      figure: 'headline.costPerMTokUsd', roots: [expect.any(Number)], steps: [] });
    const none = await run(...asked, '--figure', 'costPerMTokUsd', '--target', '99');
    expect(none).toMatchObject({ exit: 1, out: expect.stringContaining('The nearest is') });
  });

  it('refuses a search without a target, and a figure it does not know', async () => {
    expect(await run('seek', 'b200-1mw', '--figure', 'npvUsd'))
      .toMatchObject({ exit: 2, err: expect.stringContaining('--target X') });
    expect(await run('seek', 'b200-1mw', '--figure', 'npvUsd', '--target', 'x', '--vary', 'a.b'))
      .toMatchObject({ exit: 2, err: expect.stringContaining('needs a number') });
    expect(await run('seek', 'b200-1mw', '--figure', 'npvUsd', '--target', '0', '--vary', 'site.utilityMV'))
      .toMatchObject({ exit: 2, err: expect.stringContaining('did you mean site.utilityMw') });
  });
});

describe('flip', () => {
  it('names the scenarios it knows when one is not there', async () => {
    expect(await run('flip', 'b200-1mw', 'base', 'nowhere'))
      .toMatchObject({ exit: 2, err: expect.stringContaining('cautious') });
  });
});
