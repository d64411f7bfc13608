import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { importBenchmarks } from '../../../../shared/import/benchmark/benchmark.ts';
import { littleUsers } from '../../../../shared/import/benchmark/load-of.ts';
import { blank } from '../../../../shared/import/benchmark/reading.ts';
import { isInferenceXResult, readInferenceXResult } from '../../../../shared/import/benchmark/inferencex.ts';
import { isPerfExport, readPerfExport } from '../../../../shared/import/benchmark/perf.ts';
import { isServeResult, readServeResult } from '../../../../shared/import/benchmark/vllm.ts';
import { modelIdOf } from '../../../../shared/inference/names.ts';
import { fieldText } from '../field.ts';
import { h200, read } from './read.ts';

describe('a result of vLLM', () => {
  const result = { output_throughput: 1600, mean_ttft_ms: 200, mean_tpot_ms: 20,
    completed: 4, total_input_tokens: 4002, total_output_tokens: 1998,
    request_throughput: 3, max_concurrency: 7, date: '20260410-1015', model_id: 'm' };

  it('is known by throughput and a latency', () => {
    expect([result, { output_throughput: 1 }, { mean_ttft_ms: 1 },
      { output_throughput: 1, median_ttft: 2 }].map(isServeResult)).toEqual([true, false, false, true]);
  });

  it('has mean lengths in whole tokens, whatever its age', () => {
    // 4,002 / 4 = 1,000.5; 1,998 / 4 = 499.5.
    expect(readServeResult(result)).toMatchObject({ isl: 1001, osl: 500, concurrency: 7,
      date: '2026-04-10', ttftMs: 200, tpotMs: 20, models: ['m'] });
    expect(readServeResult({})).toMatchObject({ isl: null, osl: null, concurrency: null,
      outputTokPerSec: null, date: null, ttftMs: null, tpotMs: null });
    expect(readServeResult({ ...result, completed: 0 }).isl).toBeNull();
    expect(readServeResult({ ...result, request_rate: 'inf' }).requestRate).toBeNull();
    expect(readServeResult({ ...result, mean_tpot_ms: null, mean_itl_ms: 19 }).tpotMs).toBe(19);
  });

  it('has failures as stated, as listed, or those that never completed', () => {
    expect(readServeResult({ ...result, failed: 3 }).failed).toBe(3);
    expect(readServeResult({ ...result, errors: ['', 'timeout', ''] }).failed).toBe(1);
    expect(readServeResult({ ...result, num_prompts: 10 }).failed).toBe(6);
    expect(readServeResult(result).failed).toBeNull();
  });

  it('has as many users as requests a second times seconds each', () => {
    const run = { ...blank, requestsPerSec: 3, ttftMs: 200, tpotMs: 20 };
    // 1,600 / 500 a second of 200 + 499 x 20 ms.
    expect(littleUsers({ ...run, outputTokPerSec: 1600, osl: 500 })).toBeCloseTo(3.2 * 10.18, 9);
    expect(littleUsers({ ...run, e2eMs: 9000 })).toBeCloseTo(27, 9);
    expect(littleUsers({ ...blank, requestsPerSec: 3 })).toBeNull();
  });

  it('that fell behind its rate says so', () => {
    const text = fieldText('68-rate-limited.json').replace('"request_rate": 1.0', '"request_rate": 5');
    expect(read(text, h200).codes).toContain('behind-rate');
  });
});

describe('what vLLM and SGLang print', () => {
  const printed = `============ Serving Benchmark Result ============
Backend:                                 sglang
Traffic request rate:                    inf
Max request concurrency:                 16
Successful requests:                     80
Benchmark duration (s):                  100.00
Total input tokens:                      81920
Total generated tokens:                  81920
Total generated tokens (retokenized):    80000
Request throughput (req/s):              0.80
Output token throughput (tok/s):         819.20
----------------End-to-End Latency----------------
Mean E2E Latency (ms):                   20000.00
---------------Time to First Token----------------
Mean TTFT (ms):                          150.00
Mean TPOT (ms):                          19.40
==================================================`;

  it('is read like what they save', () => {
    expect(read(printed, h200).points).toMatchObject([{ concurrency: 16, isl: 1024, osl: 1024,
      ttftMeanMs: 150, tpotMeanMs: 19.4, outputTokPerSecPerAccelerator: 102.4, framework: 'sglang' }]);
  });
});

