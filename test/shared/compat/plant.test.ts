import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { coolingRows } from '../../../shared/catalog/compat/cooling.ts';
import { nicRows } from '../../../shared/catalog/compat/fabrics.ts';
import { hostMemories } from '../../../shared/catalog/compat/models.ts';
import { stated } from '../../../shared/catalog/compat/statement.ts';
import {
  coolingOn, fabricOnNic, fabricOnSwitch, hostMemoryFor, supplyRange,
} from '../../../shared/compat/plant.ts';
import { accelerator, model, switchModel, system } from './pick.ts';

describe('the tables', () => {
  it('speak of systems and switches that the catalogue has', () => {
    const systems = [...coolingRows.flatMap((row) => row.systems),
      ...hostMemories.map((row) => row.system)];
    expect(systems.filter((id) => !(id in builtInCatalog.systems))).toEqual([]);
    expect(nicRows.flatMap(({ switches }) => switches)
      .filter((id) => !(id in builtInCatalog.switches))).toEqual([]);
  });
});

describe('cooling', () => {
  it('by immersion is ruled out where cold plates are part of the rack', () => {
    expect(['gb200_nvl72', 'gb300_nvl72', 'vr_nvl72', 'dgx_b200', 'helios']
      .map((id) => coolingOn('immersion', system(id)).status))
      .toEqual(['not', 'not', 'not', 'unknown', 'unknown']);
  });
  it('by plates, doors and coils is open to every system that a row speaks of', () => {
    for (const id of coolingRows.flatMap((row) => row.systems)) {
      expect(coolingOn('direct-to-chip', system(id)).status).toBe('supported');
      expect(coolingOn('rear-door', system(id)).status).toBe('supported');
    }
  });
  it('has a range of supply where one is published', () => {
    expect(supplyRange(system('vr_nvl72'))?.most).toBe(45);
    expect(supplyRange(system('dgx_b200'))).toBeNull();
  });
});

describe('a fabric', () => {
  it('is formed by switches made for it', () => {
    const by = (id: string): readonly string[] =>
      (['infiniband', 'spectrum-x', 'roce'] as const).map((fabric) =>
        fabricOnSwitch(fabric, switchModel(id)).status);
    expect(by('q3400')).toEqual(['supported', 'not', 'not']);
    expect(by('sn5600')).toEqual(['not', 'supported', 'supported']);
    expect(by('th5_64x800')).toEqual(['not', 'not', 'supported']);
    expect(by('nvswitch4')).toEqual(['not', 'not', 'not']);
  });
  it('is joined by cards made for it', () => {
    expect(fabricOnNic('infiniband', accelerator('gb300')).status).toBe('supported');
    expect(fabricOnNic('infiniband', accelerator('mi355x')).status).toBe('not');
    expect(fabricOnNic('roce', accelerator('mi355x')).status).toBe('supported');
    expect(fabricOnNic('infiniband', accelerator('mi300x')).status).toBe('unknown');
    expect(fabricOnNic('infiniband', accelerator('tpu7x')).status).toBe('unknown');
  });
});

describe('host memory', () => {
  const source = stated('a case worked out by hand', null)();
  const needs = [{ model: 'deepseek-r1', gib: 200, statement: source }];
  const memories = (gib: number) => [{ system: 'dgx_b200', gib, statement: source }];
  const of = (gib: number) =>
    hostMemoryFor(system('dgx_b200'), model('deepseek-r1'), needs, memories(gib))?.status;

  it('must hold what the model keeps there', () => {
    expect([of(199), of(200)]).toEqual(['not', 'supported']);
  });
  it('is unknown where nobody states it, and no question for other models', () => {
    expect(hostMemoryFor(system('mi355x_8'), model('deepseek-r1'), needs, memories(1))?.status)
      .toBe('unknown');
    expect(hostMemoryFor(system('dgx_b200'), model('deepseek-r1'))).toBeNull();
  });
});
