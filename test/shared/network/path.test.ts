import { describe, expect, it } from 'vitest';
import { portsPerCage, radixAt } from '../../../shared/network/cages.ts';
import { estimateLengths } from '../../../shared/network/lengths.ts';
import { chooseMedium, countModules, mediaByReach } from '../../../shared/network/media.ts';
import {
  bisectionGbps, latencyNs, pathLengthM, switchHops,
} from '../../../shared/network/path.ts';
import { switchOf } from './fixture.ts';

describe('paths', () => {
  it('pass 1, 3 or 5 switches and go up and down through the tiers', () => {
    const lengths = { nodeLeafM: 10, leafSpineM: 20, spineCoreM: 40 };
    expect(([1, 2, 3] as const).map((tiers) => switchHops(tiers).most)).toEqual([1, 3, 5]);
    expect(([1, 2, 3] as const).map((tiers) => pathLengthM(tiers, lengths)))
      .toEqual([20, 60, 140]);
  });

  it('take hops x switch + 5 ns/m + NIC + bytes over bandwidth', () => {
    const path = { hops: 3, switchNs: 130, lengthM: 100, nicNs: 1000, messageBytes: 4096,
      gbps: 400 };
    expect(latencyNs(path)).toBeCloseTo(390 + 500 + 1000 + (4096 * 8) / 400, 9);
    expect(() => latencyNs({ ...path, gbps: 0 })).toThrow(RangeError);
  });

  it('share half the endpoints’ rate across the bisection', () => {
    expect(bisectionGbps(1024, 400, 1)).toBe(204_800);
    expect(bisectionGbps(1024, 400, 1 / 3)).toBeCloseTo(204_800 / 3, 6);
  });

  it('are longer in larger halls', () => {
    const hall = { racks: 8, rackWidthM: 0.6, rowPitchM: 3, racksPerUnit: 8 };
    expect(estimateLengths(hall))
      .toEqual({ nodeLeafM: 5.95, leafSpineM: 5.95, spineCoreM: 5.95 });
    expect(estimateLengths({ ...hall, racks: 700 }).leafSpineM).toBeGreaterThan(25);
    expect(() => estimateLengths({ ...hall, racks: 0 })).toThrow(RangeError);
  });
});

describe('cables and modules', () => {
  it('use the medium of shortest reach that covers the length', () => {
    expect([0, 2, 2.1, 50, 51, 500].map((lengthM) => chooseMedium(lengthM)?.medium)).toEqual(
      ['copper', 'copper', 'multi-mode', 'multi-mode', 'single-mode', 'single-mode']);
    expect(chooseMedium(501)).toBeNull();
    expect(() => chooseMedium(-1)).toThrow(RangeError);
    expect(mediaByReach.map((rule) => rule.reachM)).toEqual([2, 50, 500]);
  });

  /** DGX SuperPOD H100 RA-11333-001, tables 7-8. */
  it('need half the modules in twin-port cages: 1,536 at switches and 508 at 127 nodes', () => {
    const twin = { portsPerSwitchCage: 2, portsPerNodeCage: 2 };
    expect(countModules({ nodeLinks: 1024, switchLinks: 1024, ...twin }).switchModules)
      .toBe(1536);
    expect(countModules({ nodeLinks: 1016, switchLinks: 0, ...twin }).nodeModules).toBe(508);
  });

  it('take ports and cages from the switch', () => {
    expect(portsPerCage(switchOf('qm9700'), 64)).toBe(2);
    expect(portsPerCage(switchOf('sn5600'), 64)).toBe(1);
    expect(radixAt(switchOf('sn5600'), 400)).toBe(128);
    expect(radixAt(switchOf('qm9700'), 100)).toBe(128);
    expect(radixAt(switchOf('qm9700'), 800)).toBeNull();
  });
});
