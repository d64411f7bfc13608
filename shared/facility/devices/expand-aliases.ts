import {
  isAlias, isMap, isScalar, isSeq, Pair, YAMLMap, type Document, type ParsedNode,
} from 'yaml';

/** Nodes a document may have once its aliases are replaced: 1,000 ports of ten keys. */
const mostNodes = 20_000;
const mostDepth = 32;

interface Work {
  readonly document: Document<ParsedNode>;
  nodes: number;
  count: number;
  /** Place of the alias that cannot be replaced. */
  stuck: number | null;
}

const placeOf = (node: unknown): number => {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
  const start: unknown = Array.isArray(range) ? range[0] : 0;
  return typeof start === 'number' ? start : 0;
};

/** A node without aliases; nodes keep their places, so that problems keep their lines. */
function expand(node: unknown, work: Work, depth: number, at: number): unknown {
  work.nodes += 1;
  if (work.stuck !== null) return node;
  if (work.nodes > mostNodes || depth > mostDepth) {
    work.stuck = at;
    return node;
  }
  if (isAlias(node)) {
    const target = node.resolve(work.document);
    work.count += 1;
    if (target !== undefined) return expand(target, work, depth + 1, placeOf(node));
    work.stuck = placeOf(node);
    return node;
  }
  if (isSeq(node)) {
    const copy = node.clone() as typeof node;
    copy.items = node.items.map((item) => expand(item, work, depth + 1, at));
    copy.range = node.range ?? null;
    return copy;
  }
  return isMap(node) ? expandMap(node, work, depth, at) : node;
}

const nameOf = (key: unknown): string => (isScalar(key) ? String(key.value) : '');

/** Maps that a merge key names: one, or a list of them. */
const mergedMaps = (value: unknown): readonly YAMLMap[] =>
  (isMap(value) ? [value] : isSeq(value) ? value.items.filter((item) => isMap(item)) : []);

/** A map whose merge keys are replaced by the keys they bring, own keys first. */
function expandMap(node: YAMLMap, work: Work, depth: number, at: number): YAMLMap {
  const copy = new YAMLMap();
  const own = new Set(node.items.map(({ key }) => nameOf(key)));
  for (const { key, value } of node.items) {
    const plain = expand(value, work, depth + 1, at);
    if (nameOf(key) !== '<<') {
      copy.items.push(new Pair(key, plain));
      continue;
    }
    for (const pair of mergedMaps(plain).flatMap(({ items }) => items)) {
      if (own.has(nameOf(pair.key))) continue;
      own.add(nameOf(pair.key));
      copy.items.push(pair);
    }
  }
  copy.range = node.range ?? null;
  return copy;
}

/**
 * Replaces aliases and merge keys of a document by what they stand for.
 * @returns how many aliases there were, and the place of one that cannot be replaced: it
 *   leads nowhere, in a circle, or to more than any definition holds
 */
export function expandAliases(
  document: Document<ParsedNode>,
): { readonly alias: number | null; readonly count: number } {
  const work: Work = { document, nodes: 0, count: 0, stuck: null };
  const { contents } = document;
  const expanded = expand(contents, work, 0, placeOf(contents));
  if (work.stuck === null && work.count > 0) document.contents = expanded as ParsedNode;
  return { alias: work.stuck, count: work.count };
}
