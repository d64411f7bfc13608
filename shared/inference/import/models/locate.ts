import { at, isNode, type JsonNode } from '../json-node.ts';

/** Where classes of several modalities keep their language model. */
const textParts: readonly (readonly string[])[] = [
  ['text_config'], ['llm_config'], ['language_config'], ['thinker_config', 'text_config'],
  ['language_model_config'], ['llm', 'config'], ['model_config'],
];

export interface Located {
  readonly core: JsonNode;
  /** The configuration around it; null where the model's keys stand outside. */
  readonly outer: JsonNode | null;
  /** Keys on the way to it. */
  readonly path: readonly string[];
}

/** Keys of which a language model's configuration has at least one. */
const sizes = ['model_type', 'num_hidden_layers', 'hidden_size', 'n_layer', 'n_embd', 'd_model'];

/** The configuration of the language model within that of a model of several modalities. */
export function locateText(config: JsonNode): Located {
  for (const path of textParts) {
    const found = at(config, ...path);
    if (isNode(found) && sizes.some((key) => Object.hasOwn(found, key))) {
      const inner = locateText(found);
      if (inner.outer !== null) return { ...inner, outer: config, path: [...path, ...inner.path] };
      return { core: found, outer: config, path };
    }
  }
  return { core: config, outer: null, path: [] };
}

/** `LlamaForCausalLM` names the type `llama` where the file leaves `model_type` out. */
const byClass: Readonly<Record<string, string>> = {
  LlamaForCausalLM: 'llama', MistralForCausalLM: 'mistral', MixtralForCausalLM: 'mixtral',
  Qwen2ForCausalLM: 'qwen2', Qwen3ForCausalLM: 'qwen3', Qwen3MoeForCausalLM: 'qwen3_moe',
  Qwen2MoeForCausalLM: 'qwen2_moe', Qwen3NextForCausalLM: 'qwen3_next',
  DeepseekV2ForCausalLM: 'deepseek_v2', DeepseekV3ForCausalLM: 'deepseek_v3',
  DeepseekV32ForCausalLM: 'deepseek_v32', DeepseekV4ForCausalLM: 'deepseek_v4',
  DeciLMForCausalLM: 'nemotron-nas', NemotronHForCausalLM: 'nemotron_h',
    NemotronForCausalLM: 'nemotron',
  GptOssForCausalLM: 'gpt_oss', GlmMoeDsaForCausalLM: 'glm_moe_dsa', Glm4MoeForCausalLM: 'glm4_moe',
  Glm4MoeLiteForCausalLM: 'glm4_moe_lite', MiniMaxM2ForCausalLM: 'minimax_m2',
  MiniMaxM3ForCausalLM: 'minimax_m3', MiniMaxM3SparseForConditionalGeneration: 'minimax_m3',
  MiniMaxM3SparseForCausalLM: 'minimax_m3',
  MiMoForCausalLM: 'mimo', MiMoV2FlashForCausalLM: 'mimo_v2_flash', Gemma2ForCausalLM: 'gemma2',
  Gemma3ForCausalLM: 'gemma3_text', Gemma3ForConditionalGeneration: 'gemma3_text',
  Gemma4ForConditionalGeneration: 'gemma4_text', Gemma4ForCausalLM: 'gemma4_text',
    GemmaForCausalLM: 'gemma',
  Llama4ForConditionalGeneration: 'llama4_text', Llama4ForCausalLM: 'llama4_text',
  Qwen3_5MoeForConditionalGeneration: 'qwen3_5_moe', Qwen3_5ForConditionalGeneration: 'qwen3_5',
  Qwen3VLMoeForConditionalGeneration: 'qwen3_vl_moe_text',
    Qwen3VLForConditionalGeneration: 'qwen3_vl_text',
  KimiK25ForConditionalGeneration: 'kimi_k2', KimiK3ForConditionalGeneration: 'kimi_k3',
  KimiLinearForCausalLM: 'kimi_linear', Step3p5ForCausalLM: 'step3p5',
  Step3p7FlashForCausalLM: 'step3p7', FalconForCausalLM: 'falcon', Starcoder2ForCausalLM: 'starcoder2',
  JambaForCausalLM: 'jamba', CohereForCausalLM: 'cohere', Cohere2ForCausalLM: 'cohere2',
  Phi3ForCausalLM: 'phi3', PhiMoEForCausalLM: 'phimoe', DbrxForCausalLM: 'dbrx',
  MPTForCausalLM: 'mpt', BloomForCausalLM: 'bloom', OPTForCausalLM: 'opt', GPT2LMHeadModel: 'gpt2',
  GPTJForCausalLM: 'gptj', GPTNeoXForCausalLM: 'gpt_neox', LagunaForCausalLM: 'laguna',
  GraniteMoeHybridForCausalLM: 'granitemoehybrid', GraniteForCausalLM: 'granite',
  Ernie4_5_MoeForCausalLM: 'ernie4_5_moe', Ernie4_5_ForCausalLM: 'ernie4_5',
  HunYuanMoEV1ForCausalLM: 'hunyuan_v1_moe', HunYuanDenseV1ForCausalLM: 'hunyuan_v1_dense',
  BailingMoeV2ForCausalLM: 'bailing_moe_v2', BailingMoeForCausalLM: 'bailing_moe',
  Olmo2ForCausalLM: 'olmo2', Olmo3ForCausalLM: 'olmo3', OlmoForCausalLM: 'olmo',
  ExaoneForCausalLM: 'exaone', Exaone4ForCausalLM: 'exaone4', SeedOssForCausalLM: 'seed_oss',
  LongcatFlashForCausalLM: 'longcat_flash', ArceeForCausalLM: 'arcee', SmolLM3ForCausalLM: 'smollm3',
};

/** Texts under a key of the part and of what stands around it. */
const textsOf = ({ core, outer }: Located, key: string): readonly string[] =>
  [core, outer].flatMap((node) => {
    const value = at(node, key);
    return (Array.isArray(value) ? value : [value])
      .filter((one): one is string => typeof one === 'string' && one !== '');
  });

/**
 * Types a configuration may be read as, the part's own first; an architecture's class stands
 * for its type.
 */
export function typesOf(located: Located): readonly string[] {
  return [...textsOf(located, 'model_type'), ...textsOf(located, 'architectures')
    .flatMap((name) => (Object.hasOwn(byClass, name) ? byClass[name] ?? [] : []))];
}
