import { describe, expect, it } from 'vitest';
import { kvGrowth } from '../../../../../shared/inference/import/models/report.ts';
import { readOf, refusalOf } from './support.ts';

const plain = { hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 32,
  num_key_value_heads: 8, intermediate_size: 14_336, vocab_size: 128_256,
  max_position_embeddings: 8192, tie_word_embeddings: false } as const;
const billions = (config: object): number => readOf(config).model.paramsTotal / 1e9;

describe('keys as their makers publish them', () => {
  it('repeat the experts of a token under a second name (GPT-OSS)', () => {
    const config = { ...plain, model_type: 'gpt_oss', hidden_size: 2880, intermediate_size: 2880,
      head_dim: 64, num_attention_heads: 64, num_hidden_layers: 24, num_local_experts: 32,
      num_experts_per_tok: 4, sliding_window: 128, vocab_size: 201_088 };
    expect(readOf({ ...config, experts_per_token: 4 }).model).toEqual(readOf(config).model);
    expect(refusalOf({ ...config, experts_per_token: 5 })).toBe('bad-value experts_per_token');
  });

  it('state the period of full layers twice, and blocks that are gated (Command R7B)', () => {
    const config = { ...plain, model_type: 'cohere2', sliding_window: 4096, layer_switch: 4,
      sliding_window_pattern: 4, order_of_interleaved_layers: 'local_attn_first',
      use_gated_activation: true, use_parallel_block: true, use_parallel_embedding: true };
    expect(kvGrowth(readOf(config).model)).toBe(8 * 2 * 8 * 128 * 2);
    expect(refusalOf({ ...config, layer_switch: 8 })).toBe('bad-value layer_switch');
    expect(refusalOf({ ...config, order_of_interleaved_layers: 'other' }))
      .toBe('not-understood order_of_interleaved_layers');
    const twoMatrices = readOf({ ...config, use_gated_activation: false }).model;
    expect(readOf(config).model.paramsTotal - twoMatrices.paramsTotal).toBe(32 * 4096 * 14_336);
  });

  it('say that every layer attends to everything (Phi-4-mini, MiniMax-M2)', () => {
    const phi = { ...plain, model_type: 'phi3', sliding_window: null };
    expect(readOf({ ...phi, full_attn_mod: 1 }).model).toEqual(readOf(phi).model);
    expect(refusalOf({ ...phi, full_attn_mod: 2 })).toBe('not-understood full_attn_mod');
    const m2 = { ...plain, model_type: 'minimax_m2', num_local_experts: 8, num_experts_per_tok: 2,
      intermediate_size: 1536, head_dim: 128, num_mtp_modules: 3 };
    const full = { ...m2, attn_type_list: Array.from({ length: 32 }, () => 1),
      mlp_intermediate_size: 8192, shared_moe_mode: 'sigmoid', shared_intermediate_size: 0 };
    expect(readOf(full).model).toEqual(readOf(m2).model);
    expect(refusalOf({ ...full, attn_type_list: [0, ...full.attn_type_list.slice(1)] }))
      .toBe('not-understood attn_type_list');
  });

  it('have experts as wide as the block of the dense ones (Hunyuan-Large)', () => {
    const large = { ...plain, model_type: 'hunyuan', hidden_size: 6400, intermediate_size: 18_304,
      num_hidden_layers: 64, num_attention_heads: 80, attention_head_dim: 128, num_experts: 16,
      moe_topk: 1, num_shared_expert: 1, use_cla: true, cla_share_factor: 2, vocab_size: 129_024,
      tie_word_embeddings: true };
    expect(Math.abs(billions(large) / 389 - 1)).toBeLessThan(0.01);
    expect(kvGrowth(readOf(large).model)).toBe(32 * 2 * 8 * 128 * 2);
  });
});

describe('a part of text that leaves out what its class has', () => {
  it('is read with it and says so (LLaVA 1.5, Pixtral)', () => {
    const llava = { model_type: 'llava', architectures: ['LlavaForConditionalGeneration'],
      ignore_index: -100, vision_config: { hidden_size: 1024 },
      text_config: { model_type: 'llama', max_position_embeddings: 4096, vocab_size: 32_064 } };
    expect(billions(llava)).toBeCloseTo(6.74, 2);
    const said = readOf(llava).notices.join();
    for (const key of ['num_hidden_layers', 'hidden_size', 'num_attention_heads', 'intermediate_size'])
      expect(said).toContain(`${key} is left out`);
    const pixtral = { model_type: 'llava', text_config: { model_type: 'mistral', hidden_size: 5120,
      head_dim: 128, num_hidden_layers: 40, num_key_value_heads: 8, intermediate_size: 14_336,
      sliding_window: null, max_position_embeddings: 1_024_000, vocab_size: 131_072 } };
    expect(billions(pixtral)).toBeCloseTo(12.25, 2);
  });

  it('is refused where it is the whole file, which states them', () => {
    expect(refusalOf({ model_type: 'llama', max_position_embeddings: 4096, vocab_size: 32_064 }))
      .toBe('missing-key num_hidden_layers');
  });
});

