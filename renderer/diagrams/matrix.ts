import type { Palette } from '../charts/palette.ts';
import type { Drawing, Item, Mark } from './drawing.ts';
import { mix, wordsOn } from './shade.ts';

export interface Cell {
  readonly value: number | null;
  /** Printed in the cell; empty for none. */
  readonly text: string;
  /** Read out when the cell is selected. */
  readonly label: string;
}

export interface Matrix {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Room for the names of the rows. */
  readonly left: number;
}

const top = 22;
const size = 10;

/** A table of shades: months by hours, sites by designs. Deeper means more; cells without a value stay blank. */
export function drawMatrix({ columns, rows, cells, cellWidth, cellHeight, left }: Matrix, palette: Palette): Drawing {
  const values = cells.flat().flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const shareOf = (value: number): number => (high > low ? (value - low) / (high - low) : 0.5);
  const heads: readonly Mark[] = [
    ...columns.map((text, i): Mark => ({ kind: 'text', x: left + (i + 0.5) * cellWidth, y: top - 8, text, size, fill: palette.muted, anchor: 'middle' })),
    ...rows.map((text, i): Mark => ({ kind: 'text', x: left - 8, y: top + (i + 0.5) * cellHeight + size * 0.35, text, size, fill: palette.muted, anchor: 'end' })),
  ];
  const items = cells.flatMap((row, r) => row.map(({ value, text, label }, c): Item => {
    const box = { x: left + c * cellWidth, y: top + r * cellHeight, width: cellWidth, height: cellHeight };
    const share = value === null ? 0 : shareOf(value);
    const fill = value === null ? palette.surface : mix(palette.surface, palette.series[0], 0.06 + 0.94 * share);
    const words: readonly Mark[] = text === '' ? [] : [{
      kind: 'text', x: box.x + cellWidth / 2, y: box.y + cellHeight / 2 + size * 0.35, text, size, fill: wordsOn(palette, fill), anchor: 'middle',
    }];
    const inset = { x: box.x + 0.5, y: box.y + 0.5, width: cellWidth - 1, height: cellHeight - 1 };
    return { id: `${r}-${c}`, label, box, marks: [{ kind: 'rect', ...inset, fill }, ...words] };
  }));
  return {
    width: left + columns.length * cellWidth + 12, height: top + rows.length * cellHeight + 10,
    background: palette.surface, marks: heads, items,
  };
}
