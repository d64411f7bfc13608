import type { ModelSpec } from '../../../catalog/types.ts';
import { ok, refuse, type Result } from '../../../units/result.ts';
import { isNode, textAt, type JsonNode } from '../json-node.ts';
import { modelOf } from './blueprint.ts';
import { findFamily, plainDecoder } from './families/all.ts';
import { isStructural } from './ignored.ts';
import { notGenerating } from './generates.ts';
import { createKeys, type Keys } from './keys.ts';
import { locateText, typesOf, type Located } from './locate.ts';
import { storedPrecision } from './precision.ts';
import type { ConfigProblem } from './problem.ts';

/** A model from its configuration, and what a person should know of the reading. */
export interface ReadModel {
  readonly model: ModelSpec;
  /** The type it was read as; empty where the file names none. */
  readonly family: string;
  /** Defaults of its class that were taken, and parts that were left out. */
  readonly notices: readonly string[];
  /** Keys without a known meaning that cannot change sizes. */
  readonly notRead: readonly string[];
  /** The part of the file the reading rests on; it reads as the same model. */
  readonly kept: JsonNode;
}

export interface ReadOptions {
  /** Longest context where the file states none. */
  readonly context?: number;
}

/** Models that keep no cache of text, or are not decoders. */
const NOT_TEXT = /^(?:bert|roberta|albert|electra|distilbert|deberta|xlm-roberta|t5|mt5|umt5|bart|mbart|whisper|clip|siglip|vit|swin|wav2vec2|hubert|sam|detr)/u;

/** Part-of-the-whole keys around a language model. */
const aroundKeys = ['text_config', 'llm_config', 'language_config', 'thinker_config',
  'language_model_config', 'llm', 'model_config', 'quantization_config', 'compression_config',
  'model_type', 'architectures'];

/** Keys left over that may change sizes, and those that may not. */
function sortUnread(keys: Keys, outer: Keys | null, core: JsonNode) {
  keys.pass(...aroundKeys.slice(-4));
  outer?.pass(...aroundKeys);
  const repeated = (key: string, value: unknown): boolean =>
    Object.hasOwn(core, key) && core[key] === value;
  const left = [...keys.unread(),
    ...(outer?.unread() ?? []).filter(([key, value]) => !repeated(key, value))]
    .map(([key]) => key);
  const unknown = [...new Set(left)].toSorted();
  return { structural: unknown.filter(isStructural),
    other: unknown.filter((key) => !isStructural(key)) };
}

function withContext(core: JsonNode, { context }: ReadOptions): JsonNode {
  return context === undefined || (core['max_position_embeddings'] ?? null) !== null ? core
    : { ...core, max_position_embeddings: context };
}

/** Values no product of shapes survives; found before any is computed. */
function beyond(core: JsonNode): string | null {
  const found = Object.entries(core).find(([, value]) => typeof value === 'number'
    && Number.isFinite(value) && Math.abs(value) > 1e12);
  return found?.[0] ?? null;
}

function readLocated(
  located: Located, options: ReadOptions, id: string,
): Result<ReadModel, ConfigProblem> {
  const types = typesOf(located);
  const known = findFamily(types);
  const family = known?.type ?? types[0] ?? '';
  if (NOT_TEXT.test(family)) return refuse({ code: 'not-text', key: '', family });
  const other = notGenerating(located, known !== null);
  if (other !== null) return refuse({ code: 'not-generating', key: other });
  const core = withContext(located.core, options);
  const tooLarge = beyond(core);
  if (tooLarge !== null) return refuse({ code: 'bad-value', key: tooLarge });
  const keys = createKeys(core);
  const outer = located.outer === null ? null : createKeys(located.outer);
  const plan = (known?.read ?? plainDecoder)(keys, outer);
  const { structural, other: unread } = sortUnread(keys, outer, core);
  const problem = keys.problem() ?? outer?.problem() ?? null;
  // What is not understood explains a missing key of an unknown type, not the reverse.
  if (structural.length > 0 && (known === null || problem === null))
    return refuse({ code: 'not-understood', key: structural.join(', '),
      family: known === null ? family : 'known' });
  if (problem !== null) return refuse({ ...problem,
    family: known === null ? family : 'known' });
  const model: ModelSpec = { id, name: textAt(located.outer ?? core, '_name_or_path') || id,
    source: 'config.json', date: null, ...modelOf(plan),
    ...storedPrecision(core, located.outer) };
  if (!(Number.isSafeInteger(Math.round(model.paramsTotal)) && model.paramsTotal > 0))
    return refuse({ code: 'bad-value', key: 'num_hidden_layers' });
  return ok({ model, family, notRead: unread, kept: keptOf(located, keys, outer),
    notices: [
    ...(known === null ? [unknownType(family)] : []),
    ...(located.outer === null || located.path.length === 0 ? []
      : [`read from ${located.path.join('.')}; other parts of the model are left out`]),
    ...keys.notes(), ...(outer?.notes() ?? []),
  ] });
}

/** The keys that were used, under the parts they stood in. */
function keptOf({ core, outer: around, path }: Located, keys: Keys, outer: Keys | null): JsonNode {
  const inner = { ...keptAlways(core), ...keys.used() };
  if (around === null || outer === null) return inner;
  const nested = path.toReversed().reduce<JsonNode>((node, key) => ({ [key]: node }), inner);
  const own = Object.entries({ ...keptAlways(around), ...outer.used() })
    .filter(([key, value]) => !isNode(value) || key.endsWith('ion_config'));
  return { ...Object.fromEntries(own), ...nested };
}

const named = ['model_type', 'architectures', '_name_or_path', 'expert_dtype',
  'quantization_config', 'compression_config'] as const;

const keptAlways = (node: JsonNode): JsonNode => Object.fromEntries(named
  .flatMap((key) => (Object.hasOwn(node, key) ? [[key, node[key]]] : [])));

const unknownType = (family: string): string => `${family === '' ? 'the file names no model type'
  : `the model type ${family} is not known`}; it has none but the keys of a plain decoder and is read as one`;

/**
 * A model from the configuration of its Hugging Face repository, by the class of its
 * architecture. Parameters are counted from the shapes, without biases and norms (below
 * 0.1 %). A key that may change sizes and is not understood refuses the file.
 * @param config parsed JSON
 * @param id key under which the model is kept
 * @returns the model with what was assumed and left out, or the key that stands in the way
 */
export function readModelConfig(
  config: unknown, id: string, options: ReadOptions = {},
): Result<ReadModel, ConfigProblem> {
  if (!isNode(config)) return refuse({ code: 'not-a-config', key: '' });
  return readLocated(locateText(config), options, id);
}
