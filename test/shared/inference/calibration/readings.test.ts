import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import type { MeasuredPoint } from '../../../../shared/catalog/types.ts';
import { findSample, runSample, throughputOf,
  type Sample } from '../../../../shared/inference/calibration/sample.ts';
import { constantsFor } from '../../../../shared/inference/fitted.ts';
import { emptyLoop } from '../../../../shared/inference/serving.ts';
import { measuredOf } from '../measured-points.ts';

function sampleOf(changes: Partial<MeasuredPoint> = {}): Sample {
  const found = findSample(measuredOf(changes), builtInCatalog);
  if (!found.ok) throw new Error(found.error.what);
  return found.value;
}

const experts = { modelId: 'deepseek-r1' };

describe('an instance that states its accelerators', () => {
  const of = (changes: Partial<MeasuredPoint>) => {
    const { layout: { t, d, e }, accelerators } = sampleOf({ ...experts, ...changes });
    return [t, d, e, accelerators];
  };

  it('is as wide as they say where the tensor width is that of the whole worker', () => {
    expect(of({ tp: 8, attentionDp: 8, ep: 8, accelerators: 8 })).toEqual([1, 8, 8, 8]);
    expect(of({ tp: 8, attentionDp: 8, ep: 8 })).toEqual([8, 8, 8, 64]);
    expect(of({ tp: 8, attentionDp: 2, ep: 1, accelerators: 8 })).toEqual([4, 2, 1, 8]);
  });

  it('is no wider than its widths, and as they say where the number does not divide', () => {
    expect(of({ tp: 4, attentionDp: 1, ep: 1, accelerators: 8 })).toEqual([4, 1, 1, 4]);
    expect(of({ tp: 2, attentionDp: 8, ep: 1, accelerators: 12 })).toEqual([2, 8, 1, 16]);
  });

  it('deals experts to its own accelerators only', () => {
    expect(of({ tp: 8, attentionDp: 1, ep: 16, accelerators: 8 })).toEqual([8, 1, 8, 8]);
    expect(of({ tp: 2, attentionDp: 1, ep: 4, moeTp: 2, accelerators: 2 })).toEqual([2, 1, 2, 2]);
  });
});

describe('a decoding worker', () => {
  const of = (decode: number, changes: Partial<MeasuredPoint>) => {
    const { layout: { t, d, e } } = sampleOf({ ...experts, mode: 'disagg', prefillWorkers: 1,
      prefillAccelerators: 8, decodeWorkers: 1, decodeAccelerators: decode, tp: null,
      attentionDp: null, ep: null, ...changes });
    return [t, d, e];
  };
  const together = { decodeDpAttention: false };
  const apart = { decodeDpAttention: true };

  it('whose attention is data-parallel has a rank on every accelerator', () => {
    expect(of(8, { ...apart, tp: 8, ep: 8 })).toEqual([1, 8, 8]);
    expect(of(16, { ...apart, tp: 1, ep: 16 })).toEqual([1, 16, 16]);
    expect(of(32, { ...apart, tp: 1, ep: 1 })).toEqual([1, 32, 32]);
  });

  it('of eight at most that says only so, with widths of one, is cut by tensor', () => {
    expect(of(8, { ...apart, tp: 1, ep: 1 })).toEqual([8, 1, 1]);
    expect(of(4, apart)).toEqual([4, 1, 1]);
    expect(of(8, { ...apart, tp: 1, ep: 2 })).toEqual([1, 8, 8]);
    expect(of(9, apart)).toEqual([1, 9, 9]);
  });

  it('whose attention is not has the tensor width it states, or all of it', () => {
    expect(of(8, { ...together, tp: 8, ep: 1 })).toEqual([8, 1, 1]);
    expect(of(8, { ...together, tp: 8, ep: 8 })).toEqual([8, 1, 8]);
    expect(of(8, together)).toEqual([8, 1, 1]);
    expect(of(8, { ...together, tp: 4, ep: 1 })).toEqual([4, 2, 8]);
    expect(of(8, { ...together, tp: 16, ep: 1 })).toEqual([8, 1, 1]);
  });
});

describe('a prefill worker', () => {
  const of = (changes: Partial<MeasuredPoint>) => {
    const { split } = sampleOf({ ...experts, mode: 'disagg', prefillWorkers: 2,
      prefillAccelerators: 16, decodeWorkers: 1, decodeAccelerators: 8, tp: 8, ...changes });
    return split === null ? null : [split.prefill.t, split.prefill.d, split.prefill.e];
  };

  it('is cut as is usual for the model where it says nothing', () => {
    expect(of({})).toEqual([1, 8, 8]);
    expect(of({ modelId: 'llama-3.1-70b' })).toEqual([8, 1, 1]);
    expect(of({ prefillDpAttention: true, prefillTp: 8 })).toEqual([1, 8, 8]);
  });

  it('without data-parallel attention has the widths it states', () => {
    const together = { prefillDpAttention: false };
    expect(of(together)).toEqual([8, 1, 1]);
    expect(of({ ...together, prefillTp: 8, prefillEp: 4 })).toEqual([8, 1, 4]);
    expect(of({ ...together, prefillTp: 8, prefillEp: 64 })).toEqual([8, 1, 8]);
    expect(of({ ...together, prefillTp: 4, prefillEp: 1 })).toEqual([4, 2, 8]);
  });
});

