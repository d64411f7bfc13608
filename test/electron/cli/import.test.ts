import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProject } from '../../../electron/cli/load.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import { makeWeather } from '../../shared/import/weather/make.ts';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'aifp-import-')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const field = (name: string): string => join(import.meta.dirname, '../../fixtures/field', name);

async function run(...argv: readonly string[]) {
  let out = '';
  let err = '';
  const exit = await runCli(argv,
    { out: (text) => { out += `${text}\n`; }, err: (text) => { err += `${text}\n`; } });
  return { exit, out, err };
}
const read = async (...argv: readonly string[]): Promise<unknown> =>
  JSON.parse((await run('import', ...argv, '--json')).out);
const made = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('import', () => {
  it('prints a load file with its sums, columns and source', async () => {
    expect(await read('load', field('41-azure-llm-2023-conv.csv'))).toMatchObject({ steps: 1,
      stepMinutes: 60, tokensTotal: 2000, tokensIn: 1800, tokensOut: 200,
      from: '2023-11-16T18:00:00', to: '2023-11-16T19:00:00', repairs: [],
      columns: { time: 'TIMESTAMP', input: 'ContextTokens', output: 'GeneratedTokens' },
      source: { file: '41-azure-llm-2023-conv.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) } });
  });

  it('prints results, weather, devices, racks and tariffs', async () => {
    expect(await read('benchmark', field('64-r1-0528-qwen3-8b.json'))).toMatchObject({ model: 'qwen3-8b',
      system: 'h200_sxm', refused: [], rows: [{ isPoint: true, outputTokPerSecPerAccelerator: 3200 }] });
    expect(await read('weather', made('a.epw', makeWeather('pvgis')))).toMatchObject({ hours: 8760,
      country: 'unknown', latitude: 45, repairs: [] });
    expect(await read('device', field('100-redundant-psus.yaml'), '--reserve', '3')).toMatchObject({
      kind: 'device', powerW: 9900, units: 8, ports: { power: 6 },
      notes: [expect.stringMatching(/19,800 W/)] });
    const rack = 'manufacturer: A\nmodel: R\nslug: a-r\nform_factor: 4-post-cabinet\nu_height: 48\n';
    expect(await read('rack', made('r.yaml', rack))).toMatchObject({ kind: 'rack', units: 48 });
    const tariff = { name: 'T', flatdemandstructure: [[{ max: 100, rate: 25 }, { rate: 35 }]] };
    expect(await read('tariff', made('t.json', JSON.stringify(tariff)))).toMatchObject({
      flatDemand: { periods: [[{ max: 100, rateUsd: 25 }, { max: null, rateUsd: 35 }]] } });
  });

  it('tells the kind of a file alone by its content', async () => {
    const { exit, err, out } = await run('import', field('44-burstgpt.csv'));
    expect([exit, err]).toEqual([0, '44-burstgpt.csv is read as: load\n']);
    expect(out).toMatch(/BurstGPT trace/u);
    expect(await run('import', made('x.txt', 'hello'))).toMatchObject({ exit: 3,
      err: expect.stringMatching(/of no kind known here/u) });
    expect((await run('import', 'load')).exit).toBe(2);
    expect((await run('import', join(folder, 'none.csv'))).exit).toBe(3);
  });

  it('refuses what is not understood with exit 3, line and reason', async () => {
    const bad = await run('import', 'load', made('bad.csv', 'time,tokens\n2026-01-01,1\nsoon,2\n'), '--json');
    expect([bad.exit, bad.err]).toEqual([3, expect.stringMatching(/line 3: “soon, 2” has no time/u)]);
    expect(JSON.parse(bad.out)).toMatchObject({ refused: [{ line: 3 }] });
    const asked = await run('import', 'load', made('day.csv',
      'time,tokens\n1/2/2026 0:00,1\n1/2/2026 1:00,1\n'));
    expect([asked.exit, asked.err]).toEqual([3, expect.stringMatching(/--dates us/u)]);
    expect((await run('import', 'load', join(folder, 'day.csv'), '--dates', 'uk')).exit).toBe(2);
    expect(await run('import', 'benchmark', field('65-most-requests-failed.json'))).toMatchObject({ exit: 3,
      err: expect.stringMatching(/960 of 1000 requests failed/u) });
    expect((await run('import', 'rack', field('104-anchors.yaml'))).err).toMatch(/no rack type/u);
  });

  it('keeps a file in a project with its name and hash as the source', async () => {
    const path = join(folder, 'p.aifp');
    expect((await run('new', path, '--template', 'b200-1mw')).exit).toBe(0);
    const into = async (...argv: readonly string[]) => run('import', ...argv, '--into', path);
    expect(await into('load', field('46-openai-usage-export.csv'))).toMatchObject({ exit: 0 });
    expect(await into('weather', made('b.epw', makeWeather('base')))).toMatchObject({ exit: 0 });
    expect(await into('benchmark', field('64-r1-0528-qwen3-8b.json'))).toMatchObject({ exit: 0 });
    expect(await into('device', field('100-redundant-psus.yaml'))).toMatchObject({ exit: 1,
      err: expect.stringMatching(/say --reserve N/u) });
    expect(await into('device', field('100-redundant-psus.yaml'), '--reserve',
      '3')).toMatchObject({ exit: 0 });
    expect(await into('device', field('106-netbox-devices-csv.csv'), '--where',
      'network')).toMatchObject({ exit: 0 });
    const loaded = loadProject(path);
    if (!loaded.ok) throw new Error(loaded.error.text);
    const scenario = Object.values(loaded.value.document).find(({ kind }) => kind === 'scenario');
    const inputs = resolveScenario(loaded.value.document, scenario?.key ?? '');
    if (!inputs.ok) throw new Error('no inputs');
    const hashed = /\(SHA-256 [0-9a-f]{64}\)/u;
    expect(inputs.value.loadSeries[0]?.values.origin).toMatch(hashed);
    expect(inputs.value.climate.values.origin).toMatch(hashed);
    expect(inputs.value.benchmark[0]?.values.origin).toMatch(hashed);
    expect(inputs.value.deviceType[0]?.values.redundantPorts).toBe(3);
    expect(inputs.value.rackDevice.at(-1)?.values).toMatchObject({ where: 'network', count: 1 });
  });

  it('keeps a tariff as the prices of the site, and says what they are made of', async () => {
    const path = join(folder, 't.aifp');
    expect((await run('new', path, '--template', 'b200-1mw')).exit).toBe(0);
    const tariff = { name: 'LP', utility: 'Acme', energyratestructure: [[{ rate: 0.06 }]],
      flatdemandstructure: [[{ max: 100, rate: 25 }, { rate: 35 }]], fixedchargefirstmeter: 500 };
    const kept = await run('import', made('lp.json', JSON.stringify(tariff)), '--into', path);
    expect([kept.exit, kept.err]).toEqual([0, expect.stringMatching(
      /kept in .*t\.aifp as site, tariff\n {2}[^]*fixed charge of 500 USD[^]*energy at 0\.06 USD\/kWh[^]*demand at 34 USD\/kW/u)]);
    const loaded = loadProject(path);
    if (!loaded.ok) throw new Error(loaded.error.text);
    const { document } = loaded.value;
    const scenario = Object.values(document).find(({ kind }) => kind === 'scenario');
    const inputs = resolveScenario(document, scenario?.key ?? '');
    expect(inputs.ok && inputs.value.site.values).toMatchObject({ electricityUsdPerKwh: 0.06,
      demandUsdPerKwMonth: 34, peakHoursFactor: 1, demandRatchet: 0, site: expect.any(String) });
    expect(inputs.ok && inputs.value.tariff.values).toMatchObject({ billing: 'schedule',
      name: 'LP, Acme', schedule: expect.stringContaining('"fixedchargefirstmeter":500') });
    const site = Object.values(document).find(({ kind }) => kind === 'site');
    expect(site?.body.notes?.['demandUsdPerKwMonth']?.source)
      .toMatch(/^LP, Acme; lp\.json, SHA-256 [0-9a-f]{64}$/u);
    const odd = { ...tariff, flatdemandunit: 'kVA' };
    expect(await run('import', made('kva.json', JSON.stringify(odd)), '--into', path))
      .toMatchObject({ exit: 1, err: expect.stringMatching(/charged by kVA/u) });
  });
});