describe('a profile export', () => {
  const metric = (avg: number, unit?: string) => ({ avg, ...(unit && { unit }) });
  const ttft = (avg: number, unit?: string): number | null =>
    readPerfExport({ time_to_first_token: metric(avg, unit) }).ttftMs;

  it('has latencies in any unit of time, milliseconds unless said', () => {
    expect([ttft(5, 'ms'), ttft(5, 's'), ttft(5, 'sec'), ttft(5000, 'us'), ttft(5e6, 'ns'),
      ttft(5), ttft(5, 'furlong')]).toEqual([5, 5000, 5000, 5, 5, 5, null]);
  });

  it('has its first stated users, whole lengths and metrics that may be nested', () => {
    const records = { output_token_throughput: metric(1600), inter_token_latency: metric(20),
      input_sequence_length: metric(1000.5), output_sequence_length: metric(499.4) };
    expect(readPerfExport({ records, concurrency: 9,
      input_config: { loadgen: { concurrency: 4 }, concurrency: 5 } })).toMatchObject({
      isl: 1001, osl: 499, concurrency: 4, tpotMs: 20, outputTokPerSec: 1600 });
    expect([{ records }, records, {}].map((node) => isPerfExport(node))).toEqual([true, true, false]);
  });

  it('that was cancelled or had errors says so', () => {
    const cancelled = fieldText('78-aiperf-request-rate.json').replace('"was_cancelled": false',
      '"was_cancelled": true');
    expect(read(cancelled, h200).reasons).toEqual(['the run was cancelled before its end']);
    const failed = fieldText('78-aiperf-request-rate.json')
      .replace('"error_summary": []', '"error_summary": [{"error_details":{},"count":64}]');
    expect(read(failed, h200).reasons[0]).toMatch(/requests failed/);
  });

  it('as CSV has marks between thousands and columns in any order', () => {
    const text = 'Metric,min,avg\nTime To First Token (ms),1,"1,300.50"\nInter Token Latency (ms),1,21.5\n'
      + 'Output Sequence Length (tokens),1,1024\nInput Sequence Length (tokens),1,1024\n\n'
      + 'Metric,Value\nOutput Token Throughput (per sec),"2,900.00"\n';
    expect(read(text, h200).points[0]).toMatchObject({ ttftMeanMs: 1300.5, tpotMeanMs: 21.5 });
  });
});

