import { describe, expect, it } from 'vitest';
import { distinctRanks } from '../../../shared/inference/communication.ts';
import { defaultLinks } from '../../../shared/inference/defaults.ts';
import type { EngineConstants } from '../../../shared/inference/constants.ts';
import { busiestRank, expertCoverage } from '../../../shared/inference/experts.ts';
import type { Machine } from '../../../shared/inference/machine.ts';
import { readMachine } from '../../../shared/inference/machine.ts';
import { parameters } from '../../../shared/inference/parameters.ts';
import { prefillSeconds } from '../../../shared/inference/prefill.ts';
import { shapeModel } from '../../../shared/inference/shape.ts';
import { committedTokens } from '../../../shared/inference/speculation.ts';
import { acceleratorOf, modelOf } from './requests.ts';

/** Every efficiency at one, no fixed time: what remains is arithmetic over peak. */
const perfect = Object.fromEntries(parameters.map(({ name }) =>
  [name, /^(eta|mfu)/.test(name) ? 1 : 0])) as unknown as EngineConstants;

describe('expert coverage', () => {
  // DeepSeek-R1, 8 of 256 experts, for 1, 8, 32 and 128 tokens: 256 x (1 - (1 -
  // 8/256)^tokens), worked out by hand.
  it.each([
    [1, 0.031], [8, 0.224], [32, 0.638], [128, 0.983],
  ])('of %i tokens is %f', (tokens, share) => {
    expect(expertCoverage(8, 256, tokens)).toBeCloseTo(share, 3);
  });

  it('loads the busiest rank more than the mean, never more than all experts of it', () => {
    const coverage = expertCoverage(8, 256, 32);
    const load = busiestRank(coverage, 256, 8, 1);
    expect(load).toBeGreaterThan(1);
    expect(load).toBeLessThanOrEqual(1 / coverage);
    expect(busiestRank(coverage, 256, 1, 1)).toBe(1);
  });

  it('spreads eight experts over fewer than eight of eight ranks', () => {
    // 8 (1 - (7/8)^8)
    expect(distinctRanks(8, 8)).toBeCloseTo(5.2511, 4);
  });
});

describe('prefill arithmetic', () => {
  /**
   * Share of peak at a measured rate of prompt tokens of 2,048, attention counted at the
   * same peak and memory free.
   */
  function mfuAt(acceleratorId: string, precision: 'fp4' | 'fp8', tokPerSec: number): number {
    const accelerator = acceleratorOf(acceleratorId);
    const model = modelOf('deepseek-r1');
    const read = readMachine(accelerator, defaultLinks(accelerator), model, precision);
    if (!read.ok) throw new Error(read.error.what);
    const machine: Machine = { ...read.value, bf16: read.value.peak, hbm: Infinity };
    const shape = shapeModel(model, precision, precision, 'trtllm');
    return (prefillSeconds(shape, machine, perfect, { t: 1, d: 1, e: 1 }, 2048, 0, 2048) / 2048)
      * tokPerSec;
  }

  // DeepSeek-R1 at 2k: 26,156 tok/s per GB200 in FP4 is about 20 %, 6,538 per H100 in FP8
  // about 25 % of peak.
  it.each([['gb200', 'fp4', 26_156, 0.2], ['h100_sxm', 'fp8', 6538, 0.25]] as const)(
    'puts %s at %s and %i tok/s near %f of peak', (id, precision, rate, share) => {
      expect(mfuAt(id, precision, rate)).toBeCloseTo(share, 2);
    });

  it('costs less for what the prefix cache holds, and nothing when it holds all', () => {
    const accelerator = acceleratorOf('h100_sxm');
    const model = modelOf('llama-3.1-8b');
    const machine = readMachine(accelerator, defaultLinks(accelerator), model, 'fp8');
    if (!machine.ok) throw new Error(machine.error.what);
    const shape = shapeModel(model, 'fp8', 'fp8', 'trtllm');
    const at = (hit: number) => prefillSeconds(shape, machine.value, perfect,
      { t: 1, d: 1, e: 1 }, 4096, hit, 4096);
    expect(at(0.5)).toBeLessThan(at(0));
    expect(at(0.5)).toBeGreaterThan(at(0) / 2);
    expect(at(1)).toBe(0);
  });
});

describe('speculation', () => {
  it('commits one token without drafts and the geometric sum with them', () => {
    expect(committedTokens(0, 0.8)).toBe(1);
    // 1 + 0.5 + 0.25 + 0.125
    expect(committedTokens(3, 0.5)).toBeCloseTo(1.875, 12);
  });
});
