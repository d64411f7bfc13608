import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import type { MeasuredPoint } from '../../../../shared/catalog/types.ts';
import type { Outcome } from '../../../../shared/inference/calibration/cross-validation.ts';
import { findSample } from '../../../../shared/inference/calibration/sample.ts';
import {
  rangeTtft, ttftCoverage, ttftRange,
} from '../../../../shared/inference/calibration/ttft-range.ts';
import { measuredOf } from '../measured-points.ts';

/** A row whose first token came after this many times the predicted time. */
function row(factor: number | null, changes: Partial<MeasuredPoint> = {}): Outcome {
  const sample = findSample(measuredOf(changes), builtInCatalog);
  if (!sample.ok) throw new Error(sample.error.what);
  return { sample: sample.value, throughputRatio: 1, tpotRatio: null,
    ttftRatio: factor === null ? null : 1 / factor };
}

const vllm = Array.from({ length: 11 }, (_, at) => row(0.5 + at / 10));

describe('the range of first tokens', () => {
  it('lies between the tenth and the ninetieth of a hundred measurements', () => {
    const { low, high } = ttftRange(rangeTtft(vllm), 'vllm', 'agg');
    expect([low, high]).toEqual([expect.closeTo(0.6, 9), expect.closeTo(1.4, 9)]);
  });

  it('draws an engine of few rows towards all of its mode, in logarithms', () => {
    const ranges = rangeTtft([...vllm, row(4, { framework: 'sglang' })]);
    const { agg } = ranges.modes;
    expect(ttftRange(ranges, 'sglang', 'agg').high)
      .toBeCloseTo(Math.exp((Math.log(4) + 12 * Math.log(agg.high)) / 13), 9);
    expect(ttftRange(ranges, 'trtllm', 'agg')).toEqual(agg);
  });

  it('takes the range of all engines where nothing was measured', () => {
    const none = { low: 0.6, high: 1.65 };
    expect(rangeTtft([row(null)]).modes).toEqual({ agg: none, disagg: none });
  });

  it('counts the rows within it, of those that state a first token', () => {
    expect(ttftCoverage(rangeTtft(vllm), [row(0.59), row(0.61), row(1.39), row(1.41), row(null)]))
      .toEqual({ rows: 4, inside: 2 });
  });
});
