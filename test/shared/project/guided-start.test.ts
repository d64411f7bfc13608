import { describe, expect, it } from 'vitest';
import {
  buildStart, checkStart, firstAnswers, mostSystems, mostWorkloads, type StartAnswers,
  type StartKit,
} from '../../../shared/project/guided-start.ts';
import { explainStart } from '../../../shared/project/start-problem.ts';
import {
  blankProject, documentOf, findTemplate, templates,
} from '../../../shared/project/templates.ts';
import { workloadPresets } from '../../../shared/project/templates/workloads.ts';
import {
  listScenarios, resolveScenario, type ScenarioInputs,
} from '../../../shared/project/resolve.ts';
import { startNames } from '../../../shared/search/start.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';

const names = startNames(builtInCatalog);
const kit: StartKit = {
  serving: [{ precision: 'fp4', framework: 'trtllm' }, { precision: 'fp8', framework: 'vllm' }],
  terminal: 'direct-to-chip', liquidSupplyC: 30, fabric: 'infiniband', switchModel: 'q3400',
  scaleOutGbps: null,
};
const answers = (over: Partial<StartAnswers>): StartAnswers => ({ ...firstAnswers, ...over });

function inputsOf(
  asked: StartAnswers, kits: readonly StartKit[], scenario: string,
): ScenarioInputs {
  const inputs = resolveScenario(documentOf(buildStart(asked, names, kits).records), scenario);
  if (!inputs.ok) throw new Error(JSON.stringify(inputs.error));
  return inputs.value;
}

describe('a project made of answers', () => {
  const asked = answers({ client: ' Client X ', site: 'dallas',
    systems: ['gb300_nvl72', 'mi355x_8'], ownership: 'colo' });
  const roce: StartKit = { ...kit, fabric: 'roce', switchModel: 'th5_64x800', scaleOutGbps: 400 };
  const made = buildStart(asked, names, [kit, roce]);
  const document = documentOf(made.records);

  it('has one scenario for each system, the others based on the first', () => {
    expect(listScenarios(document).map(({ id, name, basedOn }) => [id, name, basedOn])).toEqual([
      ['base', 'GB300 NVL72', ''], ['mi355x_8', '8x MI355X server', 'base'],
    ]);
  });

  it('is named after client, power and site', () => {
    expect(made.name).toBe('Client X, 20 MW, Dallas, Texas');
    const ashburn = buildStart(firstAnswers, names, [kit, kit, kit]);
    expect(ashburn.name).toBe('20 MW, Ashburn, Virginia');
    expect(document['document:project:project']?.body.values).toMatchObject({
      name: 'Client X, 20 MW, Dallas, Texas', client: 'Client X' });
  });

  it('says in each scenario what goes with its system, and leaves the number of racks open', () => {
    const [base, other] = ['base', 'mi355x_8'].map((id) => inputsOf(asked, [kit, roce], id));
    expect(base?.network.values).toMatchObject(
      { fabric: 'infiniband', switchModel: 'q3400', scaleOutGbps: null });
    expect(other?.network.values).toMatchObject(
      { fabric: 'roce', switchModel: 'th5_64x800', scaleOutGbps: 400 });
    for (const inputs of [base, other]) {
      expect(inputs?.rackGroup.map(({ values }) => [values.traffic, values.precision,
        values.framework, values.powerShare, values.racks])).toEqual([
        ['reasoning', 'fp4', 'trtllm', 0.5, null], ['chat', 'fp8', 'vllm', 0.5, null]]);
      expect(inputs?.finance.values.ownership).toBe('colo');
      expect(inputs?.site.values).toMatchObject({ site: 'dallas', utilityMw: 20 });
    }
  });

  it('stores in a further scenario nothing but what differs', () => {
    const own = made.records.filter(({ scenarioId }) => scenarioId === 'mi355x_8');
    expect(own.map(({ kind, key, body }) => [kind, key, body.values])).toEqual([
      ['rackGroup', 'reasoning', { system: 'mi355x_8' }],
      ['rackGroup', 'chat', { system: 'mi355x_8' }],
      ['network', 'network', { fabric: 'roce', switchModel: 'th5_64x800', scaleOutGbps: 400 }],
    ]);
  });

  it('states demand as a share of capacity or as tokens a day', () => {
    expect(inputsOf(asked, [kit, roce], 'base').demand.values)
      .toMatchObject({ mode: 'utilisation', utilisation: 0.45 });
    const inTokens = answers({ utilisation: null, systems: ['gb300_nvl72'],
      workloads: firstAnswers.workloads
        .map((each, at) => ({ ...each, tokensPerDay: (at + 1) * 1e9 })) });
    const inputs = inputsOf(inTokens, [kit], 'base');
    expect(inputs.demand.values.mode).toBe('tokens');
    expect(inputs.traffic.map(({ values }) => values.tokensPerDay)).toEqual([1e9, 2e9]);
  });

  it('takes the price of energy that was entered, else that of the site', () => {
    const priceIn = (electricityUsdPerKwh: number | null): number | null => inputsOf(
      answers({ site: 'london', electricityUsdPerKwh, systems: ['gb300_nvl72'] }), [kit], 'base',
    ).site.values.electricityUsdPerKwh;
    expect([priceIn(0.12), priceIn(null)]).toEqual([0.12, null]);
  });

  it('keeps two workloads of one kind apart by their models', () => {
    const both = ['gpt-oss-120b', 'deepseek-v4-pro'].map((model) =>
      ({ preset: 'chat', model, powerShare: 0.5, tokensPerDay: null }));
    const inputs = inputsOf(answers({ workloads: both, systems: ['gb300_nvl72'] }), [kit], 'base');
    expect(inputs.traffic.map(({ key, values }) => [key, values.name])).toEqual([
      ['chat', 'Chat, GPT-OSS-120B'], ['chat-2', 'Chat, DeepSeek-V4-Pro']]);
    expect(inputs.rackGroup.map(({ values }) => values.traffic)).toEqual(['chat', 'chat-2']);
  });

  it('cannot be made of a system without what goes with it', () => {
    expect(() => buildStart(asked, names, [kit])).toThrow(RangeError);
    expect(() => buildStart(answers({ systems: [] }), names, [])).toThrow(RangeError);
  });
});

