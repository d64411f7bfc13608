import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { importBenchmarks } from '../../../../shared/inference/import/benchmark.ts';
import { isPerfExport, readPerfExport } from '../../../../shared/inference/import/genai-perf.ts';
import { isInferenceXResult,
  readInferenceXResult } from '../../../../shared/inference/import/inferencex.ts';
import { at, flagAt, isNode, numberAt,
  textAt } from '../../../../shared/inference/import/json-node.ts';
import { isVllmResult, readVllmResult } from '../../../../shared/inference/import/vllm.ts';
import { readPointRow, type Row } from '../../../../shared/inference/point-row.ts';

const context = { gpu: 'H200', model: 'llama-3.1-70b', precision: 'fp8', framework: 'vllm',
  frameworkVersion: '1', tp: 2, attentionDp: 4, ep: 8, speculative: false };

describe('values of a stranger’s JSON', () => {
  it('are found along a path, or are not there', () => {
    expect(at({ a: { b: 1 } }, 'a', 'b')).toBe(1);
    expect(at({ a: 1 }, 'a', 'b')).toBeUndefined();
    expect(at(null, 'a')).toBeUndefined();
    expect([{}, [], null, 'x', 1].map(isNode)).toEqual([true, false, false, false, false]);
  });

  it('are numbers, also in words, or none', () => {
    const read = (a: unknown): number | null => numberAt({ a }, 'a');
    expect([1.5, '2', ' 3 ', '', ' ', 'x', Number.NaN, Infinity, '1e400', true, null].map(read))
      .toEqual([1.5, 2, 3, null, null, null, null, null, null, null, null]);
  });

  it('are words, also of numbers, and flags as files write them', () => {
    expect(['x', 1.5, true, null].map((a) => textAt({ a }, 'a'))).toEqual(['x', '1.5', '', '']);
    expect([true, 1, 'true', 'YES', '1', false, 0, 2, 'no', 'truer', 'not 1', null]
      .map((a) => flagAt({ a }, 'a')))
      .toEqual([true, true, true, true, true, false, false, false, false, false, false, false]);
  });
});

describe('a result of vLLM', () => {
  const result = { output_throughput: 1600, mean_ttft_ms: 200, mean_tpot_ms: 20,
    completed: 4, total_input_tokens: 4002, total_output_tokens: 1998,
    request_throughput: 3, max_concurrency: 7, date: '20260410-1015', model_id: 'm' };

  it('is known by throughput and first token', () => {
    expect([result, { output_throughput: 1 }, { mean_ttft_ms: 1 }].map(isVllmResult))
      .toEqual([true, false, false]);
  });

  it('has mean lengths in whole tokens and its throughput over all accelerators', () => {
    // 4,002 / 4 = 1,000.5; 1,998 / 4 = 499.5; 1,600 over 2 x 4.
    expect(readVllmResult(result, context)).toMatchObject({ isl: '1001', osl: '500',
      output_tok_s_per_gpu: '200', concurrency: '7', date: '2026-04-10', checkpoint: 'm',
      ttft_mean_ms: '200', tpot_mean_ms: '20', tp: '2', attention_dp: '4', ep: '8' });
    expect(readVllmResult({}, context)).toMatchObject({ isl: '', osl: '', concurrency: '',
      output_tok_s_per_gpu: '', date: '', ttft_mean_ms: '', tpot_mean_ms: '' });
    expect(readVllmResult({ ...result, completed: 0 }, context)['isl']).toBe('');
    expect(readVllmResult({ ...result, completed: undefined }, context)['isl']).toBe('');
    expect(readVllmResult({ ...result, date: '2026-04-10 10:15' }, context)['date'])
      .toBe('2026-04-10');
  });

  it('has as many users as requests a second times seconds each', () => {
    const users = (changes: object): string | undefined => readVllmResult(
      { ...result, max_concurrency: null, ...changes }, context)['concurrency'];
    // 3 x (200 + 499 x 20) ms, or 3 x the 9 s it says each took.
    expect(Number(users({}))).toBeCloseTo(30.54, 9);
    expect(Number(users({ mean_e2el_ms: 9000 }))).toBeCloseTo(27, 9);
    for (const key of ['request_throughput', 'mean_tpot_ms', 'mean_ttft_ms',
      'total_output_tokens']) expect(users({ [key]: null })).toBe('');
  });
});