describe('times of a row', () => {
  it('per token are the mean, else the median of its requests', () => {
    expect(sampleOf({ tpotMeanMs: 20, tpotMedianMs: 18 }).tpotMs).toBe(20);
    expect(sampleOf({ tpotMeanMs: null, tpotMedianMs: 18 }).tpotMs).toBe(18);
    expect(sampleOf({ tpotMeanMs: null }).tpotMs).toBeNull();
  });

  it('to the first token count for long prompts of few users in one instance', () => {
    const of = (changes: Partial<MeasuredPoint>): number | null =>
      sampleOf({ isl: 3000, concurrency: 8, ttftMeanMs: 900, ...changes }).ttftMs;
    expect(of({})).toBe(900);
    expect(of({ ttftMedianMs: 800 })).toBe(800);
    expect(of({ ttftMeanMs: null })).toBeNull();
    expect(of({ isl: 2999 })).toBeNull();
    expect(of({ concurrency: 9 })).toBeNull();
    expect(of({ mode: 'disagg', prefillWorkers: 1, prefillAccelerators: 4, decodeWorkers: 1,
      decodeAccelerators: 4 })).toBeNull();
  });
});

describe('the age of a row', () => {
  it('is counted from the model’s release, where both are stated to the day', () => {
    expect(builtInCatalog.models['deepseek-v4-pro']?.life?.released).toBe('2026-04-24');
    expect(sampleOf({ modelId: 'deepseek-v4-pro', date: '2026-05-04' }))
      .toMatchObject({ age: 10, date: '2026-05-04' });
    expect(sampleOf({ modelId: 'deepseek-v4-pro', date: null })).toMatchObject({ age: null });
    expect(sampleOf({ modelId: 'deepseek-r1', date: '2026-05-04' }).age).toBeNull();
  });

  it('and its date are those of its run where the row has none', () => {
    expect(sampleOf({ date: null, source: 'InferenceMAX run 20356790608' }).date)
      .toBe('2025-12-19');
    expect(sampleOf({ date: '2026-01-02', source: 'InferenceMAX run 20356790608' }).date)
      .toBe('2026-01-02');
    expect(sampleOf({ date: null }).date).toBeNull();
  });

  it('makes a young model slower, and an old date', () => {
    const rate = (changes: Partial<MeasuredPoint>): number => {
      const sample = sampleOf({ modelId: 'deepseek-v4-pro', tp: 8, ...changes });
      const out = emptyLoop();
      runSample(sample, constantsFor(sample.family, sample.backend), out);
      return throughputOf(sample, out);
    };
    const days = ['2026-04-25', '2026-04-27', '2026-05-04', '2026-06-24'].map((date) =>
      rate({ date }));
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(new Set(days).size).toBe(4);
    const months = ['2025-06-01', '2026-01-01', '2026-06-01'].map((date) =>
      rate({ modelId: 'deepseek-r1', date }));
    expect(months).toEqual(months.toSorted((a, b) => a - b));
    expect(new Set(months).size).toBe(3);
  });
});

describe('drafts of a row', () => {
  const rateOf = (changes: Partial<MeasuredPoint>): number => {
    const sample = sampleOf({ speculative: 'mtp', ...changes });
    const out = emptyLoop();
    runSample(sample, constantsFor(sample.family, sample.backend), out);
    return out.tpot;
  };

  it('are as many as it states, three at most where it does not, none without', () => {
    const of = (changes: Partial<MeasuredPoint>): number => sampleOf(changes).traffic.draft;
    expect(of({ speculative: 'mtp', draftTokens: 4 })).toBe(4);
    expect(of({ speculative: 'mtp', draftTokens: null })).toBe(3);
    expect(of({ speculative: 'none', draftTokens: 4 })).toBe(0);
  });

  it('are run as stated, though fewer would serve more', () => {
    const free = rateOf({ concurrency: 2000 });
    expect(rateOf({ concurrency: 2000, draftTokens: 3 })).toBeGreaterThan(free);
    expect(rateOf({ concurrency: 2000, draftTokens: 1 })).toBeCloseTo(free, 12);
  });

  it('are accepted as the row states', () => {
    const at = (acceptedTokens: number): number =>
      rateOf({ concurrency: 1, draftTokens: 3, acceptedTokens });
    // A step is the same; 3.2 tokens of it are twice 1.6. One user waits for no other’s prompt.
    expect(at(1.6) / at(3.2)).toBeCloseTo(2, 9);
  });
});

it('input found in the prefix cache shortens a row’s prompts', () => {
  const first = (cacheHit: number | null): number => {
    const sample = sampleOf({ isl: 8000, concurrency: 1, cacheHit });
    expect(sample.traffic.cacheHit).toBe(cacheHit ?? 0);
    const out = emptyLoop();
    runSample(sample, constantsFor(sample.family, sample.backend), out);
    return out.ttft;
  };
  expect(first(0.9)).toBeLessThan(first(null));
});
