import type { CustomSeriesOption } from 'echarts/charts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import type { Segment } from '../contour.ts';
import { axisText, baseOption, escapeHtml, labelText, tooltipBox, type Look } from '../look.ts';
import type { ChartOption } from '../picture.ts';
import { axisScale } from '../scale.ts';

/** An input along one side of a map. */
export interface HeatAxis {
  readonly label: string;
  readonly unit: Unit | null;
  readonly values: readonly FieldValue[];
}

/** One cell: where it stands, in what colour, and what it says. */
export interface HeatCell {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly ink: string;
  readonly text: string;
  /** Crossed out: there is no plan. */
  readonly crossed: boolean;
  /** Lines of the tooltip below the place. */
  readonly says: readonly string[];
}

export interface HeatMap {
  readonly across: HeatAxis;
  readonly down: HeatAxis;
  readonly cells: readonly HeatCell[];
  readonly contour: readonly Segment[];
  /** Where the plan stands, in places of the axes; null where it is outside. */
  readonly plan: readonly [number, number] | null;
  readonly planName: string;
  readonly chosen: readonly [number, number] | null;
}

/** Series whose marks are cells, in the order of the cells. */
export const cellSeries = 'cells';

const colourParts = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A colour between two, by share of the second. */
export function mixed(one: string, other: string, share: number): string {
  const [from, to] = [colourParts(one), colourParts(other)];
  return `#${from.map((part, at) => Math.round(part + ((to[at] ?? part) - part) * share)
    .toString(16).padStart(2, '0')).join('')}`;
}

/** Where a number stands among the values of an axis, in places; null outside or among words. */
export function placeAmong(values: readonly FieldValue[], value: FieldValue): number | null {
  const exact = values.indexOf(value);
  if (exact >= 0) return exact;
  if (typeof value !== 'number') return null;
  for (let at = 0; at + 1 < values.length; at++) {
    const [low, high] = [values[at], values[at + 1]];
    if (typeof low !== 'number' || typeof high !== 'number') return null;
    if (value >= low && value <= high && high > low) return at + (value - low) / (high - low);
  }
  return null;
}

/** A value of an axis as it is printed beside its unit. */
export const printValue = (value: FieldValue, unit: Unit | null, look: Look): string =>
  (typeof value === 'number' && unit !== null ? formatQuantity(value, unit, look.print)
    : String(value));

function sideOf({ label, unit, values }: HeatAxis, look: Look) {
  const sizes = values.flatMap((value) => (typeof value === 'number' ? [Math.abs(value)] : []));
  const scale = unit === null || sizes.length === 0 ? null
    : axisScale(unit, Math.max(...sizes), undefined, look.print);
  const tick = (value: FieldValue): string => (typeof value === 'number' && scale !== null
    ? scale.tick(Number(value.toPrecision(3))) : String(value));
  return {
    type: 'value' as const, min: -0.5, max: values.length - 0.5, interval: 1,
    name: scale === null ? label : `${label}, ${scale.name}`,
    nameTextStyle: axisText(look), splitLine: { show: false },
    axisLine: { show: false }, axisTick: { show: false },
    axisPointer: { show: false },
    axisLabel: { ...axisText(look), customValues: values.map((_, at) => at), hideOverlap: true,
      formatter: (at: number) => tick(values[at] ?? null) },
  };
}

function cellsSeries({ cells, chosen }: HeatMap, look: Look): CustomSeriesOption {
  const { palette, fontPx } = look;
  return {
    type: 'custom', id: cellSeries, encode: { x: 0, y: 1 }, z: 2,
    data: cells.map(({ x, y }) => [x, y]),
    renderItem: (params, api) => {
      const cell = cells[params.dataIndex];
      if (cell === undefined) return null;
      const [left = 0, bottom = 0] = api.coord([cell.x - 0.5, cell.y - 0.5]);
      const [right = 0, top = 0] = api.coord([cell.x + 0.5, cell.y + 0.5]);
      const [width, height] = [right - left - 1, bottom - top - 1];
      const isChosen = chosen?.[0] === cell.x && chosen[1] === cell.y;
      const wide = cell.text.length * fontPx * 0.6 < width && height > fontPx;
      return { type: 'group', children: [
        { type: 'rect', shape: { x: left, y: top, width, height, r: 1 },
          style: { fill: cell.fill, stroke: palette.text, lineWidth: isChosen ? 2 : 0 } },
        ...(cell.crossed ? [{ type: 'line' as const, silent: true,
          shape: { x1: left + 3, y1: top + height - 3, x2: left + width - 3, y2: top + 3 },
          style: { stroke: palette.muted, lineWidth: 1 } }] : []),
        ...(wide ? [{ type: 'text' as const, silent: true,
          x: left + width / 2, y: top + height / 2,
          style: { text: cell.text, fill: cell.ink, fontSize: fontPx, align: 'center' as const,
            fontFamily: axisText(look).fontFamily, verticalAlign: 'middle' as const } }] : []),
      ] };
    },
  };
}

/** A map of plans over two inputs, with the line of a level and the place of the plan. */
export function heatOption(map: HeatMap, look: Look): ChartOption {
  const { palette, fontPx } = look;
  const { across, down, cells, contour, plan, planName } = map;
  return {
    ...baseOption(look),
    grid: { left: fontPx * 4.6, right: 12, top: fontPx * 2.4, bottom: fontPx * 3.8 },
    tooltip: { ...tooltipBox(look), trigger: 'item', formatter: (params: unknown) => {
      const at = typeof params === 'object' && params !== null && 'dataIndex' in params
        ? Number(params.dataIndex) : -1;
      const cell = cells[at];
      return cell === undefined ? '' : cell.says.map(escapeHtml).join('<br>');
    } },
    xAxis: { ...sideOf(across, look), nameLocation: 'middle', nameGap: fontPx * 2.2 },
    yAxis: { ...sideOf(down, look), nameLocation: 'end', nameGap: 10,
      nameTextStyle: { ...axisText(look), align: 'left', padding: [0, 0, 0, -fontPx * 4] } },
    series: [
      cellsSeries(map, look),
      { type: 'line', id: 'contour', silent: true, showSymbol: false, z: 4,
        lineStyle: { color: palette.text, width: 2 }, tooltip: { show: false },
        data: contour.flatMap(([one, other]) => [[...one], [...other], ['-', '-']]) },
      { type: 'scatter', id: 'plan', silent: true, z: 5, symbolSize: 9,
        itemStyle: { color: palette.text, borderColor: palette.surface, borderWidth: 2 },
        data: plan === null ? [] : [[...plan]],
        label: { show: true, position: 'top', formatter: planName, ...labelText(look, palette.surface),
          backgroundColor: palette.text, borderRadius: 3, padding: [1, 5], fontWeight: 600 } },
    ],
  };
}
