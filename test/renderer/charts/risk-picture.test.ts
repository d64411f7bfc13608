import { describe, expect, it } from 'vitest';
import { palettes } from '../../../renderer/charts/palette.ts';
import { spreadPicture, type Spread } from '../../../renderer/charts/pictures/risk.ts';

const look = { palette: palettes.light, fontPx: 11 };
const spread: Spread = { figure: 'NPV', unit: 'USD', from: -2e9, to: 2e9, counts: [1, 4, 3, 2],
  p10: -1e9, p50: 0.4e9, p90: 1.5e9, plan: 0.5e9, absent: 3, losesBelowZero: true };

describe('the spread of a figure', () => {
  it('says its percentiles and what is not in the bars, and tables every bar', () => {
    const picture = spreadPicture(spread, 'NPV', look);
    if (picture.kind !== 'drawn') throw new Error(picture.reason);
    expect(picture.summary).toContain('P10 −$1.000 B, P50');
    expect(picture.summary).toContain('3 futures have no such figure');
    expect(picture.table.rows).toEqual([[-2e9, -1e9, 1], [-1e9, 0, 4], [0, 1e9, 3],
      [1e9, 2e9, 2]]);
  });

  it('colours losses apart, and only where there are any to be had', () => {
    const colours = (of: Spread): readonly unknown[] => {
      const picture = spreadPicture(of, 'NPV', look);
      return picture.kind === 'drawn' ? JSON.parse(JSON.stringify(picture.option.series))[0].data
        .map(({ itemStyle }: { readonly itemStyle: { readonly color: string } }) =>
          itemStyle.color) : [];
    };
    const { loss, gain } = look.palette;
    expect(colours(spread)).toEqual([loss, loss, gain, gain]);
    expect(colours({ ...spread, losesBelowZero: false })).toEqual([gain, gain, gain, gain]);
  });

  it('says never where a percentile lies beyond every number', () => {
    const picture = spreadPicture({ ...spread, unit: 'month', p90: null }, 'Payback', look);
    expect(picture.kind === 'drawn' && picture.summary).toContain('P90 never');
  });

  it('is empty before the first draws, and where no draw has the figure', () => {
    expect(spreadPicture(null, 'NPV', look).kind).toBe('empty');
    expect(spreadPicture({ ...spread, p10: null, p50: null, p90: null }, 'IRR', look))
      .toMatchObject({ kind: 'empty', reason: 'No future has this figure.' });
  });
});