describe('a result of InferenceX', () => {
  const node = { hw: 'h200', tp: 8, ep: 4, conc: 16, isl: 1024, osl: 1024, date: '2026-01-01',
    image: 'registry:5000/sglang:v1', mean_ttft: 0.25, mean_tpot: 0.02,
    output_tput_per_gpu: 120, infmax_model_prefix: 'p' };

  it('is known by its hardware and a throughput', () => {
    expect([node, { hw: 1, tput_per_gpu: 1 }, { hw: 1 }, { tput_per_gpu: 1 },
      { hardware: 'b200', metrics: { tput_per_gpu: 1 } }].map(isInferenceXResult))
      .toEqual([true, true, false, false, true]);
  });

  it('has seconds, widths and drafting', () => {
    expect(readInferenceXResult(node)).toMatchObject({ mode: 'agg', tp: 8, dpAttention: false, ep: 4,
      ttftMs: 250, tpotMs: 20, outputPerAccelerator: 120, lengthFactor: 0.9,
      frameworkVersion: 'v1', models: ['p'], concurrency: 16, accelerators: 8, speculative: false });
    expect(readInferenceXResult({ spec_decoding: 'mtp' }).speculative).toBe(true);
    expect(readInferenceXResult({ spec_method: 'eagle' }).speculative).toBe(true);
  });

  it('of separate workers spreads what decoding makes over all accelerators', () => {
    const apart = { ...node, disagg: true, decode_tp: 4, decode_ep: 2, decode_num_workers: 3,
      prefill_num_workers: 5, num_prefill_gpu: 10, num_decode_gpu: 12 };
    expect(readInferenceXResult(apart)).toMatchObject({ mode: 'disagg', tp: 4, ep: 2,
      prefillWorkers: 5, prefillAccelerators: 10, decodeWorkers: 3, decodeAccelerators: 12 });
    expect(readInferenceXResult(apart).outputPerAccelerator).toBeCloseTo((120 * 12) / 22, 9);
    for (const key of ['num_prefill_gpu', 'num_decode_gpu', 'output_tput_per_gpu'])
      expect(readInferenceXResult({ ...apart, [key]: null }).outputPerAccelerator).toBeNull();
  });

  it('of its interface counts the accelerators of one instance once', () => {
    const row = { hardware: 'b200', framework: 'sglang', model: 'dsr1', precision: 'fp4', spec_method: 'none',
      disagg: false, is_multinode: false, prefill_tp: 8, decode_tp: 8, decode_ep: 8,
      num_prefill_gpu: 8, num_decode_gpu: 8, decode_num_workers: 1, isl: 1024, osl: 1024, conc: 64,
      metrics: { tput_per_gpu: 600, output_tput_per_gpu: 300, mean_ttft: 0.3, mean_tpot: 0.025 } };
    const { points } = read(JSON.stringify([row]));
    expect(points).toMatchObject([{ modelId: 'deepseek-r1', acceleratorId: 'b200_sxm', tp: 8,
      outputTokPerSecPerAccelerator: 300, ttftMeanMs: 300 }]);
  });
});

describe('reports of trtllm-bench and GuideLLM', () => {
  it('trtllm-bench says model, accelerator, widths and users itself', () => {
    const report = { engine: { model: 'meta-llama/Llama-3.1-70B', backend: 'Pytorch', dtype: 'bfloat16',
      quantization: 'FP8', version: '1.2' }, machine: { name: 'NVIDIA H200' },
    world_info: { tp_size: 4, pp_size: 1, ep_size: 1, world_size: 4 },
    request_info: { num_requests: 100, avg_num_concurrent_requests: 31.5, avg_input_length: 1024,
      avg_output_length: 512 },
    performance: { avg_request_latency_ms: 10_000, request_throughput_req_s: 3.15,
      system_output_throughput_tok_s: 1612.8, system_total_throughput_tok_s: 4838 },
    streaming_metrics: { avg_ttft_ms: 200, avg_tpot_ms: 19.2 } };
    expect(read(JSON.stringify(report)).points).toMatchObject([{ modelId: 'llama-3.1-70b',
      acceleratorId: 'h200_sxm', precision: 'fp8', tp: 4, concurrency: 31.5,
      outputTokPerSecPerAccelerator: 403.2, framework: 'trtllm' }]);
    const staged = { ...report, world_info: { ...report.world_info, pp_size: 2, world_size: 8 } };
    expect(read(JSON.stringify(staged)).reasons[0]).toMatch(/pipeline of 2 stages over 8/);
  });

  it('GuideLLM has a run for every load', () => {
    const stat = (mean: number) => ({ successful: { mean }, errored: { mean: 0 }, total: { mean } });
    const run = (streams: number, errored: number) => ({ args: { strategy: { type_: 'concurrent', streams } },
      worker: { backend_model: 'meta-llama/Llama-3.1-70B-Instruct' },
      metrics: { request_totals: { successful: 100, errored, incomplete: 2, total: 102 + errored },
        requests_per_second: stat(3.2), request_concurrency: stat(31), request_latency: stat(9.8),
        prompt_token_count: stat(1000), output_token_count: stat(500),
        time_to_first_token_ms: stat(200), inter_token_latency_ms: stat(19.2),
        time_per_output_token_ms: stat(19.6), output_tokens_per_second: stat(1600) } });
    const { points, reasons } = read(JSON.stringify({ benchmarks: [run(32, 0), run(32, 50)] }), h200);
    expect(points).toMatchObject([{ concurrency: 32, isl: 1000, osl: 500, tpotMeanMs: 19.2 }]);
    expect(reasons[0]).toMatch(/50 of 150 requests failed/);
  });
});

