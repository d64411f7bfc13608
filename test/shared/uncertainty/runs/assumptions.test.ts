import { describe, expect, test } from 'vitest';
import { templates } from '../../../../shared/project/templates.ts';
import { usualAssumptions } from '../../../../shared/uncertainty/assumptions/assumptions.ts';
import { sigmaOfError } from '../../../../shared/uncertainty/assumptions/laws.ts';
import { checkDistribution } from '../../../../shared/uncertainty/distributions/distribution.ts';
import { moments } from '../../../../shared/uncertainty/distributions/law.ts';
import { planOf, worldOf } from './support.ts';

describe.each(templates.map(({ id }) => id))('what is uncertain of %s', (id) => {
  const { inputs, correlations } = usualAssumptions(planOf(worldOf(id)));
  const on = inputs.filter((input) => input.on);

  test('is at least 25 inputs, each with a law, a source and a name of its own', () => {
    expect(on.length).toBeGreaterThanOrEqual(25);
    expect(new Set(inputs.map((input) => input.id)).size).toBe(inputs.length);
    for (const { id: name, distribution, source, targets } of inputs) {
      expect(checkDistribution(distribution).ok, name).toBe(true);
      expect(source, name).not.toBe('');
      expect(targets.length, name).toBeGreaterThan(0);
    }
  });

  test('leaves what the planner decides switched off', () => {
    const names = on.map((input) => input.id);
    for (const decided of ['site.utilityMw', 'finance.discountRate', 'demand.horizonMonths'])
      expect(names).not.toContain(decided);
  });

  test('correlates inputs that are there', () => {
    const known = new Set(inputs.map((input) => input.id));
    for (const { a, b, value } of correlations) {
      expect(known.has(a) && known.has(b)).toBe(true);
      expect(Math.abs(value)).toBeLessThanOrEqual(1);
    }
  });
});

describe('the serving model’s error', () => {
  const plan = planOf(worldOf('gb300-100mw'));
  const varianceOf = (share: number): number => {
    const { inputs } = usualAssumptions(plan, { commonError: share });
    const parts = inputs.filter(({ group, targets }) => group === 'throughput'
      && targets.some(({ path }) => path === 'rackGroup.chat.throughputFactor'));
    return parts.reduce((sum, { distribution: law }) =>
      sum + Math.log(1 + ((moments(law).sd ?? 0) / (moments(law).mean ?? 1)) ** 2), 0);
  };

  test('keeps the variance stated however much of it is shared', () => {
    const error = plan.stages.groups.find(({ record }) => record.key === 'chat')?.point
      ?.expectedErrorPct ?? NaN;
    for (const share of [0, 0.3, 0.5, 1])
      expect(varianceOf(share)).toBeCloseTo(sigmaOfError(error) ** 2, 10);
  });

  test('has four of five cases within what is stated', () => {
    // z(0.9) = 1.2815515655 (any normal table): ln 1.3 = 0.2623642645
    expect(sigmaOfError(30)).toBeCloseTo(0.2623642645 / 1.2815515655, 9);
  });
});
