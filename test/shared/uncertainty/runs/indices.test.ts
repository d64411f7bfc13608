import { describe, expect, it } from 'vitest';
import type { Assumptions, UncertainInput } from '../../../../shared/uncertainty/assumptions/types.ts';
import { createColumns } from '../../../../shared/uncertainty/runs/columns.ts';
import type { Evaluator } from '../../../../shared/uncertainty/runs/evaluator.ts';
import { shapleyOf, sobolOf } from '../../../../shared/uncertainty/runs/indices.ts';
import { pointsOf } from '../../../../shared/uncertainty/runs/points.ts';
import { runThrough } from '../../../../shared/search/plans/sweep.ts';

const input = (id: string): UncertainInput => ({ id, group: 'other', label: id, unit: 'ratio',
  base: 0.5, distribution: { type: 'uniform', min: 0, max: 1 }, basis: 'assumed', source: '',
  on: true, targets: [] }) as unknown as UncertainInput;
const three: Assumptions = { inputs: ['a', 'b', 'c'].map(input), correlations: [] };
const options = { draws: 2048, seed: 5, method: 'sobol' as const, figures: ['f'] };

/** A model of three numbers in place of a plan. */
function evaluatorOf(
  model: (a: number, b: number, c: number) => number, assumptions = three,
): Evaluator {
  const points = pointsOf(assumptions, options);
  const at = (values: Float64Array): Float64Array =>
    Float64Array.of(model(values[0] ?? NaN, values[1] ?? NaN, values[2] ?? NaN));
  const drawn = new Float64Array(3);
  return { points, moved: [], at, evaluate: (from, to) => ({ from, to, infeasible: [],
    absent: [], values: Float64Array.from({ length: to - from }, (_, k) => {
      points.fill(from + k, drawn);
      return at(drawn)[0] ?? NaN;
    }) }) };
}
const asked = { count: 1024, seed: 5 };

describe('Sobol indices of whole plans', () => {
  it('are the shares of variance of a sum, 9 to 4 to 0', () => {
    const found = runThrough(sobolOf(evaluatorOf((a, b) => 3 * a + 2 * b), three, 0, asked));
    if (typeof found === 'string') throw new Error(found);
    expect(found.map((row) => row.input.id)).toEqual(['a', 'b', 'c']);
    for (const [row, share] of [[found[0], 9 / 13], [found[1], 4 / 13], [found[2], 0]] as const) {
      expect(row?.first.value).toBeCloseTo(share, 1);
      expect(row?.total.value).toBeCloseTo(share, 1);
    }
  });

  it('tell what acts only together: a product of two around nought', () => {
    const found = runThrough(sobolOf(
      evaluatorOf((a, b) => (a - 0.5) * (b - 0.5)), three, 0, asked));
    if (typeof found === 'string') throw new Error(found);
    expect(Math.abs(found[0]?.first.value ?? NaN)).toBeLessThan(0.05);
    expect(found[0]?.total.value).toBeCloseTo(1, 1);
  });

  it('are not given of what some draws lack, nor of what never varies', () => {
    expect(runThrough(sobolOf(evaluatorOf((a) => (a > 0.9 ? NaN : a)), three, 0, asked)))
      .toBe('absent-in-some');
    expect(runThrough(sobolOf(evaluatorOf(() => 7), three, 0, asked))).toBe('constant');
  });
});

describe('Shapley effects of the draws of a run', () => {
  const effects = (model: (a: number, b: number, c: number) => number, assumptions = three) => {
    const evaluator = evaluatorOf(model, assumptions);
    const columns = createColumns(['f'], options.draws);
    columns.add(evaluator.evaluate(0, options.draws));
    return runThrough(shapleyOf(evaluator.points, columns, assumptions, 'f', 5));
  };

  it('add up to what they explain', () => {
    const found = effects((a, b) => 3 * a + 2 * b);
    if (typeof found === 'string') throw new Error(found);
    expect(found.explained).toBeCloseTo(1, 2);
    expect(found.rows.map(({ share }) => share).reduce((a, b) => a + b, 0))
      .toBeCloseTo(found.explained, 9);
    expect(found.rows[0]?.share).toBeCloseTo(9 / 13, 2);
  });

  it('give an input that only follows another a part of what they share', () => {
    const found = effects((a) => a,
      { ...three, correlations: [{ a: 'a', b: 'b', value: 0.9 }] });
    if (typeof found === 'string') throw new Error(found);
    const share = (id: string): number =>
      found.rows.find((row) => row.input.id === id)?.share ?? NaN;
    expect(share('a')).toBeGreaterThan(share('b'));
    expect(share('b')).toBeGreaterThan(0.2);
    expect(share('c')).toBeLessThan(0.02);
  });

  it('are none of what never varies', () => {
    expect(effects(() => 3)).toBe('constant');
  });
});
