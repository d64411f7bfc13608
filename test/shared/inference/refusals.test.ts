import { describe, expect, it } from 'vitest';
import { computeFrontier } from '../../../shared/inference/frontier.ts';
import { predictPoint } from '../../../shared/inference/predict.ts';
import { requestOf } from './requests.ts';

describe('a figure that is missing', () => {
  it('refuses FP4 on Hopper by name', () => {
    expect(computeFrontier(requestOf({ precision: 'fp4' }))).toMatchObject({
      ok: false, error: { code: 'figure-missing', what: 'H100 SXM5: fp4 arithmetic rate',
        nearestFix: 'Choose fp8 or bf16 or int4.' },
    });
  });

  it('serves four-bit experts there by unpacking them', () => {
    expect(computeFrontier(requestOf({ model: 'gpt-oss-120b', precision: 'fp4' })).ok)
      .toBe(true);
  });

  it('refuses an accelerator without bandwidth', () => {
    const request = requestOf({});
    const { memoryBandwidthTbs: _, ...accelerator } = request.accelerator;
    expect(computeFrontier({ ...request, accelerator })).toMatchObject({ ok: false,
      error: { code: 'figure-missing' } });
  });
});

describe('values out of range', () => {
  it.each([
    [{ isl: 0 }, 'bad-value'], [{ osl: -5 }, 'bad-value'], [{ isl: NaN }, 'bad-value'],
    [{ cacheHit: 1.5 }, 'bad-value'],
    [{ speculativeDraft: 0.5 }, 'bad-value'], [{ maxAcceleratorsPerInstance: 0 }, 'bad-value'],
    [{ lengthFactor: 2 }, 'bad-value'], [{ isl: 131_000, osl: 1000 }, 'beyond-context'],
  ] as const)('%o is refused as %s', (changes, code) => {
    expect(computeFrontier(requestOf({}, changes)))
      .toMatchObject({ ok: false, error: { code } });
  });

  it('refuses a concurrency of zero', () => {
    expect(predictPoint(requestOf({}, { fixed: { concurrency: 0 } })))
      .toMatchObject({ ok: false,
        error: { code: 'bad-value' } });
  });
});

describe('parallelism that cannot be built', () => {
  it.each([
    [{ tp: 3 }, 'Use a tensor width of 2.'], [{ tp: 0 }, 'Enter 1.'],
    [{ ep: 8 }, 'Use an expert width of 1.'],
    [{ prefillAccelerators: 7, prefillWorkers: 2 }, 'Use 6 accelerators.'],
  ] as const)('%o is refused with a fix', (fixed, nearestFix) => {
    expect(computeFrontier(requestOf({}, { fixed }))).toMatchObject({ ok: false,
      error: { code: 'bad-parallelism', nearestFix } });
  });

  it('refuses an expert width that does not divide the instance', () => {
    const request = requestOf({ model: 'deepseek-r1', accelerator: 'h200_sxm' },
      { fixed: { tp: 8, attentionDp: 1, ep: 3 } });
    expect(computeFrontier(request)).toMatchObject({ ok: false,
      error: { code: 'bad-parallelism', limit: 2 } });
  });

  it('refuses more accelerators than an instance may have', () => {
    expect(computeFrontier(requestOf({}, { fixed: { tp: 8, attentionDp: 8 } }))).toMatchObject({
      ok: false, error: { code: 'bad-parallelism' },
    });
  });
});
