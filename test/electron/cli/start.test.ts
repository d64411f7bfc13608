import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProject } from '../../../electron/cli/load.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { listScenarios, resolveScenario } from '../../../shared/project/resolve.ts';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'aifp-start-')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

interface Printed {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function run(...argv: readonly string[]): Promise<Printed> {
  let out = '';
  let err = '';
  const exit = await runCli(['start', ...argv],
    { out: (text) => { out += `${text}\n`; }, err: (text) => { err += `${text}\n`; } });
  return { exit, out, err };
}

const asked = (name: string, ...more: readonly string[]): readonly string[] =>
  ['--site', 'Dallas, Texas', '--mw', '20', '--systems', 'DGX H200,mi355x_8',
    '--out', join(folder, name), ...more];

interface Told {
  readonly name: string;
  readonly scenarios: readonly {
    readonly id: string; readonly npvUsd: number | null; readonly reason: string;
  }[];
}

describe('start', () => {
  it('writes a project with one scenario for each system, and lists their headlines', async () => {
    const { exit, out, err } = await run(...asked('a.aifp', '--client', 'Client X',
      '--workload', 'chat:deepseek-v4-pro,agents', '--ownership', 'colocate',
      '--utilisation', '30%', '--electricity', '0.05'));
    expect([exit, err]).toEqual(
      [0, expect.stringMatching(/^note: 8x MI355X server: no public source gives/u)]);
    expect(out).toMatch(/a\.aifp\nSCENARIO .*NPV[\s\S]*\nDGX H200 .*\$/u);
    const loaded = loadProject(join(folder, 'a.aifp'));
    if (!loaded.ok) throw new Error(loaded.error.text);
    const { document } = loaded.value;
    expect(listScenarios(document).map(({ name }) => name))
      .toEqual(['DGX H200', '8x MI355X server']);
    const inputs = resolveScenario(document, 'mi355x_8');
    expect(inputs.ok && [inputs.value.project.values.client, inputs.value.site.values.site,
      inputs.value.finance.values.ownership, inputs.value.demand.values.utilisation,
      inputs.value.site.values.electricityUsdPerKwh])
      .toEqual(['Client X', 'dallas', 'colo', 0.3, 0.05]);
    expect(inputs.ok && inputs.value.traffic.map(({ values }) => values.model))
      .toEqual(['deepseek-v4-pro', 'qwen3.5-397b-a17b']);
  });

  it('tells the same as JSON, with the reason where money is absent', async () => {
    const { exit, out } = await run(...asked('b.aifp', '--json'));
    const told = JSON.parse(out) as Told;
    expect([exit, told.name]).toEqual([0, '20 MW, Dallas, Texas']);
    expect(told.scenarios.map(({ id, npvUsd, reason }) => [id, npvUsd !== null, reason !== '']))
      .toEqual([['base', true, false], ['mi355x_8', false, true]]);
  });

  it('takes tokens a day in place of a share of capacity', async () => {
    expect(await run(...asked('c.aifp', '--tokens-per-day', '5e9'))).toMatchObject({ exit: 0 });
    const loaded = loadProject(join(folder, 'c.aifp'));
    const inputs = loaded.ok ? resolveScenario(loaded.value.document, 'base') : loaded;
    expect(inputs.ok && inputs.value.demand.values.mode).toBe('tokens');
  });

  it('never replaces a file', async () => {
    await run(...asked('d.aifp'));
    expect(await run(...asked('d.aifp')))
      .toMatchObject({ exit: 3, err: expect.stringContaining('exists already') });
  });

  it.each<readonly [string, readonly string[], RegExp]>([
    ['a site left out', ['--mw', '1', '--systems', 'dgx_b200', '--out', 'x'], /--site is needed/],
    ['no place to write to', ['--site', 'dallas', '--mw', '1', '--systems', 'dgx_b200'],
      /--out is needed/],
    ['no power', ['--mw', '0'], /--mw: The utility capacity is between/],
    ['a power of words', ['--mw', 'much'], /--mw: The utility capacity is between/],
    ['energy at no price', ['--electricity', 'cheap'], /--electricity: The electricity price/],
    ['no system', ['--systems', ','], /--systems: Choose at least one system/],
    ['a workload nobody knows', ['--workload', 'chatt'], /--workload: .* did you mean chat\?/],
    ['an owner nobody knows', ['--ownership', 'lend'], /one of own, colocate, rent/],
    ['demand stated twice', ['--tokens-per-day', '1', '--utilisation', '1'], /exclude each other/],
    ['an unknown flag', ['--sites', 'dallas'], /did you mean --site\?/],
  ])('refuses %s and writes nothing', async (_name, words, said) => {
    const base = words.includes('--out') || words[0] === '--site' ? [] : asked('never.aifp');
    const kept = base.flatMap((word, at) => {
      const option = at % 2 === 0 ? word : base[at - 1] ?? '';
      return words.includes(option) ? [] : [word];
    });
    const { exit, err } = await run(...kept, ...words);
    expect([exit, err]).toEqual([2, expect.stringMatching(said)]);
    expect(loadProject(join(folder, 'never.aifp')).ok).toBe(false);
  });
});
