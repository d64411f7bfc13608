import { expecting, type Families, type FamilyReader } from '../family.ts';
import { layerList } from '../layers.ts';
import { readFeeds } from '../experts.ts';
import { readSizes } from '../sizes.ts';
import { assemble, attentionMixer, decoder } from './decoder.ts';

/**
 * Decoders with rotary positions, a gated block of three matrices and an untied head unless
 * said, after their configuration classes in huggingface/transformers and the repositories
 * of the makers.
 */
const llama = decoder({ nested: { layers: 32, hidden: 4096, heads: 32, vocab: 32_000,
  context: 2048, width: 11_008 } });
const tied = decoder({ defaults: { tied: true } });
const mistral = decoder({ defaults: { kvHeads: 8 }, windows: 'all', window: 4096,
  nested: { layers: 32, hidden: 4096, heads: 32, vocab: 32_000, context: 131_072,
    width: 14_336 } });
/** Every n-th layer of Phi-3 attends to everything; published files say 1. */
const phi3: FamilyReader = (keys, outer) => {
  if (keys.size('full_attn_mod', 1, true) !== 1) keys.complain('not-understood',
    'full_attn_mod');
  return decoder({ windows: 'all' })(keys, outer);
};
const qwen2 = decoder({ windows: 'late', window: 4096, defaults: { kvHeads: 32 },
  nested: { layers: 32, hidden: 4096, heads: 32, vocab: 151_936, context: 32_768,
    width: 22_016 } });
const qwen3 = decoder({ windows: 'late', window: 4096, queryKeyNorm: true,
  defaults: { kvHeads: 32, headDim: 128 } });
const cohere = decoder({ defaults: { tied: true } });
/** Windows first within each group, as published; other orders and blocks are not known. */
const cohere2: FamilyReader = (keys, outer) => {
  if (!/^(?:|local_attn_first)$/u.test(keys.word('order_of_interleaved_layers')))
    keys.complain('not-understood', 'order_of_interleaved_layers');
  const gated = keys.flag('use_gated_activation', true);
  keys.pass('use_parallel_block', 'use_parallel_embedding');
  return decoder({ defaults: { tied: true }, window: 4096,
    feed: { matrices: gated ? 3 : 2 },
    windows: { fullEvery: 4,
      keys: ['sliding_window_pattern', '_sliding_window_pattern',
        'layer_switch'] } })(keys, outer);
};
const olmo3 = decoder({ windows: { fullEvery: 4 }, window: 4096, queryKeyNorm: true });
const exaone4 = decoder({ queryKeyNorm: true,
  windows: { fullEvery: 4, keys: ['sliding_window_pattern'] } });
/** Adapters of other modalities stand beside the language model. */
const phi4mm: FamilyReader = (keys, outer) => {
  keys.pass('embd_layer', 'speech_lora', 'vision_lora');
  return phi3(keys, outer);
};

/** Some layers attend to images alone: they have weights and keep nothing of the text. */
const mllama: FamilyReader = (keys, outer) => {
  const at = keys.list('cross_attention_layers') ?? [];
  const plan = llama(keys, outer);
  if (at.length > 0) keys.note(`${at.length} layers attend to images; what they keep is left out`);
  return { ...plan, layers: plan.layers.map((layer, i) => (at.includes(i)
    ? { ...layer, mixer: { kind: 'none' as const, weights: layer.mixer.weights } } : layer)) };
};

/** Heads of keys by layer. */
const deci: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer, { kvHeads: 'own' });
  const heads = layerList(keys, 'num_key_value_heads_per_layer', sizes)
    ?? Array.from({ length: sizes.layers }, () => sizes.kvHeads);
  const mixers = heads.map((kvHeads) => {
    if (typeof kvHeads === 'number' && kvHeads > 0 && sizes.heads % kvHeads === 0)
      return attentionMixer({ ...sizes, kvHeads }, 'full', 0);
    keys.complain('bad-value', 'num_key_value_heads_per_layer');
    return attentionMixer(sizes, 'full', 0);
  });
  return assemble(sizes, mixers, readFeeds(keys, sizes, { dense: true }));
};

const mistralStated = expecting(mistral, 'head_dim');
const twoMatrices = decoder({ feed: { matrices: 2 } });

export const llamaFamilies: Families = {
  llama, mistral: mistralStated, ministral: mistralStated, ministral3: mistralStated,
  phi3: expecting(phi3, 'sliding_window'), phi4mm, mllama_text_model: mllama,
  qwen2, qwen3,
  qwen2_vl: qwen2, qwen2_vl_text: qwen2, qwen2_5_vl: qwen2, qwen2_5_vl_text: qwen2,
  qwen2_5_omni_text: qwen2, qwen3_vl_text: qwen3, qwen3_vl: qwen3,
  yi: llama, internlm: llama, internlm2: llama, internlm3: llama, baichuan: llama, aquila: llama,
  xverse: llama, orion: llama, stablelm: llama, deci, exaone: llama, granite: llama,
  seed_oss: decoder({ defaults: { headDim: 128 } }), olmo: llama,
  smollm3: decoder({ defaults: { tied: true, kvHeads: 4 },
    windows: 'late' }),
  olmo2: decoder({ queryKeyNorm: true }), olmo3, glm: decoder({ defaults: { kvHeads: 2,
    headDim: 128 } }), glm4: decoder({ defaults: { kvHeads: 2, headDim: 128 } }),
  glm4v_text: decoder({ defaults: { kvHeads: 2 } }), 
  mimo: expecting(llama, 'num_nextn_predict_layers'), cwm: decoder({ windows: 'none' }),
  minicpm: tied, minicpm4: tied, ernie4_5: tied, hunyuan_v1_dense: decoder({ queryKeyNorm: true }),
  cohere, cohere2, exaone4, helium: llama,
  arcee: twoMatrices, nemotron: twoMatrices, apertus: decoder({ feed: { matrices: 2 },
    queryKeyNorm: true }), solar: llama, telechat: llama,
  gemma: decoder({ defaults: { tied: true, kvHeads: 16, headDim: 256 },
    nested: { layers: 28,
    hidden: 3072, heads: 16, vocab: 256_000, context: 8192, width: 24_576 } }),
  gemma2: decoder({ defaults: { tied: true, kvHeads: 4, headDim: 256 }, windows: 'even',
    window: 4096, nested: { layers: 26, hidden: 2304, heads: 8, vocab: 256_000,
      context: 8192,
      width: 9216 } }),
};
