import { describe, expect, it } from 'vitest';
import { expectedErrorPct } from '../../../../shared/inference/expected-error.ts';
import { fittedConstants } from '../../../../shared/inference/fitted-constants.ts';
import { acceleratorOf, modelOf } from '../requests.ts';

describe('the error to expect', () => {
  const cell = fittedConstants.cells.find(({ family, backend }) =>
    family === 'hopper' && backend === 'vllm');
  if (cell === undefined) throw new Error('no cell');
  const own = Math.max(10, Math.round(cell.medianAbsPct * 1.5));
  const known = modelOf(cell.models[0] ?? '');
  const h200 = acceleratorOf(cell.accelerators[0] ?? '');
  const of = (
    over: Partial<
      { model: typeof known; accelerator: typeof h200; width: number; mode: 'agg' | 'disagg' }
    >,
  ) =>
    expectedErrorPct(over.model ?? known, over.accelerator ?? h200, 'vllm', over.width ?? 1,
      over.mode ?? 'agg');
  const stranger = { ...known, id: 'nobody-knows' };
  const other = { ...h200, id: 'nobody-has' };

  it('is half as much again as the median where all is known', () => {
    expect(of({})).toBe(own);
  });

  it('adds what is unknown in squares: a model, an accelerator, both', () => {
    expect(of({ model: stranger })).toBe(Math.round(Math.hypot(20, own / 2)));
    expect(of({ accelerator: other })).toBe(Math.round(Math.hypot(20, own / 2)));
    expect(of({ model: stranger, accelerator: other })).toBe(Math.round(Math.hypot(20, 20,
      own / 2)));
    expect(of({ model: stranger, accelerator: other, mode: 'disagg' }))
      .toBe(Math.round(Math.hypot(28, 31, own / 2)));
  });

  it('is 40 % for a family nobody measured or a wider instance, 25 % for another engine', () => {
    expect(expectedErrorPct(known, { ...h200, family: 'none' }, 'vllm', 1, 'agg')).toBe(40);
    expect(expectedErrorPct(known, { ...h200, family: 'rubin' }, 'vllm', 1, 'agg')).toBe(40);
    const widest = Math.max(...fittedConstants.cells.filter(({ family }) =>
      family === 'hopper').map((c) => c.widest));
    expect(of({ width: widest + 1 })).toBe(40);
    expect(of({ width: widest })).toBe(own);
  });
});
