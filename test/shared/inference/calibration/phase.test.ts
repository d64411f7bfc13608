import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { wideExpertRows } from '../../../../shared/catalog/data/wide-experts.ts';
import { fitConstants } from '../../../../shared/inference/calibration/fit.ts';
import { gainRatio, isGainRow, isPhaseRow, phaseSample, runPhase,
  type PhaseSample } from '../../../../shared/inference/calibration/phase.ts';
import { findSample } from '../../../../shared/inference/calibration/sample.ts';
import { emptyStep } from '../../../../shared/inference/decode.ts';
import { prefillRate } from '../../../../shared/inference/disagg.ts';
import { overlappedStep } from '../../../../shared/inference/modes.ts';
import { composeConstants } from '../../../../shared/inference/parameters.ts';
import type { Row } from '../../../../shared/inference/point-row.ts';
import { k } from '../bench.ts';
import { measuredOf } from '../measured-points.ts';

const row: Row = { source: 'mine', date: '2025-05', model: 'DeepSeek-V3', precision: 'fp8',
  isl: '2000', accelerator: 'H100', n_accelerators: '96', framework: 'SGLang',
  scenario_or_interactivity: 'decode EP72 bs256', metric: 'output_tok_s_per_node',
  value: '24000' };

function phaseOf(changes: Row = {}): PhaseSample {
  const found = phaseSample({ ...row, ...changes }, builtInCatalog);
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

describe('a published rate of one phase', () => {
  it('of a node is that of eight, on the width and batch it states', () => {
    expect(phaseOf()).toMatchObject({ phase: 'decode', family: 'hopper', backend: 'sglang',
      width: 72, isWidthStated: true, batch: 256, measured: 3000,
      bench: { traffic: { isl: 2000, cacheHit: 0, draft: 0 } } });
    expect(phaseOf({ metric: 'output_tok_s_per_gpu', value: '3000' }).measured).toBe(3000);
  });

  it('without a width is of all its accelerators, without a batch as full as memory allows', () => {
    const open = phaseOf({ scenario_or_interactivity: 'decode', n_accelerators: '32' });
    expect(open).toMatchObject({ width: 32, isWidthStated: false });
    expect(open.batch).toBeGreaterThan(32);
    expect(phaseOf({ scenario_or_interactivity: 'decode bs999999', n_accelerators: '32' }).batch)
      .toBe(open.batch);
  });

  it('tells prefill, drafts and the precision of experts', () => {
    expect(phaseOf({ scenario_or_interactivity: 'prefill per 8-GPU node' }).phase).toBe('prefill');
    expect(phaseOf({ scenario_or_interactivity: 'decode simulated MTP' }).bench.traffic.draft)
      .toBe(1);
    const mixed = { accelerator: 'GB200', precision: 'bf16 attn+fp8 moe' };
    expect(phaseOf(mixed).bench.machine.math).toBe('fp8');
    expect(phaseOf({ ...mixed, precision: 'fp8 attn+nvfp4 moe' }).bench.machine.math).toBe('fp4');
  });

  it.each([
    [{ accelerator: 'Z9000' }, 'unknown accelerator Z9000'],
    [{ model: 'no-such-model' }, 'unknown model no-such-model'],
    [{ precision: 'fp3' }, 'precision or input length is missing'],
    [{ isl: '' }, 'precision or input length is missing'],
    [{ scenario_or_interactivity: 'decode', n_accelerators: '' },
      'the number of accelerators is missing'],
    [{ value: '' }, 'value is missing or not above 0'],
    [{ value: '-5' }, 'value is missing or not above 0'],
    [{ model: 'Llama-3.1-70B', precision: 'fp4' },
      'figure-missing: H100 SXM5: fp4 arithmetic rate'],
  ] as const)('with %o is none: %s', (changes, error) => {
    expect(phaseSample({ ...row, ...changes }, builtInCatalog)).toEqual({ ok: false, error });
  });

  it('is told from rates of whole systems', () => {
    expect(isPhaseRow(row)).toBe(true);
    expect(isPhaseRow({ ...row, metric: 'speedup' })).toBe(false);
    expect(isPhaseRow({ ...row, scenario_or_interactivity: 'max load' })).toBe(false);
  });

  it('is one of every row that is shipped', () => {
    const read = wideExpertRows.map((one) => phaseSample(one, builtInCatalog));
    expect(read.flatMap((one) => (one.ok ? [] : one.error))).toEqual([]);
    expect(read).toHaveLength(10);
    expect(wideExpertRows.every(isPhaseRow)).toBe(true);
  });
});

describe('what the equations give for a phase', () => {
  /** Experts are balanced in such reports: a quarter of skew and imbalance. */
  const balanced = { ...k, imbalanceZ: k.imbalanceZ / 4, expertSkew: k.expertSkew / 4 };

  it('of decode is a batch of each accelerator over its step with the hand-over', () => {
    const sample = phaseOf();
    const { shape, machine } = sample.bench;
    const step = emptyStep();
    // 2,000 tokens in and half of 200 out, in two batches over one another.
    overlappedStep(shape, machine, balanced, { t: 1, d: 72, e: 72 }, 256 * 72, 1, 2100, step);
    expect(runPhase(sample, k)).toBeCloseTo(256 / (step.total * 1.05), 6);
  });

  it('of prefill is that of its width where it is stated, else of the best narrower worker', () => {
    const stated = phaseOf({ scenario_or_interactivity: 'prefill EP32', n_accelerators: '96' });
    const open = phaseOf({ scenario_or_interactivity: 'prefill', n_accelerators: '32' });
    const bench = { ...stated.bench, constants: balanced };
    const at = (n: number): number =>
      (2000 * prefillRate(bench, { t: 1, d: n, e: n })) / n;
    expect(runPhase(stated, k)).toBeCloseTo(at(32), 6);
    expect(runPhase(open, k)).toBeCloseTo(Math.max(...[4, 8, 16, 32].map(at)), 6);
    const narrow = phaseOf({ scenario_or_interactivity: 'prefill', n_accelerators: '6' });
    expect(runPhase(narrow, k)).toBeCloseTo(Math.max(at(4), at(6)), 6);
  });

  it('pulls a fit towards what was reported', () => {
    const rows = [1, 8, 64].flatMap((concurrency) => {
      const found = findSample(measuredOf({ concurrency, framework: 'sglang' }), builtInCatalog);
      return found.ok ? found.value : [];
    });
    const phases = wideExpertRows.filter(({ accelerator }) => accelerator === 'H100')
      .flatMap((one) => {
        const found = phaseSample(one, builtInCatalog);
        return found.ok ? found.value : [];
      });
    expect([rows.length, phases.length]).toEqual([3, 6]);
    const missOf = (fit: ReturnType<typeof fitConstants>): number => {
      const constants = composeConstants(fit.constants, 'hopper', 'sglang');
      return phases.reduce((sum, phase) =>
        sum + Math.log(runPhase(phase, constants) / phase.measured) ** 2, 0);
    };
    expect(missOf(fitConstants(rows, null, phases))).toBeLessThan(missOf(fitConstants(rows)) / 2);
  });
});

describe('what a mode gains', () => {
  const gain = (scenario: string, value = '1.5') => gainRatio({ ...row, metric: 'ratio',
    scenario_or_interactivity: scenario, value }, builtInCatalog, () => k);

  it('is told from rates', () => {
    expect(isGainRow({ metric: 'ratio', scenario_or_interactivity: 'EPLB gain decode' })).toBe(true);
    expect(isGainRow(row)).toBe(false);
    expect(isGainRow({ metric: 'ratio', scenario_or_interactivity: 'per dollar' })).toBe(false);
  });

  it('is the rate with it over that without, over what was published', () => {
    const prefill = phaseOf({ scenario_or_interactivity: 'prefill EP32' });
    const without = { ...prefill, bench: { ...prefill.bench, modes: { overlap: true } } };
    const found = gain('EPLB gain prefill');
    expect(found.ok && found.value)
      .toBeCloseTo(runPhase(prefill, k) / runPhase(without, k) / 1.5, 9);
    expect(runPhase(prefill, k)).toBeGreaterThan(runPhase(without, k));
    const twice = gain('two-batch overlap prefill', '3');
    const once = gain('two-batch overlap prefill');
    expect(once.ok && twice.ok && once.value / twice.value).toBeCloseTo(2, 12);
    expect(gain('wide-EP gain decode').ok).toBe(true);
  });

  it.each([['EPLB gain decode', '', 'value is missing or not above 0'],
    ['some gain decode', '2', 'unknown gain some gain decode']])('of %s at %o is none: %s',
    (scenario, value, error) => {
      expect(gain(scenario, value)).toEqual({ ok: false, error });
    });
});
