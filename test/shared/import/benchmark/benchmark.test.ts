import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { importBenchmarks } from '../../../../shared/import/benchmark/benchmark.ts';
import type { ImportContext } from '../../../../shared/import/benchmark/context.ts';

const context: ImportContext = {
  gpu: 'H200', model: 'llama-3.1-70b', precision: 'fp8', framework: 'vllm',
  frameworkVersion: '0.19.0',
  tp: 4,
  attentionDp: 1, ep: 1, speculative: false,
};

function read(content: unknown) {
  const imported =
    importBenchmarks(typeof content === 'string' ? content : JSON.stringify(content),
      context, builtInCatalog);
  if (!imported.ok) throw new Error(imported.error[0]?.reason);
  return imported.value.value;
}

/**
 * Fields as `vllm bench serve --save-result` writes them; 200 requests of 1,024 in and
 * 512 out.
 */
const vllm = {
  date: '20260410-101500', backend: 'vllm', model_id: 'meta-llama/Llama-3.3-70B-Instruct',
  num_prompts: 200,
  max_concurrency: 32, duration: 60, completed: 200, total_input_tokens: 204_800,
  total_output_tokens: 102_400,
  request_throughput: 3.33, output_throughput: 1706, mean_ttft_ms: 240, mean_tpot_ms: 17.5,
  mean_itl_ms: 17.4,
};

describe('vllm bench serve', () => {
  it('becomes a point of the server it measured', () => {
    expect(read(vllm)).toMatchObject({ refused: [], points: [{
      modelId: 'llama-3.1-70b', acceleratorId: 'h200_sxm', precision: 'fp8', date: '2026-04-10',
      isl: 1024, osl: 512,
      lengthFactor: 1, mode: 'agg', tp: 4, attentionDp: 1, concurrency: 32, speculative: 'none',
      ttftMeanMs: 240,
      tpotMeanMs: 17.5, outputTokPerSecPerAccelerator: 426.5,
    }] });
  });

  it('takes users in flight from the request rate when they were not limited', () => {
    const { max_concurrency: _, ...open } = vllm;
    // Little's law: 1,706 tok/s over 512 tokens, x (240 + 511 x 17.5) ms.
    expect(read(open).points[0]?.concurrency).toBeCloseTo((1706 / 512) * 9.1825, 6);
  });
});

describe('AIPerf and GenAI-Perf', () => {
  const metrics = {
    output_token_throughput: { unit: 'tokens/sec', avg: 1706 },
    time_to_first_token: { unit: 'ms', avg: 240 },
    inter_token_latency: { unit: 'ms', avg: 17.5 },
    input_sequence_length: { unit: 'tokens', avg: 1024.2 },
    output_sequence_length: { unit: 'tokens', avg: 511.8 },
  };
  it.each([
    { ...metrics, input_config: { loadgen: { concurrency: 32 } } },
    { ...metrics, input_config: { perf_analyzer: { stimulus: { concurrency: 32 } } } },
    { records: metrics, input_config: { loadgen: { concurrency: '32' } } },
    { ...metrics, time_to_first_token: { unit: 's', avg: 0.24 },
      input_config: { concurrency: 32 } },
  ])('reads its places of concurrency and units (%#)', (content) => {
    expect(read(content).points[0]).toMatchObject({ isl: 1024, osl: 512, concurrency: 32,
      ttftMeanMs: 240, tpotMeanMs: 17.5 });
  });
});

describe('InferenceX', () => {
  const result = {
    hw: 'h200', conc: 32, image: 'lmsysorg/sglang:v0.5.6',
    model: 'deepseek-ai/DeepSeek-R1-0528', framework: 'sglang', precision: 'fp8',
    isl: 1024, osl: 1024, tp: 8, ep: 1, dp_attention: 'false', spec_decoding: 'none',
    disagg: false, tput_per_gpu: 300, output_tput_per_gpu: 150, mean_ttft: 0.32,
    mean_tpot: 0.0247,
  };

  it('says everything itself, in seconds', () => {
    expect(read(result).points[0]).toMatchObject({
      modelId: 'deepseek-r1', acceleratorId: 'h200_sxm', lengthFactor: 0.9, tp: 8,
      attentionDp: 1,
      tpotMeanMs: 24.7,
      ttftMeanMs: 320, outputTokPerSecPerAccelerator: 150, frameworkVersion: 'v0.5.6',
    });
  });

  it('spreads a disaggregated run over all its accelerators', () => {
    const apart = { ...result, disagg: true, decode_tp: 8, decode_ep: 8,
      decode_dp_attention: true,
      decode_num_workers: 1,
      prefill_num_workers: 1, num_prefill_gpu: 8, num_decode_gpu: 8 };
    expect(read(apart).points[0]).toMatchObject({
      mode: 'disagg', tp: 1, attentionDp: 8, prefillAccelerators: 8, decodeAccelerators: 8,
      outputTokPerSecPerAccelerator: 75,
    });
  });

  it('reads lists and lines alike', () => {
    expect(read([result, result]).points).toHaveLength(2);
    expect(read(`${JSON.stringify(result)}\n\n${JSON.stringify(vllm)}\n`).points)
      .toHaveLength(2);
  });
});

describe('rows that are refused', () => {
  const csv = (...lines: readonly string[]): string =>
    ['isl,osl,concurrency,tpot_mean_ms,output_tok_s_per_gpu', ...lines].join('\n');

  it('keeps the good rows of a CSV and names the bad ones by line and reason', () => {
    const { points, refused } =
      read(csv('1024,512,32,17.5,426', '1024,,32,17.5,426', '1024,512,32,x,426'));
    expect(points).toHaveLength(1);
    expect(refused).toEqual([
      { line: 3, reason: 'osl is missing or not above 0' },
      { line: 4, reason: 'tpot_mean_ms is not a number: x' },
    ]);
  });

  it.each([
    ['1024,512,32,17.5,90000', /above the roofline/],
    ['1024,512,1,0.1,20', /below the roofline of/],
    ['1024,512,4,17.5,100', /more than 4 users at 17.5 ms per token give/],
  ])('refuses %s, which cannot be', (line, reason) => {
    const { points, refused } = read(csv(line));
    expect(points).toEqual([]);
    expect(refused[0]?.reason).toMatch(reason);
  });

  it.each([
    [{ hello: 1 }, /neither vLLM/], [[1], /not an object/],
  ])('refuses JSON that is no result',
    (content, reason) => {
    expect(read(content).refused[0]?.reason).toMatch(reason);
  });

  it.each([['', 'empty'], ['{"a":', 'not-a-benchmark'], ['a,b\n1,2', 'not-a-benchmark']])(
    'refuses the file %j as %s', (content, code) => {
      expect(importBenchmarks(content, context, builtInCatalog)).toMatchObject({ ok: false,
        error: [{ code }] });
    });
});
