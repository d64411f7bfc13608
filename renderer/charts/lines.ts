import { formatQuantity } from '../../shared/units/format.ts';
import type { Unit } from '../../shared/units/unit.ts';
import { categoryAxis, monthAxis, valueAxis } from './axes.ts';
import { baseOption, labelText, tooltipBox, type Look } from './look.ts';
import type { ChartOption } from './picture.ts';
import { largestOf } from './scale.ts';

export interface Trace {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly colour: string;
  readonly shape: 'line' | 'area' | 'bars';
  readonly dashed?: boolean;
  /** Colour of each bar, where bars differ. */
  readonly colourAt?: (index: number) => string;
}

/** One panel of a chart over time: traces that share a unit. */
export interface Panel {
  /** What the panel shows; stands above it with the unit. */
  readonly title: string;
  readonly unit: Unit;
  readonly per?: string;
  /** Ends of the axis where they are known, e.g. 1 for a share or the least PUE. */
  readonly min?: number;
  readonly max?: number;
  /** Equal ratios apart by equal heights; all values above nought. */
  readonly log?: boolean;
  readonly traces: readonly Trace[];
}

export interface TimeAxis {
  readonly labels: readonly string[];
  readonly kind: 'month' | 'period' | 'bin';
  readonly name?: string;
}

/**
 * Panels above one another over one shared axis; every trace is named at its right end
 * instead of in a legend. A second quantity gets a panel of its own rather than a second
 * axis.
 */
export function panelsOption(
  axis: TimeAxis, panels: readonly Panel[], look: Look,
): ChartOption {
  const named = panels
    .flatMap((panel) => panel.traces)
    .flatMap(({ name, shape }) => (shape === 'bars' ? [] : [name]));
  const right = 16 + Math.max(0, ...named.map((name) => name.length)) * look.fontPx * 0.55;
  return {
    ...baseOption(look),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: {
      ...tooltipBox(look),
      trigger: 'axis',
      axisPointer: { type: axis.kind === 'month' ? 'line' : 'shadow' },
    },
    grid: panels.map(
      (_, i) => ({ left: 46, right, ...panelPlace(i, panels.length, axis, look) }),
    ),
    xAxis: panels.map((_, i) => panelAxis(axis, look, i, i === panels.length - 1)),
    yAxis: panels.map((panel, i) => panelValueAxis(panel, i, panels.length > 1, look)),
    series: panels.flatMap((panel, i) => {
      const shifts = spreadLabels(panel.traces, look.fontPx * 1.25, panelPx / panels.length,
        panel.log);
      return panel.traces.map(
        (trace, at) => traceSeries(trace, panel, i, shifts[at] ?? 0, look),
      );
    }),
  };
}

/**
 * Where a panel stands: equal shares of the height, with room for its title above and the
 * axis below the last.
 */
function panelPlace(index: number, count: number, axis: TimeAxis, look: Look) {
  const last = index === count - 1;
  return {
    top: index === 0 ? look.fontPx * 2.4 : `${(100 * index) / count + 8}%`,
    bottom: last
      ? look.fontPx * (axis.name === undefined ? 2.2 : 3.8)
      : `${100 - (100 * (index + 1)) / count + 4}%`,
    containLabel: false,
  };
}

/** The panel's title and unit stand where the name of the axis does. */
function panelValueAxis(panel: Panel, index: number, several: boolean, look: Look) {
  const base = valueAxis(look, panel.unit,
    largestOf(panel.traces.flatMap((t) => t.values)), panel.per);
  return {
    ...base,
    type: panel.log === true ? 'log' as const : base.type,
    gridIndex: index,
    splitNumber: several ? 2 : 4,
    name: `${panel.title}, ${base.name}`,
    ...(panel.min === undefined ? {} : { min: panel.min }),
    ...(panel.max === undefined ? {} : { max: panel.max }),
  };
}

/**
 * Height of the plots for judging whether names collide, px: that of the lowest chart, on
 * paper.
 */
const panelPx = 130;

/**
 * How far up an axis from nought, or between powers of ten, a value stands: 0..1. Null
 * without a span.
 */
function axisShare(
  values: readonly (number | null)[], log: boolean,
): ((value: number) => number) | null {
  const most = largestOf(values);
  if (most === 0) return null;
  if (!log) return (value) => value / most;
  const least = values.reduce<number>((a, b) => (b !== null && b > 0 ? Math.min(a, b) : a), most);
  const [low, high] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  return (value) => (Math.log10(value) - low) / Math.max(1, high - low);
}

/**
 * How far to move the name at the end of each trace, px downwards, so that names stand at
 * least a line apart. Order by value is kept; a lone name stays where its trace ends.
 */
export function spreadLabels(
  traces: readonly Trace[],
  linePx: number,
  heightPx: number,
  log = false,
): readonly number[] {
  const shareOf = axisShare(traces.flatMap(({ values }) => values), log);
  const ends = traces.map(({ values, shape }, index) => {
    const last = values.findLast((value) => value !== null) ?? null;
    return {
      index,
      px: shape === 'bars' || last === null || shareOf === null ? null
        : -shareOf(last) * heightPx,
    };
  });
  const shown = ends
    .flatMap(({ index, px }) => (px === null ? [] : [{ index, px }]))
    .toSorted((a, b) => a.px - b.px);
  const shifts = traces.map(() => 0);
  let lowest = Number.NEGATIVE_INFINITY;
  for (const { index, px } of shown) {
    const at = Math.max(px, lowest + linePx);
    shifts[index] = at - px;
    lowest = at;
  }
  return shifts;
}

function panelAxis(axis: TimeAxis, look: Look, index: number, last: boolean) {
  const base = axis.kind === 'month' ? monthAxis(look, axis.labels)
    : categoryAxis(look, axis.labels);
  const name =
    last && axis.name !== undefined
      ? {
          name: axis.name,
          nameLocation: 'middle' as const,
          nameGap: look.fontPx * 2.1,
          nameTextStyle: labelText(look, look.palette.muted),
        }
      : {};
  return { ...base, ...name, gridIndex: index, axisLabel: { ...base.axisLabel, show: last } };
}

function traceSeries(trace: Trace, panel: Panel, index: number, shiftPx: number, look: Look) {
  const common = {
    name: trace.name,
    xAxisIndex: index,
    yAxisIndex: index,
    tooltip: {
      valueFormatter: (value: unknown) =>
        typeof value === 'number' ? formatQuantity(value, panel.unit, look.print) : '–',
    },
  };
  if (trace.shape === 'bars') {
    return {
      ...common,
      type: 'bar' as const,
      barMaxWidth: 34,
      data: trace.values.map((value, i) => ({
        value,
        itemStyle: { color: trace.colourAt?.(i) ?? trace.colour, borderRadius: 1 },
      })),
      itemStyle: { color: trace.colour },
    };
  }
  return {
    ...common,
    type: 'line' as const,
    data: [...trace.values],
    showSymbol: false,
    connectNulls: false,
    itemStyle: { color: trace.colour },
    lineStyle: {
      color: trace.colour,
      width: 2,
      type: trace.dashed === true ? ('dashed' as const) : ('solid' as const),
    },
    ...(trace.shape === 'area' ? { areaStyle: { color: trace.colour, opacity: 0.16 } } : {}),
    endLabel: {
      show: true,
      formatter: trace.name,
      distance: 6,
      offset: [0, shiftPx],
      ...labelText(look, trace.colour),
    },
  };
}
