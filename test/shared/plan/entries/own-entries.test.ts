import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { importBenchmarks } from '../../../../shared/import/benchmark/benchmark.ts';
import { splitPoints } from '../../../../shared/plan/entries/own-entries.ts';
import { readOwnModel, trimConfig } from '../../../../shared/plan/entries/own-models.ts';
import type { Plan } from '../../../../shared/plan/types.ts';
import { createPlanner } from '../../../../shared/plan.ts';
import type { FieldValue } from '../../../../shared/project/field.ts';
import type { KindName } from '../../../../shared/project/kinds.ts';
import { documentOf, findTemplate } from '../../../../shared/project/templates.ts';

const planner = createPlanner(builtInCatalog);
const asMeasured: Readonly<Record<string, Readonly<Record<string, FieldValue>>>> =
  { rackGroup: { mode: 'agg' }, traffic: { cacheHit: 0 } };
type Own = readonly [kind: KindName, key: string, values: Readonly<Record<string, FieldValue>>];

/**
 * The 1 MW pod, aggregated and without cache hits as the measurements were, with records of
 * the user's own.
 */
function planWith(...own: readonly Own[]): Plan {
  const records = own.map(([kind, key, values]) =>
    ({ id: `base:${kind}:${key}`, kind, scenarioId: 'base', key, position: 9, body: {
      values,
    } }));
  const template =
    (findTemplate('b200-1mw')?.records ?? []).map((record) => ({ ...record, body: {
      ...record.body, values: { ...record.body.values, ...asMeasured[record.kind] } } }));
  const plan = planner.evaluate(documentOf([...template, ...records]), 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}
const servingOf = (plan: Plan) =>
  plan.stages.servings.find(({ record }) => record.key === 'main');

/** Published configuration of gpt-oss-120b, as far as it describes the architecture. */
const gptOss = JSON.stringify({
  model_type: 'gpt_oss', num_hidden_layers: 36, hidden_size: 2880,
  num_attention_heads: 64, num_key_value_heads: 8, head_dim: 64, vocab_size: 201_088,
  max_position_embeddings: 131_072, intermediate_size: 2880, num_local_experts: 128,
  num_experts_per_tok: 4, sliding_window: 128, tie_word_embeddings: false,
  quantization_config: { quant_method: 'mxfp4',
    modules_to_not_convert: ['model.layers.*.self_attn'] },
  layer_types: Array.from({ length: 36 },
    (_, i) => (i % 2 === 0 ? 'sliding_attention' : 'full_attention')),
  rope_scaling: { factor: 32 }, architectures: ['GptOssForCausalLM'],
});

describe('a model of the user’s own', () => {
  it('serves as the catalogue’s entry of the same architecture does', () => {
    const catalog = servingOf(
      planWith(['customModel', 'mine', { name: 'Mine', config: trimConfig(gptOss) ?? '' }]),
    );
    const chat =
      findTemplate('b200-1mw')?.records.find(({ kind }) => kind === 'traffic')?.body.values;
    const mine = servingOf(planWith(['customModel', 'mine', { name: 'Mine', config: gptOss }],
      ['traffic', 'chat', { ...chat, ...asMeasured['traffic'], model: 'mine' }]));
    expect(mine?.model.name).toBe('Mine');
    const [a, b] = [catalog?.chosen, mine?.chosen];
    if (a?.ok !== true || b?.ok !== true) throw new Error('no point');
    expect(b.value.outputTokPerSecPerAccelerator)
      .toBeCloseTo(a.value.outputTokPerSecPerAccelerator, 6);
  });

  it('keeps what describes the architecture and drops the rest', () => {
    const kept = trimConfig(gptOss) ?? '';
    expect(kept).not.toContain('self_attn');
    expect(readOwnModel(kept, 'mine', 'Mine')).toEqual(readOwnModel(gptOss, 'mine', 'Mine'));
  });

  it.each([
    ['{', 'not-a-config'], ['[]', 'not-a-config'], ['{"hidden_size": 4}', 'missing-key'],
    ['{"num_hidden_layers": -3}', 'bad-value'],
  ])(
    'is refused where it is none: %s', (text, code) => {
      expect(readOwnModel(text, 'mine', 'Mine')).toMatchObject({ ok: false, error: { code } });
    });
});

describe('a benchmark of the user’s own', () => {
  const rows = [
    'gpu,model,precision,framework,isl,osl,mode,tp,attention_dp,ep,concurrency,speculative,tpot_mean_ms,output_tok_s_per_gpu',
    'b200,gpt-oss-120b,fp4,trtllm,1024,1024,agg,1,1,1,64,none,8,7600',
    'b200,gpt-oss-120b,fp4,trtllm,1024,1024,agg,1,1,1,128,none,11,11000',
  ].join('\n');
  const measuredOf = (plan: Plan) => {
    const free = servingOf(plan)?.free;
    return (free?.ok === true ? free.value.points : []).filter(
      ({ source }) => source === 'measured',
    );
  };

  it('is what the frontier goes through', () => {
    expect(measuredOf(planWith())).toEqual([]);
    const points = measuredOf(planWith(['benchmark', 'ours', { rows }]));
    expect(points.map((p) => p.nearestMeasurement?.startsWith('own:ours:'))).toContain(true);
  });

  it('counts only while it is in use', () => {
    expect(measuredOf(planWith(['benchmark', 'ours', { rows, inUse: false }]))).toEqual([]);
  });

  it('says which line cannot be used, and why', () => {
    const broken = rows.replace('7600', '7600000');
    expect(planWith(['benchmark', 'ours', { rows: broken }]).warnings.find(
      ({ code }) => code === 'benchmark-refused',
    )?.text)
      .toMatch(/line 2: .*roofline/);
    expect(planWith(['benchmark', 'ours', { rows: 'nonsense' }]).warnings.some(
      ({ code }) => code === 'benchmark-refused',
    )).toBe(true);
  });

  it('is kept as text that reads back as the same points, in as many records as it takes', () => {
    const known = { gpu: '', model: '', precision: '', framework: '',
      frameworkVersion: '', tp: 1, attentionDp: 1, ep: 1, speculative: false };
    const read = (text: string) => {
      const found = importBenchmarks(text, known, builtInCatalog);
      if (!found.ok) throw new Error(JSON.stringify(found.error));
      return found.value.value.points;
    };
    const [header = '', first = ''] = rows.split('\n');
    const many =
      read([header, ...Array.from(
        { length: 300 }, (_, i) => first.replace(/,64,.*/, `,${64 + i},none,20,2900`),
      )].join('\n'));
    const texts = splitPoints(many);
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.every((text) => text.length <= 10_000)).toBe(true);
    const withoutId = ({ id: _id, ...point }: (typeof many)[number]) => point;
    expect(texts.flatMap(read).map(withoutId)).toEqual(many.map(withoutId));
  });
});
