import { spellings } from '../text/synonyms.ts';

/** What the palette needs to know of an entry. */
export interface Findable {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  /** Other names people have for it. */
  readonly keywords?: readonly string[] | string | undefined;
}

/**
 * Ranks of an answer, best first: the name itself, its beginning, its words, another name,
 * the beginnings of its words, letters inside, words of the description, a slip of the keys.
 */
const ranks = { exact: 0, prefix: 1, words: 2, synonym: 3, wordStarts: 4, inside: 5,
  synonymStart: 5.5, description: 6, slip: 7 } as const;

/** Of two answers of one rank the one that people also mean by the query comes first. */
const meantToo = 0.5;
/** Then the shorter name, by letters that were not asked for. */
const letter = 0.01;
const mostLetters = 40;
/** A term is explained after the things it is about. */
const afterThings = 3.5;
/** What is entered once, of a release or a device, comes after what other names lead to. */
const afterNames = 2.5;
const seldom =
  /^field:(?:release|deviceType|rackDevice|rackType|placement|benchmark|customModel|catalogEntry|climate|tariff)\./u;

const lateness = (id: string, rank: number): number =>
  (id.startsWith('term:') ? afterThings : rank > ranks.exact && seldom.test(id) ? afterNames : 0);

/**
 * A text in plain words: small letters, one spelling, singular, no punctuation.
 * @example plainWords('GPU utilization, %') // ['accelerator', 'utilisation']
 */
export function plainWords(text: string): readonly string[] {
  return text.toLowerCase().replaceAll(/[’']/gu, '').split(/[^\p{L}\p{N}&+.]+/u)
    .filter((word) => word !== '' && word !== '+')
    .map((word) => (Object.hasOwn(spellings, word) ? spellings[word] ?? word : word))
    .map((word) => (/^.{3,}[^isu]s$/u.test(word) ? word.slice(0, -1) : word));
}

/** An entry with its words found once; a query is held against many. */
interface Words {
  readonly name: string;
  readonly names: readonly string[];
  readonly says: readonly string[];
  readonly description: readonly string[];
}

const known = new WeakMap<Findable, Words>();

function wordsOf(entry: Findable): Words {
  const present = known.get(entry);
  if (present !== undefined) return present;
  const names = plainWords(entry.label ?? '');
  const words = {
    name: names.join(' '), names, description: plainWords(entry.description ?? ''),
    says: [entry.keywords ?? []].flat().map((each) => plainWords(each).join(' ')),
  };
  known.set(entry, words);
  return words;
}

/**
 * How well an entry answers a query: the lower the better, null not at all.
 * @example rankEntry({ label: 'Discount rate' }, 'discount') // 1.05
 */
export function rankEntry(entry: Findable, query: string): number | null {
  const wanted = plainWords(query);
  const text = wanted.join(' ');
  if (text === '') return null;
  const words = wordsOf(entry);
  const meant = words.says.includes(text);
  const rank = byName(words, wanted, text)
    ?? (meant ? ranks.synonym : byOthers(words, wanted, text));
  if (rank === null) return null;
  const late = lateness(entry.id ?? '', rank);
  if (rank === ranks.exact || rank === ranks.synonym) return rank + late;
  const longer = Math.min(mostLetters, Math.max(0, words.name.length - text.length));
  return rank + late - (meant ? meantToo : 0) + longer * letter;
}

function byName({ name, names }: Words, wanted: readonly string[], text: string): number | null {
  if (name === text) return ranks.exact;
  if (name.startsWith(text)) return ranks.prefix;
  return wanted.every((word) => names.includes(word)) ? ranks.words : null;
}

function byOthers(
  { name, names, says, description }: Words, wanted: readonly string[], text: string,
): number | null {
  const starts = (all: readonly string[], word: string): boolean =>
    all.some((each) => each.startsWith(word));
  if (wanted.every((word) => starts(names, word))) return ranks.wordStarts;
  if (text.length > 2 && wanted.every((word) => name.includes(word))) return ranks.inside;
  if (text.length > 2 && says.some((each) => each.startsWith(text))) return ranks.synonymStart;
  const all = [...names, ...description];
  if (wanted.every((word) => starts(all, word))) return ranks.description;
  const others = [...names, ...says.flatMap((each) => each.split(' '))];
  return wanted.every((word) => word.length > 3
    && others.some((each) => isSlip(word, each.slice(0, word.length + 1)))) ? ranks.slip : null;
}

/** Whether two words differ by a slip: one letter, or two of a long word. */
function isSlip(typed: string, wanted: string): boolean {
  const most = typed.length > 7 ? 2 : 1;
  if (wanted.length < 4 || Math.abs(typed.length - wanted.length) > most) return false;
  return distance(typed, wanted) <= most;
}

/** Letters to change, add, drop or exchange with a neighbour to make one word the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let at = 1; at <= b.length; at++) {
      const same = a[row - 1] === b[at - 1] ? 0 : 1;
      const swapped = row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]
        ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + same, swapped));
    }
    before = last;
    last = next;
  }
  return last[b.length] ?? 0;
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
