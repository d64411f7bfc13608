import type { CustomSeriesOption } from 'echarts/charts';
import { formatAlike } from '../../../shared/units/alike.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import type { Ranged } from '../../../shared/report/ranking.ts';
import { listAxis, valueAxisBelow } from '../axes.ts';
import { baseOption, escapeHtml, labelText, tooltipBox, type Look } from '../look.ts';
import { emptyPicture, type ChartOption, type Picture } from '../picture.ts';
import { largestOf } from '../scale.ts';

/** A scenario among several: one figure of it, with its range where that is known. */
export interface SetBar {
  readonly name: string;
  readonly value: number | null;
  /** With throughput off by its stated error either way; null until it is computed. */
  readonly range: Pick<Ranged, 'low' | 'high'> | null;
  /** Why there is no value; empty where there is one. */
  readonly why: string;
  /** Whether the scenario is the one on show. */
  readonly shown: boolean;
}

/** The figure drawn. */
export interface SetFigure {
  readonly label: string;
  readonly unit: Unit;
}

/** A bar as it is drawn: what is written at its end, and how far its marks reach. */
interface Drawn extends SetBar {
  readonly note: string;
  readonly end: number;
}

/** Widest name beside a bar, in letters of the axis. */
const nameWidth = 17;
/** Most letters of a reason beside a bar. */
const longestWhy = 60;

const cut = (text: string): string =>
  (text.length <= longestWhy ? text : `${text.slice(0, longestWhy - 1)}…`);

function drawnBars(
  bars: readonly SetBar[], { unit }: SetFigure, { print }: Look,
): { readonly unit: string; readonly bars: readonly Drawn[] } {
  const alike = formatAlike(bars.map(({ value }) => value), unit, print);
  return { unit: alike.unit, bars: bars.map((bar, at) => ({
    ...bar,
    note: bar.value === null ? cut(bar.why) : alike.cells[at] ?? '',
    end: Math.max(0, bar.value ?? 0, bar.range?.high ?? 0),
  })) };
}

/** Height of bars of several scenarios, px: few of them do not fill a screen. */
export const setHeight = (count: number): number => 46 + count * 27;

/**
 * One figure of several scenarios as bars from nought on one scale. The thin line is the
 * stated error of the throughput model either way.
 */
export function setPicture(
  bars: readonly SetBar[], figure: SetFigure, look: Look,
): Picture {
  const title = `${figure.label} by scenario`;
  if (bars.every(({ value }) => value === null)) return emptyPicture(title,
    'No scenario shown has this figure; the table says why.');
  const { unit, bars: drawn } = drawnBars(bars, figure, look);
  const said = drawn.map(({ name, note, value }) => `${name}: ${note}${value === null
    || unit === '' ? '' : ` ${unit}`}`);
  const rangeOf = (end: 'low' | 'high') => ({ label: `With the error, ${end}`,
    unit: figure.unit });
  return {
    kind: 'drawn', title, heightPx: setHeight(bars.length),
    summary: `${figure.label} of ${bars.length} scenarios. ${said.join('; ')}.`,
    option: setOption(drawn, figure, look),
    table: {
      columns: [{ label: 'Scenario', unit: 'text' },
        { label: figure.label, unit: figure.unit }, rangeOf('low'), rangeOf('high')],
      rows: bars.map(({ name, value, range }) =>
        [name, value, range?.low ?? null, range?.high ?? null]),
    },
  };
}

function setOption(bars: readonly Drawn[], { unit, label }: SetFigure, look: Look): ChartOption {
  const ends = bars.flatMap(({ value, range }) => [value, range?.low ?? null,
    range?.high ?? null]);
  const longest = Math.max(0, ...bars.map(({ note, value }) => (value === null ? 0 : note.length)));
  const axis = listAxis(look, bars.map(({ name }) => name));
  return {
    ...baseOption(look),
    grid: {
      left: 8, right: 18 + longest * look.fontPx * 0.62, top: 4, bottom: look.fontPx * 3.4,
      outerBoundsMode: 'same', outerBoundsContain: 'axisLabel',
    },
    tooltip: { ...tooltipBox(look), trigger: 'item',
      formatter: (params) => tipOf(bars[Array.isArray(params) ? -1 : params.dataIndex]) },
    xAxis: valueAxisBelow(look, unit, largestOf(ends), label),
    yAxis: { ...axis, axisLabel: { ...axis.axisLabel, width: nameWidth * look.fontPx,
      overflow: 'truncate' } },
    series: [barSeries(bars, look)],
  };
}

const tipOf = (bar: Drawn | undefined): string => (bar === undefined ? ''
  : `${escapeHtml(bar.name)}<br>${escapeHtml(bar.value === null ? bar.why : bar.note)}`);

/** Half the height of a bar and of a whisker's end, px. */
const [halfBar, halfCap] = [8, 4];

function barSeries(bars: readonly Drawn[], look: Look): CustomSeriesOption {
  const { palette, fontPx } = look;
  return {
    type: 'custom',
    data: bars.map(({ value, range, end }, row) => [Math.min(0, value ?? 0, range?.low ?? 0),
      end, row]),
    encode: { x: [0, 1], y: 2 },
    renderItem: (params, api) => {
      const bar = bars[params.dataIndex];
      if (bar === undefined) return null;
      const place = (at: number): number => api.coord([at, params.dataIndex])[0] ?? 0;
      const [, y = 0] = api.coord([0, params.dataIndex]);
      const text = { type: 'text' as const, x: place(bar.end) + 6, y, style: {
        text: bar.note, fill: bar.value === null ? palette.muted : palette.text,
        fontSize: fontPx, fontFamily: labelText(look).fontFamily,
        fontWeight: bar.shown ? 600 : 400, verticalAlign: 'middle' as const } };
      if (bar.value === null) return { type: 'group', children: [text] };
      const [zero, to] = [place(0), place(bar.value)];
      return { type: 'group', children: [
        { type: 'rect', shape: { x: Math.min(zero, to), y: y - halfBar,
          width: Math.max(1.5, Math.abs(to - zero)), height: 2 * halfBar, r: 2 },
        style: { fill: bar.value < 0 ? palette.loss : palette.gain } },
        text,
        // Behind the others: a mark drawn again takes over the place of the one in its turn.
        ...(bar.range === null ? []
          : whisker(place(bar.range.low), place(bar.range.high), y, palette.text)),
      ] };
    },
  };
}

/** A line from end to end, closed off at both. */
const whisker = (low: number, high: number, y: number, stroke: string) =>
  ([[low, y, high, y], [low, y - halfCap, low, y + halfCap],
    [high, y - halfCap, high, y + halfCap]] as const).map(([x1, y1, x2, y2]) => ({
    type: 'line' as const, shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: 1.4 },
  }));
