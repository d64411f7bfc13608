import { describe, expect, test } from 'vitest';
import { templates } from '../../../../shared/project/templates.ts';
import {
  switchInputs, usualAssumptions,
} from '../../../../shared/uncertainty/assumptions/assumptions.ts';
import { usualFigures } from '../../../../shared/uncertainty/runs/types.ts';
import { bytesOf, complete, planOf, runOf, worldOf } from './support.ts';

const factory = worldOf('gb300-100mw');
const pod = worldOf('b200-1mw');

describe('a run of draws', () => {
  test('with every switch off equals the plan in every figure', () => {
    const plan = planOf(factory);
    const off = switchInputs(usualAssumptions(plan), () => false);
    const run = complete(runOf(factory, { draws: 10 }, off));
    for (const key of usualFigures) {
      const value = plan.figures[key]?.value ?? NaN;
      expect([...run.columns.column(key)], key).toEqual(Array(10).fill(value));
    }
  });

  test.each(templates.map(({ id }) => id))(
    'of %s gives draws whose documents have the very same figures', (id) => {
      const world = worldOf(id);
      const run = complete(runOf(world, { draws: 3, seed: 5 }));
      for (let draw = 0; draw < 3; draw++) {
        const document = run.document(draw);
        if (!document.ok) throw new Error(JSON.stringify(document.error));
        const { figures } = planOf(world, document.value);
        for (const key of usualFigures) {
          const [drawn, planned] = [run.columns.column(key)[draw], figures[key]?.value ?? NaN];
          expect(drawn, `${key} of draw ${draw}`).toBe(planned);
        }
      }
    });

  test('has the mean of a figure that is linear in one input at the input’s mean', () => {
    const draws = 64;
    const only = switchInputs(usualAssumptions(planOf(pod)),
      ({ id }) => id === 'opex.staffUsdPerMwYear');
    const run = complete(runOf(pod, { draws, method: 'random' }, only));
    const { mean, standardErrors } = run.summary().figures['headline.npvUsd'] ?? {};
    // Triangular with its mode in the middle: the mean is the plan's own value.
    const planned = planOf(pod).figures['headline.npvUsd']?.value ?? NaN;
    expect(standardErrors?.mean).toBeGreaterThan(0);
    expect(Math.abs((mean ?? NaN) - planned)).toBeLessThan(4 * (standardErrors?.mean ?? NaN));
  });

  test('gives the same bytes from the same seed, in steps, in parts and out of order', () => {
    const whole = complete(runOf(pod, { draws: 21 }));
    const stepped = runOf(pod, { draws: 21 });
    while (stepped.step(4).done < 21);
    const parts = runOf(pod, { draws: 21 });
    const elsewhere = runOf(pod, { draws: 21 }).evaluator;
    for (const at of [6, 2, 0, 5, 1, 4, 3]) parts.take(elsewhere.evaluate(at * 3, at * 3 + 3));
    expect(bytesOf(stepped)).toEqual(bytesOf(whole));
    expect(bytesOf(parts)).toEqual(bytesOf(whole));
    expect(parts.summary()).toEqual(whole.summary());
    expect(bytesOf(complete(runOf(pod, { draws: 21, seed: 2 })))).not.toEqual(bytesOf(whole));
  });

  test('takes draws once, says which are missing, and stays readable when it stops', () => {
    const run = runOf(pod, { draws: 20 });
    const block = run.evaluator.evaluate(5, 10);
    run.take(block);
    expect(run.take(block)).toEqual({ done: 5, total: 20 });
    expect(run.columns.missing()).toEqual([[0, 5], [10, 20]]);
    expect(run.summary().figures['headline.npvUsd']?.n).toBe(5);
    expect(() => run.take({ ...block, from: 18, to: 23 })).toThrow('draws 18 to 23');
  });

  test('counts draws that cannot be built by cause, and figures that are absent', () => {
    const usual = usualAssumptions(planOf(pod));
    const risky = { ...usual, inputs: [{ id: 'promise', group: 'choices', unit: 'tok/s/user',
      label: 'Least speed', base: 165, basis: 'assumed', source: 'test', on: true,
      distribution: { type: 'discrete', values: [165, 2000], probabilities: [0.5, 0.5] },
      targets: [{ path: 'traffic.chat.minTokPerSecPerUser', from: 165,
        effect: { does: 'set' } }] } as const] };
    const { infeasible, probabilities, figures, absent } =
      complete(runOf(pod, { draws: 8, method: 'lhs' }, risky)).summary();
    expect(infeasible).toEqual([{ cause: 'no-point-meets-limits rackGroup.main', draws: 4 }]);
    expect(probabilities.infeasible?.value).toBe(0.5);
    expect(figures['headline.npvUsd']).toMatchObject({ n: 4, absent: 4 });
    expect(absent).toContainEqual(
      { figure: 'headline.npvUsd', code: 'not-buildable', draws: 4 });
  });
});
