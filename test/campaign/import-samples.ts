import { epwOf } from '../shared/facility/epw-sample.ts';

/** A text for one of the readers of import-worker.ts. */
export interface ImportSample {
  readonly type: string;
  readonly name: string;
  readonly text: string;
}

const config = {
  model_type: 'deepseek_v3',
  num_hidden_layers: 61,
  hidden_size: 7168,
  num_attention_heads: 128,
  num_key_value_heads: 128,
  vocab_size: 129_280,
  max_position_embeddings: 163_840,
  intermediate_size: 18_432,
  moe_intermediate_size: 2048,
  n_routed_experts: 256,
  n_shared_experts: 1,
  num_experts_per_tok: 8,
  first_k_dense_replace: 3,
  q_lora_rank: 1536,
  kv_lora_rank: 512,
  qk_nope_head_dim: 128,
  qk_rope_head_dim: 64,
  v_head_dim: 128,
  num_nextn_predict_layers: 1,
  quantization_config: { quant_method: 'fp8' },
};

const benchmark = {
  date: '20260410-101500',
  backend: 'vllm',
  model_id: 'made-up',
  num_prompts: 200,
  max_concurrency: 32,
  duration: 60,
  completed: 200,
  total_input_tokens: 204_800,
  total_output_tokens: 102_400,
  request_throughput: 3.33,
  output_throughput: 1706,
  mean_ttft_ms: 240,
  mean_tpot_ms: 17.5,
  mean_itl_ms: 17.4,
};

const hours = Array.from(
  { length: 72 },
  (_, hour) =>
    `2026-01-${String(1 + Math.floor(hour / 24)).padStart(2, '0')}T${String(hour % 24).padStart(2, '0')}:00:00Z,${1000 + hour}`,
);

const device = [
  'manufacturer: Acme',
  'model: X1',
  'slug: acme-x1',
  'u_height: 2',
  'is_full_depth: true',
  'weight: 30',
  'weight_unit: kg',
  'power-ports:',
  '  - name: PSU1',
  '    type: iec-60320-c20',
  '    maximum_draw: 1600',
  'interfaces:',
  '  - name: eth0',
  '    type: 100gbase-x-qsfp28',
].join('\n');

/** Each is taken as it stands; damaging starts from these. */
export const soundImports: readonly ImportSample[] = [
  { type: 'model', name: 'a model configuration', text: JSON.stringify(config, null, 2) },
  { type: 'benchmark', name: 'a benchmark result', text: JSON.stringify(benchmark) },
  { type: 'load', name: 'a load curve', text: ['time,tokens', ...hours].join('\n') },
  { type: 'weather', name: 'a weather file', text: epwOf() },
  { type: 'device', name: 'a device type', text: device },
  { type: 'catalogue', name: 'an empty catalogue',
    text: '{"schema":"aifp.catalog/1","entries":[]}' },
  {
    type: 'picture',
    name: 'a drawing',
    text:
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>',
  },
];

const of =
  (type: string) =>
  (name: string, text: string): ImportSample => ({ type, name: `${type}: ${name}`, text });

const [model, bench, load, weather, yaml, catalogue, picture] = [
  'model',
  'benchmark',
  'load',
  'weather',
  'device',
  'catalogue',
  'picture',
].map(of);

const changed = (change: object): string => JSON.stringify({ ...config, ...change });
const keys = (count: number): string =>
  Array.from({ length: count }, (_, at) => `key${at}: ${at}`).join('\n');
const nest = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** A drawing in which every level uses the one before ten times. */
const uses = (levels: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg"><defs><rect id="a0" width="1" height="1"/>${Array.from(
    { length: levels },
    (_, at) => `<g id="a${at + 1}">${`<use href="#a${at}"/>`.repeat(10)}</g>`,
  ).join('')}</defs><use href="#a${levels}"/></svg>`;

/** Texts made by hand to hang, fill the memory, or smuggle something in. */
export const hostileImports: readonly ImportSample[] = [
  model?.('a width beyond sense', changed({ hidden_size: 1e308 })),
  model?.('no layers', changed({ num_hidden_layers: 0 })),
  model?.('negative heads', changed({ num_attention_heads: -1 })),
  model?.('half a layer', changed({ num_hidden_layers: 0.5 })),
  model?.('text for a number', changed({ vocab_size: '129280' })),
  model?.('deep brackets', nest(20_000)),
  model?.('a list', '[]'),
  model?.('nothing', ''),
  model?.('a billion experts', changed({ n_routed_experts: 1e9, num_experts_per_tok: 1e9 })),
  model?.(
    'layers without end',
    changed({
      num_hidden_layers: 1e9,
      layer_types: Array.from({ length: 1000 }, () => 'full_attention'),
    }),
  ),
  bench?.('nothing', ''),
  bench?.('deep brackets', nest(20_000)),
  bench?.('impossible speed', JSON.stringify({ ...benchmark, output_throughput: 1e300 })),
  bench?.('a hundred thousand lines', `${JSON.stringify(benchmark)}\n`.repeat(20_000)),
  bench?.('columns that are not there', 'a,b\n1,2'),
  bench?.('an open quote', `output_tok_s_per_gpu,isl\n"${'1,2\n'.repeat(50_000)}`),
  load?.('nothing', ''),
  load?.('half a million lines', `time,tokens\n${'2026-01-01T00:00:00Z,1\n'.repeat(460_000)}`),
  load?.('one long line', `time,tokens\n${'9'.repeat(2_000_000)}`),
  load?.('times from the year nought', 'time,tokens\n0000-00-00,1\n9999-99-99,2'),
  load?.('a step of a millennium', 'time,tokens\n1000-01-01,1\n2000-01-01,2\n9000-01-01,3'),
  load?.('numbers beyond numbers',
    'time,tokens\n2026-01-01,1e999\n2026-01-02,1e308\n2026-01-03,1e308'),
  weather?.('nothing', ''),
  weather?.(
    'a header alone',
    epwOf(() => true),
  ),
  weather?.(
    'one hour',
    epwOf((row) => row > 0),
  ),
  weather?.('a million commas', `LOCATION${','.repeat(1_000_000)}`),
  weather?.('temperatures beyond sense',
    epwOf().replaceAll(/,60,A7A7,[^,]+/g, ',60,A7A7,1e300')),
  yaml?.('nothing', ''),
  yaml?.('four thousand keys', keys(4000)),
  yaml?.('sixteen thousand keys', keys(16_000)),
  yaml?.('forty thousand keys', keys(40_000)),
  yaml?.(
    'a billion laughs',
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]`,
  ),
  yaml?.('deep flow', nest(5000)),
  yaml?.('deep blocks',
    Array.from({ length: 2000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')),
  yaml?.('a tag that makes code', '!!js/function "x"'),
  catalogue?.('nothing', ''),
  catalogue?.('deep brackets', nest(20_000)),
  catalogue?.('a wrong schema', '{"schema":"other/9"}'),
  catalogue?.(
    'named __proto__',
    '{"schema":"aifp.catalog/1","entries":[{"collection":"__proto__","entry":"__proto__"}]}',
  ),
  picture?.('eighty thousand opened tags', `<svg ${'<svg'.repeat(80_000)}`),
  picture?.('twenty thousand opened tags', `<svg ${'<svg'.repeat(5000)}`),
  picture?.('comments without end', `<!--${'-'.repeat(200_000)}`),
  picture?.('a script', '<svg><script>1</script></svg>'),
  picture?.('uses within uses', uses(6)),
].filter((sample) => sample !== undefined);
