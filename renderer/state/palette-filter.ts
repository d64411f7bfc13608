/** What the palette needs to know of an entry. */
export interface Findable {
  readonly label?: string | undefined;
  readonly description?: string | undefined;
}

/**
 * How well an entry answers a query: 0 best, null not at all. Every word of the query
 * must be found; a label that begins with the query comes before one that has it inside,
 * and that before a description.
 * @example rankEntry({ label: 'Discount rate' }, 'disc') // 0
 */
export function rankEntry(
  { label = '', description = '' }: Findable, query: string,
): number | null {
  const wanted = query.trim().toLowerCase();
  const name = label.toLowerCase();
  const words = wanted.split(/\s+/);
  if (name.startsWith(wanted)) return 0;
  if (name.split(/\s+/).some((word) => word.startsWith(wanted))) return 1;
  if (words.every((word) => name.includes(word))) return 2;
  const all = `${name} ${description.toLowerCase()}`;
  return words.every((word) => all.includes(word)) ? 3 : null;
}

export interface FindableGroup<T extends Findable> {
  readonly group: string;
  readonly actions: readonly T[];
}

/**
 * Groups with the entries that answer a query, at most `most` of each; the group with the
 * best answer first.
 */
export function findGroups<T extends Findable, G extends FindableGroup<T>>(
  groups: readonly G[], query: string, most: number,
) {
  const found = groups.map(
    (group) => ({ ...group, actions: findEntries(group.actions, query).slice(0, most) }),
  )
    .filter(({ actions }) => actions.length > 0);
  if (query.trim() === '') return found;
  const best = ({ actions: [first] }: FindableGroup<T>): number =>
    (first === undefined ? 9 : rankEntry(first, query) ?? 9);
  return found.toSorted((a, b) => best(a) - best(b));
}

/** The entries that answer a query, best first; all of them for an empty query. */
export function findEntries<T extends Findable>(
  entries: readonly T[], query: string,
): readonly T[] {
  if (query.trim() === '') return entries;
  return entries
    .map((entry) => ({ entry, rank: rankEntry(entry, query) }))
    .filter((each): each is { entry: T; rank: number } => each.rank !== null)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}
