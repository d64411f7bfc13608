import { isNode, type JsonNode } from '../json-node.ts';
import type { Located } from './locate.ts';

/** Classes that write text token by token, by how their names end. */
const writes = /(?:ForCausalLM|LMHeadModel|ForConditionalGeneration|ModelLM|ChatModel|MTP)$/u;

/** Classes with another head than that of words, or with none. */
const answers = /(?:For[A-Z]\w*(?:Classification|Answering|Choice|Retrieval|Embedding|Reward\w*|Regression)|ForMaskedLM|ForPreTraining|ForTextEncoding|RewardModel|(?<!LMHead|Chat|ChatGLM|MiniCPM)Model)$/u;

/** Switches of attention in both directions, and what they say then. */
const bothWays = [['is_causal', false], ['causal', false], ['causal_attn', false],
  ['use_bidirectional_attention', true], ['use_bidirectional_attention', 'all'],
  ['is_encoder_decoder', true]] as const;

const classesOf = (node: JsonNode): readonly string[] => {
  const value = node['architectures'];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};

/**
 * The class or switch by which a configuration is none of a model that writes text token by
 * token: encoders, classifiers, reward and embedding models, diffusion. Null where there is
 * none. A type that is not known must name a class that does.
 */
export function notGenerating({ core, outer }: Located, isKnown: boolean): string | null {
  const whole = outer ?? core;
  if (typeof whole['_class_name'] === 'string') return whole['_class_name'];
  for (const [key, value] of bothWays)
    if ([core, whole].some((node) => isNode(node) && node[key] === value)) return key;
  const classes = classesOf(whole);
  // Around a part of text any name may stand; the part is what is read.
  if (outer !== null || classes.some((one) => writes.test(one))) return null;
  return classes.find((one) => !isKnown || answers.test(one)) ?? null;
}
