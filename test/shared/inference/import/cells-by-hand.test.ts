import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { importBenchmarks } from '../../../../shared/import/benchmark/benchmark.ts';
import { at, flagAt, isNode, numberAt,
  textAt } from '../../../../shared/inference/import/json-node.ts';
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
    expect(lines('{"a":1}\n\nnonsense\n[1]')).toMatchObject({ ok: true,
      value: { value: { points: [],
        refused: [{ line: 1 }, { line: 3 }, { line: 4, reason: 'not an object' }] } } });
    expect(lines('isl,output_tok_s_per_gpu\n1,\n2,')).toMatchObject({ ok: true,
      value: { value: { refused: [{ line: 2 }, { line: 3 }] } } });
    expect(lines('[{"a":1},2]')).toMatchObject({ ok: true,
      value: { value: { refused: [{ line: 1 }, { line: 2 }] } } });
    expect(lines('{"a":\n\n')).toMatchObject({ ok: false,
      error: [{ code: 'not-a-benchmark' }] });
  });

  it('keeps a line within 15 % of what its users can have at their speed', () => {
    // 32 users at 20 ms are 1,600 tok/s, 400 on each of four; 460 at most.
    const of = (output: number) => lines('isl,osl,concurrency,tpot_mean_ms,output_tok_s_per_gpu'
      + `\n1000,500,32,20,${output}`);
    expect(of(459)).toMatchObject({ ok: true, value: { value: { refused: [],
      points: [{ id: 'own-2', ep: 8, tp: 4 }] } } });
    expect(of(461)).toMatchObject({ ok: true, value: { value: { points: [] } } });
  });
});
