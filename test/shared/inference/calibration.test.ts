import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { fitConstants } from '../../../shared/inference/calibration/fit.ts';
import { solveSymmetric } from '../../../shared/inference/calibration/linear.ts';
import { predictSamples } from '../../../shared/inference/calibration/cross-validation.ts';
import type { Sample } from '../../../shared/inference/calibration/sample.ts';
import {
  findSample, runSample, throughputOf,
} from '../../../shared/inference/calibration/sample.ts';
import { summariseRatios } from '../../../shared/inference/calibration/statistics.ts';
import { expectedErrorPct } from '../../../shared/inference/expected-error.ts';
import { constantsFor } from '../../../shared/inference/fitted.ts';
import { fittedConstants } from '../../../shared/inference/fitted-constants.ts';
import { impossibility } from '../../../shared/inference/hygiene.ts';
import { emptyLoop } from '../../../shared/inference/serving.ts';
import { acceleratorOf, modelOf } from './requests.ts';

const samples: readonly Sample[] =
  loadMeasuredPoints().filter((point) => point.speculative !== 'unlabelled')
  .flatMap((point) => {
    const sample = findSample(point, builtInCatalog);
    return sample.ok ? sample.value
    : []; });

describe('robust regression', () => {
  it('finds the constants rows were made with, though one in twenty is nonsense', () => {
    const loop = emptyLoop();
    const made = samples.filter(({ point }) => point.mode === 'agg').filter((_, i) =>
      i % 4 === 0).map((sample, i) => {
      runSample(sample, constantsFor(sample.family, sample.backend), loop);
      const nonsense = i % 20 === 0 ? 3 : 1;
      const [tpotMs, ttftMs] = [loop.tpot * 1e3 * nonsense, sample.ttftMs && loop.ttft * 1e3];
      return { ...sample, tpotMs, ttftMs, point: { ...sample.point, tpotMeanMs: tpotMs,
        outputTokPerSecPerAccelerator: throughputOf(sample, loop) / nonsense } };
    });
    const errors = summariseRatios(predictSamples(made,
      fitConstants(made)).map((outcome) => outcome.throughputRatio));
    expect(errors?.medianAbsPct).toBeLessThan(1.5);
  });

  it('solves symmetric systems and refuses indefinite ones', () => {
    const b = Float64Array.of(1, 2);
    expect(solveSymmetric(Float64Array.of(4, 1, 1, 3), b)).toBe(true);
    // 4x + y = 1, x + 3y = 2: x = 1/11, y = 7/11.
    expect(b[0]).toBeCloseTo(1 / 11, 12);
    expect(b[1]).toBeCloseTo(7 / 11, 12);
    expect(solveSymmetric(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toBe(false);
  });
});

describe('the shipped calibration', () => {
  it('names rows, dates and errors of every pair it was fitted to', () => {
    expect(fittedConstants.cells.length).toBeGreaterThan(8);
    // No row is lost without a word: what is not fitted to is counted by its reason.
    const aside = Object.values(fittedConstants.setAside).reduce((sum, rows) => sum + rows, 0);
    expect(fittedConstants.cells.reduce((rows, cell) => rows + cell.rows, 0))
      .toBe(samples.length - aside);
    expect(aside).toBeLessThan(0.05 * samples.length);
    expect(fittedConstants.setAside['cannot be'])
      .toBe(samples.filter((sample) => impossibility(sample) !== null).length);
    expect(fittedConstants.cells.some((cell) => cell.family === 'cdna4'
      && cell.backend === 'atom')).toBe(true);
  });

  it('keeps every efficiency between nothing and one', () => {
    for (const family of ['hopper', 'blackwell', 'cdna3', 'cdna4', 'tpu', 'never-heard-of']) {
      for (const backend of ['trtllm', 'vllm', 'sglang', 'atom', 'other'] as const) {
        for (const [name, value] of Object.entries(constantsFor(family, backend))) {
          expect(value).toBeGreaterThan(0);
          const isShare = /^(eta|mfu|interference$|prefillUtilisation$)/.test(name);
          expect(value).toBeLessThan(isShare ? 1 : Infinity);
        }
      }
    }
  });

  it('states wider errors the less was measured', () => {
    const error = (model: string, accelerator: string, backend: 'trtllm'
      | 'vllm', width: number, mode: 'agg' | 'disagg' = 'agg') =>
      expectedErrorPct({ model: modelOf(model), accelerator: acceleratorOf(accelerator), backend,
        precision: 'fp8', width, mode });
    const known = error('llama-3.1-70b', 'h200_sxm', 'trtllm', 8);
    const newModel = error('llama-3.1-8b', 'h200_sxm', 'trtllm', 8);
    const newBoth = error('llama-3.1-8b', 'b300_sxm', 'trtllm', 8);
    expect(known).toBeLessThanOrEqual(20);
    expect(newModel).toBeGreaterThan(known);
    expect(newBoth).toBeGreaterThanOrEqual(newModel);
    for (const id of ['tpu7x', 'trn2', 'gaudi3', 'vr200'])
      expect(error('llama-3.1-70b', id, 'vllm',
        8)).toBe(40);
    expect(error('deepseek-r1', 'gb200', 'trtllm', 72)).toBeGreaterThanOrEqual(30);
  });

  it('knows a setup only where it was measured in the same mode', () => {
    const error = (accelerator: string, mode: 'agg' | 'disagg'): number =>
      errorWith('trtllm', accelerator, mode);
    const errorWith = (backend: 'trtllm' | 'vllm', accelerator: string,
      mode: 'agg' | 'disagg'): number => expectedErrorPct({ model: modelOf('gpt-oss-120b'),
      accelerator: acceleratorOf(accelerator), backend, precision: 'fp4', width: 8, mode });
    // Measured on H200 only with prefill and decode on the same accelerators.
    const { errors } = fittedConstants;
    const { newModel, newAccelerator } = errors;
    expect(error('h200_sxm', 'agg')).toBeLessThan(error('h200_sxm', 'disagg'));
    expect(error('h200_sxm', 'disagg')).toBeGreaterThanOrEqual(Math.floor(newModel.disagg));
    expect(error('gb200', 'disagg')).toBeLessThan(newModel.disagg);
    // And with vLLM no model on any Hopper part: model and accelerator are unknown.
    expect(errorWith('vllm', 'h200_sxm', 'disagg'))
      .toBe(Math.round(Math.max(newModel.disagg, newAccelerator.disagg, errors.modes.disagg)));
  });
});

describe('the validation page', () => {
  const page = readFileSync(new URL('../../../docs/validation.md', import.meta.url), 'utf8');

  /** Median error of the aggregated rows under a heading. */
  function medianUnder(heading: string): number {
    const section = page.slice(page.indexOf(`### ${heading}, all`));
    return Number(/\| aggregated \| \d+ \| ([\d.]+) \|/.exec(section)?.[1]);
  }

  it.each([
    ['Leaving out a fifth of the rows', 11], ['Leaving out an accelerator', 15],
    ['Leaving out a model', 18],
  ])('%s: at most %i %%',
    (heading, limit) => expect(medianUnder(heading)).toBeLessThanOrEqual(limit));
});
