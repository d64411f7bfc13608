import { describe, expect, it } from 'vitest';
import { groupsAtHome, placeOf } from '../../../renderer/state/places.ts';
import { partText } from '../../../renderer/text/parts.ts';
import { kindNames } from '../../../shared/project/kinds.ts';

describe('every kind of record', () => {
  it.each(kindNames)('%s is edited on a part of a screen that has a name', (kind) => {
    const { part } = placeOf({ kind });
    expect(part === undefined || Object.hasOwn(partText, part)).toBe(true);
  });
});

describe('groups that stand apart', () => {
  it('have a place of their own, and are not at home', () => {
    expect(placeOf({ kind: 'site', field: 'electricityUsdPerKwh' }))
      .toEqual({ screen: 'economics', part: 'opex' });
    expect(placeOf({ kind: 'site', field: 'utilityMw' }))
      .toEqual({ screen: 'facility', part: 'site' });
    expect(placeOf({ kind: 'rackGroup', field: 'retireMonth' }).screen).toBe('lifecycle');
    expect(placeOf({ kind: 'finance', field: 'ownership' }).part).toBe('ownership');
    expect(groupsAtHome('finance')).not.toContain('Ownership');
    expect(groupsAtHome('finance')).toContain('Debt');
  });
});
