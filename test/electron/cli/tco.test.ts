import { describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';
import type { OwnCrossover } from '../../../shared/search/own-crossover.ts';
import type { TcoTable } from '../../../shared/search/tco.ts';

interface Printed {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function run(...argv: readonly string[]): Promise<Printed> {
  let out = '';
  let err = '';
  const exit = await runCli(['tco', ...argv],
    { out: (text) => { out += `${text}\n`; }, err: (text) => { err += `${text}\n`; } });
  return { exit, out, err };
}

describe('tco', () => {
  it('lists a dozen systems on the plan’s own workload and site, as JSON', async () => {
    const { exit, out } = await run('gb300-100mw', '--json');
    const found = JSON.parse(out) as TcoTable
      & { readonly schema: string; readonly crossovers: readonly OwnCrossover[] };
    expect([exit, found.schema]).toEqual([0, 'aifp.tco/1']);
    expect(found.rows.length).toBeGreaterThanOrEqual(12);
    const priced = found.rows.filter(({ costPerMTokUsd }) => costPerMTokUsd !== null);
    expect(priced.length).toBeGreaterThanOrEqual(5);
    for (const row of priced)
      expect([row.capexPerMwUsd, row.memoryUsdPerGb, row.joulesPerToken]).not.toContain(null);
    expect(found.crossovers.map(({ group }) => group)).toEqual(['reasoning', 'chat']);
    const known = priced.map(({ system }) => system);
    for (const { bySpeed, byFirstToken, left } of found.crossovers) {
      const winners = [...bySpeed, ...byFirstToken].flatMap(({ systemId }) => systemId ?? []);
      expect(winners.length).toBeGreaterThan(1);
      for (const winner of winners) expect(known).toContain(winner);
      expect(left.length).toBe(found.rows.length - priced.length);
    }
    for (const { utilisation } of priced) expect(utilisation).toHaveLength(20);
  });

  it('prints rows by level as CSV', async () => {
    const { exit, out } =
      await run('b200-1mw', '--systems', 'dgx_b200,dgx_h200', '--speeds', '20,60', '--csv');
    expect(exit).toBe(0);
    expect(out.trim().split('\n').map((line) => line.split(',').slice(0, 1)[0]))
      .toEqual(['system', 'dgx_b200', 'dgx_h200', 'dgx_b200', 'dgx_h200']);
  });

  it('prices systems apart and marks those prices', async () => {
    const asked = ['b200-1mw', '--systems', 'dgx_b200,dgx_b300'];
    const without = await run(...asked);
    expect(without.err).toContain('give one with --price dgx_b300=USD');
    const { exit, out, err } = await run(...asked, '--price', 'dgx_b300=60000');
    expect(exit).toBe(0);
    expect(err).not.toContain('--price');
    expect(out).toMatch(/DGX B300.*\$208\*/u);
    expect(out).not.toMatch(/DGX B200 .*\*/u);
    expect(out).toContain('* at a price of your own');
  });

  it.each([
    [['b200-1mw', '--systems', 'dgx_b20'], 'did you mean dgx_b200?'],
    [['b200-1mw', '--speeds', '20,-3'], '--speeds needs'],
    [['b200-1mw', '--price', 'dgx_b30=60000'], 'did you mean dgx_b300?'],
    [['b200-1mw', '--price', 'dgx_b300=much'], '--price needs SYSTEM=USD'],
    [['b200-1mw', '--price', 'dgx_b300=-1'], '--price needs SYSTEM=USD'],
    [['b200-1mw', '--price', 'dgx_b300=1', '--price', 'dgx_b300=2'], 'given twice'],
    [['b200-1mw', '--json', '--csv'], 'exclude each other'],
  ] as const)('refuses %j', async (argv, told) => {
    const { exit, err } = await run(...argv);
    expect(exit).toBe(2);
    expect(err).toContain(told);
  });
});
