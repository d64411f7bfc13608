import { describe, expect, it } from 'vitest';
import { hasCurve, withGhost } from '../../../renderer/charts/ghost.ts';
import type { ChartOption } from '../../../renderer/charts/picture.ts';
import { sameShape } from '../../../renderer/charts/same-shape.ts';

const months = (labels: readonly string[], values: readonly number[]): ChartOption => ({
  xAxis: [{ type: 'category', data: [...labels] }],
  yAxis: [{ type: 'log', min: values[0] ?? 0, max: values.at(-1) ?? 1 }],
  series: [{ type: 'line', name: 'Cost', data: [...values] }, { type: 'bar', data: [1] }],
});

const seriesOf = (option: ChartOption): readonly object[] =>
  (Array.isArray(option.series) ? option.series : []);

describe('withGhost', () => {
  const now = months(['Feb', 'Mar', 'Apr'], [5, 6, 7]);
  const drawn = withGhost(now, months(['Jan', 'Feb', 'Mar'], [1, 2, 30]), '#777777');

  it('draws the pinned curves behind, each value at its own month', () => {
    expect(seriesOf(drawn)).toHaveLength(3);
    expect(seriesOf(drawn)[0])
      .toMatchObject({ id: 'pinned-0', silent: true, z: 1, data: [2, 30, null] });
  });

  it('widens fixed ends so that both curves are within', () => {
    expect(drawn.yAxis).toMatchObject([{ min: 1, max: 30 }]);
    expect(now.yAxis).toMatchObject([{ min: 5, max: 7 }]);
  });

  it('adds nothing where nothing is pinned', () => {
    expect(withGhost(now, null, '#777777')).toBe(now);
  });

  it('needs a curve', () => {
    expect([hasCurve(now), hasCurve({ series: [{ type: 'bar' }] })]).toEqual([true, false]);
  });
});

describe('sameShape', () => {
  const [a, b] = [months(['Jan'], [1]), months(['Jan', 'Feb'], [1, 2])];

  it('holds where only values and the length of data differ', () => {
    expect(sameShape(a, b)).toBe(true);
  });

  it.each([
    ['a setting more', { ...b, grid: {} }],
    ['a series less', { ...b, series: seriesOf(b).slice(1) }],
    ['another kind of axis', { ...b, yAxis: [{ type: 'value', min: 1, max: 2 }] }],
    ['a setting that is left out', { ...b, yAxis: [{ type: 'log', min: 1 }] }],
  ])('does not hold with %s', (_, other) => {
    expect(sameShape(a, other)).toBe(false);
  });
});
