import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../../shared/catalog/catalog.ts';
import {
  deltaNetBlock, kimiDeltaBlock, latentWeights, lightningBlock, mamba2Block, mambaBlock,
  shortConvolutionBlock,
} from '../../../../../shared/inference/import/models/blocks.ts';
import { lineOfKey, readJsonText } from '../../../../../shared/inference/import/models/json-text.ts';
import { keepConfig } from '../../../../../shared/inference/import/models/keep.ts';
import { explainConfig } from '../../../../../shared/inference/import/models/problem.ts';
import { checkPromise, promiseOf } from '../../../../../shared/inference/import/models/promise.ts';
import { kvMean, modelName } from '../../../../../shared/inference/import/models/report.ts';
import { kvCacheBytes } from '../../../../../shared/inference/kv-groups.ts';
import { kvBytesPerSequence } from '../../../../../shared/inference/memory.ts';
import { shapeModel } from '../../../../../shared/inference/shape.ts';
import { readOf, refusalOf } from './support.ts';

/** Eight layers of width 64 with four heads of 16. */
const small = { model_type: 'llama', num_hidden_layers: 8, hidden_size: 64,
  num_attention_heads: 4, num_key_value_heads: 2, vocab_size: 9, intermediate_size: 100,
  max_position_embeddings: 4096, tie_word_embeddings: false };

describe('weights of blocks', () => {
  it('of latent attention have a query of full or low rank', () => {
    const shape = { kvLoraRank: 20, qkNopeHeadDim: 8, qkRopeHeadDim: 4, vHeadDim: 6 };
    // Keys 100 x 24 + 20 x 10 x 14, output 10 x 6 x 100; queries 100 x 120, or 5 x (100 + 120).
    expect(latentWeights(100, 10, { ...shape, qLoraRank: 0 })).toBe(2400 + 2800 + 6000 + 12_000);
    expect(latentWeights(100, 10, { ...shape, qLoraRank: 5 })).toBe(2400 + 2800 + 6000 + 1100);
  });

  it('that keep a state are projections, convolutions and what they need', () => {
    // Channels 2 x 2 x 3 + 4 x 5 = 32; 10 x (32 + 20 + 8) + 32 x 4 + 20 x 10.
    expect(deltaNetBlock(10, { keyHeads: 2, keyDim: 3, valueHeads: 4, valueDim: 5, kernel: 4 }))
      .toEqual({ weights: 600 + 128 + 200, stateBytes: 4 * 3 * 5 * 4 + 32 * 3 * 2 });
    // Inner 6: 4 x 10 x 6, gate 10 x 6 or 3 x 16, decay 3 x 16, 10 x 2, convolutions 3 x 6 x 4.
    const kimi = { heads: 2, dim: 3, kernel: 4 };
    expect(kimiDeltaBlock(10, { ...kimi, fullRankGate: true }).weights)
      .toBe(240 + 60 + 48 + 20 + 72);
    expect(kimiDeltaBlock(10, { ...kimi, fullRankGate: false }).weights)
      .toBe(240 + 48 + 48 + 20 + 72);
    // Inner 20, channels 20 + 2 x 1 x 3 = 26: 10 x (20 + 26 + 4) + 26 x 4 + 200.
    expect(mamba2Block(10, { inner: 20, heads: 4, groups: 1, state: 3, kernel: 4 }))
      .toEqual({ weights: 500 + 104 + 200, stateBytes: 20 * 3 * 4 + 26 * 3 * 2 });
    // 10 x 40 + 20 x 4 + 20 x (2 + 6) + 2 x 20 + 20 x 3 + 200.
    expect(mambaBlock(10, { inner: 20, rank: 2, state: 3, kernel: 4 }))
      .toEqual({ weights: 400 + 80 + 160 + 40 + 60 + 200, stateBytes: 240 + 20 * 3 * 2 });
    expect(lightningBlock(10, 2, 3)).toEqual({ weights: 5 * 60, stateBytes: 2 * 9 * 4 });
    expect(shortConvolutionBlock(10, 10, 3)).toEqual({ weights: 300 + 30 + 100,
      stateBytes: 10 * 2 * 2 });
  });
});