describe('a configuration that writes no text token by token', () => {
  const bert = { ...plain, num_key_value_heads: 32 };
  it.each([
    ['BertLikeModel', { ...bert, model_type: 'ernie', architectures: ['BertLikeModel'] }],
    ['NewForMaskedLM', { ...bert, model_type: 'new', architectures: ['NewForMaskedLM'] }],
    ['DreamModel', { ...plain, model_type: 'Dream', architectures: ['DreamModel'] }],
    ['OddForSpeech', { ...plain, model_type: 'odd', architectures: ['OddForSpeech'] }],
    ['LlamaForSequenceClassification', { ...plain, model_type: 'llama',
      architectures: ['LlamaForSequenceClassification'] }],
    ['MistralModel', { ...plain, model_type: 'mistral', architectures: ['MistralModel'] }],
    ['FluxTransformer2DModel', { ...plain, _class_name: 'FluxTransformer2DModel' }],
    ['causal', { ...bert, model_type: 'nomic', causal: false }],
    ['is_causal', { ...plain, model_type: 'qwen2', is_causal: false }],
    ['use_bidirectional_attention', { ...plain, model_type: 'gemma3_text',
      use_bidirectional_attention: true }],
    ['is_encoder_decoder', { ...plain, model_type: 'pegasus', is_encoder_decoder: true }],
  ])('is refused by its class or its switch: %s', (key, config) => {
    expect(refusalOf(config)).toBe(`not-generating ${key}`);
  });

  it.each(['GPT2LMHeadModel', 'NewForCausalLM', 'NewForConditionalGeneration', 'ChatGLMModel'])(
    'is none where its class is %s', (name) => {
      expect(refusalOf({ ...plain, model_type: name === 'ChatGLMModel' ? 'llama' : 'newthing',
        architectures: [name] })).toBe('ok');
    });
});

describe('the precision of published weights', () => {
  it.each([
    [{ quant_method: 'bitsandbytes', load_in_4bit: true }, 'int4'],
    [{ quant_method: 'bitsandbytes', load_in_8bit: true }, 'int8'],
    [{ quant_method: 'gptq', bits: 8 }, 'int8'], [{ quant_method: 'awq' }, 'int4'],
    [{ quant_method: 'fbgemm_fp8' }, 'fp8'], [{ quant_method: 'modelopt', quant_algo: 'W4A16_AWQ' }, 'int4'],
    [{ quant_method: 'quark', global_quant_config: { weight: { dtype: 'fp4' } } }, 'mxfp4'],
  ])('of %o is %s', (quantization, precision) => {
    expect(readOf({ ...plain, model_type: 'llama', quantization_config: quantization })
      .model.nativePrecision).toBe(precision);
  });
});

describe('a file of a known type', () => {
  it('is not said to name none where a value is not understood', () => {
    expect(refusalOf({ ...plain, model_type: 'opt', ffn_dim: 4096, intermediate_size: undefined,
      word_embed_proj_dim: 512 })).toBe('not-understood word_embed_proj_dim');
  });

  it('says so where what its type states is left out', () => {
    const experts = { ...plain, n_routed_experts: 8, num_experts_per_tok: 2,
      moe_intermediate_size: 512 };
    const mamba = { ...plain, mamba_n_heads: 32, mamba_d_head: 128, mamba_d_state: 16 };
    const said = (type: string, config: object): string =>
      readOf({ ...config, model_type: type }).notices.join();
    expect(said('dots1', experts)).toContain('first_k_dense_replace');
    expect(said('deepseek', experts)).toContain('n_shared_experts');
    expect(said('lfm2', plain)).toContain('layer_types');
    expect(said('falcon_h1', mamba)).toContain('head_dim');
  });

  it('is refused by a misspelt key of dense layers', () => {
    expect(refusalOf({ ...plain, model_type: 'llama', first_k_dense_replacement: 3 }))
      .toBe('not-understood first_k_dense_replacement');
  });
});
