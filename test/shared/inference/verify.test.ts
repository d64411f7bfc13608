import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import type { MeasuredPoint } from '../../../shared/catalog/types.ts';
import { acceleratorIdOf, modelIdOf } from '../../../shared/inference/names.ts';
import type { Row } from '../../../shared/inference/point-row.ts';
import { verifyServing } from '../../../shared/inference/verify.ts';

const text = (value: number | string | boolean | null | undefined): string =>
  (value === null || value === undefined ? '' : String(value));

/** What only the later table says. */
const laterColumns = (point: MeasuredPoint): Row => ({
  n_gpus: text(point.accelerators), cache_hit: text(point.cacheHit),
  prefill_tp: text(point.prefillTp), prefill_ep: text(point.prefillEp),
  prefill_dp_attention: text(point.prefillDpAttention),
  decode_dp_attention: text(point.decodeDpAttention),
  draft_tokens: text(point.draftTokens), acceptance_length: text(point.acceptedTokens),
  ttft_median_ms: text(point.ttftMedianMs), tpot_median_ms: text(point.tpotMedianMs),
});

/** A point as its line of the published table. */
function rowOf(point: MeasuredPoint): Row {
  return {
    source: point.source, date: text(point.date), gpu: point.acceleratorId, model: point.modelId,
    framework: point.framework,
    framework_version: point.frameworkVersion, precision: point.precision, isl: text(point.isl),
    osl: text(point.osl),
    length_factor: text(point.lengthFactor), mode: point.mode, tp: text(point.tp),
    attention_dp: text(point.attentionDp),
    moe_tp: text(point.moeTp), ep: text(point.ep), concurrency: text(point.concurrency),
    speculative: point.speculative,
    prefill_workers: text(point.prefillWorkers), prefill_gpus: text(point.prefillAccelerators),
    decode_workers: text(point.decodeWorkers), decode_gpus: text(point.decodeAccelerators),
    ttft_mean_ms: text(point.ttftMeanMs), tpot_mean_ms: text(point.tpotMeanMs),
    output_tok_s_per_gpu: text(point.outputTokPerSecPerAccelerator),
    ...laterColumns(point),
  };
}

const rows = loadMeasuredPoints().map(rowOf);

describe('the model alone against the catalogue’s measurements', () => {
  const report = verifyServing(rows, builtInCatalog, ['mode']);
  const ofMode = (mode: string) => report.groups.find(({ by }) => by['mode'] === mode);

  it('predicts aggregated rows within 9 % (median) and 30 % (90th percentile), unbiased', () => {
    expect(ofMode('agg')?.rows).toBeGreaterThan(2200);
    expect(ofMode('agg')?.throughput?.medianAbsPct).toBeLessThanOrEqual(9);
    expect(ofMode('agg')?.throughput?.p90AbsPct).toBeLessThanOrEqual(30);
    expect(Math.abs((ofMode('agg')?.throughput?.bias ?? 0) - 1)).toBeLessThanOrEqual(0.05);
  });

  it('predicts disaggregated rows within 20 % (median)', () => {
    expect(ofMode('disagg')?.rows).toBeGreaterThan(400);
    expect(ofMode('disagg')?.throughput?.medianAbsPct).toBeLessThanOrEqual(20);
  });

  it('skips unlabelled speculation and counts every row once', () => {
    const skipped = new Map(report.skipped.map((one) => [one.reason, one.rows]));
    expect(skipped.get('speculative decoding is unlabelled')).toBe(629);
    const counted = [...skipped.values()].reduce((sum, count) => sum + count, 0);
    expect(report.rows + counted).toBe(rows.length);
    // What cannot be, or ran without captured graphs, is little of what was published.
    expect(counted - 629).toBeLessThan(0.03 * rows.length);
    expect([...skipped.keys()].filter((reason) => !reason.startsWith('speculative')).sort())
      .toEqual(['faster than the roofline', 'run without captured graphs: a launch a kernel']);
  });
});