describe('a small configuration', () => {
  it('is counted part by part', () => {
    // Attention 64 x (4 + 2) x 32 x 8, blocks 3 x 64 x 100 x 8, head and embedding 9 x 64 each.
    expect(readOf(small).model).toMatchObject({ paramsAttention: 98_304,
      paramsDenseAndShared: 153_600, paramsHead: 576, paramsRouted: 0,
      paramsActive: 98_304 + 153_600 + 576, paramsTotal: 98_304 + 153_600 + 1152 });
    expect(readOf({ ...small, tie_word_embeddings: true }).model.paramsTotal)
      .toBe(98_304 + 153_600 + 576);
  });

  it('with experts counts those of a token, shared ones and routers', () => {
    const moe = { ...small, model_type: 'deepseek', n_routed_experts: 8, num_experts_per_tok: 2,
      moe_intermediate_size: 10, n_shared_experts: 1, first_k_dense_replace: 3 };
    // One expert 3 x 64 x 10 = 1,920; five layers of eight; a router 64 x 8; three of 19,200.
    expect(readOf(moe).model).toMatchObject({ paramsRouted: 5 * 8 * 1920,
      paramsDenseAndShared: 3 * 19_200 + 5 * 1920,
      paramsActive: 98_304 + 67_200 + 576 + 5 * 512 + 5 * 2 * 1920,
      moe: { experts: 8, activeExperts: 2, sharedExperts: 1, moeLayers: 5, denseLayers: 3 } });
    expect(refusalOf({ ...moe, num_experts_per_tok: 9 })).toBe('bad-value num_experts_per_tok');
    expect(refusalOf({ ...moe, moe_intermediate_size: undefined }))
      .toBe('missing-key moe_intermediate_size');
  });

  it('with windows keeps so many layers to their reach', () => {
    const windowed = readOf({ ...small, model_type: 'qwen2', use_sliding_window: true,
      sliding_window: 100, max_window_layers: 6 }).model;
    expect(windowed.slidingWindow).toEqual({ window: 100, windowedLayers: 2 });
    // 2 x 2 x 16 values of two bytes: six layers of 1,000 tokens, two of 100.
    expect(kvCacheBytes(windowed, 1000, 2)).toBe(128 * (6 * 1000 + 2 * 100));
    expect(readOf({ ...small, model_type: 'qwen2', sliding_window: 100 }).model.slidingWindow)
      .toBeUndefined();
    expect(readOf({ ...small, model_type: 'mistral', sliding_window: 8192 }).model.slidingWindow)
      .toBeUndefined();
  });

  it('is refused by the key that is missing, broken or beyond any model', () => {
    expect(refusalOf(null)).toBe('not-a-config ');
    expect(refusalOf([])).toBe('not-a-config ');
    expect(refusalOf({ ...small, hidden_size: undefined })).toBe('missing-key hidden_size');
    expect(refusalOf({ ...small, num_hidden_layers: -3 })).toBe('bad-value num_hidden_layers');
    expect(refusalOf({ ...small, vocab_size: 0 })).toBe('bad-value vocab_size');
    expect(refusalOf({ ...small, vocab_size: 1.5 })).toBe('bad-value vocab_size');
    expect(refusalOf({ ...small, num_key_value_heads: 3 })).toBe('bad-value num_key_value_heads');
    expect(refusalOf({ ...small, intermediate_size: 1e200 })).toBe('bad-value intermediate_size');
    expect(refusalOf({ ...small, layer_types: ['full_attention'] })).toBe('bad-value layer_types');
    expect(refusalOf({ ...small, layer_types: Array.from({ length: 8 }, () => 'astral') }))
      .toBe('bad-value layer_types');
    expect(refusalOf({ ...small, n_layer: 9 })).toBe('bad-value n_layer');
    expect(refusalOf({ ...small, max_position_embeddings: undefined }))
      .toBe('no-context max_position_embeddings');
    expect(refusalOf({ ...small, model_type: 'bert' })).toBe('not-text ');
    expect(refusalOf({ ...small, hidden_size: Infinity })).toBe('bad-value hidden_size');
  });

  it('says each refusal in words', () => {
    expect(explainConfig({ code: 'not-understood', key: 'a, b', family: 'known' }))
      .toContain('a, b');
    expect(explainConfig({ code: 'not-understood', key: 'a', family: 'x' })).toContain('type x');
    for (const code of ['not-a-config', 'missing-key', 'bad-value', 'no-context', 'not-text'] as const)
      expect(explainConfig({ code, key: 'k', family: 'f' }).length).toBeGreaterThan(15);
  });
});

