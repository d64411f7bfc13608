import type { ModelSpec } from '../../catalog/types.ts';
import type { Result } from '../../units/result.ts';
import { ok, refuse } from '../../units/result.ts';
import { countParameters, readAttention, readExperts } from './hf-parts.ts';
import type { JsonNode } from './json-node.ts';
import { at, flagAt, isNode, numberAt, textAt } from './json-node.ts';

export interface ConfigProblem {
  readonly code: 'not-a-config' | 'missing-key' | 'bad-value';
  readonly key: string;
}

const needed =
  ['num_hidden_layers', 'hidden_size', 'num_attention_heads', 'vocab_size'] as const;

/** Layers of a kind, from the list of layer types or the interval of full attention. */
function countLayers(config: JsonNode, kind: string, layers: number): number {
  const types = at(config, 'layer_types');
  if (Array.isArray(types)) return types.filter((type) => type === kind).length;
  const interval = numberAt(config, 'full_attention_interval');
  return kind === 'linear_attention' && interval !== null && interval > 1
    ? layers - Math.floor(layers / interval) : 0;
}

function slidingWindow(config: JsonNode, layers: number): Pick<ModelSpec, 'slidingWindow'> {
  const window = numberAt(config, 'sliding_window');
  if (window === null || at(config, 'use_sliding_window') === false) return {};
  const listed = countLayers(config, 'sliding_attention', layers);
  const windowedLayers = Array.isArray(at(config, 'layer_types')) ? listed : layers;
  return windowedLayers === 0 ? {} : { slidingWindow: { window, windowedLayers } };
}

function storedPrecision(config: JsonNode): Pick<ModelSpec, 'nativePrecision'> {
  const method = textAt(config, 'quantization_config', 'quant_method');
  if (/mxfp4/.test(method)) return { nativePrecision: 'mxfp4 experts' };
  return method === '' ? {} : { nativePrecision: method };
}

/** No width, count or base of a model comes near; beyond, products of shapes overflow. */
const largest = 1e12;

/** Model types that normalise queries and keys without saying so in a key of their own. */
const NORMALISING = /^(qwen3|glm4_moe|minimax_m2)/;

/** Kernels of their own in every engine, so the note carries it to the step equations. */
function normNote(config: JsonNode): Pick<ModelSpec, 'note'> {
  const normalises = flagAt(config, 'use_qk_norm')
    || NORMALISING.test(textAt(config, 'model_type'));
  return normalises ? { note: 'query-key norm' } : {};
}

/**
 * A model from the `config.json` of its Hugging Face repository. Multimodal
 * configurations are read by their text part. Parameters are counted from the shapes,
 * without biases and norms (below 0.1 %).
 *
 * @param config parsed JSON
 * @param id key under which the model is kept
 * @returns the model, or the key that is missing or cannot be
 * @example readHuggingFaceConfig(JSON.parse(text), 'my-model')
 */
export function readHuggingFaceConfig(
  config: unknown, id: string,
): Result<ModelSpec, ConfigProblem> {
  if (!isNode(config)) return refuse({ code: 'not-a-config', key: '' });
  const text = at(config, 'text_config');
  const core = isNode(text) ? text : config;
  const beyond = Object.entries(core).find(([, value]) =>
    typeof value === 'number' && Math.abs(value) > largest);
  if (beyond !== undefined) return refuse({ code: 'bad-value', key: beyond[0] });
  for (const key of needed) {
    const value = numberAt(core, key);
    if (value === null) return refuse({ code: 'missing-key', key });
    if (!(Number.isInteger(value) && value > 0)) return refuse({ code: 'bad-value', key });
  }
  const [layers = 0, hidden = 0, heads = 0, vocab = 0] =
    needed.map((key) => numberAt(core, key) ?? 0);
  const attention = readAttention(core, hidden, heads);
  const experts = readExperts(core, layers);
  if (experts !== null && experts.activeExperts > experts.experts) {
    return refuse({ code: 'bad-value', key: 'num_experts_per_tok' });
  }
  const linear = countLayers(core, 'linear_attention', layers);
  return ok({
    id, name: textAt(config, '_name_or_path') || id, source: 'config.json', date: null,
    layers, hidden, heads, vocab, context: numberAt(core, 'max_position_embeddings') ?? 0,
    kvHeads: attention.kvHeads, headDim: attention.headDim,
    attention: attention.mla === null ? 'gqa' : 'mla',
    ...(attention.mla === null ? {} : { mla: attention.mla }), ...slidingWindow(core, layers),
    ...(experts === null ? {} : { moe: experts }),
    ...(linear === 0 ? {} : { linearAttentionLayers: linear }),
    ...countParameters(core, { layers, hidden, heads, vocab }, attention, experts,
      flagAt(core, 'tie_word_embeddings') || flagAt(config, 'tie_word_embeddings')),
    mtpLayers: numberAt(core, 'num_nextn_predict_layers') ?? 0, ...storedPrecision(config),
    ...normNote(core),
  });
}
