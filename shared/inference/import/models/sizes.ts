import type { Keys } from './keys.ts';

/** What a class has where its configuration says nothing. Absent: the file must say. */
export interface ClassDefaults {
  readonly layers?: number;
  readonly hidden?: number;
  readonly heads?: number;
  /** As many as heads unless said; `own` where the class knows no other. */
  readonly kvHeads?: number | 'own';
  /** Width over heads unless said. */
  readonly headDim?: number;
  /** The width of a head is not used, so that any will do. */
  readonly anyHeadDim?: boolean;
  readonly vocab?: number;
  readonly context?: number;
  readonly tied?: boolean;
}

export interface Sizes {
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly vocab: number;
  readonly context: number;
  readonly tied: boolean;
  readonly mtpLayers: number;
}

const names = {
  layers: ['num_hidden_layers', 'n_layer', 'n_layers', 'num_layers'],
  hidden: ['hidden_size', 'n_embd', 'n_embed', 'd_model', 'model_dim'],
  heads: ['num_attention_heads', 'n_head', 'n_heads', 'num_heads'],
  kvHeads: ['num_key_value_heads', 'num_kv_heads', 'n_head_kv', 'multi_query_group_num',
    'num_attention_groups', 'num_query_groups', 'n_kv_heads', 'kv_n_heads'],
  headDim: ['head_dim', 'attention_head_dim', 'kv_channels', 'attention_head_size'],
  vocab: ['vocab_size', 'padded_vocab_size'],
  mtp: ['num_nextn_predict_layers', 'num_mtp_modules', 'mtp_num_hidden_layers',
    'num_mtp_layers', 'mtp_num_layers'],
} as const;

const contexts = ['max_position_embeddings', 'n_positions', 'n_ctx', 'max_seq_len',
  'max_sequence_length', 'model_max_length', 'seq_length', 'seq_len', 'max_seq_length',
  'context_length', 'max_context_length', 'n_ctx_train'] as const;

export const widthNames = ['intermediate_size', 'n_inner', 'ffn_dim', 'ffn_hidden_size',
  'intermediate_dim'] as const;

/**
 * The longest context; of several keys the first, which engines read. Beyond `largest` a
 * tokenizer's placeholder for "none" stands there.
 */
function contextOf(keys: Keys, otherwise: number | undefined): number {
  const largest = 1e9;
  const said = contexts.map((name) => (keys.has(name) ? keys.size(name, 1, true) : 0))
    .find((value) => value > 1 && value < largest);
  keys.pass(...contexts);
  if (said !== undefined) return said;
  if (otherwise === undefined) keys.complain('no-context', contexts[0]);
  else keys.note(`${contexts[0]} is left out; ${otherwise}, as its class has it`);
  return otherwise ?? 1;
}

/** More layers than any model has; a file with more is damaged or means something else. */
const mostLayers = 4096;

function kvHeadsOf(
  keys: Keys, heads: number, otherwise: number | 'own' | undefined, isUsed: boolean,
): number {
  const isOwn = otherwise === 'own' || !isUsed;
  const kvHeads = keys.size(names.kvHeads, typeof otherwise === 'number' ? otherwise : heads,
    isOwn);
  if (heads % kvHeads !== 0) keys.complain('bad-value', names.kvHeads[0]);
  return kvHeads;
}

export function headDimOf(
  keys: Keys, hidden: number, heads: number, otherwise: number | undefined,
): number {
  const fallback = otherwise ?? hidden / heads;
  const headDim = keys.size(names.headDim, fallback, otherwise === undefined);
  if (!Number.isInteger(headDim)) keys.complain('bad-value', 'num_attention_heads');
  return headDim;
}

export const mtpOf = (keys: Keys): number => keys.count(names.mtp, 0);

/** @param outer the configuration around a text part, which may say what the part does not */
export function tiedOf(keys: Keys, outer: Keys | null, otherwise: boolean): boolean {
  const around = outer === null || !outer.has('tie_word_embeddings') ? otherwise
    : outer.flag('tie_word_embeddings', otherwise);
  outer?.pass('tie_word_embeddings', 'tie_embedding');
  const isSaid = ['tie_word_embeddings', 'tie_embedding'].some((name) =>
    keys.has(name) || outer?.has(name) === true);
  if (!isSaid) keys.note(`tie_word_embeddings is left out; the head is ${otherwise ? '' : 'not '
  }that of the embedding, as its class has it`);
  if (!keys.has('tie_word_embeddings')) return keys.flag('tie_embedding', around);
  keys.pass('tie_embedding');
  return keys.flag('tie_word_embeddings', around);
}

/** The sizes every decoder has. */
export function readSizes(keys: Keys, outer: Keys | null, of: ClassDefaults = {}): Sizes {
  const layers = keys.size(names.layers, of.layers);
  if (layers > mostLayers) keys.complain('bad-value', names.layers[0]);
  const hidden = keys.size(names.hidden, of.hidden);
  const heads = keys.size(names.heads, of.heads);
  return {
    layers: Math.min(layers, mostLayers), hidden, heads,
    kvHeads: kvHeadsOf(keys, heads, of.kvHeads, of.anyHeadDim !== true),
    headDim: of.anyHeadDim === true ? keys.size(names.headDim, 128, true)
      : headDimOf(keys, hidden, heads, of.headDim),
    vocab: keys.size(names.vocab, of.vocab), context: contextOf(keys, of.context),
    tied: tiedOf(keys, outer, of.tied ?? false), mtpLayers: mtpOf(keys),
  };
}