describe('a cache of groups', () => {
  const mixed = readOf({ model_type: 'mimo_v2_flash', num_hidden_layers: 2, hidden_size: 64,
    num_attention_heads: 4, num_key_value_heads: 1, head_dim: 24, v_head_dim: 16,
    intermediate_size: 100, vocab_size: 9, max_position_embeddings: 4096, sliding_window: 10,
    swa_num_key_value_heads: 2, hybrid_layer_pattern: [0, 1], tie_word_embeddings: false }).model;

  it('is spread over the heads of each', () => {
    const shape = shapeModel(mixed, 'bf16', 'bf16', 'vllm');
    // Full: 1 head of 40 values; windowed: 2 heads, 10 tokens; two bytes each.
    expect(kvBytesPerSequence(shape, 1000, 1)).toBe(80 * 1000 + 160 * 10);
    expect(kvBytesPerSequence(shape, 1000, 2)).toBe(80 * 1000 + 80 * 10);
    expect(kvBytesPerSequence(shape, 1000, 8)).toBe(80 * 1000 + 80 * 10);
  });

  it('of DeepSeek-V4 is that of its published layout', () => {
    const { 'deepseek-v4-pro': pro, 'deepseek-v4-flash': flash } = builtInCatalog.models;
    if (pro === undefined || flash === undefined) throw new Error('no DeepSeek-V4');
    // 584 bytes for 4 or 128 tokens and 132 of index for 4; 61 or 43 windows of 128.
    expect(kvMean(pro, 2 ** 40)).toBeCloseTo((30 / 4 + 31 / 128) * 584 + (30 / 4) * 132, 3);
    expect(kvMean(flash, 2 ** 40)).toBeCloseTo((21 / 4 + 20 / 128) * 584 + (21 / 4) * 132, 3);
    const shape = shapeModel(pro, 'fp8', 'fp8', 'vllm');
    expect(kvBytesPerSequence(shape, 1e6, 1)).toBeCloseTo(1e6 * ((30 / 4 + 31 / 128) * 584
      + (30 / 4) * 132) + 61 * 128 * 584, 0);
    expect(shape.sparseTopk).toBe(4096);
  });
});

describe('around a file', () => {
  it('reads numbers as Python writes them and says where a text ends', () => {
    expect(readJsonText('\uFEFF{"a": [0.0, Infinity], "b": -Infinity, "c": "NaN Infinity"}'))
      .toEqual({ ok: true, value: { a: [0, Infinity], b: -Infinity, c: 'NaN Infinity' } });
    expect(readJsonText('{"a": NaN}')).toEqual({ ok: true, value: { a: 'NaN' } });
    expect(readJsonText('{\n"a": 1,\n"b": ')).toMatchObject({ ok: false, error: { line: 3 } });
    expect(readJsonText(' ')).toMatchObject({ ok: false, error: { line: 1 } });
    expect(lineOfKey('{}', 'absent')).toBeNull();
  });

  it('takes a name from the configuration, then from the file', () => {
    expect(modelName('{"_name_or_path": "org/Model-7B"}', 'config.json')).toBe('Model-7B');
    expect(modelName('{}', 'config.json')).toBe('Own model');
  });

  it('holds the count against the name', () => {
    expect(promiseOf('Llama-4-Scout-17B-16E')).toEqual({ totalB: null, activeB: 17 });
    expect(promiseOf('Mixtral-8x7B-v0.1')).toEqual({ totalB: null, activeB: null });
    expect(promiseOf('OLMoE-1B-7B-0924')).toEqual({ totalB: 7, activeB: 1 });
    expect(promiseOf('gpt-oss-120b')).toEqual({ totalB: 120, activeB: null });
    const counts = { paramsTotal: 70.5e9, paramsActive: 69e9 };
    expect(checkPromise('Llama-70B', counts)).toMatchObject({ agrees: true });
    expect(checkPromise('Llama-7B', counts)).toMatchObject({ agrees: false });
    expect(checkPromise('Llama-70B-A3B', counts)).toMatchObject({ agrees: false });
    expect(checkPromise('Jamba', counts)).toBeNull();
  });

  it('keeps nothing longer than a record', () => {
    expect(keepConfig(JSON.stringify(small), 20)).toBeNull();
    expect(keepConfig('{', 20_000)).toBeNull();
    expect(keepConfig(JSON.stringify({ ...small, rope_scaling: { a: 1 } }), 20_000))
      .not.toContain('rope');
  });
});
