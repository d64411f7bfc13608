import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { MeasuredPoint } from '../../../shared/catalog/types.ts';
import { findSample, type Sample } from '../../../shared/inference/calibration/sample.ts';
import { impossibility, isLaunchedOneByOne } from '../../../shared/inference/hygiene.ts';
import { k } from './bench.ts';
import { measuredOf } from './measured-points.ts';

function sampleOf(changes: Partial<MeasuredPoint>): Sample {
  const found = findSample(measuredOf(changes), builtInCatalog);
  if (!found.ok) throw new Error(found.error.what);
  return found.value;
}

describe('a row that cannot be', () => {
  const of = (changes: Partial<MeasuredPoint>): string | null =>
    impossibility(sampleOf({ concurrency: 32, tp: 4, ...changes }))?.text ?? null;

  it('gives more than its hardware could, or sooner', () => {
    expect(of({ outputTokPerSecPerAccelerator: 100_000 })).toMatch(/above the roofline of \d+/);
    // 70e9 bytes of weights over four at 4.8e12 bytes/s are 3.6 ms.
    expect(of({ tpotMeanMs: 3, outputTokPerSecPerAccelerator: 10 }))
      .toMatch(/^3 ms per token is below the roofline of \d+\.\d\d ms$/);
    expect(of({ tpotMeanMs: null, tpotMedianMs: 3, outputTokPerSecPerAccelerator: 10 }))
      .toContain('3 ms per token');
  });

  it('is no row whose users mostly wait: only those that decode share a step', () => {
    // 4 accelerators at 250 tok/s and 8 ms a token: eight are decoding, of however many ask.
    const row = { tpotMeanMs: 8, outputTokPerSecPerAccelerator: 250, isl: 8192, osl: 1024 };
    expect(of({ ...row, concurrency: 8 })).toBeNull();
    expect(of({ ...row, concurrency: 4000 })).toBeNull();
  });

  it('gives more than its users at their pace, 15 % aside', () => {
    // 32 users at 20 ms on four: 400 tokens a second each.
    expect(of({ outputTokPerSecPerAccelerator: 461 })).toContain('more than 32 users at 20 ms');
    expect(of({ outputTokPerSecPerAccelerator: 459 })).toBeNull();
    expect(of({ outputTokPerSecPerAccelerator: 461, tpotMeanMs: null })).toBeNull();
  });
});

describe('a row run without captured graphs', () => {
  // 80 dense layers of ten kernels each: 16 ms are 20 us a kernel, while eight H200 need 2 ms.
  const slow: Partial<MeasuredPoint> = { tp: 8, concurrency: 1, tpotMeanMs: 16.5,
    outputTokPerSecPerAccelerator: 7 };
  const of = (changes: Partial<MeasuredPoint> = {}, constants = k): boolean =>
    isLaunchedOneByOne(sampleOf({ ...slow, ...changes }), constants);

  it('takes 20 us a kernel, or 3.5 times a captured one, and leaves the hardware idle', () => {
    expect(of()).toBe(true);
    expect(of({ tpotMeanMs: 15.5 })).toBe(false);
    expect(of({}, { ...k, kernelUs: 6 })).toBe(false);
    expect(of({ tpotMeanMs: null, tpotMedianMs: 16.5 })).toBe(true);
    // One H200 needs 15 ms for the weights alone.
    expect(of({ tp: 1 })).toBe(false);
  });

  it('is none that drafts, serves apart, is young or states no time', () => {
    expect(of({ speculative: 'mtp' })).toBe(false);
    expect(of({ mode: 'disagg', prefillWorkers: 1, prefillAccelerators: 8, decodeWorkers: 1,
      decodeAccelerators: 8 })).toBe(false);
    expect(of({ tpotMeanMs: null })).toBe(false);
    const young = { ...sampleOf(slow), age: 59 };
    expect(isLaunchedOneByOne(young, k)).toBe(false);
    expect(isLaunchedOneByOne({ ...young, age: 60 }, k)).toBe(true);
  });
});
