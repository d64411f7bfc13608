import { describe, expect, it } from 'vitest';
import { expectedErrorPct, type Predicted } from '../../../../shared/inference/expected-error.ts';
import { fittedConstants } from '../../../../shared/inference/fitted-constants.ts';
import { acceleratorOf } from '../requests.ts';

describe('the error to expect', () => {
  const { errors, cells } = fittedConstants;
  const cell = cells.find(({ family, backend }) => family === 'hopper' && backend === 'vllm');
  if (cell === undefined) throw new Error('no cell');
  const base: Predicted = { model: { id: 'gpt-oss-120b' }, accelerator: acceleratorOf('h200_sxm'),
    backend: 'vllm', precision: 'fp4', mode: 'agg', width: 1 };
  const of = (changes: Partial<Predicted>): number => expectedErrorPct({ ...base, ...changes });
  const own = errors.cells['gpt-oss-120b|hopper|vllm|fp4|agg'] ?? 0;
  const pair = errors.pairs['hopper|vllm|agg'] ?? 0;
  const model = { id: 'nobody-knows' };
  const accelerator = { ...base.accelerator, id: 'nobody-has' };

  it('is that of its cell where all is known, of its pair at another precision', () => {
    expect(own).toBeGreaterThan(0);
    expect(of({})).toBe(Math.round(own));
    expect(Object.keys(errors.cells)).not.toContain('gpt-oss-120b|hopper|vllm|bf16|agg');
    expect(of({ precision: 'bf16' })).toBe(Math.round(pair));
  });

  it('is at least what leaving out gave: a model, an accelerator, both', () => {
    const { newModel, newAccelerator } = errors;
    expect(of({ model })).toBe(Math.round(Math.max(newModel.agg, pair)));
    expect(of({ accelerator })).toBe(Math.round(Math.max(newAccelerator.agg, own)));
    expect(of({ model, accelerator }))
      .toBe(Math.round(Math.max(newModel.agg, newAccelerator.agg, pair)));
    expect(of({ model, accelerator, mode: 'disagg' }))
      .toBe(Math.round(Math.max(newModel.disagg, newAccelerator.disagg, errors.modes.disagg)));
  });

  it('is 40 % for a family nobody measured, at least 25 % for another engine', () => {
    expect(of({ accelerator: { ...accelerator, family: 'none' } })).toBe(40);
    expect(of({ accelerator: { ...accelerator, family: 'rubin' } })).toBe(40);
    const { newModel, newAccelerator } = errors;
    expect(of({ backend: 'atom' }))
      .toBe(Math.round(Math.max(25, newModel.agg, newAccelerator.agg, errors.modes.agg)));
  });

  it('adds 30 % in squares for an instance wider than any measured of its family', () => {
    const widest = Math.max(...cells.filter(({ family }) => family === 'hopper')
      .map((one) => one.widest));
    expect(of({ width: widest + 1 })).toBe(Math.round(Math.hypot(own, 30)));
    expect(of({ width: widest })).toBe(Math.round(own));
  });
});
