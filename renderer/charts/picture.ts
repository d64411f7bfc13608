import type {
  BarSeriesOption,
  CustomSeriesOption,
  LineSeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts';
import type {
  AriaComponentOption,
  AxisPointerComponentOption,
  DataZoomComponentOption,
  GraphicComponentOption,
  GridComponentOption,
  MarkAreaComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Unit } from '../../shared/units/unit.ts';

/**
 * Exactly the parts of ECharts that `engine.ts` registers; an option that needs another
 * part does not compile.
 */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | DataZoomComponentOption
  | GraphicComponentOption
  | GridComponentOption
  | TooltipComponentOption
  | MarkLineComponentOption
  | MarkAreaComponentOption
  | AriaComponentOption
  | AxisPointerComponentOption
>;

/** Marks of series whose id starts with this can be dragged. */
export const movable = 'movable';

export interface DataColumn {
  readonly label: string;
  readonly unit: Unit;
}

/** The numbers behind a chart, unrounded: shown as a table on request, exported as CSV. */
export interface DataTable {
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * A chart ready to be drawn: options for the renderer, words for those who do not see it,
 * numbers for both.
 */
export interface DrawnPicture {
  readonly kind: 'drawn';
  readonly title: string;
  /** One or two sentences with what the chart shows; the alternative text. */
  readonly summary: string;
  readonly option: ChartOption;
  readonly table: DataTable;
  /** Height over width that suits the content on screen, px at 100 %. */
  readonly heightPx: number;
}

/** Why there is nothing to draw, in a sentence that says what to do about it. */
export interface EmptyPicture {
  readonly kind: 'empty';
  readonly title: string;
  readonly reason: string;
}
export type Picture = DrawnPicture | EmptyPicture;

export const emptyPicture = (title: string, reason: string): EmptyPicture => ({
  kind: 'empty',
  title,
  reason,
});

/** Whether two pictures look the same: everything drawn is also in the words or the table. */
export function samePicture(a: Picture, b: Picture): boolean {
  if (a === b) return true;
  if (a.kind === 'empty' || b.kind === 'empty') {
    return (
      a.kind === b.kind &&
      a.title === b.title &&
      a.kind === 'empty' &&
      b.kind === 'empty' &&
      a.reason === b.reason
    );
  }
  return a.title === b.title && a.summary === b.summary && sameTable(a.table, b.table);
}

function sameTable(a: DataTable, b: DataTable): boolean {
  return (
    a.rows.length === b.rows.length &&
    a.columns.length === b.columns.length &&
    a.columns.every(
      (column, i) => column.label === b.columns[i]?.label && column.unit === b.columns[i].unit,
    ) &&
    a.rows.every((row, i) => row.every((cell, j) => Object.is(cell, b.rows[i]?.[j])))
  );
}
