import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { importBenchmarks } from '../../../../shared/import/benchmark/benchmark.ts';
import { readHuggingFaceConfig } from '../../../../shared/inference/import/hf-config.ts';
import { countParameters, readAttention,
  readExperts } from '../../../../shared/inference/import/hf-parts.ts';
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

describe('parts of a model’s configuration', () => {
  it('are heads as stated, or those of the queries and the width over them', () => {
    expect(readAttention({}, 1000, 10)).toEqual({ kvHeads: 10, headDim: 100, mla: null });
    expect(readAttention({ head_dim: 64, num_key_value_heads: 2 }, 1000, 10))
      .toEqual({ kvHeads: 2, headDim: 64, mla: null });
    expect(readAttention({ kv_lora_rank: 32 }, 1000, 10).mla).toEqual({ kvLoraRank: 32,
      qLoraRank: 0, qkNopeHeadDim: 100, qkRopeHeadDim: 0, vHeadDim: 100 });
  });

  const sizes = { layers: 4, hidden: 100, heads: 10, vocab: 1000 };
  const gqa = { kvHeads: 2, headDim: 10, mla: null };

  it('are counted from their shapes: four layers of width 100', () => {
    // Attention 100 x 10 x (2 x 10 + 2 x 2), projections 3 x 100 x 300, head 1,000 x 100.
    expect(countParameters({ intermediate_size: 300 }, sizes, gqa, null, false)).toEqual({
      paramsAttention: 96_000, paramsDenseAndShared: 360_000, paramsHead: 100_000,
      paramsRouted: 0, paramsActive: 556_000, paramsTotal: 656_000 });
    expect(countParameters({ intermediate_size: 300 }, sizes, gqa, null, true).paramsTotal)
      .toBe(556_000);
  });

  it('of latent attention have a query of full or low rank', () => {
    const mla = { kvLoraRank: 20, qLoraRank: 0, qkNopeHeadDim: 8, qkRopeHeadDim: 4,
      vHeadDim: 6 };
    const of = (qLoraRank: number): number => countParameters({}, { ...sizes, layers: 1 },
      { ...gqa, mla: { ...mla, qLoraRank } }, null, false).paramsAttention;
    // Keys 100 x 24 + 20 x 10 x 14, output 10 x 6 x 100; queries 100 x 120, or 5 x (100 + 120).
    expect(of(0)).toBe(2400 + 2800 + 6000 + 12_000);
    expect(of(5)).toBe(2400 + 2800 + 6000 + 1100);
  });

  it('with experts count those of a token, shared ones and routers', () => {
    const experts = { experts: 8, activeExperts: 2, sharedExperts: 1, expertIntermediate: 50,
      moeLayers: 3, denseLayers: 1 };
    // One expert 3 x 100 x 50; three layers of eight; a router 100 x 8; one dense layer of 300.
    const counts = countParameters({ intermediate_size: 300 }, sizes, gqa, experts, false);
    expect(counts).toMatchObject({ paramsRouted: 360_000,
      paramsDenseAndShared: 90_000 + 45_000,
      paramsActive: 96_000 + 135_000 + 100_000 + 2400 + 90_000,
      paramsTotal: 96_000 + 135_000 + 100_000 + 2400 + 360_000 + 100_000 });
    const wide = countParameters({ intermediate_size: 300,
      shared_expert_intermediate_size: 80 }, sizes, gqa, experts, false);
    expect(wide.paramsDenseAndShared).toBe(90_000 + 3 * 3 * 100 * 80);
  });

  it('have experts from two of them on, under any of three names', () => {
    for (const key of ['n_routed_experts', 'num_local_experts', 'num_experts'])
      expect(readExperts({ [key]: 2, intermediate_size: 7 }, 4)).toMatchObject({ experts: 2,
        expertIntermediate: 7 });
    expect(readExperts({ num_experts: 1 }, 4)).toBeNull();
    expect(readExperts({}, 4)).toBeNull();
    expect(readExperts({ num_experts: 4, num_experts_per_token: 3 }, 4)?.activeExperts).toBe(3);
  });
});

describe('a model’s configuration', () => {
  const plain = { num_hidden_layers: 8, hidden_size: 64, num_attention_heads: 4, vocab_size: 9 };
  const read = (changes: object) => {
    const found = readHuggingFaceConfig({ ...plain, ...changes }, 'mine');
    if (!found.ok) throw new Error(found.error.code);
    return found.value;
  };

  it('has windowed layers as listed, all where none are listed, or none', () => {
    const types = ['sliding_attention', 'full_attention', 'sliding_attention'];
    expect(read({ sliding_window: 128, layer_types: types }).slidingWindow)
      .toEqual({ window: 128, windowedLayers: 2 });
    expect(read({ sliding_window: 128 }).slidingWindow)
      .toEqual({ window: 128, windowedLayers: 8 });
    expect(read({ sliding_window: 128, use_sliding_window: false }).slidingWindow)
      .toBeUndefined();
    expect(read({ sliding_window: 128, layer_types: ['full_attention'] }).slidingWindow)
      .toBeUndefined();
    expect(read({ layer_types: types }).slidingWindow).toBeUndefined();
  });

  it('has linear layers as listed, or but every n-th', () => {
    expect(read({ full_attention_interval: 3 }).linearAttentionLayers).toBe(6);
    expect(read({ full_attention_interval: 2 }).linearAttentionLayers).toBe(4);
    expect(read({ full_attention_interval: 1 }).linearAttentionLayers).toBeUndefined();
    expect(read({ layer_types: ['linear_attention', 'full_attention'] }).linearAttentionLayers)
      .toBe(1);
    expect(read({}).linearAttentionLayers).toBeUndefined();
  });

  it('has a stored precision, a name, ties and norms where it says so', () => {
    const method = (quant_method: string) => read({ quantization_config: { quant_method } });
    expect([method('fp8').nativePrecision, method('mxfp4').nativePrecision,
      read({}).nativePrecision]).toEqual(['fp8', 'mxfp4 experts', undefined]);
    expect([read({}).name, read({ _name_or_path: 'theirs' }).name]).toEqual(['mine', 'theirs']);
    expect(read({ num_nextn_predict_layers: 2 }).mtpLayers).toBe(2);
    expect([read({ use_qk_norm: true }).note, read({ model_type: 'qwen3_moe' }).note,
      read({}).note]).toEqual(['query-key norm', 'query-key norm', undefined]);
    const inner = { text_config: plain, tie_word_embeddings: true };
    expect(read({}).paramsTotal - read(inner).paramsTotal).toBe(9 * 64);
  });

  it('is refused by the key that is missing, broken or beyond any model', () => {
    const problem = (changes: object) => {
      const found = readHuggingFaceConfig({ ...plain, ...changes }, 'mine');
      return found.ok ? 'ok' : `${found.error.code} ${found.error.key}`;
    };
    expect(problem({ vocab_size: 0 })).toBe('bad-value vocab_size');
    expect(problem({ vocab_size: 1.5 })).toBe('bad-value vocab_size');
    expect(problem({ num_attention_heads: 'x' })).toBe('missing-key num_attention_heads');
    expect(problem({ anything: -2e12 })).toBe('bad-value anything');
    expect(problem({ anything: 1e12 })).toBe('ok');
    expect(problem({ anything: 1.05e12 })).toBe('bad-value anything');
    expect(problem({ num_experts: 4, num_experts_per_tok: 4 })).toBe('ok');
    expect(problem({ num_experts: 4, num_experts_per_tok: 5 }))
      .toBe('bad-value num_experts_per_tok');
  });
});
