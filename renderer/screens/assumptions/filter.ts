import type { RegisterRow } from '../../../shared/uncertainty/register.ts';
import { stalenessClasses } from '../../../shared/uncertainty/staleness.ts';
import { evidenceClasses } from '../../../shared/units/provenance.ts';
import type { RegisterFilter, SortKey } from '../../state/register-filter.ts';
import { screenOfRow } from './place.ts';

/** Whether anything is filtered out by choice. */
export const isFiltered = (
  { text, evidence, staleness, state, place, behind }: RegisterFilter,
): boolean =>
  text !== '' || evidence.length > 0 || staleness !== null || state !== null
    || place !== null || behind !== null;

const wordsOf = (row: RegisterRow): string =>
  `${row.label} ${row.record} ${row.id} ${row.source} ${row.note} ${String(row.value)}`.toLowerCase();

/**
 * The rows a filter lets through.
 * @param open row that is being edited: it stays, though the edit may change what it is
 */
export function filterRows(
  rows: readonly RegisterRow[], filter: RegisterFilter, open: string | null,
): readonly RegisterRow[] {
  const wanted = filter.text.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  const behind = filter.behind === null ? null : new Set(filter.behind.ids);
  return rows.filter((row) => row.id === open || (
    (filter.inactive || row.active)
    && (filter.evidence.length === 0 || filter.evidence.includes(row.evidence))
    && (filter.staleness === null || row.staleness === filter.staleness)
    && (filter.state === null || row.state === filter.state)
    && (filter.place === null || screenOfRow(row) === filter.place)
    && (behind === null || behind.has(row.id))
    && wanted.every((word) => wordsOf(row).includes(word))));
}

/** What a row is ordered by; ties stay in the order of the screens. */
function rankOf(
  row: RegisterRow, key: SortKey, effects: ReadonlyMap<string, number>,
): number | string {
  switch (key) {
    case 'place': return 0;
    case 'label': return row.label.toLowerCase();
    case 'evidence': return evidenceClasses.indexOf(row.evidence);
    case 'age': return stalenessClasses.indexOf(row.staleness);
    case 'effect': return effects.get(row.id) ?? 0;
  }
}

/** Rows in the chosen order. */
export function sortRows(
  rows: readonly RegisterRow[],
  { sort, descending }: Pick<RegisterFilter, 'sort' | 'descending'>,
  effects: ReadonlyMap<string, number>,
): readonly RegisterRow[] {
  const sign = descending ? -1 : 1;
  return rows.map((row) => ({ row, rank: rankOf(row, sort, effects) }))
    .toSorted((a, b) => (a.rank < b.rank ? -sign : a.rank > b.rank ? sign : 0))
      .map(({ row }) => row);
}
