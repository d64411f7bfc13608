import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../../../shared/project/field.ts';
import { compareOwnership } from '../../../shared/plan/figures/ownership-modes.ts';
import { planToJson } from '../../../shared/plan/figures/json.ts';
import { headlineNames } from '../../../shared/report/figures.ts';
import { brokenLimits } from '../../../shared/report/limits.ts';
import { workbookOf } from '../../../shared/report/workbook/build.ts';
import { planOf } from './support.ts';

/** Plans that nobody can build or serve, each with the field or group that says so. */
const broken: readonly (readonly [string, string, Record<string, FieldValue>, string])[] = [
  ['arithmetic the accelerator lacks', 'gb300-100mw',
    { 'rackGroup.chat.system': 'dgx_h200' }, 'rackGroup.chat.precision'],
  ['a network without a design', 'gb300-100mw', { 'network.switchModel': 'qm9700' },
    'network.switchModel'],
  ['more racks than power', 'b200-1mw', { 'rackGroup.main.racks': 60 }, 'site.utilityMw'],
  ['a promise nothing keeps', 'b200-1mw', { 'traffic.chat.minTokPerSecPerUser': 1999 },
    'rackGroup.main'],
  ['switches of unknown power', 'b200-1mw',
    { 'network.fabric': 'roce', 'network.switchModel': 'th4_64x400' },
    'network.switchPowerW'],
  ['accelerators for nothing', 'b200-1mw', { 'capex.acceleratorPriceUsd': 0 },
    'capex.acceleratorPriceUsd'],
  ['switches for nothing', 'b200-1mw', { 'network.switchPriceUsd': 0 },
    'network.switchPriceUsd'],
  ['a building for nothing', 'b200-1mw', { 'capex.facilityUsdPerMw': 0 },
    'capex.facilityUsdPerMw'],
  ['a rent of nought', 'b200-1mw', { 'finance.ownership': 'rental',
    'finance.rentalUsdPerHour': 0 }, 'finance.rentalUsdPerHour'],
  ['cards faster than they are', 'b200-1mw', { 'network.scaleOutGbps': 800,
    'network.switchModel': 'q3400' }, 'network.scaleOutGbps'],
];

const money = ['capexUsd', 'opexUsd', 'energyUsd', 'revenueUsd', 'costPerMTokUsd', 'npvUsd',
  'mirr', 'roi', 'moic', 'paybackMonths', 'lcotNominalUsd', 'levelisedPriceUsd'] as const;

describe.each(broken)('%s', (_name, template, over, where) => {
  const plan = planOf(template, over);

  it('breaks a limit that says where and what to do', () => {
    const found = plan.limits.filter((limit) => limit.broken);
    expect(found.map((limit) => limit.where)).toContain(where);
    for (const { nearestFix } of found) expect(nearestFix).not.toBe('');
  });

  it('leaves no money anywhere: headline, statement, months, ways of owning', () => {
    const json = planToJson(plan, 1, null, true);
    for (const key of money) expect([key, json.headline[key]]).toEqual([key, null]);
    expect(json.headline.irr).toBeNull();
    expect(json.economics).toBeNull();
    expect(plan.statement).toEqual([]);
    expect(plan.costStack).toEqual([]);
    expect(Object.keys(plan.series).filter((key) => key.startsWith('economics.'))).toEqual([]);
  });

  it('gives a workbook of the cause and what mends it, without money', () => {
    const { sheets } = workbookOf(plan, '0.0.0');
    expect(sheets.map(({ name }) => name)).toEqual(['Summary', 'Figures', 'Inputs']);
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    const said = cells.map((cell) => cell?.value);
    for (const { text, fix } of brokenLimits(plan)) {
      expect(said).toContain(text);
      expect(said).toContain(fix);
    }
    expect(cells.filter((cell) => cell?.style.startsWith('usd') ?? false)).toEqual([]);
    const figure = (label: string) => sheets[1]?.rows.find(([first]) => first?.value === label);
    expect(figure(headlineNames.npvUsd.label)?.[2]).toBeNull();
    expect(figure(headlineNames.accelerators.label)?.[2]?.value).toBeGreaterThan(0);
  });

  it('says why in the warnings, once', () => {
    const found = plan.warnings.filter(({ code }) => code === 'absent.not-buildable');
    expect(found).toHaveLength(1);
    expect(found[0]?.figures).toContain('headline.npvUsd');
    expect(found[0]?.text).toMatch(/^Investment, Operating cost, Electricity and \d+ more: the plan cannot/u);
  });
});

describe('fixes', () => {
  it.each([
    ['b200-1mw', { 'rackGroup.main.racks': 60 }],
    ['b200-1mw', { 'traffic.chat.minTokPerSecPerUser': 1999 }],
    ['gb300-100mw', { 'traffic.reasoning.maxTtftS': 0.06 }],
    ['b200-1mw', { 'capex.acceleratorPriceUsd': 0 }],
    ['b200-1mw', { 'network.cablePriceUsd': 0 }],
    ['b200-1mw', { 'network.scaleOutGbps': 1600, 'network.switchModel': 'q3400' }],
  ] as const)('%s %o: what the first broken limit offers mends it', (template, over) => {
    const found = planOf(template, over).limits.find((limit) => limit.broken);
    const fix = Object.fromEntries((found?.fix ?? []).map((e) => [e.path, e.value]));
    expect(Object.keys(fix)).not.toEqual([]);
    const mended = planOf(template, { ...over, ...fix });
    expect(mended.limits.filter((limit) => limit.broken)).toEqual([]);
    expect(mended.figures['headline.npvUsd']?.value).not.toBeNull();
  });
});