describe('what the file says against what a person says', () => {
  const r1 = fieldText('62-r1-distill-llama-70b.json');
  it.each([
    [{ gpu: 'b200_sxm' }, /accelerator h200/], [{ precision: 'bf16' }, /precision fp8/],
    [{ tp: 4 }, /8 accelerators an instance/], [{ model: 'gpt-oss-120b' }, /not gpt-oss-120b/],
  ])('is held against %j', (change, reason) => {
    expect(read(r1, { ...h200, ...change, insists: true }).reasons[0]).toMatch(reason);
  });

  it('refuses a repository nobody knows, and takes a name of one’s own', () => {
    const named = (name: string) => read(fieldText('68-rate-limited.json')
      .replace('meta-llama/Llama-3.1-70B-Instruct', name), h200);
    expect(named('mistralai/Mistral-Large').reasons[0]).toMatch(/not llama-3.1-70b/);
    expect(named('chat-prod')).toMatchObject({ reasons: [], points: [{}] });
  });
});

describe('names', () => {
  it.each([
    ['deepseek-ai/DeepSeek-R1-Distill-Qwen-32B', null], ['deepseek-ai/DeepSeek-R1-Distill-Llama-8B',
      'llama-3.1-8b'],
    ['r1-70b', null], ['r1-8b', null], ['deepseek-r1-0528', 'deepseek-r1'], ['zai-org/GLM-4.5V', null],
    ['zai-org/GLM-4.7-Flash', null], ['zai-org/GLM-4.6', 'glm-4.5'], ['Qwen/Qwen3-8B-FP8', 'qwen3-8b'],
    ['Qwen/Qwen3-VL-8B', null], ['nvidia/Llama-3_3-Nemotron-Super-49B-v1', null],
  ])('%s is %s', (name, id) => { expect(modelIdOf(name, builtInCatalog)).toBe(id); });
});

describe('a file of results', () => {
  const shuffled = (text: string, seed: number): string => {
    const entries = Object.entries(JSON.parse(text) as object);
    return JSON.stringify(Object.fromEntries([...entries.slice(seed % entries.length),
      [`unknown_${seed}`, seed], ...entries.slice(0, seed % entries.length)]));
  };

  it('reads the same with its keys in another order and keys nobody knows', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99 }), fc.constantFrom('68-rate-limited.json',
      '78-aiperf-request-rate.json', '64-r1-0528-qwen3-8b.json', '71-inferencex-multinode-agg.json'),
    (seed, name) => {
      expect(read(shuffled(fieldText(name), seed), h200).points).toEqual(read(fieldText(name), h200).points);
    }));
  });

  it('cut short gives no point that the whole does not give', () => {
    const names = ['68-rate-limited.json', '76-sglang-speculative.jsonl', '77-aiperf-csv.csv',
      '83-mlperf-summary.txt'];
    fc.assert(fc.property(fc.constantFrom(...names), fc.double({ min: 0, max: 1, noNaN: true }),
      (name, part) => {
      const text = fieldText(name);
      const cut = importBenchmarks(text.slice(0, Math.floor(text.length * part)), h200, builtInCatalog);
      const whole = read(text, h200).points;
      for (const point of cut.ok ? cut.value.value.points : []) expect(whole).toContainEqual(point);
    }));
  });
});
