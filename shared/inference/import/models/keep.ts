import { isNode, type JsonNode } from '../json-node.ts';
import { readJsonText } from './json-text.ts';
import { readModelConfig, type ReadOptions } from './read-model.ts';

/** What of a quantisation says how wide weights are. */
const ofWeights = new Set(['quant_method', 'quant_algo', 'bits', 'w_bit', 'config_groups',
  'weights', 'num_bits', 'type', 'ignore']);

function trimQuantisation(node: JsonNode): JsonNode {
  return Object.fromEntries(Object.entries(node).flatMap(([key, value]) => {
    if (key.startsWith('group_') && isNode(value)) return [[key, trimQuantisation(value)]];
    if (!ofWeights.has(key)) return [];
    if (key === 'ignore' && Array.isArray(value)) return [[key, value.filter(isAttention).slice(0, 1)]];
    return [[key, isNode(value) ? trimQuantisation(value) : value]];
  }));
}

const isAttention = (one: unknown): boolean => typeof one === 'string' && one.includes('self_attn');

/** A variant of one layer without what is switched off in it. */
function trimBlock(value: unknown): unknown {
  if (!isNode(value)) return value;
  return Object.fromEntries(Object.entries(value)
    .filter(([, one]) => one !== null && one !== false)
    .map(([key, one]) => [key, trimBlock(one)]));
}

function trim(node: JsonNode): JsonNode {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => {
    if (/^(?:quantization|compression)_config$/u.test(key) && isNode(value))
      return [key, trimQuantisation(value)];
    if (key === 'block_configs' && Array.isArray(value)) return [key, value.map(trimBlock)];
    return [key, isNode(value) ? trim(value) : value];
  }));
}

/**
 * A configuration without what the reading does not rest on, small enough for a record.
 * What is kept is read again: it must give the same model to the last count.
 * @param mostText characters a record may hold
 * @returns the text to keep, or null when it is too long, not understood or reads otherwise
 */
export function keepConfig(
  text: string, mostText: number, options: ReadOptions = {},
): string | null {
  const parsed = readJsonText(text);
  const read = parsed.ok ? readModelConfig(parsed.value, 'own', options) : parsed;
  if (!read.ok) return null;
  const kept = JSON.stringify(trim(read.value.kept));
  const again = readModelConfig(JSON.parse(kept), 'own');
  const isSame = again.ok
    && JSON.stringify(again.value.model) === JSON.stringify(read.value.model);
  return kept.length <= mostText && isSame ? kept : null;
}
