import { describe, expect, it } from 'vitest';
import { plantPartKeys } from '../../../shared/facility/site/plant-parts.ts';
import { totalBill } from '../../../shared/network/bill.ts';
import { billOfSite } from '../../../shared/plan/figures/bill.ts';
import { headline, planOf } from './support.ts';

const factory = 'gb300-100mw';
const figure = (plan: ReturnType<typeof planOf>, key: string): number =>
  plan.figures[key]?.value ?? Number.NaN;
const schemes = ['n', 'n+1', '2n', '3m2', '4m3', 'block', '2n+1'] as const;
const plans = new Map(schemes.map((scheme) =>
  [scheme, planOf(factory, { 'power.redundancy': scheme })] as const));
const of = (scheme: typeof schemes[number]): ReturnType<typeof planOf> =>
  plans.get(scheme) ?? planOf(factory);
const blocksOut = (scheme: typeof schemes[number]): number =>
  of(scheme).stages.plant?.outages.causes.find(({ cause }) => cause === 'blocks')?.share
    ?? Number.NaN;

describe('redundancy', () => {
  it('costs what its parts cost', () => {
    const usd = (scheme: typeof schemes[number]): number =>
      figure(of(scheme), 'plant.partsUsd');
    const [n, two] = [of('n').stages.plant, of('2n').stages.plant];
    const dear = (key: string): number =>
      (two?.parts.find((part) => part.key === key)?.usd ?? 0)
        - (n?.parts.find((part) => part.key === key)?.usd ?? 0);
    const differences = plantPartKeys.reduce((sum, key) => sum + dear(key), 0);
    expect(usd('2n') - usd('n')).toBeCloseTo(differences, 3);
    // A block more for each block: the UPS alone is twice as dear.
    expect(dear('ups') / (n?.parts.find(({ key }) => key === 'ups')?.usd ?? 1))
      .toBeCloseTo(1, 1);
    expect(usd('n')).toBeLessThan(usd('n+1'));
    expect(usd('n+1')).toBeLessThan(usd('4m3'));
    expect(usd('4m3')).toBeLessThan(usd('3m2'));
    expect(usd('3m2')).toBeLessThan(usd('2n'));
    expect(usd('2n')).toBeLessThan(usd('2n+1'));
    // And is paid: investment differs by the parts with their contingency.
    expect(headline(of('2n'), 'capexUsd') - headline(of('n'), 'capexUsd'))
      .toBeCloseTo((usd('2n') - usd('n')) * 1.05, -3);
  });

  it('keeps the racks on by orders of magnitude', () => {
    expect(blocksOut('n') / blocksOut('2n')).toBeGreaterThan(50);
    for (const scheme of schemes.slice(1)) expect(blocksOut(scheme)).toBeLessThan(blocksOut('n') / 40);
    expect(figure(of('n'), 'plant.availability')).toBeLessThan(0.999);
    expect(figure(of('2n'), 'plant.availability')).toBeGreaterThan(0.9999);
  });

  it('is felt in the tokens', () => {
    expect(headline(of('n'), 'tokensTotalM') / headline(of('2n'), 'tokensTotalM'))
      .toBeLessThan(1);
    const delivered = (scheme: typeof schemes[number]): number =>
      of(scheme).stages.groups[0]?.delivery.mean ?? Number.NaN;
    expect(delivered('n') / delivered('2n')).toBeCloseTo(
      figure(of('n'), 'plant.availability') / figure(of('2n'), 'plant.availability'), 9);
  });

  it('says whether a block can be maintained while its racks run', () => {
    expect(schemes.map((scheme) => figure(of(scheme), 'plant.blocksSpared')))
      .toEqual([0, 1, 1, 1, 1, 1, 3]);
  });

  it('loads each UPS the less the more of them there are, and loses more in them', () => {
    expect(headline(of('2n'), 'pueAnnual')).toBeGreaterThan(headline(of('n'), 'pueAnnual'));
  });

  it('is helped by spare generators', () => {
    const utilityOut = (spares: number): number =>
      planOf(factory, { 'power.generatorSpares': spares }).stages.plant?.outages.causes
        .find(({ cause }) => cause === 'utility')?.share ?? Number.NaN;
    expect(utilityOut(3)).toBeLessThan(utilityOut(0));
  });
});

describe('the plant by its parts', () => {
  const templates = ['gb300-100mw', 'b200-1mw', 'neocloud-pod', 'liquid-20mw', 'four-tiers'];

  it.each(templates)('adds up to what surveys give per MW: %s', (template) => {
    const plan = planOf(template);
    expect(figure(plan, 'plant.usdPerMw')).toBeGreaterThan(9.3e6);
    expect(figure(plan, 'plant.usdPerMw')).toBeLessThan(15e6);
    expect(plan.warnings.map(({ code }) => code)).not.toContain('plant-price-unusual');
  });

  it('says when it adds up to another price', () => {
    const plan = planOf(factory, { 'plant.installShare': 5 });
    expect(plan.warnings.map(({ code }) => code)).toContain('plant-price-unusual');
  });

  it('says when a part arrives after the building is finished', () => {
    const codes = (months: number): readonly string[] =>
      planOf(factory, { 'capex.constructionMonths': months }).warnings.map(({ code }) => code);
    expect(codes(12)).toContain('lead-time-long');
    expect(codes(18)).not.toContain('lead-time-long');
  });

  it('stands in the bill with the sum the plan pays', () => {
    const { stages } = planOf(factory);
    const items = stages.capex.filter(({ key }) => key === 'power-cooling' || key === 'building')
      .reduce((sum, { amountUsd }) => sum + amountUsd, 0);
    const lines = billOfSite(stages);
    const from = lines.findIndex(({ item }) => item === 'building and site');
    expect(totalBill(lines.slice(from)).pricedUsd).toBeCloseTo(items, 0);
    expect(totalBill(lines).unpriced).toEqual([]);
  });

  it('leaves a plan priced by the survey as it was', () => {
    const plan = planOf(factory, { 'plant.pricing': 'survey' });
    expect(figure(plan, 'plant.usdPerMw')).toBeCloseTo(11.7e6 * 1.085, 3);
    const stated = planOf(factory, { 'resilience.facilityAvailability': 0.99982 });
    const [planned, building] = [stated.stages.groups[0]?.delivery.lost[0]?.share,
      stated.stages.groups[0]?.delivery.lost[1]?.share];
    expect(planned).toBe(0);
    expect(building).toBeCloseTo(1 - 0.99982, 12);
  });
});

describe('busways', () => {
  it('of a strong row lie side by side, and the plan says so', () => {
    // 40 racks of 142 kW on one busway at 415 V, four fifths loaded: about 10,000 A.
    const plan = planOf(factory);
    const wanted = figure(plan, 'power.buswayAmps');
    expect(wanted).toBeGreaterThan(6300);
    expect(figure(plan, 'power.buswaysPerFeed')).toBe(Math.ceil(wanted / 6300));
    expect(plan.warnings.map(({ code }) => code)).toContain('busway-too-strong');
    const short = planOf(factory, { 'hall.lengthM': 12 });
    expect(figure(short, 'power.buswaysPerFeed')).toBe(1);
    expect(short.warnings.map(({ code }) => code)).not.toContain('busway-too-strong');
  });
});
