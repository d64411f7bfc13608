import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Accelerator } from '../../../shared/catalog/types.ts';
import { computeFrontier } from '../../../shared/inference/frontier.ts';
import { weightBytesPerRank } from '../../../shared/inference/memory.ts';
import { predictPoint } from '../../../shared/inference/predict.ts';
import { shapeModel } from '../../../shared/inference/shape.ts';
import type { FrontierPoint, ServingRequest } from '../../../shared/inference/types.ts';
import { anyRequest, modelOf } from './requests.ts';

/** Rounding of sums of a few dozen terms. */
const ROUNDING = 1e-9;

/** Best throughput at or above a speed per user. */
function bestAt(points: readonly FrontierPoint[], tokPerSecPerUser: number): number {
  return points.filter((point) => point.tokPerSecPerUser >= tokPerSecPerUser)
    .reduce((best, point) => Math.max(best, point.outputTokPerSecPerAccelerator), 0);
}

/**
 * Whether `better` has a point at least as good in both directions for every point of
 * `worse`.
 */
function covers(better: ServingRequest, worse: ServingRequest): boolean {
  const [more, less] = [computeFrontier(better), computeFrontier(worse)];
  if (!less.ok) return true;
  if (!more.ok) return false;
  return less.value.points.every((point) =>
    bestAt(more.value.points, point.tokPerSecPerUser * (1 - ROUNDING))
      >= point.outputTokPerSecPerAccelerator * (1 - ROUNDING));
}

type RateKey = 'bf16Tflops' | 'fp8Tflops' | 'fp4Tflops' | 'memoryBandwidthTbs';

/** The accelerator with some of its rates multiplied. */
function faster(
  accelerator: Accelerator, keys: readonly RateKey[], factor: number,
): Accelerator {
  return keys.reduce<Accelerator>((built, key) => {
    const figure = built[key];
    return figure === undefined ? built
      : { ...built, [key]: { ...figure, value: figure.value * factor } };
  }, accelerator);
}

const factor = fc.double({ min: 1, max: 8, noNaN: true });
const runs = { numRuns: 60 };

/** Checks that a change of a request never lowers its frontier. */
function expectNeverLower(
  improve: (request: ServingRequest, by: number) => ServingRequest,
): void {
  fc.assert(fc.property(anyRequest, factor, (request, by) => {
    expect(covers(improve(request, by), request)).toBe(true);
  }), runs);
}

describe('better hardware never lowers a frontier', () => {
  it('more memory bandwidth', () => {
    expectNeverLower((request, by) =>
      ({ ...request, accelerator: faster(request.accelerator, ['memoryBandwidthTbs'], by) }));
    expect.hasAssertions();
  });

  it('more arithmetic', () => {
    const rates = ['bf16Tflops', 'fp8Tflops', 'fp4Tflops'] as const;
    expectNeverLower(
      (request, by) => ({ ...request, accelerator: faster(request.accelerator, rates, by) }),
    );
    expect.hasAssertions();
  });

  it('faster links', () => {
    expectNeverLower((request, by) => {
      const { scaleUp, scaleOut } = request.links;
      return { ...request, links: {
        scaleUp: { ...scaleUp, oneWayGBs: scaleUp.oneWayGBs * by,
          latencyUs: scaleUp.latencyUs / by },
        scaleOut: { ...scaleOut, gbps: scaleOut.gbps * by, latencyUs: scaleOut.latencyUs / by },
      } };
    });
    expect.hasAssertions();
  });

  it('a larger scale-up domain', () => {
    const sizes = [fc.constantFrom(1, 2, 4, 8), fc.constantFrom(2, 4, 9)] as const;
    fc.assert(fc.property(anyRequest, ...sizes, (request, domain, by) => {
      const links = (size: number) =>
        ({ ...request.links, scaleUp: { ...request.links.scaleUp, domain: size } });
      const larger = { ...request, links: links(domain * by) };
      expect(covers(larger, { ...request, links: links(domain) })).toBe(true);
    }), runs);
  });
});

