import {
  mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync, readdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { setParameters } from '../../../electron/cli/parameter-sets.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { parameterSet } from '../../../shared/plan/entries/parameter-sets.ts';
import { planJsonSchema } from '../../../shared/plan/figures/json-schema.ts';
import { listFieldPaths } from '../../../shared/project/path.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import { documentOf } from '../../../shared/project/templates.ts';
import { once } from '../../../shared/units/once.ts';
import { baseCaseOf } from '../../support/base-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'aifp-cli-'));
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

/**
 * The pod as JSON, which takes a ranking of all its inputs: made once for the tests that
 * only read it.
 */
const podJson = once(() => run('plan', 'b200-1mw', '--json'));
/** What the pod rests on, as of one day. */
const podAssumptions =
  once(() => run('assumptions', 'b200-1mw', '--as-of', '2026-11-21', '--json'));

/** A headline figure of `plan --csv`. */
const headlineIn = (printed: string, figure: string): number =>
  Number(printed.split('\n').find((line) => line.startsWith(`${figure},`))?.split(',')[1]);

describe('new, check, plan', () => {
  const file = join(folder, 'pod.aifp');

  it('makes a project that checks sound and plans like its template', async () => {
    expect(await run('new', file, '--template', 'b200-1mw')).toMatchObject({ exit: 0 });
    const checked = await run('check', file, '--json');
    expect([checked.exit, (JSON.parse(checked.out) as { ok: boolean }).ok]).toEqual([0, true]);
    const before = readFileSync(file);
    const fromFile = await run('plan', file, '--json');
    const fromTemplate = await podJson();
    expect(fromFile.exit).toBe(0);
    expect(JSON.parse(fromFile.out)).toEqual(JSON.parse(fromTemplate.out));
    expect(planJsonSchema.safeParse(JSON.parse(fromFile.out)).success).toBe(true);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('never replaces a file', async () => {
    const again = await run('new', file, '--template', 'b200-1mw');
    expect([again.exit, again.err.includes('exists already')]).toEqual([3, true]);
  });

  it('lays --set over the plan, and prints months', async () => {
    const cost = async (...set: readonly string[]): Promise<number> =>
      headlineIn((await run('plan', file, '--csv', ...set)).out, 'costPerMTokUsd');
    expect(await cost('--set', 'site.electricityUsdPerKwh=0.5')).toBeGreaterThan(await cost());
    const months = planJsonSchema.parse(
      JSON.parse((await run('plan', file, '--json', '--months')).out),
    ).months ?? [];
    expect(months.at(-1)?.['month']).toBe(48);
  });

  it('exits 1 with the answer when the plan cannot be built as asked', async () => {
    const broken = await run('plan', file, '--json', '--set', 'rackGroup.racks=500');
    expect(broken.exit).toBe(1);
    expect(planJsonSchema.parse(JSON.parse(broken.out)).limits.map((l) => l.code))
      .toContain('power-exceeded');
    expect(broken.err).toMatch(/Remove \d+ racks/u);
  });
});

describe('check', () => {
  it('takes a file with the remains of a crash for sound, says so, and leaves both', async () => {
    const path = join(folder, 'crashed.aifp');
    await run('new', path, '--template', 'b200-1mw');
    writeFileSync(`${path}-journal`, 'what a crash might leave');
    const before = readdirSync(folder).toSorted();
    const checked = await run('check', path);
    expect([checked.exit, checked.out.includes('cut short')]).toEqual([0, true]);
    expect(JSON.parse((await run('check', path, '--json')).out))
      .toMatchObject({ ok: true, unfinished: true });
    expect(readdirSync(folder).toSorted()).toEqual(before);
  });
});

describe('refusals', () => {
  symlinkSync(join(folder, 'loop.aifp'), join(folder, 'loop.aifp'));
  it.each([
    [['plan'], 2, 'missing argument'],
    [['plan', 'b200-1mw', '--jsno'], 2, 'did you mean --json?'],
    [['plna', 'b200-1mw'], 2, 'did you mean plan?'],
    [['plan', 'b200-1nw'], 3, 'Did you mean the template b200-1mw?'],
    [['plan', 'b200-1mw', '--set', 'demand.utilisation=2'], 2, 'outside 0.01 to 1'],
    [['plan', 'b200-1mw', '--set', 'demand.utilisation=a'], 2, 'expected a number in fraction'],
    [['plan', 'b200-1mw', '--set', 'site.site=mars'], 2, 'there is no "mars" in sites'],
    [['plan', 'b200-1mw', '--scenario', 'nope'], 2, 'known: base'],
    [['new', join(folder, 'x.aifp'), '--template', 'b200-1nw'], 2, 'did you mean b200-1mw?'],
    [['check', join(folder, 'absent.aifp')], 3, 'there is no such file'],
    [['check', join(folder, `${'x'.repeat(300)}.aifp`)], 3, 'longer than this system allows'],
    [['check', join(folder, 'loop.aifp')], 3, 'lead in a circle'],
    [['new', join(folder, 'aux.aifp'), '--template', 'b200-1mw'], 3,
      'keeps this name for a device'],
    [['new', join(folder, 'a:b.aifp'), '--template', 'b200-1mw'], 3,
      'not every system can store'],
    [['new', join(folder, 'none', 'x. .aifp'), '--template', 'b200-1mw'], 3,
      'is changed by some systems'],
    [['new', join(folder, 'loop.aifp', 'x.aifp'), '--template', 'b200-1mw'], 3, 'loop.aifp'],
    [['schema', 'plam'], 2, 'known: plan, project'],
    [['verify', 'finance', join(folder, 'absent.json')], 3, 'there is no such file'],
    [['verify', 'risk'], 2, 'missing argument: file'],
    [['verify', 'risk', join(folder, 'absent.json')], 3, 'there is no such file'],
    [['verify', 'risks', 'x.json'], 2, 'known: risk'],
    [['report', 'b200-1mw'], 2, '--pdf OUT is needed'],
    [['report', 'b200-1mw', '--pdf', join(folder, 'no', 'x.pdf')], 2,
      'the folder does not exist'],
    [['report', 'b200-1mw', '--pdf', join(folder, 'x.pdf'), '--kind', 'poem'], 2,
      'is not one of executive, technical, assumptions, full, comparison'],
    [['report', 'b200-1mw', '--pdf', join(folder, 'x.pdf'), '--sections', 'answer,bill'],
      2, 'the executive report has no section "bill"; it has answer, confidence'],
    [['report', 'b200-1mw', '--pdf', join(folder, 'x.pdf'), '--sections', ','], 2,
      'name at least one'],
    [['report', 'b200-1mw', '--pdf', join(folder, 'x.pdf'), '--kind', 'comparison',
      '--scenarios', 'base,nobody'],
      2, 'there is no scenario "nobody"'],
    [['predict', '--model', 'gpt-oss-12b'], 2, 'did you mean gpt-oss-120b?'],
    [['predict', '--model', 'llama-3.1-70b', '--system', 'h100_sxm', '--precision', 'fp4',
      '--isl', '128', '--osl', '128'],
      1, 'no FP4 arithmetic. Nearest: --precision fp8 --framework trtllm'],
    [['predict', '--model', 'deepseek-r1', '--system', 'mi355x_8', '--precision', 'fp4',
      '--isl', '128', '--osl', '128', '--framework', 'dynamo-trt'],
      1, 'Dynamo with TensorRT-LLM does not run on Instinct MI355X'],
    [['plan', 'b200-1mw', '--set', 'network.switchModel=sn5600'],
      1, 'Spectrum-4 SN5600 forms no InfiniBand'],
  ])('%j exits %i', async (argv, exit, text) => {
    const result = await run(...argv);
    expect([result.exit, result.err.includes(text) ? text : result.err]).toEqual([exit, text]);
  });

  it('says what is wrong with a file that is not a project, and leaves it alone', async () => {
    const path = join(folder, 'foreign.aifp');
    writeFileSync(path, 'not a database at all, but long enough to have a header of a hundred bytes '.repeat(
      4,
    ));
    const before = readFileSync(path);
    const result = await run('plan', path);
    expect([result.exit, result.err.includes('not an AI Factory Planner project')])
      .toEqual([3, true]);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('fields and schema', () => {
  it('lists every field with unit, range and source', async () => {
    const fields = JSON.parse((await run('fields', '--json')).out) as readonly {
      path: string; source: string
    }[];
    expect(fields.map((f) => f.path)).toEqual(listFieldPaths().map((f) => f.path));
    expect(fields.every((f) => f.source.length > 3)).toBe(true);
  });

  it('prints JSON Schemas', async () => {
    expect(JSON.parse((await run('schema', 'plan')).out)).toMatchObject({ type: 'object' });
    expect(JSON.parse((await run('schema', 'project')).out)).toMatchObject({ type: 'array' });
  });
});

describe('export', () => {
  it('keeps in tables what a page rounds to three digits', async () => {
    const out = join(folder, 'in-full');
    await run('export', 'b200-1mw', '--csv', out);
    const find = (name: string, line: string): number =>
      Number(readFileSync(join(out, name), 'utf8').split('\n')
        .find((each) => each.startsWith(line))?.split(',')[1]);
    const all = find('headline.csv', 'tokensTotalM,') * 1e6;
    const printed = find('report-results-headline-tokens.csv', 'Tokens served');
    expect(Math.abs(printed / all - 1)).toBeLessThan(1e-6);
  });

  it('writes the tables as CSV, with units, and the plan as JSON', async () => {
    expect(await run('export', 'b200-1mw', '--csv', join(folder, 'tables')))
      .toMatchObject({ exit: 0 });
    const [header, first] =
      readFileSync(join(folder, 'tables', 'months.csv'), 'utf8').split('\n');
    expect(header).toMatch(/^month,date,lifecycle\.racks \[count\],/u);
    expect(first).toMatch(/^-17,\d{4}-\d\d,\d/u);
    const statement = readFileSync(join(folder, 'tables', 'report-cash-statement-1.csv'), 'utf8');
    expect(statement).toMatch(/^Line,Year -1 \(6 months\) \[\$\],Year 0 \[\$\],/u);
    expect(statement.split('\n').slice(1).flatMap((line) => line.split(',').slice(-1))
      .filter((cell) => !/^-?\d*\.?\d*$/u.test(cell))).toEqual([]);
    const batch = readFileSync(join(folder, 'tables', 'batch.csv'), 'utf8').trim().split('\n');
    expect(batch[0]).toMatch(/^group,users per accelerator,configuration,USD per million tokens/u);
    expect(batch.length).toBeGreaterThan(10);
    expect(readdirSync(join(folder, 'tables'))).toEqual(expect.arrayContaining(
      ['report-bill-bill.csv', 'report-cash-statement-1.csv',
        'report-roadmap-roadmap.csv', 'report-serving-groups.csv']));
    expect(await run('export', 'b200-1mw', '--xlsx', join(folder, 'plan.xlsx')))
      .toMatchObject({ exit: 0 });
    expect(readFileSync(join(folder, 'plan.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(await run('export', 'b200-1mw', '--power', join(folder, 'power.json')))
      .toMatchObject({ exit: 0 });
    expect(JSON.parse(readFileSync(join(folder, 'power.json'), 'utf8')))
      .toMatchObject({ schema: 'aifp.power/1', unit: 'kW' });
    expect(await run('export', 'gb300-100mw', '--power', join(folder, 'none.json'),
      '--set', 'site.utilityMw=0.05')).toMatchObject({ exit: 1,
      err: expect.stringMatching(/no power chain: no rack is in service/u) });
    expect(await run('export', 'b200-1mw', '--json', join(folder, 'plan.json')))
      .toMatchObject({ exit: 0 });
    expect(planJsonSchema.safeParse(
      JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')),
    ).success).toBe(true);
  });

  it('writes a plan that cannot be built, and says so as plan does', async () => {
    const amd = ['--set', 'rackGroup.main.system=mi355x_8'];
    const out = join(folder, 'broken');
    const written = await run('export', 'b200-1mw', '--csv', out, ...amd);
    expect(written.exit).toBe(1);
    expect(written.err).toContain('limit: rackGroup.main.framework: ');
    expect(readFileSync(join(out, 'headline.csv'), 'utf8')).toMatch(/^npvUsd,,/mu);
    expect((await run('export', 'b200-1mw', '--json', join(folder, 'broken.json'), ...amd)).exit)
      .toBe(1);
  });

  it('tells a limit that only binds a plan from one that it breaks', async () => {
    const { exit, err } = await run('plan', 'gb300-100mw', '--set', 'hall.halls=1');
    expect(exit).toBe(0);
    expect(err).toMatch(/^binds: rackGroup\./mu);
    expect(err).not.toMatch(/^limit: /mu);
  });

  it('wants exactly one target', async () => {
    expect((await run('export', 'b200-1mw')).exit).toBe(2);
  });
});

describe('predict', () => {
  it('finds entries however they are spelled and prints a frontier that falls', async () => {
    const result = await run('predict', '--model', 'GPT-OSS-120B', '--system', 'dgx b200',
      '--precision', 'fp4', '--isl', '1024', '--osl', '1024', '--frontier', '--json');
    const { points } = JSON.parse(result.out) as {
      points: readonly { tokPerSecPerUser: number; outputTokPerSecPerAccelerator: number }[]
    };
    expect(points.length).toBeGreaterThan(5);
    const faster = points.toSorted((a, b) => a.tokPerSecPerUser - b.tokPerSecPerUser);
    expect(faster.map((p) => p.outputTokPerSecPerAccelerator))
      .toEqual(faster.map((p) => p.outputTokPerSecPerAccelerator).toSorted((a, b) => b - a));
  });
});

describe('assumptions', () => {
  interface Foundation {
    readonly figures: readonly {
      readonly figure: string; readonly evidence: readonly { readonly share: number }[];
      readonly top: readonly unknown[]
    }[];
    readonly inputs: readonly { readonly id: string; readonly staleness: string }[];
  }

  it('lists every input in use and what the answer owes to each class', async () => {
    const { exit, out } = await podAssumptions();
    const { figures, inputs } = JSON.parse(out) as Foundation;
    expect(exit).toBe(0);
    for (const { evidence, top } of figures) {
      expect(evidence.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(top).toHaveLength(20);
    }
    expect(inputs.find(({ id }) => id === 'catalog:systems/dgx_b200/priceUsd')?.staleness)
      .toBe('old');
  });

  it('ages sources to the day asked for, and refuses what is no date', async () => {
    const { out } = await run('assumptions', 'b200-1mw', '--as-of', '2025-01', '--csv');
    expect(out.split('\r\n').find((line) => line.includes('catalog:systems/dgx_b200/priceUsd')))
      .toContain('2024-12,fresh');
    expect(await run('assumptions', 'b200-1mw', '--as-of', 'soon'))
      .toMatchObject({ exit: 2, out: '' });
  });

  it('gives the shares in the plan’s export too', async () => {
    const plan = planJsonSchema.parse(JSON.parse((await podJson()).out));
    for (const shares of [
      plan.provenance.npvShareByEvidence, plan.provenance.unitCostShareByEvidence,
    ]) {
      expect(Object.values(shares ?? {}).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    }
  });
});

describe('a published set of parameters', () => {
  const planned = async (...sets: readonly string[]) => {
    const { exit, out, err } = await run('plan', 'b200-1mw', '--json',
      ...sets.flatMap((set) => ['--set', set]));
    return exit === 2 ? err : JSON.parse(out) as { headline: { pueAnnual: number };
      inputs: readonly { path: string; value: unknown }[] };
  };
  const inputOf = (plan: Awaited<ReturnType<typeof planned>>, path: string) =>
    (typeof plan === 'string' ? undefined : plan.inputs.find((each) => each.path === path));

  it('sets every field of it, for the heat rejection that is asked for', async () => {
    const tower = await planned('cooling.parameters=midsize', 'cooling.rejection=tower');
    expect(inputOf(tower, 'cooling.chillerCarnot')).toMatchObject({ value: 0.4 });
    const outdoor = await planned('cooling.parameters=midsize', 'cooling.rejection=air');
    expect(inputOf(outdoor, 'cooling.chillerCarnot')).toMatchObject({ value: 0.4625 });
  });

  it('says beside each field where its value is from', () => {
    const set = setParameters(documentOf(baseCaseOf('b200-1mw')), 'base', 'midsize');
    const inputs = set.ok ? resolveScenario(set.value, 'base') : null;
    if (inputs?.ok !== true) throw new Error('no scenario');
    for (const { path } of parameterSet('midsize', inputs.value.cooling.values)) {
      const [kind, field = ''] = path.split('.');
      const { notes } = kind === 'power' ? inputs.value.power : inputs.value.cooling;
      expect([path, notes[field]?.source]).toEqual([path,
        expect.stringMatching(/^Lei & Masanet 2022.*midsize/u)]);
    }
  });

  it('gives way to what is set after it', async () => {
    const plan = await planned('cooling.parameters=small', 'cooling.airSupplyC=20');
    expect(inputOf(plan, 'cooling.airSupplyC')).toMatchObject({ value: 20 });
  });

  it('is refused by name where there is none', async () => {
    expect(await planned('cooling.parameters=huge'))
      .toContain('cooling.parameters: there is no set "huge"; known: large, midsize, small');
  });
});
