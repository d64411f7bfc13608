import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'aifp-risk-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

interface Printed {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function run(...argv: readonly string[]): Promise<Printed> {
  let out = '';
  let err = '';
  const exit = await runCli(['risk', ...argv],
    { out: (text) => { out += `${text}\n`; }, err: (text) => { err += `${text}\n`; } });
  return { exit, out, err };
}

interface Answer {
  readonly schema: string;
  readonly draws: number;
  readonly hash: string;
  readonly figures: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly probabilities: Readonly<Record<string, { readonly value: number }>>;
  readonly drivers: readonly { readonly id: string; readonly low?: number;
    readonly high?: number }[];
  readonly compare?: { readonly draws: number;
    readonly scenarios: readonly { readonly expectedRegret: number;
      readonly best: { readonly value: number } }[] };
}

const json = async (...argv: readonly string[]): Promise<Answer> => {
  const { exit, out, err } = await run(...argv, '--json');
  expect(exit, err).toBe(0);
  return JSON.parse(out) as Answer;
};

const small = ['b200-1mw', '--draws', '110', '--seed', '3', '--figures', 'npvUsd,pueAnnual'];

describe('risk', () => {
  it('states percentiles in order, probabilities and drivers with their swing', async () => {
    const found = await json('b200-1mw', '--draws', '40', '--workers', '1', '--drivers',
      'tornado', '--figures', 'npvUsd');
    expect([found.schema, found.draws]).toEqual(['aifp.risk/1', 40]);
    const { p5 = NaN, p10 = NaN, p50 = NaN, p90 = NaN, p95 = NaN } =
      found.figures['headline.npvUsd'] ?? {};
    expect([p5, p10, p50, p90, p95]).toEqual([p5, p10, p50, p90, p95].toSorted((a, b) => a - b));
    expect(found.probabilities['npvBelowZero']?.value).toBeGreaterThan(0);
    expect(found.probabilities['npvBelowZero']?.value).toBeLessThan(1);
    expect(found.drivers.length).toBeGreaterThanOrEqual(25);
    const [first, second] = found.drivers.map(({ low = NaN, high = NaN }) =>
      Math.abs(high - low));
    expect(first).toBeGreaterThanOrEqual(second ?? NaN);
    expect(found.drivers[0]?.id).toBe('price.chat');
  });

  it('draws every scenario alike and says which is better how often', async () => {
    const { compare } = await json('b200-1mw', '--scenario', 'base', '--scenario', 'cautious',
      '--draws', '10', '--workers', '1', '--figures', 'npvUsd');
    const shares = compare?.scenarios.map(({ best }) => best.value) ?? [];
    expect(shares).toHaveLength(2);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(Math.min(...compare?.scenarios.map(({ expectedRegret }) => expectedRegret) ?? []))
      .toBeGreaterThanOrEqual(0);
  });

  it('writes every draw with its inputs', async () => {
    const path = join(folder, 'draws.csv');
    await run('b200-1mw', '--draws', '10', '--workers', '1', '--figures', 'npvUsd', '--csv', path);
    const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(rows).toHaveLength(10);
    expect(header.split(',')).toEqual(expect.arrayContaining(
      ['scenario', 'draw', 'price.chat', 'demand.utilisation', 'headline.npvUsd']));
    expect(rows.map((row) => row.split(',').length)).toEqual(
      rows.map(() => header.split(',').length));
  });

  it.each([
    [['--draws', '0'], '--draws needs a whole number from 1 to 10000000, not "0"'],
    [['--draws', '1e9'], '--draws needs a whole number from 1 to 10000000, not "1e9"'],
    [['--seed', '-1'], '--seed needs a whole number from 0'],
    [['--method', 'halton'], '--method is one of sobol, lhs, random, not "halton"'],
    [['--workers', '0'], '--workers needs a whole number from 1 to 64'],
    [['--figures', 'npv'], '--figures: there is no figure "npv"; did you mean'],
    [['--shard', '3/2'], '--shard needs i/n with i from 1 to n, not "3/2"'],
    [['--scenario', 'base', '--scenario', 'base'], '--scenario: base is given twice'],
  ])('refuses %j', async (words, sentence) => {
    const { exit, err, out } = await run('b200-1mw', ...words);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });

  it('says what is wrong with a part that is none', async () => {
    const path = join(folder, 'none.json');
    writeFileSync(path, '{}');
    const { exit, err } = await run(...small, '--merge', path);
    expect([exit, err]).toEqual([3, `${path}: not a part of a run (--shard)\n`]);
  });
});
