import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../../shared/catalog/catalog.ts';
import { families } from '../../../../../shared/inference/import/models/families/all.ts';
import { kvGrowth, reportModel } from '../../../../../shared/inference/import/models/report.ts';
import { fixtureText, readOf, refusalOf } from './support.ts';

interface Published {
  readonly name: string;
  readonly totalB: number;
  readonly config: Readonly<Record<string, unknown>>;
}

/** Configurations as published, one or two of every family, with the count of their card. */
const { configurations } = JSON.parse(fixtureText('published.json')) as {
  readonly configurations: readonly Published[];
};
const configOf = (name: string) =>
  configurations.find((one) => one.name.startsWith(name))?.config ?? {};

describe('the families of docs/imports-models.md', () => {
  it('are all that are read', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', '..', 'docs',
      'imports-models.md'), 'utf8');
    const rows = page.split('\n').filter((line) => /^\| .* \| .*[a-z0-9]+(?:,|;| \|)/u.test(line))
      .join(' ');
    expect(Object.keys(families).filter((type) => !new RegExp(`[ |]${type}[,; ]`, 'u').test(rows)))
      .toEqual([]);
  });
});

describe('a published configuration', () => {
  it.each(configurations)('$name has the $totalB billion parameters of its card',
    ({ name, totalB, config }) => {
      const report = reportModel(readOf(config), name, builtInCatalog);
      expect(Math.abs(report.totalB / totalB - 1)).toBeLessThan(0.01);
    });

  it('caches what its layers keep', () => {
    const kv = (name: string): number => kvGrowth(readOf(configOf(name)).model);
    // Seven latent layers of 512 + 64 values; 24 of 42 layers keep their own, 4 of them full.
    expect(kv('Kimi-Linear')).toBe(7 * 576 * 2);
    expect(kv('gemma-4-E4B')).toBe(4 * 2 * 2 * 512 * 2);
    // One head for all queries; one per head; every layer windowed.
    expect([kv('falcon-7b'), kv('bloom'), kv('Mistral-7B-v0.1')])
      .toEqual([32 * 2 * 64 * 2, 70 * 2 * 14_336 * 2, 0]);
    // Two latent caches in each of 28 layers.
    expect(kv('LongCat')).toBe(56 * 576 * 2);
  });

  it('is refused by its keys where its type is unknown and more than a plain decoder', () => {
    const plain = { model_type: 'newthing', hidden_size: 2048, num_hidden_layers: 24,
      num_attention_heads: 16, num_key_value_heads: 8, vocab_size: 32_000,
      intermediate_size: 8192, max_position_embeddings: 4096, tie_word_embeddings: false };
    expect(readOf(plain).notices[0]).toContain('newthing is not known');
    expect(refusalOf({ ...plain, hybrid_layer_ids: [6, 12], mamba_d_state: 64 }))
      .toBe('not-understood hybrid_layer_ids, mamba_d_state');
    expect(refusalOf({ ...plain, num_experts: 8 })).toBe('not-understood num_experts');
    expect(refusalOf({ ...plain, sliding_window: 4096 })).toBe('not-understood sliding_window');
    expect(refusalOf({ ...plain, hidden_act: 'relu2' })).toBe('not-understood hidden_act');
    expect(refusalOf({ ...plain, hidden_act: 'silu', sliding_window: null })).toBe('ok');
  });

  it('of a known type without experts is refused where it counts some', () => {
    expect(refusalOf({ ...configOf('phi-4'), num_experts: 8, num_experts_per_tok: 2 }))
      .toBe('not-understood num_experts, num_experts_per_tok');
  });

  it('of heads by layer caches those of each', () => {
    const deci = { model_type: 'deci', hidden_size: 64, num_hidden_layers: 3,
      num_attention_heads: 4, num_key_value_heads_per_layer: [4, 2, 1], vocab_size: 100,
      intermediate_size: 128, max_position_embeddings: 4096, tie_word_embeddings: false };
    expect(kvGrowth(readOf(deci).model)).toBe((4 + 2 + 1) * 2 * 16 * 2);
    expect(refusalOf({ ...deci, num_key_value_heads_per_layer: [4, 2, 3] }))
      .toBe('bad-value num_key_value_heads_per_layer');
  });

  it('of layers that share caches counts one in each group', () => {
    const config = { model_type: 'hunyuan', hidden_size: 64, num_hidden_layers: 4,
      num_attention_heads: 4, num_key_value_heads: 2, vocab_size: 100, intermediate_size: 128,
      max_position_embeddings: 4096, tie_word_embeddings: true };
    const moe = { ...config, model_type: 'hunyuan_v1_moe', num_experts: 4, moe_topk: 1,
      moe_intermediate_size: 32, num_shared_expert: 1 };
    const shared = readOf({ ...moe, use_cla: true, cla_share_factor: 2 }).model;
    expect(kvGrowth(shared)).toBe(2 * 2 * (16 + 16) * 2);
    // Two layers without projections of keys and values: 64 x 2 x (16 + 16) each.
    expect(readOf(moe).model.paramsTotal - shared.paramsTotal).toBe(2 * 64 * 2 * 32);
  });
});