describe('rows of strangers', () => {
  const good = rows.find((row) => row['speculative'] === 'none' && row['mode'] === 'agg') ?? {};

  it.each([
    [{ gpu: 'Z9000' }, 'unknown accelerator Z9000'],
    [{ model: 'no-such-model', checkpoint: '' }, 'unknown model no-such-model'],
    [{ concurrency: '' }, 'concurrency is missing or not above 0'],
    [{ isl: 'long' }, 'isl is missing or not above 0'],
    [{ tpot_mean_ms: 'n/a' }, 'tpot_mean_ms is not a number: n/a'],
    [{ precision: 'fp3' }, 'unknown precision fp3'],
    [{ length_factor: '2' }, 'length_factor is not above 0 and at most 1'],
    [{ gpu: 'H100', model: 'Llama-3.1-70B', precision: 'fp4' },
      'figure-missing: H100 SXM5: fp4 arithmetic rate'],
    [{ mode: 'disagg', decode_gpus: '' }, 'bad-parallelism: worker counts are missing'],
  ])('%o is skipped: %s', (changes, reason) => {
    const report = verifyServing([{ ...good, ...changes }], builtInCatalog, []);
    expect(report)
      .toMatchObject({ rows: 0, skipped: [{ reason, rows: 1 }], throughput: null, tpot: null,
        groups: [] });
  });

  it('takes a row without latency for its throughput', () => {
    expect(verifyServing([{ ...good, tpot_mean_ms: '' }], builtInCatalog, []))
      .toMatchObject({ rows: 1,
        tpot: null });
  });

  it.each([
    ['B200', 'b200_sxm'], ['NVIDIA H100 SXM', 'h100_sxm'], ['GB200-NVL72', 'gb200'],
    ['gb300', 'gb300'], ['B300', 'b300_sxm'], ['MI325X', 'mi325x'], ['TPU v7', 'tpu7x'],
    ['Trainium2', 'trn2'], ['H100-NVL', null], ['H20', 'h20_sxm'],
  ])('reads accelerator %s as %s',
    (name, id) => expect(acceleratorIdOf(name, builtInCatalog)).toBe(id));

  it.each([
    ['nvidia/DeepSeek-R1-0528-FP4-V2', 'deepseek-r1'], ['DeepSeek-V3.2', 'deepseek-v3.2'],
    ['GLM-4.6', 'glm-4.5'], ['meta-llama/Llama-3.3-70B-Instruct', 'llama-3.1-70b'],
    ['Qwen/Qwen3-235B-A22B-FP8', 'qwen3-235b-a22b'], ['Kimi-K2-Instruct', 'kimi-k2'],
    ['kimi-k2.5', 'kimi-k2.5'], ['nvidia/Kimi-K2.7-Code-NVFP4', 'kimi-k2.5'], ['kimik3', 'kimi-k3'],
    ['zai-org/GLM-5.1-FP8', 'glm-5'], ['nvidia/GLM-5.2-NVFP4', 'glm-5.2'], ['GLM-5.3', null],
    ['MiniMaxAI/MiniMax-M2.7', 'minimax-m2.7'], ['nvidia/MiniMax-M3-NVFP4', 'minimax-m3'],
    ['nvidia/Qwen3.5-122B-A10B-NVFP4', 'qwen3.5-122b-a10b'], ['qwen3.5', 'qwen3.5-397b-a17b'],
    ['dsv4', 'deepseek-v4-pro'], ['deepseek-ai/DeepSeek-V4-Pro-0813', 'deepseek-v4-pro'],
    ['RedHatAI/DeepSeek-V4-Flash-NVFP4-FP8', 'deepseek-v4-flash'],
    ['deepseek-ai/DeepSeek-V4.1-Flash', null], ['DeepSeek-R1-Distill-Llama-70B', 'llama-3.1-70b'],
    ['deepseek-ai/DeepSeek-R1-0528-Qwen3-8B', 'qwen3-8b'],
    ['openai/gpt-oss-20b', 'gpt-oss-20b'], ['no-such-model', null],
  ])('reads model %s as %s', (name, id) => expect(modelIdOf(name, builtInCatalog)).toBe(id));
});
