import { describe, expect, it } from 'vitest';
import { nothingSaid } from '../../../../shared/import/benchmark/context.ts';
import { recogniseKind } from '../../../../shared/import/kind.ts';
import { noteText } from '../../../../shared/import/report.ts';
import { h200, read } from './read.ts';

const served = { model_id: 'meta-llama/Llama-3.1-70B-Instruct', num_prompts: 640, completed: 640,
  failed: 0, max_concurrency: 64, duration: 226, total_input_tokens: 655_360,
  total_output_tokens: 655_360, request_throughput: 2.83, output_throughput: 2900,
  mean_ttft_ms: 300, mean_tpot_ms: 21.5 } as const;
const written = (value: object, word: 'Infinity' | 'NaN', key: string): string =>
  JSON.stringify(value).replace(/\}$/u, `,"${key}":${word}}`);
const told = (text: string, context = h200): string =>
  read(text, context).report.read.map(noteText).join('\n');

describe('numbers as Python writes them', () => {
  it('are read in a result and in one result a line (SGLang asks for a rate of Infinity)', () => {
    const line = written({ ...served, backend: 'sglang', random_range_ratio: 1 }, 'Infinity',
      'request_rate');
    expect(recogniseKind(line)).toBe('benchmark');
    expect(read(line, h200).points).toHaveLength(1);
    expect(read(`${line}\n${line}\n`, h200).points).toHaveLength(2);
    const { mean_tpot_ms: _, ...rest } = served;
    expect(read(written(rest, 'NaN', 'mean_tpot_ms'), h200).points[0]?.tpotMeanMs).toBeNull();
  });

  it('say at which line a text ends', () => {
    const text = `{\n"output_throughput": 1,\n"mean_ttft_ms": 3`;
    expect(() => read(text, h200)).toThrow('"line":3,"reason":"the text is not JSON from here on');
    const line = JSON.stringify(served);
    expect(read(`${line}\n${line.slice(0, 40)}`, h200).reasons.join()).toContain('cut short');
  });
});

describe('what is said of a run', () => {
  it('names its model, system, layout, lengths, users and speeds', () => {
    const said = told(JSON.stringify(served));
    for (const part of ['llama-3.1-70b on h200_sxm', 'fp8', 'tp 8', '1,024 in and 1,024 out',
      '64 users', '362.5 output tok/s per accelerator', 'first token after 300 ms',
      '21.5 ms a token', '100 % of requests succeeded']) expect(said).toContain(part);
    expect(told(JSON.stringify({ ...served, accept_length: 2.4 }))).toContain('with draft tokens');
  });

  it('counts those beyond the first twenty', () => {
    const lines = Array.from({ length: 23 }, () => JSON.stringify(served)).join('\n');
    expect(told(lines)).toContain('and 3 more');
  });

  it('says a model’s name the catalogue lacks', () => {
    const other = JSON.stringify({ ...served, model_id: 'acme/foo-13b' });
    expect(read(other, { ...h200, model: null }).reasons.join())
      .toContain('“acme/foo-13b” is not in the catalogue');
  });

  it('takes throughput from tokens and time where none is stated', () => {
    const { output_throughput: _, ...rest } = served;
    const text = JSON.stringify(rest);
    expect(recogniseKind(text)).toBe('benchmark');
    expect(read(text, h200).points[0]?.outputTokPerSecPerAccelerator).toBeCloseTo(655_360 / 226 / 8);
  });
});

describe('a table', () => {
  const head = 'Model,GPU,TP,dtype,input_len,output_len,users,output_tput_per_gpu';
  const row = 'llama-3.1-70b,h200,8,fp8,1024,1024,64,360';
  const of = (columns: string, cells: string) => read(`${head}${columns}\n${row}${cells}\n`);

  it('has columns by any name and case', () => {
    expect(recogniseKind(`${head}\n${row}\n`)).toBe('benchmark');
    expect(of('', '').points).toMatchObject([{ modelId: 'llama-3.1-70b', tp: 8, concurrency: 64 }]);
    expect(told(`${head}\n${row}\n`, nothingSaid)).toContain('360 output tok/s per accelerator');
  });

  it('counts a line for nothing that failed, was a pipeline or cut by context', () => {
    expect(of(',failed,completed', ',600,40').reasons).toEqual(['600 of 640 requests failed (94 %)']);
    expect(of(',num_prompts,completed', ',640,40').reasons[0]).toContain('600 of 640');
    expect(of(',failed,completed', ',10,630').points).toHaveLength(1);
    expect(of(',pipeline_parallel_size', ',2').reasons[0]).toContain('pipeline of 2 stages');
    expect(of(',dcp_size', ',4').reasons[0]).toContain('cut by context');
    expect(of(',pp', ',1').points).toHaveLength(1);
  });

  it('names columns nobody reads', () => {
    const { report } = of(',mood,pp', ',good,1');
    expect(report.leftOut.map(noteText)).toEqual(['column mood is not read']);
  });

  it('deals throughput of all out over the accelerators', () => {
    const text = 'model,gpu,tp,precision,isl,osl,concurrency,output_throughput\nllama-3.1-70b,h200,8,fp8,1024,1024,64,2880\n';
    expect(recogniseKind(text)).toBe('benchmark');
    expect(read(text).points[0]?.outputTokPerSecPerAccelerator).toBe(360);
  });

  it('has decimal commas between semicolons', () => {
    const text = `${head},tpot_ms\n${row},21.5\n`.replaceAll(',', ';').replace('21.5', '21,5');
    expect(read(text).points[0]?.tpotMeanMs).toBe(21.5);
  });

  it('is held against what a person insists on', () => {
    const against = (context: object): string =>
      read(`${head}\n${row}\n`, { ...nothingSaid, insists: true, ...context }).reasons.join();
    expect(against({ model: 'gpt-oss-120b' })).toBe('the file is of model llama-3.1-70b, not gpt-oss-120b');
    expect(against({ gpu: 'b200_sxm' })).toContain('accelerator h200_sxm');
    expect(against({ precision: 'bf16' })).toContain('precision fp8');
    expect(against({ model: 'llama-3.1-70b', precision: 'fp8' })).toBe('');
  });
});

