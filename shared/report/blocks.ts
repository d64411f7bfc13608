import {
  chartOf, type Block, type ChartId, type DrawingRef, type PrintedFigure, type Section,
  type Table,
} from './types.ts';

/** Short names for the blocks of a section. */

export const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
export const text = (
  value: string,
): Block => ({ kind: 'paragraph', tone: 'plain', text: value });
export const small = (
  value: string,
): Block => ({ kind: 'paragraph', tone: 'small', text: value });
export const chart = (
  ...charts: readonly ChartId[]
): Block => ({ kind: 'charts', charts: charts.map((id) => chartOf(id)) });
export const drawings = (
  ...refs: readonly DrawingRef[]
): Block => ({ kind: 'drawings', drawings: refs });

/** A table, or nothing where it would have no row. */
export const table = (value: Table): readonly Block[] =>
  (value.rows.length === 0 ? [] : [{ kind: 'table', table: value }]);

export const flow = (
  id: string, title: string, blocks: readonly Block[], scenario: string | null = null,
): Section =>
  ({ id, title, layout: 'flow', scenario, blocks });

/** Stands under tables whose lines add up. */
export const roundedNote =
  'Printed figures are rounded one by one; the plan holds them in full, so the last digit of a sum may differ.';

/** What the star behind a name means. */
export const starNote =
  '* Rests on an input that is assumed: a planning value without a public source.';

/** The meaning of the star, where one of the figures carries it. */
export const starLine = (figures: readonly PrintedFigure[]): readonly Block[] =>
  (figures.some(({ assumed }) => assumed) ? [small(starNote)] : []);