describe('longer requests never take less time', () => {
  /**
   * Time from request to last token of the same configuration, ms; null when it does not
   * fit.
   */
  function endToEnd(request: ServingRequest): number | null {
    const point =
      predictPoint({ ...request, fixed: { tp: 8, attentionDp: 1, concurrency: 4 } });
    return point.ok ? point.value.ttftMsLow + request.osl * point.value.tpotMs : null;
  }
  const noShorter = (short: ServingRequest, long: ServingRequest): boolean => {
    const [before, after] = [endToEnd(short), endToEnd(long)];
    return before === null || after === null || after >= before * (1 - ROUNDING);
  };
  const longer = fc.integer({ min: 1, max: 4000 });

  it('longer input', () => {
    fc.assert(fc.property(anyRequest, longer, (request, by) => {
      expect(noShorter(request, { ...request, isl: request.isl + by })).toBe(true);
    }), runs);
  });

  it('longer output', () => {
    fc.assert(fc.property(anyRequest, longer, (request, by) => {
      expect(noShorter(request, { ...request, osl: request.osl + by })).toBe(true);
    }), runs);
  });
});

it('fp4 never needs more memory than fp8, nor fp8 than bf16', () => {
  for (const id of [
    'llama-3.1-70b', 'deepseek-r1', 'gpt-oss-120b', 'deepseek-v4-pro', 'mixtral-8x7b',
  ]) {
    const bytes = (['fp4', 'fp8', 'bf16'] as const).map((precision) =>
      weightBytesPerRank(shapeModel(modelOf(id), precision, precision, 'trtllm'), 8, 8));
    expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
  }
});

describe('every point of a frontier', () => {
  const eachPoint = (check: (point: FrontierPoint, request: ServingRequest) => void) => () => {
    fc.assert(fc.property(anyRequest, (request) => {
      const frontier = computeFrontier(request);
      if (frontier.ok) for (const point of frontier.value.points) check(point, request);
    }), runs);
  };

  it('takes in as many tokens as its requests hold', eachPoint((point, { isl, osl }) => {
    const input = point.totalTokPerSecPerAccelerator - point.outputTokPerSecPerAccelerator;
    expect(input / point.outputTokPerSecPerAccelerator).toBeCloseTo(isl / osl, 6);
  }));

  it('spends its time per token on the causes it names', eachPoint((point) => {
    const parts = Object.values(point.step).reduce((sum, ms) => sum + ms, 0);
    expect(parts).toBeCloseTo(point.tpotMs, 6);
    expect(Math.min(...Object.values(point.step))).toBeGreaterThanOrEqual(-1e-9);
  }));

  it('fits its memory', eachPoint(({ memory }) => {
    expect(memory.weightsGb + memory.kvGb + memory.reservedGb)
      .toBeLessThanOrEqual(memory.capacityGb);
  }));

  it('is finite, with an error stated', eachPoint((point) => {
    for (const value of [point.tokPerSecPerUser, point.outputTokPerSecPerAccelerator,
      point.ttftMsLow,
      point.ttftMsHigh]) {
      expect(Number.isFinite(value) && value > 0).toBe(true);
    }
    expect(point.ttftMsHigh).toBeGreaterThan(point.ttftMsLow);
    expect(point.expectedErrorPct).toBeGreaterThanOrEqual(5);
    expect(point.prefillShare).toBeGreaterThanOrEqual(0);
    expect(point.prefillShare).toBeLessThanOrEqual(1);
  }));
});

it('a frontier falls in speed per user and rises in throughput', () => {
  fc.assert(fc.property(anyRequest, (request) => {
    const frontier = computeFrontier(request);
    const points = frontier.ok ? frontier.value.points : [];
    const speeds = points.map((point) => point.tokPerSecPerUser);
    const throughputs = points.map((point) => point.outputTokPerSecPerAccelerator);
    expect(speeds).toEqual([...new Set(speeds)].toSorted((a, b) => b - a));
    expect(throughputs).toEqual([...new Set(throughputs)].toSorted((a, b) => a - b));
  }), runs);
});
