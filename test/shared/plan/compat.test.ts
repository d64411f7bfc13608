import { describe, expect, it } from 'vitest';
import { autoValue } from '../../../shared/plan/figures/auto-values.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { templates } from '../../../shared/project/templates.ts';
import { templatePlan } from '../template-plans.ts';
import { planOf } from './support.ts';

const aboutTogether = new Set(['software-not-supported', 'precision-not-supported',
  'mode-not-supported', 'model-not-supported', 'fabric-not-supported',
  'cooling-not-supported', 'supply-too-warm', 'host-memory-too-small', 'nic-too-slow']);

const broken = (plan: Plan) => plan.limits.filter((limit) => limit.broken);
/** What does not go together; that nobody states a price is another matter. */
const codes = (plan: Plan): readonly string[] =>
  broken(plan).map(({ code }) => code).filter((code) => code !== 'price-missing');

/** The plan with every fix of its limits made. */
function mended(
  template: string, over: Readonly<Record<string, FieldValue>>,
): Plan {
  const fixes = planOf(template, over).limits.flatMap(({ fix }) => fix ?? []);
  return planOf(template,
    { ...over, ...Object.fromEntries(fixes.map(({ path, value }) => [path, value])) });
}

describe('what does not go together', () => {
  it('is in no template', () => {
    for (const { id } of templates) {
      const plan = templatePlan(id);
      expect(broken(plan).filter(({ code }) => aboutTogether.has(code))).toEqual([]);
      expect(plan.warnings.filter(({ code }) => code.endsWith('-known'))).toEqual([]);
    }
  });

  it.each<readonly [string, Readonly<Record<string, FieldValue>>, readonly string[]]>([
    ['four bits on Hopper', { 'rackGroup.chat.system': 'dgx_h200' },
      ['precision-not-supported']],
    ['DeepSeek-V4-Pro under TensorRT-LLM on Hopper',
      { 'rackGroup.reasoning.system': 'dgx_h200' }, ['model-not-supported']],
    ['an AMD accelerator under NVIDIA software', { 'rackGroup.chat.system': 'mi355x_8',
      'network.fabric': 'roce', 'network.switchModel': 'sn5600' },
    ['software-not-supported']],
    ['an Ethernet switch for InfiniBand', { 'network.switchModel': 'sn5600' },
      ['fabric-not-supported']],
    ['an InfiniBand switch for Spectrum-X', { 'network.fabric': 'spectrum-x' },
      ['fabric-not-supported']],
    ['a bath for cold plates', { 'cooling.terminal': 'immersion' },
      ['cooling-not-supported']],
    ['liquid warmer than the rack takes', { 'cooling.liquidSupplyC': 46 },
      ['supply-too-warm']],
    ['cards faster than they are', { 'network.scaleOutGbps': 1600 }, ['nic-too-slow']],
    ['a switch without ports of the rate', { 'network.switchModel': 'qm9700' },
      ['switch-too-slow']],
  ])('%s is a broken limit, and the fix it names mends it', (_what, over, expected) => {
    expect(codes(planOf('gb300-100mw', over))).toEqual(expected);
    expect(codes(mended('gb300-100mw', over))).toEqual([]);
  });

  it('has no speed, no capacity and nothing built on them, each with the reason', () => {
    const plan = planOf('gb300-100mw', { 'rackGroup.reasoning.system': 'dgx_h200' });
    for (const key of ['group.reasoning.tokPerSecPerUser', 'group.reasoning.availability',
      'group.reasoning.outputTokPerSecPerAccelerator', 'group.reasoning.ttftMsHigh',
      'headline.tokensPerSecondPeak', 'headline.tokensTotalM', 'headline.tokPerSecPerMw']) {
      expect([key, plan.figures[key]?.value]).toEqual([key, null]);
      expect(plan.figures[key]?.absent?.detail).toMatch(/does not serve DeepSeek-V4-Pro/u);
    }
    expect(plan.figures['group.chat.tokPerSecPerUser']?.value).toBeGreaterThan(0);
    expect(plan.stages.lifecycle.groups.map(({ key }) => key)).toEqual(['chat']);
  });

  it('says where, why, and what would', () => {
    const [limit] = broken(planOf('gb300-100mw', { 'rackGroup.chat.framework': 'atom' }));
    expect(limit).toMatchObject({ where: 'rackGroup.chat.framework',
      fix: [{ path: 'rackGroup.chat.framework', value: 'trtllm' }] });
    expect(limit?.nearestFix).toContain('ATOM does not run on GB300');
    expect(limit?.nearestFix).toContain('Choose TensorRT-LLM.');
  });

  it('is said once, not again as a missing figure', () => {
    expect(codes(planOf('b200-1mw', { 'rackGroup.main.system': 'dgx_h100',
      'traffic.chat.model': 'deepseek-r1' }))).not.toContain('figure-missing');
  });

  it('keeps a mixed plan together on one network', () => {
    const plan = planOf('gb300-100mw', { 'rackGroup.chat.system': 'mi355x_8' });
    const [limit] = plan.limits.filter(({ code }) => code === 'fabric-not-supported');
    expect(limit?.fix).toEqual([{ path: 'network.fabric', value: 'roce' },
      { path: 'network.switchModel', value: 'sn5600' }]);
  });
});

describe('what no source speaks of', () => {
  it('is one warning, and stops nothing', () => {
    const plan = planOf('b200-1mw', { 'cooling.terminal': 'immersion' });
    expect(broken(plan)).toEqual([]);
    expect(plan.warnings.filter(({ code }) => code === 'cooling-not-known')).toHaveLength(1);
  });
  it('is a model that nobody names under an engine', () => {
    const plan = planOf('b200-1mw', { 'traffic.chat.model': 'mixtral-8x7b' });
    expect(plan.warnings.filter(({ code }) => code === 'not-known-to-run')
      .map(({ where }) => where)).toEqual(['rackGroup.main.framework']);
  });
});

describe('a price nobody states', () => {
  const plan = planOf('b200-1mw', { 'rackGroup.main.system': 'mi355x_8',
    'rackGroup.main.framework': 'vllm', 'network.fabric': 'roce',
    'network.switchModel': 'th5_64x800', 'network.switchPowerW': 800 });

  it('is said once, at the field in which one is entered, with what is absent for it', () => {
    const told = plan.warnings.filter(({ text }) => text.includes('price'));
    expect(told.map(({ where, text }) => [where, text])).toEqual([[
      'capex.acceleratorPriceUsd',
      'There is no public price for 8x MI355X server: enter capex.acceleratorPriceUsd.']]);
    expect(told[0]?.figures).toEqual(expect.arrayContaining(['headline.npvUsd',
      'headline.capexUsd', 'headline.costPerMTokUsd']));
  });
  it('leaves no absent figure without a warning that names it', () => {
    const named = new Set(plan.warnings.flatMap(({ figures = [] }) => figures));
    const absent = Object.values(plan.figures).filter(({ key, value }) =>
      key.startsWith('headline.') && value === null);
    expect(absent.length).toBeGreaterThan(10);
    expect(absent.map(({ key }) => key).filter((key) => !named.has(key))).toEqual([]);
  });
  it('stands for nothing in its field, not for nought', () => {
    expect(autoValue(plan, { kind: 'capex', key: 'capex', field: 'acceleratorPriceUsd' },
      plan.stages.catalog)).toBeNull();
  });
});
