import { describe, expect, it } from 'vitest';
import { builtInCatalog as catalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { loadPublishedResults } from '../../../shared/catalog/published.ts';

const points = loadMeasuredPoints();

const isKnown = (acceleratorId: string, modelId: string): boolean =>
  acceleratorId in catalog.accelerators && modelId in catalog.models;

describe('measured serving points', () => {
  it('holds them all, for accelerators and models of the catalogue', () => {
    expect(points).toHaveLength(3312);
    expect(new Set(points.map((point) => point.id)).size).toBe(points.length);
    const strangers =
      points.filter(({ acceleratorId, modelId }) => !isKnown(acceleratorId, modelId));
    expect(strangers).toEqual([]);
    const empty = points.filter((point) =>
      point.outputTokPerSecPerAccelerator <= 0 || point.concurrency <= 0);
    expect(empty).toEqual([]);
  });

  it('keeps columns aligned: derived throughput follows from the lengths and latencies of its own row',
    () => {
    // aiconfigurator states C x OSL x f / (TTFT + (OSL x f - 1) x TPOT) / GPUs; printed
    // with 6 digits.
    const derived = points.filter(({ throughputBasis,
      mode }) => throughputBasis.startsWith('derived: C*OSL') && mode === 'agg');
    expect(derived.length).toBeGreaterThan(2000);
    const wrong = derived.filter((point) => {
      const tokens = point.osl * point.lengthFactor;
      const seconds = ((point.ttftMeanMs ?? 0) + (tokens - 1) * (point.tpotMeanMs ?? 0)) / 1000;
      const accelerators = (point.tp ?? 1) * (point.attentionDp ?? 1);
      const expected = (point.concurrency * tokens) / seconds / accelerators;
      return Math.abs(expected / point.outputTokPerSecPerAccelerator - 1) > 1e-4;
    });
    expect(wrong).toEqual([]);
  });

  it('holds 2,653 of an early table and 659 of a later one, numbered on, which alone says more', () => {
    const later = points.filter((point) => point.accelerators !== undefined);
    expect(points.map(({ id }) => id)).toEqual(points.map((_, i) => `point-${i + 1}`));
    expect(later).toEqual(points.slice(2653));
    expect(later).toHaveLength(659);
    const stated = later.filter(({ ttftMedianMs, tpotMedianMs, draftTokens, acceptedTokens }) =>
      [ttftMedianMs, tpotMedianMs, draftTokens, acceptedTokens].every((value) =>
        value === null || (value !== undefined && value > 0)));
    expect(stated).toEqual(later);
    const dates = later.flatMap(({ date }) => (/^\d{4}-\d{2}-\d{2}$/.test(date ?? '') ? [date] : []));
    expect(dates).toHaveLength(659);
  });

  it('keeps later columns aligned: no accelerator gives more than its users at their median pace',
    () => {
      // Users who draw a token every median interval give at most 1,000/interval each. Means lie
      // up to a quarter off medians.
      const paced = points.slice(2653).filter(({ tpotMedianMs }) => (tpotMedianMs ?? 0) > 0);
      expect(paced.length).toBeGreaterThan(500);
      const faster = paced.filter((point) => {
        const accelerators = point.mode === 'disagg'
          ? (point.prefillAccelerators ?? 0) + (point.decodeAccelerators ?? 0)
          : point.accelerators ?? 0;
        const most = (point.concurrency * 1e3) / (point.tpotMedianMs ?? 1) / accelerators;
        return point.outputTokPerSecPerAccelerator > most * 1.25;
      });
      expect(faster).toEqual([]);
    });

  it('states the workers of disaggregated points and of no others', () => {
    const wrong = points.filter(({ mode, prefillWorkers, decodeAccelerators }) =>
      (prefillWorkers !== null) !== (mode === 'disagg')
        || (decodeAccelerators !== null) !== (mode === 'disagg'));
    expect(wrong).toEqual([]);
  });
});

describe('published results', () => {
  const results = loadPublishedResults();

  it('belongs to the catalogue and keeps the path of each MLPerf submission', () => {
    expect(results.filter(({ acceleratorId, modelId }) => !isKnown(acceleratorId, modelId)))
      .toEqual([]);
    const official =
      results.filter(({ source }) => source.startsWith('mlcommons/inference_results_v5.1 '
        + 'summary'));
    expect(official.length).toBeGreaterThan(100);
    expect(official.filter(({ note }) => !/path=(closed|open)/.test(note))).toEqual([]);
  });

  it('holds the DWDP headline of 1.088 (arXiv 2604.01621), as the release catalogue does', () => {
    const headline =
      results.find(({ source, note }) => source.includes('DWDP') && note === 'headline');
    expect(headline?.value).toBe(catalog.releases['dwdp']?.throughputMultiplier.value);
  });
});
