import type { SweepCell } from '../../../shared/search/plans/sweep.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Print } from '../../../shared/units/print.ts';
import { printShort, viewOf } from '../../components/fields/number-text.ts';
import type { Cell, Matrix } from '../../diagrams/matrix.ts';
import { searchText as words } from '../../text/search.ts';
import type { AnswerOf, AskedAxis } from './search-task.ts';

/** A value of an axis as its head says it. */
export function axisValue({ unit }: AskedAxis, value: number, print: Print): string {
  if (unit === null) return String(value);
  const { prefix, suffix } = viewOf(unit, print);
  return `${prefix}${printShort(value, unit, print)}${suffix === '%' ? '%' : ''}`;
}

/** Number of a cell of a grid: the second axis moves fastest. */
export const cellNumber = (columns: number, row: number, column: number): number =>
  column * columns + row;

const widest = 76;
const narrowest = 40;
/** Width of all columns together at most, px. */
const room = 700;

/**
 * The grid as shades, the first input across and the second down; its largest value stands on
 * top, as on an axis.
 */
export function gridMatrix(
  { axes, figure, cells }: AnswerOf<'sweep'>, print: Print,
): Matrix | null {
  const [across, down] = axes;
  if (across === undefined || down === undefined) return null;
  const byRun = new Map(cells.map((cell) => [cell.run, cell]));
  const rows = down.values.map((_, at) => down.values.length - 1 - at);
  const cellWidth = Math.max(narrowest, Math.min(widest, room / across.values.length));
  return {
    columns: across.values.map((value) => axisValue(across, value, print)),
    rows: rows.map((at) => axisValue(down, down.values[at] ?? Number.NaN, print)),
    cellWidth, cellHeight: 30, left: 90, parted: isParted(cells),
    cells: rows.map((row) => across.values.map((x, column) => cellOf({
      cell: byRun.get(cellNumber(down.values.length, row, column)),
      at: `${across.label} ${axisValue(across, x, print)}, ${down.label} ${axisValue(down, down.values[row] ?? Number.NaN, print)}`,
      unit: figure.unit, print, wide: cellWidth >= 52,
    }))),
  };
}

/** Whether a grid holds values on both sides of nought. */
const isParted = (cells: readonly SweepCell[]): boolean =>
  cells.some(({ figures: [value] }) => (value ?? 0) < 0)
    && cells.some(({ figures: [value] }) => (value ?? 0) > 0);

interface Named {
  readonly cell: SweepCell | undefined;
  readonly at: string;
  readonly unit: AnswerOf<'sweep'>['figure']['unit'];
  readonly print: Print;
  readonly wide: boolean;
}

function cellOf({ cell, at, unit, print, wide }: Named): Cell {
  if (cell === undefined) return { value: null, text: '', label: at };
  const { figures: [value = null], feasible, cause } = cell;
  if (!feasible)
    return { value: null, text: '×', label: `${at}: ${words.cannot}. ${cause ?? ''}` };
  if (value === null)
    return { value: null, text: '–', label: `${at}: ${words.noFigure}. ${cause ?? ''}` };
  const printed = formatQuantity(value, unit, print);
  return { value, text: wide ? printed : '', label: `${at}: ${printed}` };
}
