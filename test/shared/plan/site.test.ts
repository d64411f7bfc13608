import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWeather } from '../../../shared/import/weather/read-weather.ts';
import { evaluateFacility } from '../../../shared/facility/site/evaluate.ts';
import { facilityParams } from '../../../shared/plan/site/fit-racks.ts';
import { climateValues, meanDays } from '../../../shared/plan/site/site-climate.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { fieldOf } from '../../../shared/project/kinds.ts';
import { checkValue } from '../../../shared/project/validate.ts';
import { epwOf } from '../facility/epw-sample.ts';
import { headline, planOf } from './support.ts';

const factory = 'gb300-100mw';
const numbers = (plan: Plan) => ({
  racks: headline(plan, 'racks'), perMw: headline(plan, 'tokPerSecPerMw'),
  cost: headline(plan, 'costPerMTokUsd'),
});

describe('under a fixed connection', () => {
  const before = numbers(planOf(factory));

  it.each([
    ['fans that draw more', { 'cooling.fanShare': 0.3 }],
    ['colder supply', { 'cooling.liquidSupplyC': 14 }],
    ['chillers in place of dry coolers',
      { 'cooling.rejection': 'chiller', 'cooling.liquidSupplyC': 20 }],
    ['losses of the chain', { 'power.transformerEfficiency': 0.95 }],
  ] as const)('%s leave fewer racks, fewer tokens per MW and dearer ones', (_name, over) => {
    const after = numbers(planOf(factory, over));
    expect(after.racks).toBeLessThan(before.racks);
    expect(after.perMw).toBeLessThan(before.perMw);
    // groups share power in whole racks, so their mix may shift by one of them
    expect(after.cost).toBeGreaterThan(before.cost * (1 - 1 / before.racks));
  });

  it('a tower carries more racks than dry coolers and takes water', () => {
    const tower = planOf(factory, { 'cooling.rejection': 'tower' });
    expect(numbers(tower).racks).toBeGreaterThan(before.racks);
    expect(headline(tower, 'wueLPerKwh')).toBeGreaterThan(0);
  });

  it('capping brings more racks and more tokens per MW, each rack serving no more than before', () => {
    const capped = planOf(factory, { 'power.powerCap': 0.85 });
    expect(numbers(capped).racks).toBeGreaterThan(before.racks);
    expect(numbers(capped).perMw).toBeGreaterThan(before.perMw);
    const perRack = (plan: Plan) =>
      headline(plan, 'tokensPerSecondPeak') / headline(plan, 'racks');
    expect(perRack(capped)).toBeLessThanOrEqual(perRack(planOf(factory)) * (1 + 1e-9));
  });

  it('a fabric of hungrier switches takes power from racks; an oversubscribed one gives some back', () => {
    const lean = numbers(planOf(factory, { 'network.switchPowerW': 1000 }));
    const hungry = numbers(planOf(factory, { 'network.switchPowerW': 6000 }));
    expect(hungry.racks).toBeLessThan(lean.racks);
    expect(hungry.perMw).toBeLessThan(lean.perMw);
    expect(hungry.cost).toBeGreaterThan(lean.cost);
    expect(numbers(
      planOf(factory, { 'network.switchPowerW': 6000, 'network.oversubscription': 3 }),
    ).racks).toBeGreaterThan(hungry.racks);
  });

  it.each([
    'clos', 'rail', 'rail-only', 'multi-plane', 'torus', 'dragonfly',
  ])('%s either is designed or says why not', (topology) => {
    const plan = planOf('b200-1mw', { 'network.topology': topology });
    expect(plan.stages.network.design !== null
      || plan.limits.some((l) => l.code === 'fabric-too-small')).toBe(true);
  });
});

describe('halls', () => {
  it('hold every rack in service once, each on a place of its own', () => {
    const { placement, specs } = planOf(factory).stages.halls;
    const places = new Set(placement?.placed.map((r) => `${r.hall}/${r.row}/${r.position}`));
    expect(places.size).toBe(specs.reduce((sum, s) => sum + s.racks, 0));
  });

  it('too few for the racks hold them to what fits, and say what is missing', () => {
    const plan = planOf(factory, { 'hall.halls': 1 });
    expect(headline(plan, 'racks')).toBeLessThan(headline(planOf(factory), 'racks'));
    expect(plan.limits)
      .toContainEqual(expect.objectContaining({ code: 'positions', broken: false }));
    // Both groups share the places by weight, as they share power.
    const [reasoning, chat] = plan.stages.groups.map((g) => g.racks);
    expect((reasoning ?? 0) / (chat ?? 1)).toBeCloseTo(0.6 / 0.4, 1);
    expect(plan.limits.filter((l) => l.broken)).toEqual([]);
    expect(plan.limits.find((l) => l.code === 'positions')?.nearestFix)
      .toMatch(/add \d+ positions/);
  });

  it('whose busways are too weak are over budget until the rating is raised', () => {
    const weak = planOf(factory, { 'hall.feedKw': 100, 'hall.halls': 2 });
    const limit = weak.limits.find((l) => l.code === 'feed');
    expect(limit?.nearestFix).toMatch(/raise the feed rating of hall H\d to/);
    expect(headline(planOf(factory, { 'hall.feedKw': 6000, 'hall.halls': 2 }), 'racks'))
      .toBe(headline(planOf(factory), 'racks'));
  });

  it('whose floor carries no rack hold none, and say what would', () => {
    const plan = planOf(factory, { 'hall.floorKgPerM2': 800 });
    expect(plan.stages.groups.map((g) => g.racks)).toEqual([0, 0]);
    expect(new Set(plan.limits.filter((l) => l.broken).map((l) => l.code)))
      .toContain('floor-load');
    expect(plan.limits.map((l) => l.code)).not.toContain('no-rack-fits');
  });

  it('too small for a rack are refused with the metres wanted', () => {
    expect(planOf(factory, { 'hall.widthM': 6, 'hall.coldAisleM': 6 }).limits).toContainEqual(
      expect.objectContaining({ code: 'hall-too-small', where: 'hall.widthM', broken: true }));
  });

  it('survive the loss of any UPS block whatever the scheme and the block', () => {
    fc.assert(fc.property(fc.constantFrom(
      'n+1', '2n', '3m2', '4m3', 'block', '2n+1',
    ), fc.integer({ min: 800, max: 4000 }), (redundancy, block) => {
      const { power } = planOf('hopper-to-blackwell',
        { 'power.redundancy': redundancy, 'power.upsBlockKw': block }).stages;
      expect(power?.check.worst.droppedKw).toBe(0);
      expect(power?.check.worst.busiestKw).toBeLessThanOrEqual(block * (1 + 1e-9));
    }), { numRuns: 20, seed: 3 });
  });
});