describe('answers no project can be made of', () => {
  it.each<readonly [string, Partial<StartAnswers>, readonly string[], RegExp]>([
    ['no power', { utilityMw: 0 }, ['utilityMw'], /between 0.05 MW and 5,000 MW/],
    ['negative power', { utilityMw: -20 }, ['utilityMw'], /between/],
    ['huge power', { utilityMw: 1e9 }, ['utilityMw'], /between/],
    ['power that is no number', { utilityMw: Number.NaN }, ['utilityMw'], /between/],
    ['a price of energy beyond reason', { electricityUsdPerKwh: 9 }, ['electricityUsdPerKwh'],
      /electricity price is between \$0\/kWh and \$2\/kWh/],
    ['a site nobody knows', { site: 'dalas' }, ['site'], /no site "dalas"; did you mean dallas\?$/],
    ['no site', { site: '' }, ['site'], /^Choose a site\.$/],
    ['no workload', { workloads: [] }, ['workloads'], /^Choose at least one workload\.$/],
    ['too many workloads', { workloads: Array.from({ length: mostWorkloads + 1 }, () =>
      firstAnswers.workloads[0]).flatMap((each) => each ?? []) }, ['workloads'],
    /at most 4 workloads, not 5/],
    ['a workload nobody knows', { workloads: [{ preset: 'chats', model: 'gpt-oss-120b',
      powerShare: 1, tokensPerDay: null }] }, ['preset'], /did you mean chat\?/],
    ['a model nobody knows', { workloads: [{ preset: 'chat', model: '__proto__',
      powerShare: 1, tokensPerDay: null }] }, ['model'], /no model "__proto__"/],
    ['no share of power', { workloads: [{ preset: 'chat', model: 'gpt-oss-120b',
      powerShare: 0, tokensPerDay: null }] }, ['powerShare'], /between 1 % and 100 %/],
    ['demand in tokens nobody states', { utilisation: null },
      ['tokensPerDay', 'tokensPerDay'], /tokens a day/],
    ['a use of nothing', { utilisation: 0 }, ['utilisation'], /share of capacity sold/],
    ['no system', { systems: [] }, ['systems'], /^Choose at least one system\.$/],
    ['too many systems', { systems: Object.keys(builtInCatalog.systems).slice(0, mostSystems + 1) },
      ['systems'], /at most 12 systems, not 13/],
    ['a system nobody knows', { systems: ['gb300'] }, ['systems'], /no system "gb300"/],
    ['a system twice', { systems: ['dgx_b200', 'dgx_b200'] }, ['systems'], /named twice/],
    ['a client of too many letters', { client: 'x'.repeat(201) }, ['client'],
      /at most 200 characters, not 201/],
  ])('%s', (_name, over, fields, words) => {
    const problems = checkStart(answers(over), names);
    expect(problems.map(({ field }) => field)).toEqual(fields);
    for (const problem of problems) expect(explainStart(problem)).toMatch(words);
  });

  it('are told together, in the order they are asked', () => {
    expect(checkStart(answers({ systems: [], utilityMw: -1, site: '' }), names)
      .map(({ field }) => field)).toEqual(['utilityMw', 'site', 'systems']);
  });

  it('leave out the answers to begin with', () => {
    expect(checkStart(firstAnswers, names)).toEqual([]);
  });
});

describe('a workload to start from', () => {
  it.each(workloadPresets)('$id has lengths a template plans with, and no faster promise', (preset) => {
    const planned = templates.flatMap(({ records }) => records)
      .filter(({ kind }) => kind === 'traffic').map(({ body }) => body.values);
    const { model, isl, osl, cacheHit, minTokPerSecPerUser, maxTtftS } = preset;
    const alike = planned.filter((values) => values['model'] === model && values['isl'] === isl
      && values['osl'] === osl && values['cacheHit'] === cacheHit
      && values['maxTtftS'] === maxTtftS);
    expect(alike.some((values) => Number(values['minTokPerSecPerUser']) >= minTokPerSecPerUser))
      .toBe(true);
    expect(names.models[model]).toBeDefined();
  });
});

it('an empty project has one scenario and decides nothing', () => {
  expect(findTemplate('blank')).toBe(blankProject);
  expect(templates).not.toContain(blankProject);
  expect(listScenarios(documentOf(blankProject.records))).toHaveLength(1);
  expect(blankProject.records.map(({ kind }) => kind)).toEqual(['scenario', 'project']);
});
