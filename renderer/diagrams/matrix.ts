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
  /** Values above nought gain and below it lose: two hues, and a line between them. */
  readonly parted?: boolean;
}

const size = 10;
const lineHeight = 12;
/** Shade of the least value, so that it is told from none. */
const faintest = 0.06;
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
  { columns, rows, cells, cellWidth, cellHeight, left, parted = false }: Matrix,
  palette: Palette,
): Drawing {
  const values = cells.flat().flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const shareOf = (value: number): number => (high > low ? (value - low) / (high - low) : 0.5);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const fillOf = (value: number): string => (!parted
    ? mix(palette.surface, palette.series[0], faintest + (1 - faintest) * shareOf(value))
    : mix(palette.surface, value < 0 ? palette.loss : palette.gain,
      0.15 + 0.75 * (largest === 0 ? 0 : Math.abs(value) / largest)));
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
    const fill = value === null ? palette.surface : fillOf(value);
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
    ...(parted ? { over: edgesOf(cells, { left, top, cellWidth, cellHeight }, palette) } : {}),
  };
}

interface Layout extends Pick<Matrix, 'left' | 'cellWidth' | 'cellHeight'> {
  readonly top: number;
}

/** Edges between neighbours of which one loses and the other does not. */
function edgesOf(
  cells: Matrix['cells'], { left, top, cellWidth, cellHeight }: Layout, palette: Palette,
): readonly Mark[] {
  const loses = (r: number, c: number): boolean | null => {
    const value = cells[r]?.[c]?.value ?? null;
    return value === null ? null : value < 0;
  };
  const differ = (a: boolean | null, b: boolean | null): boolean =>
    a !== null && b !== null && a !== b;
  const edge = (x0: number, y0: number, x1: number, y1: number): Mark =>
    ({ kind: 'line', stroke: palette.text, width: 2, points: [
      [left + x0 * cellWidth, top + y0 * cellHeight],
      [left + x1 * cellWidth, top + y1 * cellHeight]] });
  return cells.flatMap((row, r) => row.flatMap((_, c): readonly Mark[] => [
    ...(differ(loses(r, c), loses(r, c + 1)) ? [edge(c + 1, r, c + 1, r + 1)] : []),
    ...(differ(loses(r, c), loses(r + 1, c)) ? [edge(c, r + 1, c + 1, r + 1)] : []),
  ]));
}
