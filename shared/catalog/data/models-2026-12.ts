import type { ModelSpec } from '../types.ts';
import { deepseekAndKimiModels } from './models-deepseek-kimi.ts';
import { otherModels } from './models-other.ts';

const configs = 'ai-dynamo/aiconfigurator @095f58a5:model_configs';
const date = '2026-08-21';

/**
 * A later model with the blocks of an earlier one.
 * @throws Error when there is no such model
 */
function asBuilt(id: string): ModelSpec {
  const found = [...deepseekAndKimiModels, ...otherModels].find((model) => model.id === id);
  if (found === undefined) throw new Error(`no model ${id}`);
  return found;
}

/** Models read since the first catalogue. */
export const models2026y12: readonly ModelSpec[] = [
  {
    ...asBuilt('glm-5'), id: 'glm-5.2', name: 'GLM-5.2',
    source: `${configs}/zai-org--GLM-5.2_config.json`, date, context: 1_048_576,
    published: { total: 744_000_000_000, active: 40_000_000_000,
      source: 'SemiAnalysisAI/InferenceX-app blog on GLM-5.3, 2026-09-28' },
    life: { released: '2026', status: 'superseded', since: '2026-08',
      text: 'GLM-5.3 followed; its configuration is not published here',
      source: 'SemiAnalysisAI/InferenceX-app blog on GLM-5.3', date: '2026-09-28' },
    note: 'The constants of GLM-5 with a context of 1,048,576.',
  },
  {
    ...asBuilt('kimi-k2'), id: 'kimi-k2.5', name: 'Kimi K2.5 / K2.6 / K2.7 Code',
    source: `${configs}/moonshotai--Kimi-K2.5_config.json`, date, context: 262_144,
    published: { total: 1_000_000_000_000, active: 32_000_000_000,
      source: 'SemiAnalysisAI/InferenceX MODELS.md @843c6254' },
    life: { released: '2026-01', status: 'superseded', since: '2026-08-06', successor: 'kimi-k3',
      text: 'left the InferenceX benchmark ten days after Kimi K3 appeared',
      source: 'SemiAnalysisAI/InferenceX MODELS.md @843c6254', date: '2026-08-21' },
    note: 'The text backbone of Kimi K2 with a context of 262,144; its vision part is left out.',
  },
  {
    ...asBuilt('minimax-m2.5'), id: 'minimax-m2.7', name: 'MiniMax-M2.7',
    source: `${configs}/MiniMaxAI--MiniMax-M2.7_config.json`, date, context: 204_800,
    life: { released: null, status: 'superseded', since: '2026-06', successor: 'minimax-m3',
      text: 'MiniMax-M3 followed in June 2026',
      source: 'SemiAnalysisAI/InferenceX MODELS.md @843c6254', date: '2026-08-21' },
    note: 'The constants of MiniMax-M2.5 with a context of 204,800; MTP modules taken from there.',
  },
  {
    id: 'qwen3.5-122b-a10b', name: 'Qwen3.5-122B-A10B',
    source: `${configs}/Qwen--Qwen3.5-122B-A10B_config.json`, date,
    layers: 48, hidden: 3072, heads: 32, kvHeads: 2, headDim: 256, vocab: 248_320,
    context: 262_144,
    attention: 'gqa',
    moe: { experts: 256, activeExperts: 8, sharedExperts: 1, expertIntermediate: 1024,
      moeLayers: 48,
      denseLayers: 0 },
    linearAttentionLayers: 36, paramsTotal: 122_057_392_128, paramsActive: 8_954_314_752,
    paramsRouted: 115_964_116_992, paramsAttention: 4_114_612_224,
    paramsDenseAndShared: 452_984_832,
    paramsHead: 762_839_040, mtpLayers: 1,
    published: { total: 122_000_000_000, active: null, source: 'model name' },
    note: 'Hybrid: 12 full-attention layers (every fourth, gated query) and 36 linear ones. Counts '
      + 'computed from the configuration; the 10 B of its name count the input embedding.',
  },
];
