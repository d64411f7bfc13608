import { describe, expect, it } from 'vitest';
import { setByPath } from '../../../../shared/project/path.ts';
import { nearestFlip } from '../../../../shared/search/plans/flip-search.ts';
import { openFlip } from '../../../../shared/search/plans/flip.ts';
import { subjectOf } from './support.ts';

describe('where one input reverses an order', () => {
  const line = { value: 10, low: 5, high: 20, bounds: [0, 100] as const, mostRanges: 4,
    now: 2 };

  it('is the nearer of both sides, in ranges of its own', () => {
    const found = nearestFlip({ ...line, lead: (x) => Math.min(8 - x / 3, x - 8.001) });
    expect(found).toMatchObject({ ranges: expect.closeTo(1.999 / 5, 3), to: expect.closeTo(8.001, 3) });
  });

  it('is nowhere for an input that keeps the order, or leaves it untouched', () => {
    expect(nearestFlip({ ...line, now: 990, lead: (x) => 1000 - x })).toBe('moves');
    expect(nearestFlip({ ...line, lead: () => 2 })).toBe('still');
    const far = { ...line, now: 50, lead: (x: number) => 60 - x, mostRanges: 20 };
    expect(nearestFlip(far)).toMatchObject({ ranges: expect.closeTo(5, 3) });
    expect(nearestFlip({ ...far, bounds: [0, 55] })).toBe('moves');
  });

  it('is the first where the order comes and goes', () => {
    const found = nearestFlip({ ...line, 
      lead: (x) => ((x > 12 && x < 13) || x > 15 ? -1 : 1 + x / 1e6) });
    expect(found).toMatchObject({ to: expect.closeTo(12, 2) });
  });
});

describe('flips between scenarios', () => {
  it('says of a figure that a scenario lacks which scenario and why', () => {
    const { document, ...rest } = subjectOf('b200-1mw');
    const set = setByPath(document, 'cautious', 'rackGroup.racks', 5000);
    const broken = set.ok ? set.value : document;
    expect(openFlip({ ...rest, document: broken }, { a: 'base', b: 'cautious', figure: 'npvUsd' }))
      .toMatchObject({ ok: false, error: { code: 'figure-absent' } });
  });
});
