import { describe, expect, it } from 'vitest';
import { approximations, readApproximations } from '../../../renderer/report/approximations.ts';

describe('the page of limits as rows', () => {
  it('reads parts, simplifications and how far off they are', () => {
    const markdown =
      '# Limits\n\nWords.\n\n| Part | What | How far |\n|---|---|---|\n| Network | `counted` | exact |\n';
    expect(readApproximations(markdown))
      .toEqual([{ part: 'Network', what: 'counted', howFar: 'exact' }]);
  });

  it('finds the page of this repository, every row complete', () => {
    expect(approximations.length).toBeGreaterThan(10);
    expect(approximations.filter(
      ({ part, what, howFar }) => part === '' || what === '' || howFar === '',
    )).toEqual([]);
  });
});
