import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { acceptanceFor, acceptedLengths } from '../../../shared/inference/acceptance.ts';
import { hastenLatency, latencyOf, type Queue } from '../../../shared/inference/latency.ts';

/** A prompt of 100 ms every half second, 500 tokens of 20 ms; steps of 20 ms. */
const queue: Queue = { fixed: 0.04, prompt: 0.1, busy: 0.1, step: 0.02, rate: 2, workers: 1,
  tpot: 0.02, perPrompt: 0.09, osl: 500, longestWait: 3 };

describe('first tokens under arrivals at random', () => {
  it('wait for the step under way, and for nobody where nothing arrives', () => {
    const { ttftMs, tpotMs, prefillLoad } = latencyOf({ ...queue, rate: 0 });
    // 40 + 100, and half, nine tenths and all but a hundredth of a step.
    expect(ttftMs.p50).toBeCloseTo(150, 9);
    expect(ttftMs.p90).toBeCloseTo(158, 9);
    expect(ttftMs.p99).toBeCloseTo(159.8, 9);
    expect([tpotMs.p50, tpotMs.p99, prefillLoad]).toEqual([20, 20, 0]);
  });

  it('wait exponentially with a mean of half a prompt over what is left of its time', () => {
    // A fifth of the time is busy: half wait not at all; of ten one waits above 62.5 ln 2 ms.
    const { ttftMs, prefillLoad } = latencyOf(queue);
    expect(prefillLoad).toBeCloseTo(0.2, 12);
    expect(ttftMs.p50).toBeCloseTo(150, 9);
    expect(ttftMs.p90).toBeCloseTo(158 + 62.5 * Math.log(2), 9);
    expect(ttftMs.p99).toBeCloseTo(159.8 + 62.5 * Math.log(20), 9);
  });

  it('share the queue of several workers', () => {
    // Four busy fifths of two workers: rho^(root 6 - 1), and half the wait each.
    const { ttftMs, prefillLoad } = latencyOf({ ...queue, rate: 16, workers: 2 });
    expect(prefillLoad).toBeCloseTo(0.8, 12);
    const waits = 0.8 ** (Math.sqrt(6) - 1);
    expect(ttftMs.p90).toBeCloseTo(158 + 125 * Math.log(waits / 0.1), 9);
  });

  it('wait no longer than for all others, though more arrive than are served', () => {
    const { ttftMs, prefillLoad } = latencyOf({ ...queue, rate: 20 });
    expect(prefillLoad).toBe(1);
    expect(ttftMs.p50).toBeCloseTo(150 + 3000, 9);
  });
});

describe('times per token', () => {
  it('vary with how many other prompts fall into an answer: twenty, give or take 4.5', () => {
    const { tpotMs } = latencyOf(queue);
    expect(tpotMs.p50).toBeCloseTo(20 + (20 * 90) / 500, 9);
    expect(tpotMs.p90).toBeCloseTo(20 + ((20 + 1.2816 * Math.sqrt(20)) * 90) / 500, 9);
    expect(tpotMs.p99).toBeCloseTo(20 + ((20 + 2.3263 * Math.sqrt(20)) * 90) / 500, 9);
  });

  it('shrink with every first token where all is faster', () => {
    const [plain, fast] = [latencyOf(queue), hastenLatency(latencyOf(queue), 2)];
    expect(fast.tpotMs.p90).toBeCloseTo(plain.tpotMs.p90 / 2, 12);
    expect(fast.ttftMs.p99).toBeCloseTo(plain.ttftMs.p99 / 2, 12);
    expect(fast.prefillLoad).toBe(plain.prefillLoad);
  });
});

describe('acceptance of a request’s drafts', () => {
  it('is the one stated, or the one that commits the tokens measured', () => {
    expect(acceptanceFor(3, 0.7)).toBe(0.7);
    // 1 + p + p^2 = 1.75 at a half; the last length stands for more drafts than were measured.
    expect(acceptanceFor(2, [1.5, 1.75])).toBeCloseTo(0.5, 9);
    expect(acceptanceFor(1, [1.5, 1.75])).toBeCloseTo(0.5, 9);
    expect(acceptanceFor(5, [1.5, 1.75])).toBeCloseTo(0.5, 9);
  });

  it('is none without drafts, or where nothing says', () => {
    expect([acceptanceFor(0, 0.7), acceptanceFor(3, undefined), acceptanceFor(3, [])])
      .toEqual([null, null, null]);
  });

  it('rises with drafts in the lengths of the catalogue, by one token a draft at most', () => {
    const { constants } = builtInCatalog;
    expect(acceptedLengths('llama-3.1-70b', constants)).toBeNull();
    for (const model of ['deepseek-v4-pro', 'glm-5.2', 'kimi-k2.5', 'kimi-k3', 'minimax-m3',
      'qwen3.5-397b-a17b']) {
      const lengths = acceptedLengths(model, constants) ?? [];
      expect(lengths.length).toBeGreaterThan(2);
      expect(lengths.at(-1)).toBeGreaterThan(lengths[0] ?? Infinity);
      expect(lengths.filter((length, i) => length < 1 || length > i + 2)).toEqual([]);
    }
  });
});
