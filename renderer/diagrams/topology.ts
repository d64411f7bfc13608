import type { GraphNode, TopologyGraph } from '../../shared/network/graph.ts';
import type { GraphPaths } from '../../shared/network/graph-paths.ts';
import type { Palette } from '../charts/palette.ts';
import { seriesColour } from '../charts/palette.ts';
import type { Drawing, Item, Mark } from './drawing.ts';

const boxWidth = 58;
const boxHeight = 36;
const gap = 8;
const tierGap = 88;
/** Room for the names of the tiers. */
const left = 96;
const right = 12;

const tierNames: Readonly<Record<GraphNode['kind'], string>> = {
  accelerators: 'Accelerators',
  leaf: 'Leaf',
  spine: 'Spine',
  core: 'Core',
  routers: 'Routers',
};

/** Colour of a tier, from the endpoints up. */
export const tierColour = (palette: Palette, tier: number): string =>
  seriesColour(palette, [4, 0, 2, 3][tier] ?? 0);

/** Where every box of a fabric stands: tiers above one another, each centred. */
function placeNodes(nodes: readonly GraphNode[]): {
  readonly at: ReadonlyMap<string, readonly [number, number]>; readonly width: number;
  readonly height: number
} {
  const tiers = [...new Set(nodes.map((node) => node.tier))].toSorted((a, b) => b - a);
  const rows = tiers.map((tier) => nodes.filter((node) => node.tier === tier));
  const widest = Math.max(6, ...rows.map((row) => row.length));
  const width = left + right + widest * (boxWidth + gap);
  const at = new Map<string, readonly [number, number]>();
  rows.forEach((row, r) => {
    const step = (width - left - right) / row.length;
    row.forEach(({ id }, i) => at.set(id, [left + step * (i + 0.5), 40 + r * tierGap]));
  });
  return { at, width, height: 80 + Math.max(1, tiers.length) * tierGap - tierGap + boxHeight };
}

/** Letters a line of a box holds. */
const mostLetters = 7;

/** Short words for the inside of a box, on two lines where one is too short. */
function linesOf({ kind, first, count }: GraphNode): readonly string[] {
  const letter = { accelerators: '', leaf: 'L', spine: 'S', core: 'C', routers: 'R' }[kind];
  const start = `${letter}${first + 1}`;
  const end = String(first + count);
  if (count === 1) return [start];
  return start.length + end.length + 1 > mostLetters ? [`${start}–`, end] : [`${start}–${end}`];
}

/**
 * A fabric drawn in tiers, endpoints below; what is lit stands out and the rest recedes.
 * @param lit paths to light up; null draws everything alike
 */
export function drawTopologyGraph(
  graph: TopologyGraph, lit: GraphPaths | null, palette: Palette,
): Drawing {
  const { at, width, height } = placeNodes(graph.nodes);
  const most = Math.max(1, ...graph.links.map((link) => link.count));
  const dim = lit !== null;
  const lines = graph.links.map((link, i): Mark & { on: boolean } => {
    const on = lit?.links.has(i) ?? false;
    const [x1, y1] = at.get(link.from) ?? [0, 0];
    const [x2, y2] = at.get(link.to) ?? [0, 0];
    const straight = y1 !== y2;
    const points = straight
      ? ([[x1, y1], [x2, y2]] as const)
      : ([[x1, y1], [(x1 + x2) / 2, y1 + 20 + Math.abs(x2 - x1) / 6], [x2, y2]] as const);
    return {
      kind: 'line', points, on,
      stroke: on ? palette.loss : palette.muted,
      width: on ? 2.4 : 0.5 + (1.3 * link.count) / most,
      opacity: on ? 1 : dim ? 0.12 : 0.3,
    };
  });
  const items = graph.nodes.map((node): Item => {
    const [x, y] = at.get(node.id) ?? [0, 0];
    const box = { x: x - boxWidth / 2, y: y - boxHeight / 2, width: boxWidth,
      height: boxHeight };
    const on = lit === null || lit.nodes.has(node.id);
    return {
      id: node.id, box, label: describeNode(node, graph),
      marks: [
        { kind: 'rect', ...box, fill: on ? tierColour(palette, node.tier) : palette.quiet,
          round: 3 },
        ...linesOf(node).map((text, line, all): Mark => ({
          kind: 'text', x, y: y + 4 + (line - (all.length - 1) / 2) * 14, text, size: 12,
          fill: on ? palette.onSeries : palette.text, anchor: 'middle',
        })),
      ],
    };
  });
  return {
    width, height, background: palette.surface, items,
    marks: [...lines.toSorted((a, b) => Number(a.on) - Number(b.on)),
      ...tierTitles(graph.nodes, at, palette)],
  };
}

function tierTitles(
  nodes: readonly GraphNode[],
  at: ReadonlyMap<string, readonly [number, number]>,
  palette: Palette,
): readonly Mark[] {
  const firsts =
    nodes.filter((node, i) => nodes.findIndex((other) => other.tier === node.tier) === i);
  return firsts.map(({ id, kind }) => ({
    kind: 'text', x: 6, y: (at.get(id)?.[1] ?? 0) + 4, text: tierNames[kind], size: 13,
    fill: palette.muted, strong: true,
  }));
}

/** What a box stands for, with the cables that leave it. */
function describeNode({ id, label, internal }: GraphNode, { links }: TopologyGraph): string {
  const cables = links.filter((link) => link.from === id || link.to === id)
    .reduce((sum, link) => sum + link.count, 0);
  const inside = internal > 0 ? `, ${internal} cables inside` : '';
  return `${label}: ${cables} cables to neighbours${inside}`;
}
