import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../renderer/state/places.ts';
import { partText } from '../../../renderer/text/parts.ts';
import { kindNames } from '../../../shared/project/kinds.ts';

describe('every kind of record', () => {
  it.each(kindNames)('%s is edited on a part of a screen that has a name', (kind) => {
    const { part } = placeOf({ kind });
    expect(part === undefined || Object.hasOwn(partText, part)).toBe(true);
  });
});
