import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { isIgnored } from '../../../../../shared/inference/import/models/ignored.ts';
import { readJsonText } from '../../../../../shared/inference/import/models/json-text.ts';
import { readModelConfig } from '../../../../../shared/inference/import/models/read-model.ts';
import { fixtureText, parsed, readOf } from './support.ts';

type Node = Readonly<Record<string, unknown>>;

const files = ['01-nemotron-3-nano', '02-nemotron-super-49b-nas', '03-gemma-4-26b-a4b',
  '05-mimo-v2-flash', '08-deepseek-v4-pro', '09-llama-4-scout', '11-qwen3.5-122b-a10b',
  '13-kimi-k3-latent-moe', '15-jamba-1.5-mini', '17-granite-4.0-h-small', '18-hunyuan-a13b',
  '19-ernie-4.5-300b-a47b', '20-command-a-pattern', '23-minimax-m1', '26-falcon-180b',
  '30-head-dim-zero', '31-mlp-only-layers', '32-nemotron-3-super-infinity',
  '34-gemma-3-27b-it-sparse', '36-nested-llm-config'];
const configs = files.map((file) => {
  const text = fixtureText(`${file}.json`);
  return { text, config: parsed(text) as Node, model: readOf(parsed(text)).model };
});
const anyConfig = fc.constantFrom(...configs);
const runs = { numRuns: inject('randomPairs') };

/** The same keys in another order, in every part. */
function shuffle(node: unknown, order: readonly number[]): unknown {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
  return Object.fromEntries(Object.entries(node)
    .map(([key, value], i) => [order[i % order.length] ?? 0, key, shuffle(value, order)] as const)
    .toSorted((a, b) => a[0] - b[0]).map(([, key, value]) => [key, value]));
}

/** The part that holds the sizes. */
const coreOf = (config: Node): Node => {
  const inner = config['text_config'] ?? config['llm_config'];
  return typeof inner === 'object' && inner !== null ? inner as Node : config;
};
const withCore = (config: Node, change: (core: Node) => Node): Node => {
  const key = ['text_config', 'llm_config'].find((one) => one in config);
  return key === undefined ? change(config) : { ...config, [key]: change(coreOf(config)) };
};

const words = fc.constantFrom('flux', 'hyena', 'memory', 'deep', 'super', 'twin', 'ring');
const parts = fc.constantFrom('num_layers', 'experts', 'head_dim', 'hidden_size', 'window',
  'kv_heads', 'mlp_width', 'lora_rank', 'conv_kernel', 'attention_period', 'state_size',
  'intermediate_size', 'kv_group', 'linear_layers', 'moe_topk', 'sparse_index', 'block_pattern',
  'shared_experts', 'qkv_proj', 'latent_dim', 'gate_ratio');
const strangeKey = fc.tuple(words, parts).map(([word, part]) => `${word}_${part}`)
  .filter((key) => !isIgnored(key));
const aValue: fc.Arbitrary<unknown> = fc.oneof(fc.integer({ min: 1, max: 99 }),
  fc.constant(true), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
  fc.constant({ kind: 'x' }), fc.constant('dense'));

describe('a configuration', () => {
  it('gives the same model in any order of its keys', () => {
    fc.assert(fc.property(anyConfig, fc.array(fc.nat(), { minLength: 5, maxLength: 40 }),
      ({ config, model }, order) => {
        expect(readOf(shuffle(config, order)).model).toEqual(model);
      }), runs);
  });

  it('is refused by name for a key that may change sizes and is not understood', () => {
    fc.assert(fc.property(anyConfig, strangeKey, aValue, ({ config }, key, value) => {
      const read = readModelConfig(withCore(config, (core) => ({ ...core, [key]: value })), 'own');
      expect(read).toMatchObject({ ok: false, error: { code: 'not-understood', key } });
    }), runs);
  });

  it('names any other key it does not know, and reads the same', () => {
    fc.assert(fc.property(anyConfig, fc.constantFrom('motto', 'author', 'colour', 'foo'),
      ({ config, model }, key) => {
        const read = readOf(withCore(config, (core) => ({ ...core, [key]: 7 })));
        expect([read.model, read.notRead]).toEqual([model, [key]]);
      }), runs);
  });

  it('cut short anywhere is refused', () => {
    fc.assert(fc.property(anyConfig, fc.double({ min: 0, max: 0.999, noNaN: true }),
      ({ text }, share) => {
        const read = readJsonText(text.trimEnd().slice(0, Math.floor(text.trimEnd().length * share)));
        expect(read.ok).toBe(false);
      }), runs);
  });

  it('without one of its keys is refused, reads the same, or says what it took instead', () => {
    fc.assert(fc.property(anyConfig, fc.nat(), ({ config, model }, pick) => {
      const keys = Object.keys(coreOf(config)).filter((key) => key !== 'model_type');
      const gone = keys[pick % keys.length] ?? '';
      const read = readModelConfig(withCore(config, (core) =>
        Object.fromEntries(Object.entries(core).filter(([key]) => key !== gone))), 'own');
      const isSilent = read.ok && read.value.notices
        .every((notice) => !notice.includes(gone))
        && JSON.stringify({ ...read.value.model, id: 'mine', name: 'mine' })
          !== JSON.stringify(model);
      expect(isSilent ? gone : '').toBe('');
    }), runs);
  });
});

