import { describe, expect, it } from 'vitest';
import { expectedErrorPct } from '../../../../shared/inference/expected-error.ts';
import { fittedConstants } from '../../../../shared/inference/fitted-constants.ts';
import { readPerfExport } from '../../../../shared/inference/import/genai-perf.ts';
import { readInferenceXResult } from '../../../../shared/inference/import/inferencex.ts';
import { acceleratorOf, modelOf } from '../requests.ts';

const context = { gpu: 'H200', model: 'm', precision: 'fp8', framework: 'vllm',
  frameworkVersion: '1',
  tp: 2, attentionDp: 4, ep: 8, speculative: true };

describe('a profile export', () => {
  it('keeps its day, and spreads tokens over tensor times data-parallel accelerators', () => {
    const row = readPerfExport({ start_time: '2026-04-10T10:15:00',
      input_config: { concurrency: 3 },
      output_token_throughput: { unit: 'tokens/sec', avg: 1600 } }, context);
    expect(row)
      .toMatchObject({ date: '2026-04-10', output_tok_s_per_gpu: '200', concurrency: '3',
        tp: '2', attention_dp: '4', ep: '8', speculative: 'mtp' });
    expect(readPerfExport({}, context)['output_tok_s_per_gpu']).toBe('');
  });
});

describe('a result of InferenceX', () => {
  it('says under either name whether tokens were drafted', () => {
    expect(readInferenceXResult({ spec_decoding: 'mtp' })['speculative']).toBe('mtp');
    expect(readInferenceXResult({ spec_method: 'eagle' })['speculative']).toBe('eagle');
    expect(readInferenceXResult({})['speculative']).toBe('none');
  });

  it('spreads what a decoding accelerator makes over those of prefill too', () => {
    const row =
      readInferenceXResult({ disagg: true, output_tput_per_gpu: 120, num_prefill_gpu: 2,
        num_decode_gpu: 4 });
    expect(row['output_tok_s_per_gpu']).toBe('80');
    expect(readInferenceXResult({ disagg: true,
      output_tput_per_gpu: 120 })['output_tok_s_per_gpu']).toBe('');
  });
});

describe('the error to expect', () => {
  const cell = fittedConstants.cells.find(({ family, backend }) =>
    family === 'hopper' && backend === 'vllm');
  if (cell === undefined) throw new Error('no cell');
  const own = Math.max(10, Math.round(cell.medianAbsPct * 1.5));
  const known = modelOf(cell.models[0] ?? '');
  const h200 = acceleratorOf(cell.accelerators[0] ?? '');
  const of = (
    over: Partial<
      { model: typeof known; accelerator: typeof h200; width: number; mode: 'agg' | 'disagg' }
    >,
  ) =>
    expectedErrorPct(over.model ?? known, over.accelerator ?? h200, 'vllm', over.width ?? 1,
      over.mode ?? 'agg');
  const stranger = { ...known, id: 'nobody-knows' };
  const other = { ...h200, id: 'nobody-has' };

  it('is half as much again as the median where all is known', () => {
    expect(of({})).toBe(own);
  });

  it('adds what is unknown in squares: a model, an accelerator, both', () => {
    expect(of({ model: stranger })).toBe(Math.round(Math.hypot(20, own / 2)));
    expect(of({ accelerator: other })).toBe(Math.round(Math.hypot(20, own / 2)));
    expect(of({ model: stranger, accelerator: other })).toBe(Math.round(Math.hypot(20, 20,
      own / 2)));
    expect(of({ model: stranger, accelerator: other, mode: 'disagg' }))
      .toBe(Math.round(Math.hypot(28, 31, own / 2)));
  });

  it('is 40 % for a family nobody measured or a wider instance, 25 % for another engine', () => {
    expect(expectedErrorPct(known, { ...h200, family: 'none' }, 'vllm', 1, 'agg')).toBe(40);
    expect(expectedErrorPct(known, { ...h200, family: 'rubin' }, 'vllm', 1, 'agg')).toBe(40);
    const widest = Math.max(...fittedConstants.cells.filter(({ family }) =>
      family === 'hopper').map((c) => c.widest));
    expect(of({ width: widest + 1 })).toBe(40);
    expect(of({ width: widest })).toBe(own);
  });
});
