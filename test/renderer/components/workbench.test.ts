import { describe, expect, it } from 'vitest';
import {
  linesAt, linesOf, matches,
} from '../../../renderer/components/workbench/sources.ts';
import { groupsAtHome, lifeGroups } from '../../../renderer/state/places.ts';
import { defaultsOf } from '../../../shared/project/defaults.ts';

const racks = linesOf([{ kind: 'rackGroup', recordKey: 'a', groups: groupsAtHome('rackGroup') }],
  defaultsOf({}));
const life = linesOf([{ kind: 'rackGroup', recordKey: 'a', groups: lifeGroups }], defaultsOf({}));

describe('the inputs beside a picture', () => {
  it('are those of their groups, of the record asked for', () => {
    const keys = life.map(({ at }) => at.field);
    expect(keys).toContain('retireMonth');
    expect(keys).not.toContain('system');
    expect(life.every(({ at }) => at.key === 'a')).toBe(true);
  });

  it('stand on one screen each', () => {
    const keys = new Set(racks.map(({ at }) => at.field));
    expect(life.some(({ at }) => keys.has(at.field))).toBe(false);
  });

  it('that matter come in the order they are named, without those of another part', () => {
    expect(linesAt(racks, ['rackGroup.precision', 'rackGroup.retireMonth', 'rackGroup.system'])
      .map(({ at }) => at.field)).toEqual(['precision', 'system']);
  });

  it('are found by all words, in name, group, help or key', () => {
    const found = (query: string): readonly string[] =>
      racks.filter((line) => matches(line, query)).map(({ at }) => at.field);
    expect(found('rackGroup.powerShare')).toEqual(['powerShare']);
    expect(found('PRECISION')).toContain('precision');
    expect(found('precision zebra')).toEqual([]);
  });
});