describe('a profile export', () => {
  const metric = (avg: number, unit?: string) => ({ avg, ...(unit && { unit }) });
  const ttft = (avg: number, unit?: string): string | undefined => readPerfExport(
    { time_to_first_token: metric(avg, unit) }, context)['ttft_mean_ms'];

  it('has latencies in any unit of time, milliseconds unless said', () => {
    expect([ttft(5, 'ms'), ttft(5, 's'), ttft(5, 'sec'), ttft(5000, 'us'), ttft(5e6, 'ns'),
      ttft(5), ttft(5, 'furlong')]).toEqual(['5', '5000', '5000', '5', '5', '5', '']);
    expect(readPerfExport({}, context)).toMatchObject({ ttft_mean_ms: '', isl: '',
      concurrency: '' });
  });

  it('has its first stated users, whole lengths and metrics that may be nested', () => {
    const records = { output_token_throughput: metric(1600), inter_token_latency: metric(20),
      input_sequence_length: metric(1000.5), output_sequence_length: metric(499.4) };
    expect(readPerfExport({ records, concurrency: 9,
      input_config: { loadgen: { concurrency: 4 }, concurrency: 5 } }, context)).toMatchObject({
      isl: '1001', osl: '499', concurrency: '4', tpot_mean_ms: '20',
      output_tok_s_per_gpu: '200' });
    expect(readPerfExport({ concurrency: 9 }, context)['concurrency']).toBe('9');
    expect([{ records }, records, {}].map((node) => isPerfExport(node)))
      .toEqual([true, true, false]);
  });
});

describe('a result of InferenceX', () => {
  const node = { hw: 'h200', tp: 8, ep: 4, conc: 16, isl: 1024, osl: 1024, date: '2026-01-01',
    image: 'registry:5000/sglang:v1', mean_ttft: 0.25, mean_tpot: 0.02,
    output_tput_per_gpu: 120, infmax_model_prefix: 'p' };

  it('is known by its hardware and a throughput', () => {
    expect([node, { hw: 1, tput_per_gpu: 1 }, { hw: 1 }, { tput_per_gpu: 1 }]
      .map(isInferenceXResult)).toEqual([true, true, false, false]);
  });

  it('has seconds, and widths by whether attention is data-parallel', () => {
    expect(readInferenceXResult(node)).toMatchObject({ mode: 'agg', tp: '8', attention_dp: '1',
      ep: '4', ttft_mean_ms: '250', tpot_mean_ms: '20', output_tok_s_per_gpu: '120',
      length_factor: '0.9', framework_version: 'v1', checkpoint: 'p', concurrency: '16' });
    expect(readInferenceXResult({ ...node, dp_attention: true })).toMatchObject({ tp: '1',
      attention_dp: '8' });
    expect(readInferenceXResult({})).toMatchObject({ ttft_mean_ms: '', tpot_mean_ms: '',
      output_tok_s_per_gpu: '', tp: '', attention_dp: '1' });
  });

  it('of separate workers keeps both kinds apart', () => {
    const apart = { ...node, disagg: true, decode_tp: 4, decode_ep: 2, decode_num_workers: 3,
      prefill_num_workers: 5, num_prefill_gpu: 10, num_decode_gpu: 12 };
    // 120 a decoding accelerator, 12 of 22.
    expect(readInferenceXResult(apart)).toMatchObject({ mode: 'disagg', tp: '4',
      attention_dp: '1', ep: '2', prefill_workers: '5', prefill_gpus: '10',
      decode_workers: '3', decode_gpus: '12' });
    expect(Number(readInferenceXResult(apart)['output_tok_s_per_gpu']))
      .toBeCloseTo((120 * 12) / 22, 9);
    for (const key of ['num_prefill_gpu', 'num_decode_gpu', 'output_tput_per_gpu'])
      expect(readInferenceXResult({ ...apart, [key]: null })['output_tok_s_per_gpu']).toBe('');
  });
});

