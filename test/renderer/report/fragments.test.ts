import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPages, type Piece } from '../../../renderer/report/fragments.ts';
import type { Block, Table } from '../../../shared/report/types.ts';

const paragraph: Block = { kind: 'paragraph', tone: 'plain', text: 'x' };
const heading: Block = { kind: 'heading', level: 2, text: 'x' };
const table: Table = { id: 't', caption: '', columns: [], rows: [] };

const whole = (key: string, height: number): Piece => ({
  kind: 'whole',
  key,
  block: paragraph,
  scenario: null,
  height,
  keepWithNext: false,
});
const head = (key: string, height: number): Piece => ({
  kind: 'whole',
  key,
  block: heading,
  scenario: null,
  height,
  keepWithNext: true,
});
const rows = (key: string, headHeight: number, rowHeights: readonly number[]): Piece => ({
  kind: 'rows',
  key,
  block: { kind: 'table', table },
  scenario: null,
  headHeight,
  rowHeights,
});

const keysOf = (pages: ReturnType<typeof fillPages>): readonly (readonly string[])[] =>
  pages.map((page) => page.map(({ key }) => key));

describe('fillPages', () => {
  it('keeps a heading with what follows it', () => {
    expect(keysOf(fillPages([whole('a', 85), head('h', 10), whole('b', 20)], 100))).toEqual([
      ['a'],
      ['h', 'b'],
    ]);
  });

  it('keeps a heading with the first rows of a table', () => {
    expect(
      keysOf(fillPages([whole('a', 60), head('h', 10), rows('t', 10, [10, 10, 10, 10])], 100)),
    ).toEqual([['a'], ['h', 't-0']]);
  });

  it('breaks a table between rows and leaves no row out', () => {
    const pages = fillPages(
      [
        whole('a', 40),
        rows(
          't',
          10,
          Array.from({ length: 20 }, () => 10),
        ),
      ],
      100,
    );
    const spans =
      pages.flatMap((page) => page.flatMap((item) => ('rows' in item ? [item.rows] : [])));
    expect(spans.filter((span) => span !== null)).toEqual([
      [0, 5],
      [5, 14],
      [14, 20],
    ]);
  });

  it('puts what is taller than a page on a page of its own rather than losing it', () => {
    expect(keysOf(fillPages([whole('a', 10), whole('b', 300), whole('c', 10)], 100))).toEqual([
      ['a'],
      ['b'],
      ['c'],
    ]);
  });

  it('never overfills a page with pieces that fit, and keeps all of them in order', () => {
    const piece = fc.oneof(
      fc.integer({ min: 1, max: 90 }).map((height) => whole('w', height)),
      fc
        .array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 40 })
        .map((heights) => rows('r', 8, heights)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const named = pieces.map((each, i) => ({ ...each, key: `${i}` }));
        const pages = fillPages(named, 100);
        for (const page of pages)
          expect(page.reduce((sum, item) => sum + heightOf(named, item), 0))
            .toBeLessThanOrEqual(100);
        const order = pages.flat().map(({ key }) => Number(key.split('-')[0]));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(new Set(order).size).toBe(named.length);
      }),
    );
  });
});

function heightOf(
  pieces: readonly Piece[], item: ReturnType<typeof fillPages>[number][number],
): number {
  const piece = pieces.find(({ key }) => key === item.key.split('-')[0]);
  if (piece === undefined) throw new Error(`no piece ${item.key}`);
  if (piece.kind !== 'rows') return piece.height;
  const [from, to] = ('rows' in item ? item.rows : null) ?? [0, 0];
  return piece.headHeight + piece.rowHeights.slice(from, to)
    .reduce((sum, height) => sum + height, 0);
}
