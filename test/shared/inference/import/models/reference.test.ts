import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../../shared/catalog/catalog.ts';
import { kvGrowth, reportModel } from '../../../../../shared/inference/import/models/report.ts';
import { fixtureText, readOf, refusalOf } from './support.ts';

interface Configuration {
  readonly model: string;
  readonly config: unknown;
}

/** The 86 configurations of the reference of November 2026, reduced to architecture. */
const { configurations } = JSON.parse(fixtureText('reference-2026-11.json')) as {
  readonly configurations: readonly Configuration[];
};

/** Ones whose order of blocks the reference does not have. */
const unordered = /Nemotron-3-Ultra|Nemotron-H-56B/u;
const read = configurations.filter(({ model }) => !unordered.test(model))
  .map(({ model, config }) => reportModel(readOf(config), model.split('/')[1] ?? model,
    builtInCatalog));

/** Which entry of the catalogue a configuration is of, by its name. */
const entryOf: readonly (readonly [name: RegExp, id: string])[] = [
  [/^MiniMax-M2\.5/u, 'minimax-m2.5'], [/^MiniMax-M2\.7/u, 'minimax-m2.7'],
  [/^MiniMax-M3/u, 'minimax-m3'], [/^Qwen3-235B/u, 'qwen3-235b-a22b'],
  [/^Qwen3-30B/u, 'qwen3-30b-a3b'], [/^Qwen3-32B/u, 'qwen3-32b'], [/^Qwen3-8B/u, 'qwen3-8b'],
  [/^Qwen3-Coder/u, 'qwen3-coder-480b-a35b'], [/^Qwen3\.5-122B/u, 'qwen3.5-122b-a10b'],
  [/^Qwen3\.5-397B/u, 'qwen3.5-397b-a17b'], [/^DeepSeek-(?:R1|V3$|V3\.1)/u, 'deepseek-r1'],
  [/^DeepSeek-V3\.2/u, 'deepseek-v3.2'], [/^DeepSeek-V4-Pro/u, 'deepseek-v4-pro'],
  [/^DeepSeek-V4-Flash/u, 'deepseek-v4-flash'], [/^Kimi-K2-/u, 'kimi-k2'],
  [/^Kimi-K2\./u, 'kimi-k2.5'], [/^Kimi-K3/u, 'kimi-k3'], [/^GLM-5(?:\.1)?(?:-|$)/u, 'glm-5'],
  [/^GLM-5\.2/u, 'glm-5.2'], [/^gpt-oss-120b/u, 'gpt-oss-120b'],
  [/^gpt-oss-20b/u, 'gpt-oss-20b'], [/Llama-3\.1-405B/u, 'llama-3.1-405b'],
  [/Llama-3\.1-70B/u, 'llama-3.1-70b'], [/Llama-3\.1-8B/u, 'llama-3.1-8b'],
  [/Scout/u, 'llama-4-scout'], [/Maverick/u, 'llama-4-maverick'],
  [/8x7B/u, 'mixtral-8x7b'], [/8x22B/u, 'mixtral-8x22b'],
];
const held = read.flatMap((report) => {
  const id = entryOf.find(([name]) => name.test(report.name))?.[1];
  const entry = id === undefined ? undefined : builtInCatalog.models[id];
  return entry === undefined ? [] : [{ report, entry }];
});

describe('the 86 configurations of the reference', () => {
  it('are read but for those without an order of blocks, which are refused by that key', () => {
    expect([configurations.length, read.length, held.length]).toEqual([86, 82, 56]);
    expect(configurations.filter(({ model }) => unordered.test(model))
      .map(({ config }) => refusalOf(config)))
      .toEqual(Array.from({ length: 4 }, () => 'missing-key hybrid_override_pattern'));
  });

  it('agree with the catalogue: totals within 1 %, active within 3 %, KV exactly', () => {
    const off = held.filter(({ report, entry }) =>
      Math.abs(report.totalB * 1e9 / entry.paramsTotal - 1) > 0.01
      || Math.abs(report.activeB * 1e9 / entry.paramsActive - 1) > 0.03
      || report.kvBytesPerToken !== kvGrowth(entry));
    expect(off.map(({ report }) => report.name)).toEqual([]);
  });

  it('are known as the entry of the same model', () => {
    expect(held.filter(({ report, entry }) => report.builtIn !== entry.id)
      .map(({ report }) => [report.name, report.builtIn])).toEqual([]);
  });

  it('keep what their names promise', () => {
    expect(read.filter(({ promise }) => promise?.agrees === false).map(({ name }) => name))
      .toEqual([]);
    expect(read.filter(({ promise }) => promise !== null).length).toBeGreaterThan(40);
  });
});
