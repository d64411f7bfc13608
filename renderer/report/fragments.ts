import type { Block, Section } from '../../shared/report/types.ts';

/** A block on a page, or the rows of a table that fell on it. */
export interface Fragment {
  readonly key: string;
  readonly block: Block;
  /** Scenario whose plan the charts are drawn from; null for that of the report. */
  readonly scenario: string | null;
  /** First and last row (exclusive) of a table; null for everything else. */
  readonly rows: readonly [number, number] | null;
}

/** A heading of level 1 opens every section. */
export interface Page {
  readonly key: string;
  /** Sections that begin on this page, in order. */
  readonly fixed: boolean;
  readonly items: readonly (Fragment | SectionTitle)[];
}

export interface SectionTitle {
  readonly key: string;
  readonly title: string;
}

/** Something that stands on a page as a whole, or a table whose rows may be divided. */
export type Piece =
  | { readonly kind: 'title'; readonly key: string; readonly title: string;
    readonly height: number }
  | {
      readonly kind: 'whole';
      readonly key: string;
      readonly block: Block;
      readonly scenario: string | null;
      readonly height: number;
      readonly keepWithNext: boolean;
    }
  | {
      readonly kind: 'rows';
      readonly key: string;
      readonly block: Block;
      readonly scenario: string | null;
      readonly headHeight: number;
      readonly rowHeights: readonly number[];
    };

/** Rows that stay together at the top and bottom of a page. */
const fewestRows = 3;

interface Filling {
  readonly pages: (Fragment | SectionTitle)[][];
  left: number;
}

/**
 * Fills pages with pieces in order. Headings stay with what follows them; tables break
 * between rows and repeat their head; nothing else breaks.
 * @param capacity height of a page, in the unit of the pieces' heights
 * @returns the items of each page; a piece taller than a page has one to itself
 */
export function fillPages(
  pieces: readonly Piece[],
  capacity: number,
): readonly (readonly (Fragment | SectionTitle)[])[] {
  const filling: Filling = { pages: [[]], left: capacity };
  pieces.forEach((piece, index) => {
    if (piece.kind === 'rows') placeRows(filling, piece, capacity);
    else {
      if (neededBy(pieces, index) > filling.left) turnPage(filling, capacity);
      filling.pages
        .at(-1)
        ?.push(
          piece.kind === 'title'
            ? { key: piece.key, title: piece.title }
            : { key: piece.key, block: piece.block, scenario: piece.scenario, rows: null },
        );
      filling.left -= piece.height;
    }
  });
  return filling.pages.filter((page) => page.length > 0);
}

function turnPage(filling: Filling, capacity: number): void {
  if (filling.pages.at(-1)?.length === 0) return;
  filling.pages.push([]);
  filling.left = capacity;
}

/** Room a piece needs together with what must not be parted from it. */
function neededBy(pieces: readonly Piece[], index: number): number {
  const piece = pieces[index];
  if (piece === undefined) return 0;
  if (piece.kind === 'rows')
    return (
      piece.headHeight + piece.rowHeights.slice(0, fewestRows)
        .reduce((sum, height) => sum + height, 0)
    );
  const stays = piece.kind === 'title' || piece.keepWithNext;
  return piece.height + (stays ? neededBy(pieces, index + 1) : 0);
}

function placeRows(
  filling: Filling,
  { key, block, scenario, headHeight, rowHeights }: Extract<Piece, { kind: 'rows' }>,
  capacity: number,
): void {
  let from = 0;
  while (from < rowHeights.length) {
    let to = from;
    let height = headHeight;
    while (to < rowHeights.length && height + (rowHeights[to] ?? 0) <= filling.left)
      height += rowHeights[to++] ?? 0;
    const tooFew = to - from < Math.min(fewestRows, rowHeights.length - from);
    if (tooFew && filling.left < capacity) {
      turnPage(filling, capacity);
      continue;
    }
    const rest = rowHeights.length - to;
    // A row or two by themselves on the next page look lost: some go with them.
    if (rest > 0 && rest < fewestRows && to - from >= 2 * fewestRows - rest)
      to -= fewestRows - rest;
    if (to === from) to += 1; // a row taller than a page
    filling.pages.at(-1)?.push({ key: `${key}-${from}`, block, scenario, rows: [from, to] });
    filling.left -= height;
    from = to;
    if (from < rowHeights.length) turnPage(filling, capacity);
  }
}

/** A section with the heights of its parts; `fixed` when it is one page. */
export interface Measured {
  readonly section: Section;
  readonly pieces: readonly Piece[];
  readonly fixed: boolean;
}

/** Consecutive sections that flow into one another; a fixed section is a run of its own. */
export function runsOf(
  sections: readonly Measured[],
): readonly { readonly fixed: boolean; readonly sections: readonly Measured[] }[] {
  const runs: { fixed: boolean; sections: Measured[] }[] = [];
  for (const section of sections) {
    const last = runs.at(-1);
    if (!section.fixed && last?.fixed === false) last.sections.push(section);
    else runs.push({ fixed: section.fixed, sections: [section] });
  }
  return runs;
}
