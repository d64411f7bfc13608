import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../../../shared/project/field.ts';
import { evidenceEffects, shareOf } from '../../../shared/uncertainty/evidence-share.ts';
import { losingInputs, rankAll, topInputs } from '../../../shared/uncertainty/ranking.ts';
import type { Move } from '../../../shared/uncertainty/world.ts';
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

describe('an input that takes a figure away', () => {
  const whole = movableOf(worldOf('b200-1mw'));
  const npv = whole.plan.figures['headline.npvUsd']?.value ?? NaN;
  const [still, oneSided, both, small] = whole.inputs.filter(({ low, high }) => low < high);
  if (still === undefined || oneSided === undefined || both === undefined || small === undefined)
    throw new Error('too few inputs');
  /** One input moves nothing, one loses NPV at its low end, one at both, one moves by 10. */
  const movable = { ...whole, inputs: [still, oneSided, both, small],
    figuresAfter: (moves: readonly Move[]) => (key: string): number | null =>
      (key !== 'headline.npvUsd' ? null
        : moves.some(({ input, end }) => input === both || (input === oneSided && end === 'low'))
          ? null
          : npv + moves.reduce((sum, { input, end }) => sum
            + (input === oneSided ? 50 : input === small ? (end === 'low' ? -10 : 10) : 0), 0)) };
  const ranked = rankAll(movable, ['headline.npvUsd', 'no.such']);

  it('is listed with the ends, and ranks by the change that is known', () => {
    expect(ranked.map(({ input }) => input)).toEqual([oneSided, both, small]);
    expect(ranked.map(({ effects: [effect] }) => effect?.change)).toEqual([50, null, 10]);
    expect(topInputs(ranked, 0, 9).map(({ input }) => input)).toEqual([oneSided, small]);
    expect(losingInputs(ranked, 0)).toEqual([{ input: oneSided, ends: ['low'] },
      { input: both, ends: ['low', 'high'] }]);
  });

  it('is none of a figure that the plan does not have', () => {
    expect(ranked.map(({ effects }) => effects[1])).toEqual(ranked.map(() =>
      ({ low: null, high: null, change: null, lostAt: [] })));
    expect([topInputs(ranked, 1, 9), losingInputs(ranked, 1)]).toEqual([[], []]);
  });

  it('does not move towards the end where there is no figure', () => {
    const [effects = null] = evidenceEffects(movable, ranked, ['headline.npvUsd']);
    const moved = (evidence: string) =>
      effects?.effects.find((each) => each.evidence === evidence);
    const up = moved(oneSided.evidence);
    expect([up?.least, up?.most]).toEqual(
      small.evidence === oneSided.evidence ? [npv - 10, npv + 60] : [npv, npv + 50]);
  });

  it('leaves every share unknown when its class alone leaves no plan', () => {
    const alone = { ...movable, figuresAfter: (moves: readonly Move[]) => (): number | null =>
      (moves.length > 0 && moves.every(({ input }) => input.evidence === small.evidence)
        ? null : npv) };
    const [effects = null] = evidenceEffects(alone, ranked, ['headline.npvUsd']);
    expect(effects?.effects.find(({ evidence }) => evidence === small.evidence)?.change)
      .toBeNull();
    expect(effects?.effects.map(({ share }) => share)).toEqual(evidenceClasses.map(() => null));
    expect(shareOf(effects)).toBeNull();
  });
});
