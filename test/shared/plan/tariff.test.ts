import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../../../shared/project/field.ts';
import { electricityPrices } from '../../../shared/uncertainty/assumptions/prices.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { headline, planOf } from './support.ts';

const grid = (of: (month: number, hour: number) => number): readonly (readonly number[])[] =>
  Array.from({ length: 12 }, (_, month) =>
    Array.from({ length: 24 }, (__, hour) => of(month, hour)));

const withTariff = (schedule: object | string,
  over: Readonly<Record<string, FieldValue>> = {}): Plan => planOf('b200-1mw', {
  'tariff.billing': 'schedule', 'tariff.name': 'LP, Acme',
  'tariff.schedule': typeof schedule === 'string' ? schedule : JSON.stringify(schedule),
  ...over });
const monthly = ({ series }: Plan, key: string): readonly number[] =>
  [...series[`statement.opex.${key}`]?.values ?? []].map((usd) => (usd === 0 ? 0 : -usd));
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('a plan billed by a tariff’s schedule', () => {
  it('costs what one price and one demand charge cost where the schedule says just that', () => {
    const flat = { energyratestructure: [[{ rate: 0.07 }]],
      flatdemandstructure: [[{ rate: 12 }]] };
    const one = planOf('b200-1mw', { 'site.electricityUsdPerKwh': 0.07,
      'site.demandUsdPerKwMonth': 12, 'site.minimumTake': 0.5 });
    const scheduled = withTariff(flat, { 'site.minimumTake': 0.5 });
    for (const [key, own] of [['scheduled-energy', 'electricity'],
      ['scheduled-demand', 'demand-charge']] as const) {
      const [mine, theirs] = [monthly(scheduled, key), monthly(one, own)];
      expect(sum(theirs)).toBeGreaterThan(1000);
      mine.forEach((usd, at) => expect(usd).toBeCloseTo(theirs[at] ?? NaN, 6));
    }
    expect(headline(scheduled, 'npvUsd') / headline(one, 'npvUsd')).toBeCloseTo(1, 9);
  });

  it('pays more in dear months, and a fixed charge while something runs', () => {
    const seasons = { energyratestructure: [[{ rate: 0.05 }], [{ rate: 0.2 }]],
      energyweekdayschedule: grid((month) => (month >= 5 && month < 9 ? 1 : 0)),
      fixedchargefirstmeter: 500 };
    const plan = withTariff(seasons, { 'site.electricityEscalation': 0,
      'project.startMonth': '2027-01' });
    const { total, firstMonth } = plan.stages.lifecycle;
    const energy = monthly(plan, 'scheduled-energy').slice(-total.energyKwh.length);
    const fixed = monthly(plan, 'scheduled-fixed').slice(-total.energyKwh.length);
    const [july, january] = [7 - firstMonth, 13 - firstMonth];
    expect(energy[july]).toBeCloseTo((total.energyKwh[july] ?? 0) * 0.2, 6);
    expect(energy[january]).toBeCloseTo((total.energyKwh[january] ?? 0) * 0.05, 6);
    expect(fixed[july]).toBe(500);
    expect(total.energyKwh[july]).toBeGreaterThan(0);
  });

  it('lets warm afternoons count: the plant draws more in them', () => {
    const noon = { energyratestructure: [[{ rate: 0 }], [{ rate: 1 }]],
      energyweekdayschedule: grid((_, hour) => (hour >= 12 && hour < 18 ? 1 : 0)) };
    const steady = { 'demand.peakToAverage': 1, 'site.electricityEscalation': 0 };
    const plan = withTariff(noon, steady);
    const energy = monthly(plan, 'scheduled-energy').slice(-plan.stages.lifecycle.length);
    const kwh = plan.stages.lifecycle.total.energyKwh;
    const at = energy.length - 1;
    // A quarter of the hours, and a little more than a quarter of the energy.
    expect((energy[at] ?? 0) / (kwh[at] ?? 1)).toBeGreaterThan(0.25);
    expect((energy[at] ?? 0) / (kwh[at] ?? 1)).toBeLessThan(0.3);
  });

  it('names the tariff in the statement, and rests on its schedule', () => {
    const plan = withTariff({ energyratestructure: [[{ rate: 0.07 }]] });
    const { series } = plan;
    expect(series['statement.opex.scheduled-energy']?.label).toBe('Electricity, LP, Acme');
    expect(series['statement.opex.scheduled-energy']?.inputs)
      .toContainEqual(expect.objectContaining({ path: 'tariff.schedule' }));
  });

  it('bills anew when the schedule or its level changes, and nothing else', () => {
    const at = (rate: number, level = 1): number => sum(monthly(withTariff(
      { energyratestructure: [[{ rate }]] }, { 'tariff.energyLevel': level }),
    'scheduled-energy'));
    const first = at(0.05);
    expect(first).toBeGreaterThan(1000);
    expect(at(0.1) / first).toBeCloseTo(2, 9);
    expect(at(0.05, 3) / first).toBeCloseTo(3, 9);
  });

  it('is uncertain by the level of its prices, not by the site’s one price', () => {
    const plan = withTariff({ energyratestructure: [[{ rate: 0.07 }]] });
    expect(electricityPrices(plan).map(({ id, base }) => [id, base])).toEqual([
      ['tariff.energyLevel', 1], ['site.electricityEscalation', 0.025]]);
    expect(electricityPrices(planOf('b200-1mw')).map(({ id }) => id)).toEqual([
      'site.electricityUsdPerKwh', 'site.electricityEscalation']);
  });

  it('keeps the site’s charge for what the tariff does not price', () => {
    const plan = withTariff({ flatdemandstructure: [[{ rate: 12 }]] });
    const one = planOf('b200-1mw');
    expect(sum(monthly(plan, 'electricity'))).toBeCloseTo(sum(monthly(one, 'electricity')), 6);
    expect(sum(monthly(plan, 'scheduled-demand'))).toBeGreaterThan(0);
  });

  it('has no money while the schedule cannot be read, and says why', () => {
    for (const [text, why] of [['{"energyratestructure": 5}', /list of periods/u],
      ['', /no schedule was read/u], ['nonsense', /cannot be read/u]] as const) {
      const { stages } = withTariff(text);
      expect(stages.economics).toBeNull();
      expect(stages.limits.find(({ code }) => code === 'tariff-unread')?.nearestFix)
        .toMatch(why);
    }
  });
});
