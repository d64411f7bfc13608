import type { Unit } from '../../shared/units/unit.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import { listAxis, valueAxisBelow } from './axes.ts';
import { legendHeight, legendRow, type LegendEntry } from './legend.ts';
import { baseOption, labelText, tooltipBox, type Look } from './look.ts';
import type { ChartOption } from './picture.ts';
import { largestOf } from './scale.ts';

/**
 * A bar from `from` to `to`; a plain bar starts at 0, a step of a waterfall where the
 * last one ended.
 */
export interface Bar {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** What is written beside it; the value alone if absent. */
  readonly note?: string;
  readonly colour: string;
}

/** Height of a list of bars on screen, with a legend above if it has one, px. */
export const barsHeight = (count: number, legend = false): number =>
  56 + count * 26 + (legend ? 22 : 0);

/**
 * Horizontal bars listed from the top, each with its value written beside it.
 * @param axis unit of the values and what they measure, and what colours stand for
 */
export function barsOption(
  bars: readonly Bar[],
  axis: {
    readonly unit: Unit; readonly name?: string; readonly legend?: readonly LegendEntry[];
  },
  look: Look,
): ChartOption {
  const largest = largestOf(bars.flatMap(({ from, to }) => [from, to]));
  const note = (bar: Bar): string => bar.note
    ?? formatQuantity(bar.to - bar.from, axis.unit, look.print);
  const longest = Math.max(0, ...bars.map((bar) => note(bar).length));
  return {
    ...baseOption(look),
    ...(axis.legend === undefined ? {} : { graphic: legendRow(axis.legend, look, { top: 2 }) }),
    grid: {
      left: 8,
      right: 14 + longest * look.fontPx * 0.56,
      top: axis.legend === undefined ? 4 : legendHeight(look) + 4,
      bottom: look.fontPx * 3.4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      ...tooltipBox(look),
      trigger: 'item',
      valueFormatter: (value) => formatQuantity(Number(value), axis.unit, look.print),
    },
    xAxis: valueAxisBelow(look, axis.unit, largest, axis.name),
    yAxis: listAxis(
      look,
      bars.map((bar) => bar.label),
    ),
    series: [
      {
        type: 'bar',
        stack: 'bars',
        silent: true,
        itemStyle: { color: 'transparent' },
        tooltip: { show: false },
        data: bars.map((bar) => Math.min(bar.from, bar.to)),
      },
      {
        type: 'bar',
        stack: 'bars',
        barMaxWidth: 18,
        data: bars.map((bar) => ({
          value: Math.abs(bar.to - bar.from),
          name: bar.label,
          itemStyle: { color: bar.colour, borderRadius: 2 },
          label: { show: true, position: 'right' as const, formatter: note(bar),
            ...labelText(look) },
        })),
      },
    ],
  };
}

/** Steps that add up: each bar starts where the one before ended; totals start at 0. */
export function cascade(
  steps: readonly {
    readonly label: string;
    readonly value: number;
    readonly total?: boolean;
    readonly note?: string;
    readonly colour: string;
  }[],
): readonly Bar[] {
  let at = 0;
  return steps.map(({ label, value, total, note, colour }) => {
    const from = total === true ? 0 : at;
    const to = from + value;
    at = to;
    return { label, from, to, colour, ...(note === undefined ? {} : { note }) };
  });
}
