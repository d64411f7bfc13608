import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAny, type SaidOfFile } from '../../../renderer/foreign/read-any.ts';
import { noteText } from '../../../shared/import/report.ts';

const nothing: SaidOfFile = { traffic: null, load: {}, reserve: null, siteLatitude: null,
  utilityKw: null, item: null, context: null, server: null, where: null, home: null,
  own: { customModel: [] } };
const read = async (value: object, said: Partial<SaidOfFile> = {}) => {
  const found = await readAny({ file: new Blob([JSON.stringify(value)]), name: 'a.json',
    said: { ...nothing, ...said } }, () => undefined);
  const notes = [...found.report?.read ?? [], ...found.report?.notes ?? []];
  return { ...found, said: notes.map(noteText).join('\n') };
};

describe('a file of any kind in the window', () => {
  const llama = { model_type: 'llama', hidden_size: 4096, num_hidden_layers: 32,
    num_attention_heads: 32, num_key_value_heads: 8, intermediate_size: 14_336, vocab_size: 128_256,
    tie_word_embeddings: false, _name_or_path: 'acme/House-70B' };

  it('shows of a model what the command line shows, its name held against it', async () => {
    const { said, records } = await read({ ...llama, max_position_embeddings: 131_072 });
    for (const part of ['parameters: 8.03 B', 'active: 7.50 B', 'KV per token: 131,072 bytes',
      'at 8,192: 131,072 bytes', 'at 131,072: 131,072 bytes', 'weights: bf16',
      '70 B in total: DIFFERS from the 8.03 B']) expect(said).toContain(part);
    expect(records).toMatchObject([{ kind: 'customModel' }]);
  });

  it('asks for a context and takes it', async () => {
    expect((await read(llama)).problems.map(({ code }) => code)).toEqual(['no-context']);
    expect((await read(llama, { context: 8192 })).said).toContain('context: 8,192 tokens');
  });

  it('takes a benchmark for the server a person names, and holds it against it', async () => {
    const run = { model_id: 'meta-llama/Llama-3.1-70B-Instruct', num_prompts: 640, completed: 640,
      failed: 0, max_concurrency: 64, total_input_tokens: 655_360, total_output_tokens: 655_360,
      request_throughput: 2.83, output_throughput: 2900, mean_ttft_ms: 300, mean_tpot_ms: 21.5 };
    const server = { gpu: 'h200_sxm', model: 'llama-3.1-70b', precision: 'fp8', framework: 'vllm',
      tp: 8, attentionDp: null, ep: null, speculative: false };
    expect((await read(run)).records).toEqual([]);
    expect((await read(run, { server })).records).toMatchObject([{ kind: 'benchmark' }]);
    const other = await read(run, { server: { ...server, model: 'gpt-oss-120b' } });
    expect([other.records, other.report?.leftOut[0]?.text]).toEqual([[],
      'the file is of model meta-llama/Llama-3.1-70B-Instruct (llama-3.1-70b), not gpt-oss-120b']);
  });

  it('sets the prices of the site by a tariff, one of several by its number', async () => {
    const tariff = (rate: number) => ({ name: `T${rate}`, energyratestructure: [[{ rate }]] });
    const two = { items: [tariff(0.05), tariff(0.07)] };
    expect((await read(two)).problems.map(({ code }) => code)).toEqual(['several']);
    const { records, said } = await read(two, { item: 2, utilityKw: 1000 });
    expect(records).toMatchObject([{ kind: 'site', values: { electricityUsdPerKwh: 0.07 },
      notes: { electricityUsdPerKwh: { source: expect.stringMatching(/^T0.07; a\.json, SHA-256 /u) } } },
    { kind: 'tariff', values: { billing: 'schedule', name: 'T0.07' } }]);
    expect(said).toContain('energy at 0.07 USD/kWh');
  });

  it('puts the devices of an inventory into the racks a person names, or says why not', async () => {
    const csv = readFileSync(join(import.meta.dirname,
      '../../fixtures/field/106-netbox-devices-csv.csv'), 'utf8');
    const home = { groups: ['main'],
      deviceTypes: [{ key: 'x', name: 'Acme GX8', slug: 'acme-gx8' }] };
    const ask = (said: Partial<SaidOfFile>) => readAny({ file: new Blob([csv]),
      name: 'devices.csv', said: { ...nothing, ...said } }, () => undefined);
    const unknown = await ask({ home: { ...home, deviceTypes: [] } });
    expect([unknown.isInventory, unknown.records]).toEqual([true, []]);
    expect(unknown.obstacle).toMatch(/^The project has no device type .*; import (it|them) first\.$/u);
    const types = unknown.obstacle?.replace(/^.* type (.*); import.*$/u, '$1').split(', ') ?? [];
    const known = { ...home, deviceTypes: types.map((name, i) =>
      ({ key: `t${i}`, name, slug: name })) };
    expect((await ask({ home: known })).obstacle).toMatch(/Say in which racks/u);
    const placed = await ask({ home: known, where: 'main' });
    expect(placed.obstacle).toBeNull();
    expect(placed.records).toMatchObject(types.map((_, i) =>
      ({ kind: 'rackDevice', values: { device: `t${i}`, where: 'group', group: 'main' } })));
  });

  it('holds a benchmark against a model of one’s own', async () => {
    const config = JSON.stringify({ ...llama, max_position_embeddings: 8192 });
    const csv = 'isl,osl,concurrency,tpot_mean_ms,output_tok_s_per_gpu\n1024,1024,64,25,250\n';
    const server = { gpu: 'h200_sxm', model: 'house', precision: 'bf16', framework: 'vllm',
      tp: 8, attentionDp: 1, ep: 1, speculative: false };
    const ask = (own: SaidOfFile['own']) => readAny({ file: new Blob([csv]), name: 'a.csv',
      said: { ...nothing, server, own } }, () => undefined);
    expect((await ask({ customModel: [] })).records).toEqual([]);
    expect((await ask({ customModel: [{ key: 'house', values: { name: 'House', config } }] }))
      .records).toMatchObject([{ kind: 'benchmark' }]);
  });
});
