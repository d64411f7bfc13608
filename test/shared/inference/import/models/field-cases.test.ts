import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../../shared/catalog/catalog.ts';
import { keepConfig } from '../../../../../shared/inference/import/models/keep.ts';
import { reportModel } from '../../../../../shared/inference/import/models/report.ts';
import { fixtureText, parsed, readOf } from './support.ts';

/**
 * Configurations people have, with the counts their cards and architectures give: total and
 * active parameters in billions (the input embedding left out of the active ones), KV bytes
 * one more token takes in bf16.
 */
const cases = [
  ['01-nemotron-3-nano', 'blocks by pattern, two matrices', 31.58, 3.23, 6144],
  ['02-nemotron-super-49b-nas', 'a variant for every layer', 49.87, null, 200_704],
  ['03-gemma-4-26b-a4b', 'global heads of their own', 25.23, 3.81, 20_480],
  ['05-mimo-v2-flash', 'windows by list, keys wider than values', 308.78, 14.8, 23_040],
  ['06-deepseek-v3.2-sparse', 'an index', 671.9, 37.48, 70_272],
  ['08-deepseek-v4-pro', 'a compressed cache', 1571.6, 47.4, 5511.4375],
  ['09-llama-4-scout', 'a shared expert unsaid, chunks', 107.77, 16.14, 49_152],
  ['11-qwen3.5-122b-a10b', 'gated queries, DeltaNet', 122.11, 9.01, 24_576],
  ['13-kimi-k3-latent-moe', 'experts of a latent width', 2776.5, 101.3, 27_648],
  ['15-jamba-1.5-mini', 'one attention layer in eight', 51.57, 11.8, 16_384],
  ['17-granite-4.0-h-small', 'Mamba by list, shared block', 32.2, 8.8, 16_384],
  ['18-hunyuan-a13b', 'lists for every layer', 80.4, 12.7, 131_072],
  ['19-ernie-4.5-300b-a47b', 'experts under names of their own', 299.5, 47.1, 221_184],
  ['20-command-a-pattern', 'a full layer in four, tied by class', 111.1, null, 65_536],
  ['21-gemma-3-27b-pattern', 'a full layer in six, tied by class', 27, null, 81_920],
  ['23-minimax-m1', 'lightning attention by list', 456, 45.9, 40_960],
  ['25-ling-1t', 'a shared expert under another name', 999.7, 49.8, 327_680],
  ['26-falcon-180b', 'two matrices of four widths', 178.6, null, 163_840],
  ['27-starcoder2-15b', 'two matrices', 15.96, null, 0],
  ['30-head-dim-zero', 'no head width', 8.03, null, 131_072],
  ['31-mlp-only-layers', 'dense layers by number', 28.27, null, 98_304],
  ['32-nemotron-3-super-infinity', 'Infinity, a latent width', 120.67, 12.2, 8192],
  ['34-gemma-3-27b-it-sparse', 'defaults left out', 27, null, 81_920],
  ['36-nested-llm-config', 'a language model within', 8.03, null, 131_072],
  ['37-context-absent', 'another name of the context', null, null, null],
] as const;

const reportOf = (name: string) =>
  reportModel(readOf(parsed(fixtureText(`${name}.json`))), name, builtInCatalog);

describe('a configuration from the field', () => {
  it.each(cases)('%s: %s', (name, _kind, totalB, activeB, kvBytes) => {
    const report = reportOf(name);
    expect(Math.abs(report.totalB / (totalB ?? report.totalB) - 1)).toBeLessThan(0.01);
    expect(Math.abs(report.activeB / (activeB ?? report.activeB) - 1)).toBeLessThan(0.03);
    expect(report.kvBytesPerToken).toBe(kvBytes ?? report.kvBytesPerToken);
    expect(report.notRead).toEqual([]);
  });

  it.each(cases)('%s is kept in a record that reads as the same model', (name) => {
    const text = fixtureText(`${name}.json`);
    const kept = keepConfig(text, 10_000) ?? '';
    expect(readOf(parsed(kept)).model).toEqual(readOf(parsed(text)).model);
  });

  it('counts windowed layers and their share at a length', () => {
    expect(reportOf('05-mimo-v2-flash')).toMatchObject({ windowLayers: 39, window: 128 });
    // 39 windows of 128 tokens, 8 heads of 192 + 128 values in two bytes, spread over 131,072.
    expect(reportOf('05-mimo-v2-flash').kvBytesAt['131072'])
      .toBe(23_040 + (39 * 128 * 8 * 320 * 2) / 131_072);
    expect(reportOf('09-llama-4-scout').kvBytesAt['8192']).toBe(196_608);
    expect(reportOf('21-gemma-3-27b-pattern')).toMatchObject({ windowLayers: 52, window: 1024 });
  });

  it('takes contexts under any of their names', () => {
    expect(reportOf('37-context-absent').context).toBe(1_048_576);
    expect(reportOf('26-falcon-180b').context).toBe(2048);
  });

  it('is known again where the catalogue holds it', () => {
    expect(['06-deepseek-v3.2-sparse', '08-deepseek-v4-pro', '09-llama-4-scout',
      '11-qwen3.5-122b-a10b', '13-kimi-k3-latent-moe', '30-head-dim-zero', '01-nemotron-3-nano']
      .map((name) => reportOf(name).builtIn)).toEqual(['deepseek-v3.2', 'deepseek-v4-pro',
      'llama-4-scout', 'qwen3.5-122b-a10b', 'kimi-k3', 'llama-3.1-8b', null]);
  });

  it('has an index and dense layers as the file says', () => {
    expect(readOf(parsed(fixtureText('06-deepseek-v3.2-sparse.json'))).model.sparseIndex)
      .toEqual({ topk: 2048, heads: 64, headDim: 128 });
    expect(readOf(parsed(fixtureText('31-mlp-only-layers.json'))).model.moe)
      .toMatchObject({ moeLayers: 44, denseLayers: 4 });
  });
});
