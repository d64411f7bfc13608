import { describe, expect, it } from 'vitest';
import { isPattern, matchesPath, redactRecords } from '../../../shared/project/redact.ts';
import type { ProjectRecord } from '../../../shared/project/record.ts';

const group: ProjectRecord = {
  id: 'base:rackGroup:racks', kind: 'rackGroup', scenarioId: 'base', key: 'racks', position: 1,
  body: { values: { name: 'Racks', racks: 4 },
    notes: { racks: { note: 'secret count' }, name: { note: 'secret name' } } },
};

describe('patterns', () => {
  it.each([
    ['site.utilityMw', 'site.utilityMw', true], ['site.*', 'site.utilityMw', true],
    ['rackGroup.*.racks', 'rackGroup.racks.racks', true],
    ['rackGroup.*.racks', 'rackGroup.racks.name', false],
    ['site', 'site.utilityMw', false],
    ['rackGroup.*.racks', 'rackGroup.hall.2.racks', true],
    ['rackGroup.hall.2.racks', 'rackGroup.hall.2.racks', true],
    ['rackGroup.hall.2.racks', 'rackGroup.hall.3.racks', false],
  ])('%s on %s: %s',
    (pattern, path, falls) => { expect(matchesPath(pattern, path)).toBe(falls); });

  it.each([
    ['project.client', true], ['rackGroup.*.notes', true],
    ['rackGroup.racks.racks', true], ['*.notes', true], ['project.cleint', false],
    ['rackgroup.*.racks', false], ['rackGroup.racks', false], ['', false],
  ])('%s can fall on a field: %s', (pattern, can) => { expect(isPattern(pattern)).toBe(can); });
});

describe('redacting', () => {
  it('takes a value and its note, and leaves the rest', () => {
    const { records, paths } = redactRecords([group], ['rackGroup.*.racks']);
    expect(records[0]?.body)
      .toEqual({ values: { name: 'Racks' }, notes: { name: { note: 'secret name' } } });
    expect(paths).toEqual(['rackGroup.racks.racks']);
  });
  it('takes notes alone', () => {
    const { records, paths } = redactRecords([group], ['rackGroup.*.notes']);
    expect(records[0]?.body).toEqual({ values: { name: 'Racks', racks: 4 } });
    expect(paths).toEqual(['rackGroup.racks.notes']);
  });
});
