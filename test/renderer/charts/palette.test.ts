import { describe, expect, it } from 'vitest';
import { palettes } from '../../../renderer/charts/palette.ts';
import { colourDistance, contrastRatio, seenWith, type Deficiency } from './colour.ts';

describe.each(Object.values(palettes))('palette $name', (palette) => {
  it.each(
    palette.series,
  )('series colour %s stands out from the surface (WCAG 1.4.11)', (colour) => {
    expect(contrastRatio(colour, palette.surface)).toBeGreaterThanOrEqual(3);
  });

  it.each(palette.series)('words on %s can be read (WCAG 1.4.3)', (colour) => {
    expect(contrastRatio(colour, palette.onSeries)).toBeGreaterThanOrEqual(4.5);
  });

  it('writes text and quiet text readably', () => {
    expect(contrastRatio(palette.text, palette.surface)).toBeGreaterThanOrEqual(7);
    expect(contrastRatio(palette.muted, palette.surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(palette.text, palette.quiet)).toBeGreaterThanOrEqual(4.5);
  });

  it.each<Deficiency | 'full'>(['full', 'protanopia', 'deuteranopia', 'tritanopia'])(
    'keeps the first three series and gain and loss apart: %s',
    (sight) => {
      const [first, second, third] = palette.series.map((colour) => seenWith(sight, colour));
      const apart = [
        [first, second],
        [second, third],
        [first, third],
        [seenWith(sight, palette.gain), seenWith(sight, palette.loss)],
      ];
      for (const [a, b] of apart)
        expect(colourDistance(a ?? [0, 0, 0], b ?? [0, 0, 0])).toBeGreaterThan(12);
    },
  );
});

describe('contrast', () => {
  it('is 21 between black and white and 1 with itself (definition in WCAG 2.2)', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 9);
    expect(contrastRatio('#1b5fa8', '#1b5fa8')).toBe(1);
  });
});
