import { describe, expect, it } from 'vitest';
import { figureLabel } from '../../../renderer/text/catalogue.ts';

describe('the name of a catalogue figure', () => {
  it.each([
    ['maxPowerKw', 'Max power'],
    ['scaleUp/oneWayGBs', 'Scale up, one way'],
    ['trays/0/count', 'Trays 1, count'],
    ['trays/3/heightU', 'Trays 4, height'],
    ['heightU', 'Height'],
  ])('%s reads %s', (path, label) => {
    expect(figureLabel(path)).toBe(label);
  });
});
