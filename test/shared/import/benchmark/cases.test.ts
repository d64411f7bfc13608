import { describe, expect, it } from 'vitest';
import { fieldText } from '../field.ts';
import { h200, read } from './read.ts';

const file = (name: string, context = h200) => read(fieldText(name), context);

describe('results from the field', () => {
  it('60: a file of another model is not taken for the one asked for', () => {
    expect(file('60-vllm-other-model.json')).toMatchObject({ points: [], reasons: [
      'the file is of model meta-llama/Llama-3.1-8B-Instruct (llama-3.1-8b), not llama-3.1-70b'] });
    const alone = read(fieldText('60-vllm-other-model.json'));
    expect(alone.runs[0]).toMatchObject({ named: { modelId: 'llama-3.1-8b' }, users: 64,
      missing: ['gpu', 'precision', 'tp'].map((name) => (name === 'gpu' ? 'system' : name)) });
  });

  it('62 and 64: distilled models have the blocks of the model they started from', () => {
    expect(file('62-r1-distill-llama-70b.json').points).toMatchObject([{ modelId: 'llama-3.1-70b',
      tp: 8, outputTokPerSecPerAccelerator: 100 }]);
    expect(file('64-r1-0528-qwen3-8b.json').points).toMatchObject([{ modelId: 'qwen3-8b',
      acceleratorId: 'h200_sxm', outputTokPerSecPerAccelerator: 3200 }]);
  });

  it('65: a run of which most requests failed counts for nothing', () => {
    expect(file('65-most-requests-failed.json')).toMatchObject({ points: [],
      reasons: ['960 of 1000 requests failed (96 %)'] });
  });

  it('67: 32 requests cannot keep 256 users busy', () => {
    const { points, codes } = file('67-fewer-prompts-than-concurrency.json');
    // 1,640 tok/s over 1,024 tokens, times 500 + 1,023 x 18 ms.
    expect(points[0]?.concurrency).toBeCloseTo((1640 / 1024) * 18.914, 6);
    expect(codes).toContain('users');
  });

  it('68: a cap that a rate never fills is not the load', () => {
    const { points, codes } = file('68-rate-limited.json');
    // 1 request/s of 150 + 1,023 x 15 ms.
    expect(points[0]?.concurrency).toBeCloseTo(15.495, 6);
    expect(codes).toContain('rate-limited');
  });

  it('69: a pipeline counts its accelerators and is no point', () => {
    const { points, runs, reasons } = file('69-inferencex-pp2.json');
    expect([points.length, runs[0]?.reading.accelerators, runs[0]?.reading.pp]).toEqual([0, 8, 2]);
    expect(reasons[0]).toMatch(/pipeline of 2 stages over 8 accelerators/);
  });

  it('71: several nodes without separate decoding are one instance', () => {
    expect(file('71-inferencex-multinode-agg.json')).toMatchObject({
      points: [{ mode: 'agg', outputTokPerSecPerAccelerator: 1000, attentionDp: 24 }],
      runs: [{ reading: { accelerators: 24, tp: 24 } }] });
  });

  it('73: a scenario of agents is named, with the means it states', () => {
    const { points, runs, reasons } = file('73-inferencex-agentic.json');
    expect([points.length, runs[0]?.reading.ttftMs, runs[0]?.reading.tpotMs]).toEqual([0, 800, 20]);
    expect(reasons[0]).toMatch(/scenario agentic-coding/);
  });

  it('74: a path as the model’s name leaves its prefix to say which it is', () => {
    expect(file('74-inferencex-path-prefix.json').points[0]?.modelId).toBe('kimi-k2.5');
    const other = (prefix: string): string | undefined => read(fieldText('74-inferencex-path-prefix.json')
      .replace('kimik2.5', prefix)).runs[0]?.named.modelId ?? undefined;
    expect(['glm5', 'glm5.1', 'qwen3.5', 'minimaxm2.5', 'dsv4'].map(other)).toEqual(
      ['glm-5', 'glm-5', 'qwen3.5-397b-a17b', 'minimax-m2.5', 'deepseek-v4-pro']);
  });

  it('76: SGLang says itself that it drafted', () => {
    expect(file('76-sglang-speculative.jsonl').points).toMatchObject([
      { source: 'SGLang bench_serving', speculative: 'mtp', concurrency: 64, framework: 'sglang' },
      { source: 'SGLang bench_serving', concurrency: 128 }]);
  });

  it('77 and 78: AIPerf without users has those of Little’s law', () => {
    // 2,900 tok/s over 1,024 tokens, times 300 + 1,023 x 21.5 ms.
    const users = (2900 / 1024) * 22.2945;
    const csv = file('77-aiperf-csv.csv').points[0];
    expect(csv).toMatchObject({ ttftMeanMs: 300, tpotMeanMs: 21.5, isl: 1024, osl: 1024,
      outputTokPerSecPerAccelerator: 362.5 });
    expect(csv?.concurrency).toBeCloseTo(users, 6);
    const json = file('78-aiperf-request-rate.json');
    expect(json.points[0]?.concurrency).toBeCloseTo(users, 6);
    expect(json.codes).toEqual(['users', 'rate-limited', 'other-name']);
  });

  it('81 to 83: what is no point is read and called what it is', () => {
    expect(file('81-vllm-throughput.json').runs[0]).toMatchObject({ unusable:
      expect.stringMatching(/offline/),
      reading: { totalTokPerSec: 5800, format: 'vllm bench throughput' } });
    expect(file('82-aiconfigurator-csv.csv').runs[0]).toMatchObject({
      named: { modelId: 'llama-3.1-70b', acceleratorId: 'h200_sxm' },
      unusable: expect.stringMatching(/prediction/),
      reading: { kind: 'prediction', accelerators: 8, outputPerAccelerator: 362.5 } });
    expect(file('83-mlperf-summary.txt').runs[0]).toMatchObject({ point: null, refusal: null,
      reading: { outputTokPerSec: 30_412.55, format: 'MLPerf summary Server' } });
    expect(read(fieldText('83-mlperf-summary.txt').replace('VALID', 'INVALID')).reasons)
      .toEqual(['its maker calls the run INVALID']);
  });

  it('84: medians in seconds are medians, not means', () => {
    const { runs, codes } = read(fieldText('84-inferencex-medians.json'));
    expect(runs[0]).toMatchObject({ named: { modelId: 'glm-5', precision: 'FP8' },
      reading: { statistic: 'median', ttftMs: 3138, tpotMs: 141, e2eMs: 21_440 } });
    expect(codes).toContain('medians');
    const { points } = read(fieldText('84-inferencex-medians.json'), { ...h200, model: 'glm-5' });
    expect(points[0]).toMatchObject({ ttftMeanMs: null, tpotMeanMs: null });
  });
});
