import type { GraphKind, GraphLink, GraphNode } from './graph.ts';

/** Members `first` to `end - 1` of a tier, drawn as one box. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

/**
 * Where part `at` of `count` members begins when they are dealt to `parts` evenly, in order.
 * @example startOf(1, 10, 3) // 3
 */
export const startOf = (at: number, count: number, parts: number): number =>
  Math.floor((at * count) / parts);

/** Members common to two spans. */
export const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.first, b.first));

/**
 * Divides a tier into at most `most` boxes. A box stays within one block (rail, plane,
 * pod) unless there are more blocks than boxes; then it holds whole blocks.
 * @param opened members that get a box of their own
 * @example divide(8, 2, 4).length // 4
 */
export function divide(
  count: number, blocks: number, most: number, opened: readonly number[] = [],
): readonly Span[] {
  const starts = new Set<number>();
  const boxes = Math.min(blocks, most);
  for (let box = 0; box < boxes; box++) {
    const first = startOf(startOf(box, blocks, boxes), count, blocks);
    const end = startOf(startOf(box + 1, blocks, boxes), count, blocks);
    const parts = Math.max(1, Math.min(end - first, Math.floor(most / boxes)));
    for (let part = 0; part < parts; part++)
      starts.add(first + startOf(part, end - first, parts));
  }
  for (const member of opened) {
    if (member < count) starts.add(member);
    if (member + 1 < count) starts.add(member + 1);
  }
  const edges = [...starts].toSorted((a, b) => a - b);
  return edges.map((first, at) => ({ first, end: edges[at + 1] ?? count }))
    .filter(({ first, end }) => end > first);
}

const tierOf: Readonly<Record<GraphKind, GraphNode['tier']>> = {
  accelerators: 0, leaf: 1, routers: 1, spine: 2, core: 3,
};
const names: Readonly<Record<GraphKind, readonly [one: string, many: string]>> = {
  accelerators: ['Accelerator', 'Accelerators'], leaf: ['Leaf', 'Leaves'],
  spine: ['Spine', 'Spines'], core: ['Core', 'Cores'], routers: ['Router', 'Routers'],
};

/**
 * The boxes of a tier, labelled from 1.
 * @example boxesOf('leaf', [{ first: 0, end: 8 }])[0]?.label // 'Leaves 1–8'
 */
export function boxesOf(
  kind: GraphKind, spans: readonly Span[], internal: (span: Span) => number = () => 0,
): readonly GraphNode[] {
  const [one, many] = names[kind];
  return spans.map((span, index) => ({
    id: `${kind}-${span.first}`, kind, tier: tierOf[kind], index,
    label: span.end - span.first === 1 ? `${one} ${span.end}`
      : `${many} ${span.first + 1}–${span.end}`,
    first: span.first, count: span.end - span.first, internal: internal(span),
  }));
}

/** Lines between every pair of boxes that share cables. */
export function linksBetween(
  below: readonly GraphNode[], above: readonly GraphNode[],
  cables: (below: Span, above: Span) => number,
): readonly GraphLink[] {
  return below.flatMap((lower) => above.flatMap((upper) => {
    const count = cables(spanOf(lower), spanOf(upper));
    return count === 0 ? [] : [{ from: lower.id, to: upper.id, count }];
  }));
}

/** The members of a box. */
export const spanOf = ({ first, count }: GraphNode): Span => ({ first, end: first + count });
