import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../../../shared/project/field.ts';
import { evidenceEffects, shareOf } from '../../../shared/uncertainty/evidence-share.ts';
import { rankAll, topInputs } from '../../../shared/uncertainty/ranking.ts';
import { evidenceClasses } from '../../../shared/units/provenance.ts';
import { movableOf, worldOf } from './support.ts';

const figures = ['headline.npvUsd', 'headline.costPerMTokUsd'];
const uncertainty = (share: number): Readonly<Record<string, number>> =>
  Object.fromEntries(evidenceClasses.map((name) => [
    `project.uncertainty${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`, share,
  ]));

/** Effects on NPV and unit cost of the pod with values laid over it. */
function effectsOf(over: Readonly<Record<string, FieldValue>> = {}) {
  const movable = movableOf(worldOf('b200-1mw', over));
  return evidenceEffects(movable, rankAll(movable, figures), figures);
}

const usual = effectsOf();

describe('what a figure owes to each class of evidence', () => {
  it.each(figures)('adds up to one for %s', (figure) => {
    const share = shareOf(usual[figures.indexOf(figure)] ?? null);
    expect(Object.values(share ?? {}).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(share?.assumed).toBeGreaterThan(0);
  });

  it('holds the catalogue to account, not only the fields', () => {
    const vendor = usual[1]?.effects.find(({ evidence }) => evidence === 'vendor');
    expect(vendor?.change).toBeGreaterThan(0); // power and price of the system, from its maker
  });

  it('gives a class without uncertainty no share', () => {
    const still = effectsOf({ 'project.uncertaintyUser': 0 });
    expect(still.map((each) => shareOf(each)?.user)).toEqual([0, 0]);
  });

  it('grows with the uncertainty of a class', () => {
    const changes = [
      0.05, 0.1, 0.2, 0.3,
    ].map((share) => effectsOf({ 'project.uncertaintyAssumed': share })
      .map((each) =>
        each?.effects.find(({ evidence }) => evidence === 'assumed')?.change ?? 0));
    for (const [at, change] of changes.entries()) {
      for (const [figure, value] of change.entries())
        expect(value).toBeGreaterThan(changes[at - 1]?.[figure] ?? 0);
    }
  });

  it('moves weight from assumed to decided when somebody vouches for the discount rate', () => {
    const before = shareOf(effectsOf(uncertainty(0.1))[0] ?? null);
    const after =
      shareOf(effectsOf({ ...uncertainty(0.1), 'finance.discountRate': 0.101 })[0] ?? null);
    expect(after?.user ?? 0).toBeGreaterThan(before?.user ?? 1);
    expect(after?.assumed ?? 1).toBeLessThan(before?.assumed ?? 0);
  });

  it('has no answer where the figure is absent', () => {
    const [npv, cost] = effectsOf({ 'rackGroup.system': 'dgx_b300' });
    expect([npv, cost]).toEqual([null, null]);
  });
});

describe('the ranking of inputs', () => {
  const movable = movableOf(worldOf('b200-1mw'));
  const ranked = rankAll(movable, figures);

  it('lists the largest effects first, none of nothing', () => {
    const changes = topInputs(ranked, 0, 20).map(({ effects }) => effects[0]?.change ?? 0);
    expect(changes).toHaveLength(20);
    expect(changes).toEqual(changes.toSorted((a, b) => b - a));
    expect(Math.min(...changes)).toBeGreaterThan(0);
  });

  it('moves fields, catalogue figures and serving points alike', () => {
    expect(new Set(topInputs(ranked, 0, 20).map(({ input }) => input.kind)))
      .toEqual(new Set(['field', 'catalog', 'serving']));
  });

  it('is one-sided where throughput rises: the unit cost falls', () => {
    const [serving] = ranked.filter(({ input }) => input.kind === 'serving');
    const cost = serving?.effects[1];
    expect(cost?.high ?? Infinity).toBeLessThan(cost?.low ?? 0);
  });
});