describe('failures and names', () => {
  it('of AIPerf count whether a summary lists them or a metric counts them', () => {
    const metric = (avg: number, unit: string) => ({ avg, unit });
    const run = { error_summary: [], error_request_count: metric(300, 'requests'),
      request_count: metric(340, 'requests'), output_token_throughput: metric(2900, 'tokens/sec'),
      request_throughput: metric(2.83, 'requests/sec'), input_sequence_length: metric(1024, 'tokens'),
      output_sequence_length: metric(1024, 'tokens'), time_to_first_token: metric(300, 'ms'),
      inter_token_latency: metric(21.5, 'ms'), input_config: { model: ['llama-3.1-70b-instruct'] } };
    expect(read(JSON.stringify(run), h200).reasons[0]).toContain('300 of 640 requests failed');
    const { error_request_count: _, ...sound } = run;
    expect(read(JSON.stringify(sound), h200).runs[0]?.named.modelId).toBe('llama-3.1-70b');
  });

  it('of InferenceX rows before drafting had a name are read from mtp', () => {
    const row = { hw: 'h200', conc: 64, model: 'meta-llama/Llama-3.1-70B-Instruct', precision: 'fp8',
      framework: 'vllm', isl: 1024, osl: 1024, tp: 8, ep: 1, output_tput_per_gpu: 360, mtp: 'on' };
    expect(read(JSON.stringify(row)).runs[0]?.reading.speculative).toBe(true);
    expect(read(JSON.stringify({ ...row, mtp: 'off' })).runs[0]?.reading.speculative).toBe(false);
  });

  it('of GuideLLM are found where its later versions keep the server', () => {
    const mean = (value: number) => ({ successful: { mean: value } });
    const run = { config: { strategy: { type_: 'concurrent', streams: 64 },
      backend: { model: 'meta-llama/Llama-3.1-70B-Instruct' } }, metrics: {
      request_totals: { successful: 640, errored: 0, total: 640 }, prompt_token_count: mean(1024),
      output_token_count: mean(1024), time_to_first_token_ms: mean(300),
      inter_token_latency_ms: mean(21.5), output_tokens_per_second: mean(2900),
      request_latency: mean(22.3) } };
    expect(read(JSON.stringify({ benchmarks: [run] }), h200).runs[0]?.named.modelId)
      .toBe('llama-3.1-70b');
  });
});

describe('what trtllm-bench prints', () => {
  const text = ['[12/01/2026-10:00:00] [TRT-LLM] [I] ', '= PYTORCH BACKEND',
    'Model:\t\t\tmeta-llama/Llama-3.1-70B-Instruct', 'Model Path:\t\t/models/llama',
    'TensorRT-LLM Version:\t1.2.0', 'Dtype:\t\t\tbfloat16', 'Quantization:\t\tFP8',
    'TP Size:                8', 'PP Size:                1', 'EP Size:                None',
    '= REQUEST DETAILS', 'Number of requests:             640',
    'Number of concurrent requests:  63.1500', 'Average Input Length (tokens):  1024.0000',
    'Average Output Length (tokens): 1024.0000', '= PERFORMANCE OVERVIEW ',
    'Request Throughput (req/sec):                     2.8300',
    'Total Output Throughput (tokens/sec):             2900.0000',
    'Total Token Throughput (tokens/sec):              5800.0000',
    'Average request latency (ms):                     22300.0000'].join('\n');

  it('is read as the report it can save', () => {
    expect(recogniseKind(text)).toBe('benchmark');
    const { points, runs } = read(text, { ...nothingSaid, gpu: 'h200_sxm' });
    expect(runs[0]?.reading).toMatchObject({ format: 'trtllm-bench', tp: 8, accelerators: 8,
      frameworkVersion: '1.2.0', isl: 1024, requests: 640 });
    expect(points).toMatchObject([{ modelId: 'llama-3.1-70b', precision: 'fp8',
      outputTokPerSecPerAccelerator: 362.5 }]);
  });

  it('of a pipeline is no measured point', () => {
    expect(read(text.replace('PP Size:                1', 'PP Size:                2'),
      { ...nothingSaid, gpu: 'h200_sxm' }).reasons[0]).toContain('pipeline of 2 stages over 16');
  });
});