describe('racks that replace others', () => {
  it('are held to the same halls, whichever month is busiest', () => {
    const plan = planOf('hopper-to-blackwell', { 'hall.halls': 1, 'hall.widthM': 9 });
    const positions = plan.figures['facility.positions']?.value ?? 0;
    for (const group of plan.stages.groups)
      expect(group.racks, group.record.key).toBeLessThanOrEqual(positions);
  });
});

describe('a power cap', () => {
  it('that not even the lowest clock keeps is said', () => {
    expect(planOf(factory, { 'power.powerCap': 0.5, 'power.idleShare': 0.6 }).limits)
      .toContainEqual(expect.objectContaining({ code: 'cap-not-kept', broken: true }));
    expect(planOf(factory, { 'power.powerCap': 0.85 }).limits.filter(
      (l) => l.code === 'cap-not-kept',
    )).toEqual([]);
  });
});

describe('feeds', () => {
  it('carry less current at 800 V DC than at 415 V', () => {
    const amps = (feed: string): number =>
      planOf(factory, { 'power.rackFeed': feed }).figures['power.rackAmps']?.value ?? 0;
    // 142 kW / 800 V; sqrt(3) x 415 V x 0.99
    expect(amps('dc800')).toBeCloseTo(177.5, 6);
    expect(amps('ac415')).toBeCloseTo(142_000 / (Math.sqrt(3) * 415 * 0.99), 6);
  });
});

describe('availability', () => {
  it('falls with planned downtime and lies within its interval', () => {
    const group = (plan: Plan) => plan.stages.groups[0]?.delivery
      ?? { mean: 0, low: 0, high: 0 };
    const usual = group(planOf(factory));
    expect(group(planOf(factory, { 'resilience.plannedHours': 200 })).mean)
      .toBeLessThan(usual.mean);
    expect(usual.low).toBeLessThan(usual.mean);
    expect(usual.high).toBeGreaterThan(usual.mean);
  });
});

describe('an imported climate', () => {
  const year = parseWeather(epwOf());
  if (!year.ok) throw new Error(JSON.stringify(year.error));
  const values = climateValues(year.value, 'sample.epw');
  const over =
    Object.fromEntries(Object.entries(values).map(([key, value]) => [`climate.${key}`, value]));

  it('fits the fields it is kept in', () => {
    for (const [key, value] of Object.entries(values)) {
      const field = fieldOf('climate', key);
      expect(field === undefined ? key : checkValue(field, value, key))
        .toEqual({ ok: true, value });
    }
  });

  it.each([
    'dry', 'tower', 'chiller', 'air',
  ])('gives %s the PUE of its hours within a hundredth', (rejection) => {
    const plan = planOf(factory, { ...over, 'cooling.rejection': rejection });
    const params = facilityParams(plan.inputs, plan.stages.site,
      plan.stages.facility.liquidFraction);
    const hourly = params === null ? null
      : evaluateFacility({ ...params, hours: year.value.hours }, plan.stages.facility.itKw);
    expect(Math.abs(headline(plan, 'pueAnnual') - (hourly?.pueAnnual ?? 0))).toBeLessThan(0.01);
  });

  it('makes summer months draw more than winter ones', () => {
    // The last year runs from July 2031 to June 2032; its racks are all in service and
    // equally busy.
    const steady =
      [...(planOf(factory, over).series['lifecycle.facilityKw']?.values ?? [])].slice(-12);
    expect(steady.indexOf(Math.max(...steady))).toBeOneOf([0, 11]);
    expect(Math.max(...steady) / Math.min(...steady)).toBeGreaterThan(1.005);
  });

  it('keeps a mean day of every month', () => {
    const plan = planOf(factory, over);
    expect(meanDays(plan.inputs.climate.values)?.length).toBe(288);
    expect(meanDays(planOf(factory).inputs.climate.values)).toBeNull();
  });
});
