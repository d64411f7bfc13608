import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import type { MeasuredPoint } from '../../../../shared/catalog/types.ts';
import type { Outcome } from '../../../../shared/inference/calibration/cross-validation.ts';
import { coverageOf, stateErrors, statedError, unknownAmong,
  type StatedErrors } from '../../../../shared/inference/calibration/error-cells.ts';
import { findSample } from '../../../../shared/inference/calibration/sample.ts';
import { measuredOf } from '../measured-points.ts';

function outcome(throughputRatio: number, changes: Partial<MeasuredPoint> = {}): Outcome {
  const sample = findSample(measuredOf(changes), builtInCatalog);
  if (!sample.ok) throw new Error(sample.error.what);
  return { sample: sample.value, throughputRatio, tpotRatio: null, ttftRatio: null };
}

const key = 'llama-3.1-70b|hopper|vllm|fp8|agg';
const other = 'llama-3.1-8b|hopper|vllm|fp8|agg';
/** Six rows that miss by 0 to 50 %, either way; four of another model that miss by nothing. */
const wide = [1, 1.1, 0.8, 1.3, 0.6, 1.5].map((ratio) => outcome(ratio));
const sharp = [1, 1, 1, 1].map((ratio) => outcome(ratio, { modelId: 'llama-3.1-8b' }));

describe('errors to state', () => {
  const errors = stateErrors([...wide, ...sharp], wide, sharp);

  it('hold four of five rows, of a mode without rows those of the other', () => {
    // Ten misses, five of them none: place 7.2, between 30 and 40.
    expect(errors.modes.agg).toBeCloseTo(32, 9);
    expect(errors.modes.disagg).toBeCloseTo(32, 9);
    expect(errors.newModel.agg).toBeCloseTo(40, 9);
    // Of what misses by nothing four of five lie within any error: the least is stated.
    expect(errors.newAccelerator).toEqual({ agg: 5, disagg: 5 });
  });

  it('are drawn towards the pair as by twelve rows, and the pair towards its mode', () => {
    expect(errors.pairs['hopper|vllm|agg']).toBeCloseTo(32, 9);
    expect(errors.cells[key]).toBeCloseTo((40 * 6 + 32 * 12) / 18, 9);
    expect(errors.cells[other]).toBeCloseTo((32 * 12) / 16, 9);
    expect(Object.keys(errors.cells).sort()).toEqual([key, other]);
  });

  it('are never less than repeats of one submitter differ by', () => {
    const none = stateErrors(sharp, [], []);
    expect(none.cells[other]).toBe(5);
    expect(none.newModel).toEqual({ agg: 5, disagg: 5 });
  });
});

describe('the error stated for a prediction', () => {
  const errors: StatedErrors = { cells: { [key]: 8 }, pairs: { 'hopper|vllm|agg': 12 },
    modes: { agg: 15, disagg: 30 }, newModel: { agg: 20, disagg: 40 },
    newAccelerator: { agg: 10, disagg: 30 } };
  const cell = { modelId: 'llama-3.1-70b', family: 'hopper', backend: 'vllm', precision: 'fp8',
    mode: 'agg' as const };
  const known = { model: false, accelerator: false };

  it('is that of its cell, else of its pair, else of its mode', () => {
    expect(statedError(errors, cell, known)).toBe(8);
    expect(statedError(errors, { ...cell, precision: 'bf16' }, known)).toBe(12);
    expect(statedError(errors, { ...cell, backend: 'sglang' }, known)).toBe(15);
    expect(statedError(errors, { ...cell, mode: 'disagg' }, known)).toBe(30);
  });

  it('is at least what leaving out gave, and for both the larger', () => {
    expect(statedError(errors, cell, { ...known, model: true })).toBe(20);
    expect(statedError({ ...errors, pairs: { 'hopper|vllm|agg': 25 } }, cell,
      { ...known, model: true })).toBe(25);
    expect(statedError(errors, cell, { ...known, accelerator: true })).toBe(10);
    expect(statedError({ ...errors, cells: { [key]: 14 } }, cell,
      { ...known, accelerator: true })).toBe(14);
    expect(statedError(errors, { ...cell, mode: 'disagg' }, { model: true, accelerator: true }))
      .toBe(40);
  });

  it('covers rows that lie within it', () => {
    expect(coverageOf(errors, [1.079, 0.93, 1.09, 0.9].map((ratio) => outcome(ratio)), () => known))
      .toBe(0.5);
    expect(coverageOf(errors, [1.199, 1.21].map((ratio) => outcome(ratio)),
      () => ({ ...known, model: true }))).toBe(0.5);
    expect(coverageOf(errors, [], () => known)).toBeNull();
  });
});

describe('what rows do not share with a prediction', () => {
  const [row, elsewhere] = [outcome(1).sample, outcome(1, { modelId: 'llama-3.1-8b' }).sample];

  it('is asked of the rows of its family, engine and mode', () => {
    expect(unknownAmong([row])(row)).toEqual({ model: false, accelerator: false });
    expect(unknownAmong([row])(elsewhere)).toEqual({ model: true, accelerator: false });
    expect(unknownAmong([])(row)).toEqual({ model: true, accelerator: true });
    const other = outcome(1, { framework: 'sglang' }).sample;
    expect(unknownAmong([other])(row)).toEqual({ model: true, accelerator: true });
  });
});

describe('what leaving out says at least', () => {
  it('counts rows that lie within their own error as held', () => {
    // The rows state 40 for their own: misses of none and 30 lie within it, and of the three
    // beyond two more make four of five.
    const rows = [1, 1.3, 1.45, 1.6, 1.8].map((ratio) => outcome(ratio));
    expect(stateErrors(wide, [], rows).newAccelerator.agg).toBeCloseTo(60, 9);
  });
});
