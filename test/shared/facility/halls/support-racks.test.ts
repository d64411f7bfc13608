import { describe, expect, it } from 'vitest';
import {
  supportRacks, type SupportParams,
} from '../../../../shared/facility/halls/support-racks.ts';

const params: SupportParams = {
  switches: { count: 40, heightU: 2, kw: 1.5 }, storage: { racks: 2, kw: 12 },
  cdus: { count: 3, kw: 20, weightKg: 1500 }, rackHeightU: 48, rackKw: 40,
};

describe('racks beside the compute racks', () => {
  it('counts network racks by height: 36 of 48 U hold 18 switches of 2 U', () => {
    const { specs, unsized } = supportRacks(params);
    expect(specs.map((s) => [s.kind, s.racks]))
      .toEqual([['network', 3], ['storage', 2], ['cdu', 3]]);
    expect((specs[0]?.kw ?? 0) * 3).toBeCloseTo(60, 9);
    expect(unsized).toEqual([]);
  });

  it('counts them by power where that is less: 6 kW hold 4 switches of 1.5 kW', () => {
    expect(supportRacks({ ...params, rackKw: 6 }).specs[0]?.racks).toBe(10);
  });

  it('names network racks it cannot size, and refuses a switch no rack holds', () => {
    const unknown = { ...params, switches: { ...params.switches, kw: null } };
    expect(supportRacks(unknown).unsized)
      .toEqual([{ key: 'network', missing: 'switch power' }]);
    expect(() => supportRacks({ ...params, rackKw: 1 })).toThrow('does not fit a rack');
  });

  it('has nothing to place where there is nothing', () => {
    const none = { ...params, switches: { count: 0, heightU: 1, kw: null },
      storage: { racks: 0, kw: 0 } };
    const racks = supportRacks({ ...none, cdus: { count: 0, kw: 0, weightKg: null } });
    expect(racks).toEqual({ specs: [], unsized: [] });
  });
});
