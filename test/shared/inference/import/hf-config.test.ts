import { describe, expect, it } from 'vitest';
import { readHuggingFaceConfig } from '../../../../shared/inference/import/hf-config.ts';
import { modelOf } from '../requests.ts';

function read(config: unknown) {
  const model = readHuggingFaceConfig(config, 'mine');
  if (!model.ok) throw new Error(`${model.error.code} ${model.error.key}`);
  return model.value;
}

/** Published configurations, the keys that matter. */
const llama70b = {
  model_type: 'llama', num_hidden_layers: 80, hidden_size: 8192, num_attention_heads: 64,
  num_key_value_heads: 8,
  vocab_size: 128_256, max_position_embeddings: 131_072, intermediate_size: 28_672,
  tie_word_embeddings: false,
};
const deepseekR1 = {
  model_type: 'deepseek_v3', num_hidden_layers: 61, hidden_size: 7168, num_attention_heads: 128,
  num_key_value_heads: 128,
  vocab_size: 129_280, max_position_embeddings: 163_840, intermediate_size: 18_432,
  moe_intermediate_size: 2048,
  n_routed_experts: 256, n_shared_experts: 1, num_experts_per_tok: 8, first_k_dense_replace: 3,
  q_lora_rank: 1536,
  kv_lora_rank: 512, qk_nope_head_dim: 128, qk_rope_head_dim: 64, v_head_dim: 128,
  num_nextn_predict_layers: 1,
  quantization_config: { quant_method: 'fp8' },
};
const gptOss = {
  model_type: 'gpt_oss', num_hidden_layers: 36, hidden_size: 2880, num_attention_heads: 64,
  num_key_value_heads: 8,
  head_dim: 64, vocab_size: 201_088, max_position_embeddings: 131_072, intermediate_size: 2880,
  num_local_experts: 128,
  num_experts_per_tok: 4, sliding_window: 128, quantization_config: { quant_method: 'mxfp4' },
  layer_types: Array.from({ length: 36 },
    (_, i) => (i % 2 === 0 ? 'sliding_attention' : 'full_attention')),
};
const qwen235b = {
  model_type: 'qwen3_moe', num_hidden_layers: 94, hidden_size: 4096, num_attention_heads: 64,
  num_key_value_heads: 4,
  head_dim: 128, vocab_size: 151_936, max_position_embeddings: 40_960,
  intermediate_size: 12_288,
  moe_intermediate_size: 1536, num_experts: 128, num_experts_per_tok: 8, decoder_sparse_step: 1,
  mlp_only_layers: [],
};

describe('a Hugging Face configuration', () => {
  it.each([
    [llama70b, 'llama-3.1-70b'], [deepseekR1, 'deepseek-r1'], [gptOss, 'gpt-oss-120b'],
    [qwen235b, 'qwen3-235b-a22b'],
  ] as const)('gives the counts of the catalogue (%#)', (config, id) => {
    const [own, known] = [read(config), modelOf(id)];
    for (const key of [
      'layers', 'hidden', 'heads', 'kvHeads', 'vocab', 'context', 'attention',
    ] as const) {
      expect(own[key]).toBe(known[key]);
    }
    expect(own.moe).toEqual(known.moe);
    expect(own.mla).toEqual(known.mla);
    expect(own.slidingWindow).toEqual(known.slidingWindow);
    for (const key of ['paramsAttention', 'paramsRouted', 'paramsDenseAndShared', 'paramsHead',
      'paramsTotal'] as const) {
      expect(own[key]).toBe(known[key]);
    }
  });

  it('counts tied embeddings once and reads the text part of a multimodal model', () => {
    const tied = read({ text_config: { ...llama70b, tie_word_embeddings: true } });
    expect(tied.paramsTotal).toBe(read(llama70b).paramsTotal - 128_256 * 8192);
  });

  it('knows linear layers by the interval of full ones', () => {
    expect(read({ ...qwen235b, full_attention_interval: 4 }).linearAttentionLayers)
      .toBe(94 - 23);
  });

  it.each([
    [null, 'not-a-config', ''], [[], 'not-a-config', ''],
    [{ ...llama70b, hidden_size: undefined }, 'missing-key', 'hidden_size'],
    [{ ...llama70b, num_hidden_layers: -3 }, 'bad-value', 'num_hidden_layers'],
    [{ ...qwen235b, num_experts_per_tok: 999 }, 'bad-value', 'num_experts_per_tok'],
    [{ ...llama70b, hidden_size: 1e308 }, 'bad-value', 'hidden_size'],
    [{ ...llama70b, intermediate_size: 1e200 }, 'bad-value', 'intermediate_size'],
  ])('refuses what it cannot read (%#)', (config, code, key) => {
    expect(readHuggingFaceConfig(config, 'x')).toEqual({ ok: false, error: { code, key } });
  });
});
