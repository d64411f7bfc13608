import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { contentRatio, paperOf, papers } from '../../../shared/report/paper.ts';
import {
  axisOf, headlineDigits, headOn, printHeadlineAmount, printOn, columnScaleOf,
} from '../../../shared/report/scale.ts';
import { plainPrint } from '../../../shared/units/print.ts';
import { planOfTemplate } from './real-plan.ts';

describe('the scale of a column', () => {
  it('is one for all of it, chosen from the largest, its unit in the head', () => {
    const scale = columnScaleOf([4.2e8, -3.49e9, null], 'USD', plainPrint);
    expect(headOn('Investment', scale)).toBe('Investment, $ B');
    expect([4.2e8, -3.49e9, null].map((value) => printOn(scale, value)))
      .toEqual(['0.42', '−3.49', '–']);
  });

  it.each([
    [[0.056, 0.551], 'USD/Mtok', '$/M tokens', ['0.056', '0.551']],
    [[0.148], 'fraction/year', '%/year', ['14.8']],
    [[48], 'month', 'months', ['48']],
    [[5_778_423], 'tok/s/MW', 'M tok/s/MW', ['5.78']],
  ] as const)('prints %j in %s', (values, unit, name, printed) => {
    const scale = columnScaleOf(values, unit, plainPrint);
    expect([scale.unit, values.map((value) => printOn(scale, value))]).toEqual([name, printed]);
  });

  it('converts to the currency of the project', () => {
    const print = { currency: 'EUR', usdPerUnit: 2, locale: 'en-US' };
    const scale = columnScaleOf([4e6], 'USD', print);
    expect([scale.unit, printOn(scale, 4e6)]).toEqual(['€ M', '2.00']);
    expect(printHeadlineAmount(-4.2e6, 2, print)).toBe('−€2.1 M');
  });

  it('gives a headline fewer digits where its range is wide', () => {
    expect([headlineDigits(100, 95, 105), headlineDigits(100, 80, 120)]).toEqual([3, 2]);
    expect(printHeadlineAmount(424_900_000, 2, plainPrint)).toBe('$420 M');
    expect(printHeadlineAmount(999_600_000, 3, plainPrint)).toBe('$1.00 B');
  });
});

describe('an axis', () => {
  it('holds every value and has round marks in order', () => {
    const scale = columnScaleOf([-2.4e9, 22e9], 'USD', plainPrint);
    const { place, ticks } = axisOf([-2.4e9, 0, 22e9], scale);
    expect([place(-2.4e9), place(22e9)]).toEqual([0, 100]);
    expect(ticks.map(({ label }) => label)).toEqual(['0', '10', '20']);
    expect(ticks.map(({ at }) => at)).toEqual(ticks.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  it('writes marks between whole numbers without noughts behind', () => {
    const { ticks } = axisOf([0, 2], columnScaleOf([2], 'month', plainPrint));
    expect(ticks.map(({ label }) => label)).toEqual(['0', '0.5', '1', '1.5', '2']);
  });

  it('stands where there is nothing but nought', () => {
    const { place } = axisOf([0], columnScaleOf([], 'USD', plainPrint));
    expect(Number.isFinite(place(0))).toBe(true);
  });
});

describe('the paper', () => {
  const { inputs } = planOfTemplate('b200-1mw');
  const onPaper = (paper: 'auto' | 'a4' | 'letter', site: string, currency: 'USD' | 'EUR') => paperOf({
    report: { ...inputs.report, values: { ...inputs.report.values, paper } },
    site: { ...inputs.site, values: { ...inputs.site.values, site } },
    project: { ...inputs.project, values: { ...inputs.project.values, currency } },
  }, builtInCatalog).id;

  it('is that of the site where nobody chose', () => {
    expect([onPaper('auto', 'dallas', 'USD'), onPaper('auto', 'dallas', 'EUR'),
      onPaper('auto', 'singapore', 'USD')]).toEqual(['letter', 'a4', 'a4']);
    expect([onPaper('a4', 'dallas', 'USD'), onPaper('letter', 'singapore', 'USD')])
      .toEqual(['a4', 'letter']);
  });

  it('has the printed area the style sheets leave: A4 253 by 178 mm', () => {
    expect(contentRatio(papers.a4)).toBe(253 / 178);
    expect(contentRatio(papers.letter)).toBeCloseTo(235.4 / 183.9, 12);
  });
});