describe('a line of a table', () => {
  const row: Row = { gpu: 'H200', model: 'llama-3.1-70b', precision: 'fp8', isl: '1000',
    osl: '500', concurrency: '32', output_tok_s_per_gpu: '380' };
  const read = (changes: Row) => {
    const found = readPointRow({ ...row, ...changes }, builtInCatalog, 'x');
    return found.ok ? found.value : found.error;
  };

  it('says nothing with an empty cell or a zero, and is refused where a number is none', () => {
    expect(read({ tp: '', ep: '0', tpot_mean_ms: '0', ttft_mean_ms: ' 5 ' })).toMatchObject({
      tp: null, ep: null, tpotMeanMs: null, ttftMeanMs: 5, moeTp: null, lengthFactor: 1 });
    for (const bad of ['x', '-1', 'Infinity', 'NaN'])
      expect(read({ moe_tp: bad })).toBe(`moe_tp is not a number: ${bad}`);
    for (const bad of ['', '0', '-5', 'x', 'Infinity'])
      expect(read({ isl: bad })).toBe('isl is missing or not above 0');
  });

  it('has a length factor above nothing and at most one', () => {
    expect(read({ length_factor: '1' })).toMatchObject({ lengthFactor: 1 });
    for (const bad of ['0', '1.01', '-1', 'x'])
      expect(read({ length_factor: bad }))
        .toBe('length_factor is not above 0 and at most 1');
  });

  it('drafts, does not, or does not say', () => {
    const words = ['', 'none', 'False', '0', 'unlabelled', 'unlabeled', 'Unknown', 'mtp', 'eagle'];
    expect(words.map((speculative) => {
      const point = read({ speculative });
      return typeof point === 'string' ? point : point.speculative;
    })).toEqual(['none', 'none', 'none', 'none', 'unlabelled', 'unlabelled', 'unlabelled',
      'mtp', 'mtp']);
  });

  it('names what is unknown, and has a mode and a date or none', () => {
    expect(read({ gpu: '' })).toBe('unknown accelerator (empty)');
    expect(read({ gpu: undefined })).toBe('unknown accelerator (empty)');
    expect(read({ model: '' })).toBe('unknown model (empty)');
    expect(read({ model: 'x', checkpoint: 'llama-3.1-70b' }))
      .toMatchObject({ modelId: 'llama-3.1-70b' });
    expect(read({ date: '', mode: 'Disaggregated' })).toMatchObject({ date: null,
      mode: 'disagg' });
    expect(read({ date: '2026-01-01', mode: 'agg' })).toMatchObject({ date: '2026-01-01',
      mode: 'agg' });
    expect(read({})).toMatchObject({ date: null });
  });
});

describe('a file of results', () => {
  const lines = (text: string) => importBenchmarks(text, { ...context, tp: 4, attentionDp: 1 },
    builtInCatalog);

  it('has lines from one in JSON, from two below a table’s head', () => {
    expect(lines('{"a":1}\n\nnonsense\n[1]')).toMatchObject({ ok: true, value: { points: [],
      refused: [{ line: 1 }, { line: 3 }, { line: 4, reason: 'not an object' }] } });
    expect(lines('isl,output_tok_s_per_gpu\n1,\n2,')).toMatchObject({ ok: true,
      value: { refused: [{ line: 2 }, { line: 3 }] } });
    expect(lines('[{"a":1},2]')).toMatchObject({ ok: true,
      value: { refused: [{ line: 1 }, { line: 2 }] } });
    expect(lines('{"a":\n\n')).toMatchObject({ ok: false,
      error: { code: 'not-a-benchmark' } });
  });

  it('keeps a line within 15 % of what its users can have at their speed', () => {
    // 32 users at 20 ms are 1,600 tok/s, 400 on each of four; 460 at most.
    const of = (output: number) => lines('isl,osl,concurrency,tpot_mean_ms,output_tok_s_per_gpu'
      + `\n1000,500,32,20,${output}`);
    expect(of(459)).toMatchObject({ ok: true, value: { refused: [],
      points: [{ id: 'own-2', ep: 8, tp: 4 }] } });
    expect(of(461)).toMatchObject({ ok: true, value: { points: [] } });
  });
});