describe('cached input dearer than input', () => {
  it('is a broken limit whose fix mends it: more hits would earn more', () => {
    const over = { 'traffic.chat.inputUsdPerMtok': 1, 'traffic.chat.cachedUsdPerMtok': 5 };
    const [found] = planOf('b200-1mw', over).limits.filter((limit) => limit.broken);
    expect([found?.code, found?.value, found?.limit]).toEqual(['cached-above-input', 5, 1]);
    const fix = Object.fromEntries((found?.fix ?? []).map((e) => [e.path, e.value]));
    expect(planOf('b200-1mw', { ...over, ...fix }).limits.filter((l) => l.broken)).toEqual([]);
  });
});

describe('a building for nothing where it is rented', () => {
  const plan = planOf('b200-1mw', { 'capex.facilityUsdPerMw': 0, 'finance.ownership': 'colo' });

  it('is told, and only what would buy one has no money', () => {
    expect(plan.figures['headline.npvUsd']?.value).not.toBeNull();
    expect(plan.warnings).toContainEqual(expect.objectContaining(
      { code: 'price-of-nought', where: 'capex.facilityUsdPerMw' }));
    const npv = Object.fromEntries(compareOwnership(plan.stages)
      .map((each) => [each.mode, each.npvUsd.value]));
    expect([npv['own'], npv['lease']]).toEqual([null, null]);
    expect(npv['colo']).not.toBeNull();
  });
});

describe('cards', () => {
  it('may run slower than they can, and are never advised to run faster', () => {
    expect(planOf('b200-1mw', { 'network.scaleOutGbps': 200 }).limits
      .filter(({ broken: is }) => is)).toEqual([]);
    const fast = planOf('b200-1mw', { 'rackGroup.main.system': 'dgx_h100',
      'rackGroup.main.precision': 'fp8', 'network.scaleOutGbps': 1600 });
    expect(fast.limits.map(({ nearestFix }) => nearestFix).join(' ')).not.toMatch(/800/u);
    expect(fast.limits.find(({ code }) => code === 'nic-too-slow')?.limit).toBe(400);
  });
});

describe('racks of unknown power', () => {
  it('are a broken limit of the group’s system', () => {
    const plan = planOf('b200-1mw', { 'rackGroup.main.system': 'tpu7x_pod' });
    expect(plan.limits.map(({ code }) => code)).toContain('rack-power-absent');
    expect(plan.figures['headline.costPerMTokUsd']?.value).toBeNull();
  });
});

describe('switches of unknown power', () => {
  const over = { 'network.fabric': 'roce', 'network.switchModel': 'th4_64x400' };
  const unknown = planOf('b200-1mw', over);
  const resting = ['network.powerKw', 'headline.itMw', 'headline.facilityMw',
    'headline.pueAnnual', 'headline.wueLPerKwh', 'headline.tokPerSecPerMw',
    'headline.wattsPerAccelerator'];

  it('leave absent, with the switch as the reason, what would count them as drawing nothing', () => {
    for (const key of resting) {
      expect([key, unknown.figures[key]]).toMatchObject([key, { value: null, absent: {
        code: 'no-source-value', detail: expect.stringContaining('power of the switch') } }]);
    }
    expect(unknown.figures['headline.accelerators']?.value).toBeGreaterThan(0);
  });

  it('are planned with once their power is entered', () => {
    const entered = planOf('b200-1mw', { ...over, 'network.switchPowerW': 800 });
    expect(entered.limits.filter((limit) => limit.broken)).toEqual([]);
    for (const key of resting) expect([key, entered.figures[key]?.value]).not.toEqual([key, null]);
  });
});

describe('a price that moves', () => {
  const [before, after] = [1.1e7, 1.2e7]
    .map((facilityUsdPerMw) => planOf('b200-1mw', { 'capex.facilityUsdPerMw': facilityUsdPerMw }));

  it('moves the money and leaves the very lists of limits', () => {
    expect(after?.figures['headline.npvUsd']?.value)
      .toBeLessThan(before?.figures['headline.npvUsd']?.value ?? 0);
    expect(after?.stages.limits).toBe(before?.stages.limits);
  });

  it('to nought breaks a limit, and back to a price leaves none', () => {
    const broken = (usd: number): readonly string[] =>
      planOf('b200-1mw', { 'capex.facilityUsdPerMw': usd }).stages.obstacles
        .map(({ code }) => code);
    expect([broken(1.1e7), broken(0), broken(1.1e7)]).toEqual([[], ['price-of-nought'], []]);
  });
});
