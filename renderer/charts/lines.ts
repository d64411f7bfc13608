import { formatQuantity } from '../../shared/units/format.ts';
import type { Unit } from '../../shared/units/unit.ts';
import { categoryAxis, logAxis, monthAxis, valueAxis, valueAxisBelow } from './axes.ts';
import { baseOption, labelText, tooltipBox, type Look } from './look.ts';
import { namesRoom, namesSeries } from './names.ts';
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
  /** Where each value stands, to scale; values stand equally far apart without. */
  readonly at?: { readonly values: readonly number[]; readonly unit: Unit };
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
  const right = named.length === 0 ? 16 : namesRoom(named, look);
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
    ...(axis.kind === 'month' ? { dataZoom: [monthWindow] } : {}),
    series: panels.flatMap((panel, i) => [
      ...panel.traces.map((trace) => traceSeries(trace, panel, axis, i, look)),
      ...namesOf(panel, axis, i, look),
    ]),
  };
}

/** Months can be narrowed to a window; the stage sets it, and nothing else moves it. */
const monthWindow = {
  type: 'inside' as const, xAxisIndex: 'all' as const, filterMode: 'none' as const,
  zoomOnMouseWheel: false, moveOnMouseMove: false, moveOnMouseWheel: false,
};

/** The lines of a panel, each named where it ends. */
function namesOf({ traces }: Panel, axis: TimeAxis, index: number, look: Look) {
  const lines = traces.filter(({ shape }) => shape !== 'bars');
  return lines.length === 0 ? [] : [namesSeries(lines.map(({ name, colour, values }) => ({
    name, colour, points: values.map((value, i) => [axis.at?.values[i] ?? i, value] as const),
  })), index, look)];
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
  const values = panel.traces.flatMap((trace) => trace.values);
  const base = valueAxis(look, panel.unit, largestOf(values), panel.per);
  return {
    ...(panel.log === true ? logAxis(base, values) : base),
    gridIndex: index,
    splitNumber: several ? 2 : 4,
    name: `${panel.title}, ${base.name}`,
    ...(panel.min === undefined ? {} : { min: panel.min }),
    ...(panel.max === undefined ? {} : { max: panel.max }),
  };
}

/** An axis on which values stand to scale, ending with the first and last. */
function scaledAxis({ values, unit }: NonNullable<TimeAxis['at']>, name: string, look: Look) {
  const base = valueAxisBelow(look, unit, largestOf(values), name);
  return { ...base, min: values[0] ?? 0, max: values.at(-1) ?? 1, splitLine: { show: false },
    axisLine: { show: true, onZero: false, lineStyle: { color: look.palette.muted } },
    axisPointer: { label: { show: false } } };
}

function panelAxis(axis: TimeAxis, look: Look, index: number, last: boolean) {
  if (axis.at !== undefined)
    return { ...scaledAxis(axis.at, axis.name ?? '', look), gridIndex: index };
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

/** The value of a mark, also of one that stands to scale. */
const valueOf = (value: unknown): unknown =>
  (Array.isArray(value) ? (value satisfies readonly unknown[]).at(-1) : value);

function traceSeries(trace: Trace, panel: Panel, axis: TimeAxis, index: number, look: Look) {
  const common = {
    name: trace.name,
    xAxisIndex: index,
    yAxisIndex: index,
    tooltip: {
      valueFormatter: (shown: unknown) => {
        const value = valueOf(shown);
        return typeof value === 'number' ? formatQuantity(value, panel.unit, look.print) : '–';
      },
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
    data: trace.values.map((value, i) =>
      (axis.at === undefined ? value : [axis.at.values[i] ?? i, value ?? '-'])),
    showSymbol: false,
    connectNulls: false,
    itemStyle: { color: trace.colour },
    lineStyle: {
      color: trace.colour,
      width: 2,
      type: trace.dashed === true ? ('dashed' as const) : ('solid' as const),
    },
    ...(trace.shape === 'area' ? { areaStyle: { color: trace.colour, opacity: 0.16 } } : {}),
  };
}
