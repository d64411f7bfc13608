import { describe, expect, it } from 'vitest';
import { contourOf } from '../../../renderer/charts/contour.ts';

describe('the line along which a grid has a level', () => {
  it('lies where the level is between corners, to scale', () => {
    expect(contourOf([[-1, -1], [3, 3]], 0)).toEqual([[[0.25, 0], [0.25, 1]]]);
  });

  it('is two pieces in a saddle and none beside a corner without a value', () => {
    expect(contourOf([[1, -1], [-1, 1]], 0)).toHaveLength(2);
    expect(contourOf([[1, null], [-1, 1]], 0)).toEqual([]);
  });

  it('is nowhere where the level is not reached', () => {
    expect(contourOf([[1, 2], [3, 4]], 5)).toEqual([]);
  });

  it('follows a plane over many squares without a gap', () => {
    const grid = [0, 1, 2, 3].map((x) => [0, 1, 2, 3].map((y) => x + y - 2.5));
    const ends = contourOf(grid, 0).flat();
    expect(ends.every(([x, y]) => Math.abs(x + y - 2.5) < 1e-12)).toBe(true);
    // Five pieces meet end to end: each inner end twice, the two outer ones once.
    const counts = new Map<string, number>();
    for (const end of ends) counts.set(end.join(), (counts.get(end.join()) ?? 0) + 1);
    expect([...counts.values()].filter((count) => count === 1)).toHaveLength(2);
  });
});
