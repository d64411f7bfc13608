import type { LineSeriesOption } from 'echarts/charts';
import type { ChartOption } from './picture.ts';

type Series = Exclude<ChartOption['series'], readonly unknown[] | undefined>;

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  (value === undefined ? [] : Array.isArray(value) ? value : [value as T]);

const isLine = (series: Series): series is LineSeriesOption & Series => series.type === 'line';

/** Whether a picture has a curve that can be kept beside the next one. */
export const hasCurve = ({ series }: ChartOption): boolean =>
  listOf<Series>(series).some(isLine);

/** Labels of the first horizontal axis; null where values stand to scale. */
function labelsOf({ xAxis }: ChartOption): readonly unknown[] | null {
  const [axis] = listOf<object>(xAxis);
  const data: unknown = axis === undefined ? null : Reflect.get(axis, 'data');
  return Array.isArray(data) ? data : null;
}

/** The values of a pinned curve where the present axis has their labels; gaps where not. */
function realign(
  data: LineSeriesOption['data'], from: readonly unknown[] | null, to: readonly unknown[] | null,
): LineSeriesOption['data'] {
  if (data === undefined || from === null || to === null) return data;
  const at = new Map(from.map((label, i) => [label, i]));
  return to.map((label) => data[at.get(label) ?? -1] ?? null);
}

const numberOf = (axis: object, key: string): number | null => {
  const value: unknown = Reflect.get(axis, key);
  return typeof value === 'number' ? value : null;
};

/** An axis whose fixed ends, where both have them, hold both curves. */
function widen<A extends object>(axis: A, other: object | undefined): A {
  if (other === undefined) return axis;
  const both = (key: string, pick: (a: number, b: number) => number): object => {
    const [a, b] = [numberOf(axis, key), numberOf(other, key)];
    return a === null || b === null ? {} : { [key]: pick(a, b) };
  };
  return { ...axis, ...both('min', Math.min), ...both('max', Math.max) };
}

const widenAll = <A extends object>(
  present: A | A[] | undefined, pinned: A | A[] | undefined,
): A | A[] | undefined =>
  (Array.isArray(present)
    ? present.map((axis, i) => widen(axis, listOf<A>(pinned)[i]))
    : present === undefined ? undefined : widen(present, listOf<A>(pinned)[0]));

/**
 * The picture with the curves of an earlier one behind it, in one quiet colour and without names.
 * @param pinned the earlier picture; null adds nothing
 */
export function withGhost(
  option: ChartOption, pinned: ChartOption | null, colour: string,
): ChartOption {
  if (pinned === null) return option;
  const [from, to] = [labelsOf(pinned), labelsOf(option)];
  const ghosts = listOf<Series>(pinned.series).filter(isLine)
    .map((line, i): LineSeriesOption => ({
      type: 'line', id: `pinned-${i}`, name: `${String(line.name ?? '')}, pinned`,
      data: realign(line.data, from, to) ?? [],
      ...(line.xAxisIndex === undefined ? {} : { xAxisIndex: line.xAxisIndex }),
      ...(line.yAxisIndex === undefined ? {} : { yAxisIndex: line.yAxisIndex }),
      showSymbol: false, silent: true, z: 1, tooltip: { show: false },
      itemStyle: { color: colour },
      lineStyle: { color: colour, width: 2, opacity: 0.5 },
    }));
  const { xAxis, yAxis } = option;
  return {
    ...option,
    ...(xAxis === undefined || to !== null ? {} : { xAxis: widenAll(xAxis, pinned.xAxis) ?? xAxis }),
    ...(yAxis === undefined ? {} : { yAxis: widenAll(yAxis, pinned.yAxis) ?? yAxis }),
    series: [...ghosts, ...listOf<Series>(option.series)],
  };
}
