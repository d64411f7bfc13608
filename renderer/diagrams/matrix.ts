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

const size = 10;
const lineHeight = 12;
/** Width of a letter on average, over its size. */
const letter = 0.54;

/** A heading over its column, on as many lines as it needs. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || longer.length * size * letter > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/**
 * A table of shades: months by hours, sites by designs. Deeper means more; cells without
 * a value stay blank.
 */
export function drawMatrix(
  { columns, rows, cells, cellWidth, cellHeight, left }: Matrix, palette: Palette,
): Drawing {
  const values = cells.flat().flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const shareOf = (value: number): number => (high > low ? (value - low) / (high - low) : 0.5);
  const heads = columns.map((text) => wrap(text, cellWidth - 4));
  const top = 10 + Math.max(1, ...heads.map((lines) => lines.length)) * lineHeight;
  const titles: readonly Mark[] = [
    ...heads.flatMap((lines, i) => lines.map((text, line): Mark => ({
      kind: 'text', x: left + (i + 0.5) * cellWidth,
      y: top - 8 - (lines.length - 1 - line) * lineHeight, text, size,
      fill: palette.muted, anchor: 'middle',
    }))),
    ...rows.map((text, i): Mark => ({
      kind: 'text', x: left - 8, y: top + (i + 0.5) * cellHeight + size * 0.35, text,
      size, fill: palette.muted, anchor: 'end',
    })),
  ];
  const items = cells.flatMap((row, r) => row.map(({ value, text, label }, c): Item => {
    const box = { x: left + c * cellWidth, y: top + r * cellHeight, width: cellWidth,
      height: cellHeight };
    const share = value === null ? 0 : shareOf(value);
    const fill = value === null ? palette.surface
      : mix(palette.surface, palette.series[0], 0.06 + 0.94 * share);
    const words: readonly Mark[] = text === '' ? [] : [{
      kind: 'text', x: box.x + cellWidth / 2, y: box.y + cellHeight / 2 + size * 0.35,
      text, size, fill: wordsOn(palette, fill), anchor: 'middle',
    }];
    const inset = { x: box.x + 0.5, y: box.y + 0.5, width: cellWidth - 1,
      height: cellHeight - 1 };
    return { id: `${r}-${c}`, label, box, marks: [{ kind: 'rect', ...inset, fill }, ...words] };
  }));
  return {
    width: left + columns.length * cellWidth + 12, height: top + rows.length * cellHeight + 10,
    background: palette.surface, marks: titles, items,
  };
}
