import type { Section } from '../../shared/report/types.ts';
import type { Piece } from './fragments.ts';

/** Heights of a section's title and blocks as they stand in the unseen column, in CSS px. */
export function measurePieces(section: Section, column: HTMLElement): readonly Piece[] {
  const boxes = [...column.querySelectorAll<HTMLElement>('[data-piece]')];
  const find = (
    key: string,
  ): { readonly box: HTMLElement | undefined; readonly height: number } => {
    const at = boxes.findIndex((box) => box.dataset['piece'] === key);
    const box = boxes[at];
    return { box, height: box?.getBoundingClientRect().height ?? 0 };
  };
  return [
    { kind: 'title', key: section.id, title: section.title, height: find(section.id).height },
    ...section.blocks.map((block, i): Piece => {
      const key = `${section.id}-${i}`;
      const { box, height } = find(key);
      if (block.kind !== 'table' || box === undefined)
        return { kind: 'whole', key, block, scenario: section.scenario, height,
          keepWithNext: staysWithNext(section, i) };
      const rowHeights = [...box.querySelectorAll('tbody tr')].map(
        (row) => row.getBoundingClientRect().height,
      );
      return {
        kind: 'rows',
        key,
        block,
        scenario: section.scenario,
        headHeight: height - rowHeights.reduce((sum, each) => sum + each, 0),
        rowHeights,
      };
    }),
  ];
}

/**
 * A heading and the words right behind it or behind the title stay with what they
 * introduce.
 */
function staysWithNext({ blocks }: Section, at: number): boolean {
  const [block, before] = [blocks[at], blocks[at - 1]];
  return block?.kind === 'heading'
    || (block?.kind === 'paragraph' && (at === 0 || before?.kind === 'heading'));
}

/** Height of a row of charts when room is short, px; `paper.css` says the same. */
const leastChartPx = 130;

/** Height a section cannot do without: charts give way, words do not. */
export const leastHeight = (pieces: readonly Piece[]): number =>
  pieces.reduce(
    (sum, piece) =>
      sum +
      (piece.kind === 'rows'
        ? piece.headHeight + piece.rowHeights.reduce((all, height) => all + height, 0)
        : piece.kind === 'whole' && piece.block.kind === 'charts'
          ? leastChartPx
          : piece.height),
    0,
  );
