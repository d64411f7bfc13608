import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import {
  devicesOfSystem, stackDevices, type RackDevice,
} from '../../../../shared/facility/halls/elevation.ts';

const server: RackDevice = {
  name: 'server', count: 4, heightU: 8, weightKg: 130.5, powerKw: 10.2, liquidFraction: 0,
  ports: 8,
};

describe('rack elevation', () => {
  it('stacks four servers of 8 U and a switch of 1 U from the floor', () => {
    const leaf = { ...server, name: 'leaf', count: 1, heightU: 1, powerKw: 1,
      weightKg: 20, ports: 64 };
    const rack = stackDevices([server, leaf], 48, 100);
    expect(rack)
      .toMatchObject({ ok: true, value: { usedU: 33, freeU: 15, weightKg: 642, ports: 96 } });
    expect(rack.ok && rack.value.devices.map((d) => d.bottomU)).toEqual([1, 9, 17, 25, 33]);
    expect(rack.ok && rack.value.powerKw).toBeCloseTo(41.8, 9);
  });

  it('says how many units are missing', () => {
    const error = { code: 'rack-too-low', haveU: 24, needU: 32 };
    expect(stackDevices([server], 24, 0)).toEqual({ ok: false, error });
  });

  it('has no sum where a figure is missing, rather than one that is too small', () => {
    const rack = stackDevices([server, { ...server, weightKg: null }], 96, 0);
    expect(rack).toMatchObject({ ok: true, value: { weightKg: null } });
    expect(rack.ok && rack.value.powerKw).toBeCloseTo(81.6, 9);
  });

  it('splits heat into liquid and air, and never lets devices overlap', () => {
    const any = fc.record({
      name: fc.constant('d'), count: fc.nat(4),
      heightU: fc.integer({ min: 0, max: 16 }).map((h) => h / 2), weightKg: fc.nat(200),
      powerKw: fc.nat(20), liquidFraction: fc.double({ min: 0, max: 1, noNaN: true }),
      ports: fc.nat(64),
    });
    fc.assert(fc.property(fc.array(any, { maxLength: 8 }), (devices) => {
      const rack = stackDevices(devices, 1000, 0);
      if (!rack.ok) throw new Error(rack.error.code);
      const { liquidKw, airKw, powerKw, devices: mounted } = rack.value;
      expect((liquidKw ?? 0) + (airKw ?? 0)).toBeCloseTo(powerKw ?? -1, 9);
      for (const [i, { bottomU, heightU }] of mounted.entries()) {
        expect(mounted[i + 1]?.bottomU ?? Infinity).toBeGreaterThanOrEqual(bottomU + heightU);
      }
    }));
  });

  it('fits every catalogue system with a height into a rack of 52 U', () => {
    const racks = Object.values(builtInCatalog.systems)
      .flatMap((s) => devicesOfSystem(s) ?? []);
    expect(racks.length).toBeGreaterThan(5);
    for (const device of racks)
      expect(stackDevices([device], 52, null).ok, device.name).toBe(true);
  });
});
