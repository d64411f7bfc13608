import { describe, expect, it } from 'vitest';
import {
  kOfNOut, meanShortfall, parallelOut, seriesOut, unavailabilityOf,
} from '../../../../shared/facility/availability/series-parallel.ts';
import {
  blocksSpared, generatorFails, pathsOut, setOf, setOut, sourceOut,
} from '../../../../shared/facility/availability/power-path.ts';

describe('closed forms of availability', () => {
  it('counts running and repair time: MTTR / (MTBF + MTTR)', () => {
    // One failure in 8,766 h of running, repaired in 24 h: 24 / 8,790.
    expect(unavailabilityOf(1, 24)).toBeCloseTo(24 / 8790, 15);
    expect(unavailabilityOf(0, 24)).toBe(0);
    expect(() => unavailabilityOf(-1, 24)).toThrow(RangeError);
  });

  it('multiplies what runs in series and what is out in parallel', () => {
    expect(seriesOut([0.1, 0.2])).toBeCloseTo(1 - 0.9 * 0.8, 15);
    expect(parallelOut([0.1, 0.2])).toBeCloseTo(0.02, 15);
    expect(seriesOut([])).toBe(0);
  });

  it('sums the binomial terms of k of n', () => {
    // 2 of 3 at u = 0.1: 3 x 0.01 x 0.9 + 0.001 = 0.028.
    expect(kOfNOut(2, 3, 0.1)).toBeCloseTo(0.028, 15);
    // 3 of 4: 1 - 0.9^4 - 4 x 0.1 x 0.9^3 = 0.0523.
    expect(kOfNOut(3, 4, 0.1)).toBeCloseTo(0.0523, 15);
    // All of n is n in series, one of n is n in parallel.
    expect(kOfNOut(5, 5, 0.1)).toBeCloseTo(seriesOut([0.1, 0.1, 0.1, 0.1, 0.1]), 14);
    expect(kOfNOut(1, 3, 0.1)).toBeCloseTo(parallelOut([0.1, 0.1, 0.1]), 15);
    expect(kOfNOut(2, 3, 1)).toBe(1);
    expect(() => kOfNOut(4, 3, 0.1)).toThrow(RangeError);
  });

  it('does not run out of digits with thousands of parts', () => {
    expect(kOfNOut(5000, 5000, 1e-6)).toBeCloseTo(-Math.expm1(5000 * Math.log1p(-1e-6)), 12);
  });

  it('takes the mean of what is missing', () => {
    // 2 of 3: one missing with 3 x 0.01 x 0.9, two with 0.001: 0.029 / 2.
    expect(meanShortfall(2, 3, 0.1)).toBeCloseTo(0.0145, 15);
    // Without spares exactly u of the load is missing, however many share it.
    for (const n of [1, 7, 60]) expect(meanShortfall(n, n, 0.03)).toBeCloseTo(0.03, 12);
  });
});

describe('a set of UPS blocks', () => {
  const outages = { blockOut: 0.01, commonCause: 0, maintenanceHours: 0 };
  const out = (scheme: Parameters<typeof setOf>[0]): number => setOut(setOf(scheme, 4), outages);

  it('follows the scheme', () => {
    expect(out('n')).toBeCloseTo(0.01, 15);
    expect(out('2n')).toBeCloseTo(0.0001, 15);
    // 1 - 0.99^3 - 3 x 0.01 x 0.99^2, and the same of four and of five.
    expect(out('3m2')).toBeCloseTo(0.000298, 12);
    expect(out('4m3')).toBeCloseTo(0.00059203, 12);
    expect(out('n+1')).toBeCloseTo(0.0009801496, 12);
    expect(out('block')).toBe(out('n+1'));
    expect(out('2n+1')).toBeCloseTo(0.0009801496 ** 2, 15);
  });

  it('cannot be better than what its blocks have in common', () => {
    // (0.95 x 0.01)^2 alone, 0.05 x 0.01 together: 1 - (1 - 9.025e-5)(1 - 5e-4).
    expect(setOut(setOf('2n', 1), { ...outages, commonCause: 0.05 }))
      .toBeCloseTo(1 - (1 - 9.025e-5) * (1 - 5e-4), 15);
    // A block of its own has nothing in common with another.
    expect(setOut(setOf('n', 1), { ...outages, commonCause: 0.05 })).toBeCloseTo(0.01, 15);
  });

  it('is maintained one block after another', () => {
    const hours = 87.66;
    const maintained = { ...outages, maintenanceHours: hours };
    // N: out for 1 % of the year on purpose, and 1 % of the rest.
    expect(setOut(setOf('n', 1), maintained)).toBeCloseTo(0.01 + 0.99 * 0.01, 12);
    // 2N: for 2 % of the year one block is all there is.
    expect(setOut(setOf('2n', 1), maintained)).toBeCloseTo(0.98 * 1e-4 + 0.02 * 0.01, 12);
    expect(() => setOut(setOf('n', 1), { ...outages, maintenanceHours: 9000 }))
      .toThrow(RangeError);
  });

  it('says how many blocks may be out', () => {
    const spared = (['n', 'n+1', '2n', '3m2', '4m3', 'block', '2n+1'] as const)
      .map((scheme) => blocksSpared(setOf(scheme, 4)));
    expect(spared).toEqual([0, 1, 1, 1, 1, 1, 3]);
  });

  it('reaches racks by one way or two', () => {
    expect(pathsOut(1, 0.01, 0.5)).toBe(0.01);
    expect(pathsOut(2, 0.01, 0)).toBeCloseTo(1e-4, 15);
    expect(pathsOut(2, 0.01, 1)).toBeCloseTo(0.01, 15);
  });
});

describe('utility and generators', () => {
  const source = {
    utilityPerYear: 1, utilityHours: 8.766, generatorsNeeded: 1, generators: 1,
    failToStart: 0.03, failToRunPerHour: 0, failToTransfer: 0, commonCause: 0,
    fuelHours: 1e6,
  };
  const share = 8.766 / (8766 + 8.766);

  it('leaves the load dark as often as generators fail in an outage', () => {
    expect(sourceOut(source)).toBeCloseTo(share * 0.03, 15);
    expect(sourceOut({ ...source, generators: 2 })).toBeCloseTo(share * 0.0009, 15);
    expect(sourceOut({ ...source, utilityPerYear: 0 })).toBe(0);
  });

  it('counts failures while running, the transfer and the fuel', () => {
    expect(generatorFails(0.03, 0.1, 10)).toBeCloseTo(0.03 + 0.97 * (1 - Math.exp(-1)), 15);
    expect(sourceOut({ ...source, failToTransfer: 0.001 }))
      .toBeCloseTo(share * (1 - 0.97 * 0.999), 15);
    expect(sourceOut({ ...source, fuelHours: 8.766 }))
      .toBeCloseTo(share * (1 - 0.97 * (1 - Math.exp(-1))), 15);
  });

  it('is helped by a spare only as far as sets fail apart', () => {
    expect(sourceOut({ ...source, generators: 2, commonCause: 1 }))
      .toBeCloseTo(share * 0.03, 15);
  });
});
