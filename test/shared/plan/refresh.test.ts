import { describe, expect, it } from 'vitest';
import { generationsOf } from '../../../shared/plan/money/economics-params.ts';
import { planOf } from './support.ts';

describe('generations of racks', () => {
  it('begin with every book life within the horizon, and end with the racks', () => {
    expect(generationsOf({ startMonth: 7, retireMonth: null }, 60, 130)).toEqual([
      { ordinal: 0, startMonth: 7, retireMonth: 66 },
      { ordinal: 1, startMonth: 67, retireMonth: 126 },
      { ordinal: 2, startMonth: 127, retireMonth: null },
    ]);
    expect(generationsOf({ startMonth: 1, retireMonth: 80 }, 60, 120)).toEqual([
      { ordinal: 0, startMonth: 1, retireMonth: 60 },
      { ordinal: 1, startMonth: 61, retireMonth: 80 },
    ]);
    // A life that ends with the horizon, and racks that start after it.
    expect(generationsOf({ startMonth: 1, retireMonth: null }, 60, 60)).toHaveLength(1);
    expect(generationsOf({ startMonth: 90, retireMonth: null }, 60, 60)).toHaveLength(1);
  });
});

describe('a horizon beyond the book life of systems', () => {
  const long = { 'demand.horizonMonths': 120 };
  const refreshed = { ...long, 'rackGroup.main.refreshAtLife': true };
  const life = (plan: ReturnType<typeof planOf>) =>
    plan.limits.filter(({ code }) => code === 'beyond-book-life');

  it('is named, with replacement as a fix', () => {
    expect(life(planOf('b200-1mw', {}))).toEqual([]);
    expect(life(planOf('b200-1mw', long))).toMatchObject([{ limit: 60, value: 120,
      unit: 'month', broken: false,
      fix: [{ path: 'rackGroup.main.refreshAtLife', value: true }] }]);
    expect(life(planOf('b200-1mw', refreshed))).toEqual([]);
  });

  it('buys systems, storage and integration a second time when they are replaced', () => {
    const [kept, replaced] = [planOf('b200-1mw', long), planOf('b200-1mw', refreshed)];
    const classes = (plan: typeof kept, name: string): number =>
      plan.figures[`economics.capex.${name}`]?.value ?? Number.NaN;
    for (const name of ['accelerator', 'installation'])
      expect(classes(replaced, name) / classes(kept, name)).toBeCloseTo(2, 9);
    expect(classes(replaced, 'power')).toBe(classes(kept, 'power'));
    expect(replaced.stages.capex.find(({ key }) => key === 'systems.main.1'))
      .toMatchObject({ serviceMonth: 61 });
    expect(replaced.figures['headline.tokensTotalM']?.value)
      .toBe(kept.figures['headline.tokensTotalM']?.value);
  });
});
