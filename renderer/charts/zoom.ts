import type { ChartOption } from './picture.ts';

/** The months on show, first and last included. */
export interface MonthSpan {
  readonly first: number;
  readonly last: number;
}

export type ZoomStep = 'in' | 'out' | 'earlier' | 'later' | 'all';

/** Fewer months than this show no course. */
const leastMonths = 3;

export const allMonths = (count: number): MonthSpan => ({ first: 0, last: count - 1 });

/** A span of `width` months from `first`, moved to lie within `count` months. */
function within(first: number, width: number, count: number): MonthSpan {
  const kept = Math.min(count, Math.max(Math.min(leastMonths, count), width));
  const from = Math.min(Math.max(0, first), count - kept);
  return { first: from, last: from + kept - 1 };
}

/**
 * Half or twice as many months about the same middle, or as many a quarter further on.
 * @example stepSpan({ first: 0, last: 23 }, 'in', 60) // { first: 6, last: 17 }
 */
export function stepSpan(
  { first, last }: MonthSpan, step: ZoomStep, count: number,
): MonthSpan {
  const width = last - first + 1;
  const quarter = Math.max(1, Math.round(width / 4));
  if (step === 'all') return allMonths(count);
  if (step === 'in') return within(first + quarter, Math.round(width / 2), count);
  if (step === 'out') return within(first - Math.round(width / 2), width * 2, count);
  return within(first + (step === 'earlier' ? -quarter : quarter), width, count);
}

/**
 * The months between two ends of a drag, in either direction; null for one that was no more than
 * a click.
 * @example dragSpan(14, 6, 60) // { first: 6, last: 14 }
 */
export function dragSpan(from: number, to: number, count: number): MonthSpan | null {
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  return last === first ? null : within(first, last - first + 1, count);
}

/** Months along the axis of a chart whose months can be narrowed; 0 for any other chart. */
export function monthsOf({ dataZoom, xAxis }: ChartOption): number {
  const axis: unknown = Array.isArray(xAxis) ? xAxis[0] : xAxis;
  if (dataZoom === undefined || typeof axis !== 'object' || axis === null) return 0;
  const data: unknown = Reflect.get(axis, 'data');
  return Array.isArray(data) ? data.length : 0;
}

/** Months up to which each is named on the axis, as far as there is room. */
const mostNamedMonths = 24;

/** A month axis that names months, not years alone. */
const namingMonths = <A extends object>(axis: A): A => ({ ...axis, axisLabel: {
  ...(Reflect.get(axis, 'axisLabel') as object | undefined), interval: 'auto',
  formatter: (label: string) => label,
} });

/** The option with only these months on show. */
export function withSpan(option: ChartOption, span: MonthSpan | null): ChartOption {
  const { dataZoom, xAxis } = option;
  if (span === null || !Array.isArray(dataZoom)) return option;
  const few = span.last - span.first < mostNamedMonths;
  return {
    ...option,
    ...(few && Array.isArray(xAxis) ? { xAxis: xAxis.map(namingMonths) } : {}),
    dataZoom: dataZoom.map((zoom) =>
      ({ ...zoom, startValue: span.first, endValue: span.last })),
  };
}
