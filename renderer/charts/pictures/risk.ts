import { formatQuantity } from '../../../shared/units/format.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { riskText as words } from '../../text/risk.ts';
import { valueAxis, valueAxisBelow } from '../axes.ts';
import { baseOption, haloText, tooltipBox, type Look } from '../look.ts';
import { emptyPicture, type ChartOption, type Picture } from '../picture.ts';

/** Outcomes in bars of equal width with the figures read from them. */
export interface Spread {
  readonly figure: string;
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  /** The figure of the plan itself; null where it has none. */
  readonly plan: number | null;
  /** Draws without the figure. */
  readonly absent: number;
  /** Whether the part below nought is a loss. */
  readonly losesBelowZero: boolean;
}

interface Mark {
  readonly name: string;
  readonly at: number;
  readonly dashed: boolean;
}

const marksOf = ({ p10, p50, p90, plan }: Spread): readonly Mark[] =>
  [
    { name: 'P10', at: p10, dashed: true }, { name: 'P50', at: p50, dashed: true },
    { name: 'P90', at: p90, dashed: true }, { name: words.plan, at: plan, dashed: false },
  ].flatMap(({ at, ...mark }) => (at === null ? [] : [{ ...mark, at }]))
    .toSorted((a, b) => a.at - b.at);

/** The spread of a figure over all futures, its percentiles and the plan. */
export function spreadPicture(spread: Spread | null, figure: string, look: Look): Picture {
  const title = words.spread(figure);
  if (spread === null) return emptyPicture(title, words.notYet);
  const { p10, p50, p90, unit, counts, from, to, absent } = spread;
  if (p10 === null && p50 === null && p90 === null) return emptyPicture(title, words.none);
  const width = (to - from) / counts.length;
  const print = (value: number | null): string =>
    (value === null ? words.never : formatQuantity(value, unit, look.print));
  return {
    kind: 'drawn', title, heightPx: 320, option: spreadOption(spread, width, look),
    summary: [words.summary(figure, print(p10), print(p50), print(p90)), words.ends,
      ...(absent > 0 ? [words.absent(String(absent))] : [])].join(' '),
    table: {
      columns: [{ label: words.columns.from, unit }, { label: words.columns.to, unit },
        { label: words.columns.futures, unit: 'count' }],
      rows: counts.map((count, at) => [from + at * width, from + (at + 1) * width, count]),
    },
  };
}

/** The axis over the bars alone, without words at its ends, which are no round values. */
const withoutEnds = (axis: ReturnType<typeof valueAxisBelow>, from: number, to: number) => ({
  ...axis, min: from, max: to, splitLine: { show: false },
  axisLabel: { ...axis.axisLabel, showMinLabel: false, showMaxLabel: false },
});

function spreadOption(spread: Spread, width: number, look: Look): ChartOption {
  const { unit, from, to, counts, losesBelowZero } = spread;
  const { palette } = look;
  const most = Math.max(...counts);
  const largest = Math.max(Math.abs(from), Math.abs(to));
  const colourAt = (middle: number): string =>
    (losesBelowZero && middle < 0 ? palette.loss : palette.gain);
  return {
    ...baseOption(look),
    grid: { left: 40, right: 16, top: look.fontPx * 5, bottom: look.fontPx * 3.6 },
    tooltip: { ...tooltipBox(look), trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: withoutEnds(valueAxisBelow(look, unit, largest), from, to),
    yAxis: { ...valueAxis(look, 'count', most), name: words.columns.futures },
    series: [{
      type: 'bar', name: words.columns.futures, barWidth: '96%',
      data: counts.map((count, at) => {
        const middle = from + (at + 0.5) * width;
        return { value: [middle, count], itemStyle: { color: colourAt(middle) } };
      }),
      markLine: {
        symbol: 'none', silent: true,
        data: marksOf(spread).map(({ name, at, dashed }, place) => ({
          name, xAxis: Math.max(from, Math.min(to, at)),
          lineStyle: { color: palette.text, width: 1.2,
            type: dashed ? 'dashed' as const : 'solid' as const },
          label: { ...haloText(look), position: 'end' as const,
            distance: 4 + (place % 3) * look.fontPx * 1.3,
            formatter: `${name} ${formatQuantity(at, unit, look.print)}` },
        })),
      },
    }],
  };
}
