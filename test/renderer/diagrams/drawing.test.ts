import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { palettes } from '../../../renderer/charts/palette.ts';
import {
  drawingSvg, stepFrom, type Drawing, type Item,
} from '../../../renderer/diagrams/drawing.ts';
import { drawMatrix } from '../../../renderer/diagrams/matrix.ts';
import { contrastOf, mix, wordsOn } from '../../../renderer/diagrams/shade.ts';
import { fitInto, panBy, reveal, zoomAt } from '../../../renderer/diagrams/viewport.ts';

const boxAt = (
  id: string, x: number, y: number,
): Item => ({ id, label: id, box: { x, y, width: 10, height: 10 }, marks: [] });
const grid = [boxAt('a', 0, 0), boxAt('b', 20, 0), boxAt('c', 0, 20), boxAt('d', 20, 20)];

describe('a drawing as SVG', () => {
  it('names every item and lets no markup through', () => {
    const drawing: Drawing = {
      width: 10, height: 10, background: '#ffffff',
      marks: [{ kind: 'text', x: 0, y: 0, text: '<script>&"', size: 8, fill: '#000000' }],
      items: [{ ...boxAt('x', 0, 0), label: 'rack <b>' }],
    };
    const svg = drawingSvg(drawing, 'Hall & plan');
    expect(svg).toContain('<title>Hall &amp; plan</title>');
    expect(svg).toContain('<title>rack &lt;b&gt;</title>');
    expect(svg).toContain('&lt;script&gt;&amp;&quot;');
    expect(svg).not.toContain('<script');
  });
});

describe('arrow keys', () => {
  it.each(
    [['right', 'b'], ['down', 'c'], ['left', 'a'], ['up', 'a']] as const,
  )('%s from a leads to %s', (step, to) => {
    expect(stepFrom(grid, 'a', step)).toBe(to);
  });
  it('start at the first item when the selected one is gone', () => {
    expect(stepFrom(grid, 'gone', 'right')).toBe('a');
  });
});

describe('the view', () => {
  const drawing = { width: 400, height: 100 };
  const screen = { width: 200, height: 200 };

  it('fits the whole drawing, centred', () => {
    expect(fitInto(drawing, screen)).toEqual({ scale: 0.5, x: 0, y: -150 });
  });
  it('zooms about the point under the pointer', () => {
    fc.assert(fc.property(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.integer({
      min: 0, max: 200,
    }),
      fc.integer({ min: 0, max: 200 }), (factor, px, py) => {
        const before = fitInto(drawing, screen);
        const after = zoomAt(before, factor, [px, py], before.scale);
        expect(after.x + px / after.scale).toBeCloseTo(before.x + px / before.scale, 6);
        expect(after.y + py / after.scale).toBeCloseTo(before.y + py / before.scale, 6);
      }));
  });
  it('moves with the pointer, and to a box that is out of view', () => {
    expect(panBy({ x: 0, y: 0, scale: 2 }, 10, -4)).toEqual({ x: -5, y: 2, scale: 2 });
    expect(reveal({ x: 0, y: 0, scale: 2 }, { x: 300, y: 10, width: 10, height: 10 }, screen))
      .toEqual({ x: 255, y: 0, scale: 2 });
  });
});

describe('shades', () => {
  it('carry the words that stand out more, nowhere below 3.9 to 1', () => {
    for (const palette of [palettes.light, palettes.dark]) {
      for (let share = 0; share <= 1; share += 0.05) {
        const fill = mix(palette.surface, palette.series[0], share);
        expect(contrastOf(wordsOn(palette, fill), fill), `${palette.name} ${share}`)
          .toBeGreaterThan(3.9);
      }
    }
  });
});

describe('a matrix', () => {
  it('draws a cell for every pair, and leaves those without a value blank', () => {
    const cell = (value: number | null) => ({ value, text: '', label: '' });
    const { items } = drawMatrix({ columns: ['a', 'b'], rows: ['x'],
      cells: [[cell(1), cell(null)]], cellWidth: 10, cellHeight: 10, left: 10 },
      palettes.light);
    expect(items.map(
      ({ marks }) => marks[0]?.kind === 'rect' && marks[0].fill === palettes.light.surface,
    )).toEqual([false, true]);
  });
});
