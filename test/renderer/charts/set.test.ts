import { describe, expect, it } from 'vitest';
import { drawSvg } from '../../../renderer/charts/engine.ts';
import { palettes } from '../../../renderer/charts/palette.ts';
import { setPicture, type SetBar } from '../../../renderer/charts/pictures/set.ts';

const look = { palette: palettes.light, fontPx: 11 };
const bar = (name: string, value: number | null, range: SetBar['range'] = null): SetBar =>
  ({ name, value, range, why: value === null ? 'No public price' : '', shown: name === 'A' });
const npv = { label: 'NPV', unit: 'USD' } as const;
const bars = [bar('A', 15.505e9, { low: 12e9, high: 18e9 }), bar('B', -424.9e6), bar('C', null)];

describe('the picture of several scenarios', () => {
  const picture = setPicture(bars, npv, look);
  if (picture.kind !== 'drawn') throw new Error(picture.reason);

  it('says every figure on one scale, and why one is absent', () => {
    expect(picture.summary)
      .toBe('NPV of 3 scenarios. A: 15.51 $ B; B: −0.42 $ B; C: No public price.');
  });

  it('keeps its numbers unrounded, ranges with them', () => {
    expect(picture.table.rows).toEqual([['A', 15.505e9, 12e9, 18e9],
      ['B', -424.9e6, null, null], ['C', null, null, null]]);
  });

  it('draws bars from nought, the range as a closed line, and the figure at its end', () => {
    const svg = drawSvg(picture.option, 800, 200);
    for (const text of ['A', 'B', 'C', '15.51', '−0.42', 'No public price'])
      expect(svg).toContain(`>${text}</text>`);
    const without = drawSvg((() => {
      const bare = setPicture(bars.map((each) => ({ ...each, range: null })), npv, look);
      if (bare.kind !== 'drawn') throw new Error(bare.reason);
      return bare.option;
    })(), 800, 200);
    const strokes = (of: string): number => of.split(`stroke="${palettes.light.text}"`).length - 1;
    expect(strokes(svg) - strokes(without)).toBe(3);
    expect(svg).toContain(palettes.light.loss);
  });

  it('says that there is nothing to draw where no scenario has the figure', () => {
    expect(setPicture([bar('A', null)], npv, look).kind).toBe('empty');
  });
});
