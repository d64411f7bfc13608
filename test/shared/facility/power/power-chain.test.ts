import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainLosses, usableFraction } from '../../../../shared/facility/power/power-chain.ts';
import { chain } from '../sample.ts';

describe('usable share of installed UPS', () => {
  // Definitions of the schemes: what is left when one block (one side) is lost.
  it.each([
    ['n', 4, 1], ['n+1', 4, 0.8], ['2n', 4, 0.5], ['3m2', 2, 2 / 3], ['4m3', 3, 0.75],
    ['block', 5, 5 / 6],
    ['2n+1', 4, 0.4],
  ] as const)('%s with %i active blocks is %f', (redundancy, blocks, share) => {
    expect(usableFraction(redundancy, blocks)).toBeCloseTo(share, 12);
  });

  it('refuses a plant without blocks', () => {
    expect(() => usableFraction('n', 0)).toThrow('blocks');
  });
});

describe('chain losses', () => {
  it('is 97 % efficient at full UPS load with the default loss curve', () => {
    const { upsKw } = chainLosses({ ...chain, redundancy: 'n', distributionLoss: 0 },
      1000, 1000);
    expect(1000 / (1000 + upsKw)).toBeCloseTo(0.97, 3);
  });

  it('loses more at more load, and never nothing when idle', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(fc.property(share, share, (x, y) => {
      const [low, high] = x < y ? [x, y] : [y, x];
      const less = chainLosses(chain, low * 1000, 1000);
      const more = chainLosses(chain, high * 1000, 1000);
      expect(less.upsKw).toBeGreaterThan(0);
      expect(more.upsKw).toBeGreaterThanOrEqual(less.upsKw);
      expect(more.transformerKw).toBeGreaterThanOrEqual(less.transformerKw);
    }));
  });

  it('scales with the size of the plant', () => {
    const one = chainLosses(chain, 500, 1000);
    const ten = chainLosses(chain, 5000, 10_000);
    expect(ten.upsKw).toBeCloseTo(10 * one.upsKw, 9);
    expect(ten.transformerKw).toBeCloseTo(10 * one.transformerKw, 9);
  });

  it('has rectifiers in place of the UPS in a direct-current hall', () => {
    const { upsKw } = chainLosses({ ...chain, rectifierEfficiency: 0.98, distributionLoss: 0 },
      980, 1000);
    expect(upsKw).toBeCloseTo(20, 9);
  });
});
