import type { GraphLoad } from '../../shared/facility/power/graph-load.ts';
import type { PowerNode } from '../../shared/facility/power/power-graph.ts';
import type { OneLineView } from '../../shared/plan/figures/site-drawing.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import type { Palette } from '../charts/palette.ts';
import type { Drawing, Item, Mark } from './drawing.ts';
import { shadeOf, wordsOn } from './shade.ts';

const boxWidth = 118;
const boxHeight = 46;
const gapX = 16;
const gapY = 46;

const kindNames: Readonly<Record<PowerNode['kind'], string>> = {
  utility: 'Utility', generator: 'Generators', feed: 'Main board',
  transformer: 'Transformer', ups: 'UPS', pdu: 'PDU', load: '',
};

/**
 * Sources on top, loads at the bottom; what hangs on the main board itself stands beside
 * the transformers.
 */
function levelOf({ kind, from }: PowerNode): number {
  switch (kind) {
    case 'utility': case 'generator': return 0;
    case 'feed': return 1;
    case 'transformer': return 2;
    case 'ups': return 3;
    case 'pdu': return 4;
    case 'load': return from.includes('main') ? 2 : 5;
  }
}

const titleOf = ({ id, kind }: PowerNode, blocks: OneLineView['blocks']): string =>
  kind === 'transformer' || kind === 'ups'
    ? `${kind === 'ups' && blocks === 'rectifier' ? 'Rectifier' : kindNames[kind]} ${id.replace(/^T-/u, '')}`
    : kindNames[kind] || id.charAt(0).toUpperCase() + id.slice(1);

/** Load of a box in words: kW and, where it has a rating, the share of it. */
function describe(node: PowerNode, kw: number, title: string): string {
  const share = node.ratingKw === null ? ''
    : ` of ${formatQuantity(node.ratingKw, 'kW')}, ${formatQuantity(kw / node.ratingKw, 'fraction')}`;
  return `${title}: ${formatQuantity(kw, 'kW')}${share}`;
}

/**
 * The power chain from the utility to the racks with the load of every box.
 * @param load normal, or after a failure
 * @param failed the box that is lost, or null
 */
export function drawOneLineView(
  { graph, blocks }: OneLineView, load: GraphLoad, failed: string | null, palette: Palette,
): Drawing {
  const levels = [...new Set(graph.nodes.map(levelOf))].toSorted((a, b) => a - b);
  const rows = levels.map((level) => graph.nodes.filter((node) => levelOf(node) === level));
  const widest = Math.max(...rows.map((row) => row.length));
  const width = widest * (boxWidth + gapX) + gapX;
  const at = new Map(rows.flatMap((row, r) => row.map(({ id }, i) => {
    const step = (width - gapX) / row.length;
    return [id, { x: gapX / 2 + step * (i + 0.5),
      y: 24 + r * (boxHeight + gapY) + boxHeight / 2 }] as const;
  })));
  const items = graph.nodes.map((node): Item => drawBox(node, titleOf(node, blocks),
    at.get(node.id) ?? { x: 0, y: 0 }, load, failed, palette));
  const marks = graph.nodes.flatMap((node) => linksOf(node, at, load, failed, palette));
  return { width, height: 24 + rows.length * (boxHeight + gapY) - gapY + 24,
    background: palette.surface, marks, items };
}

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

function linksOf(
  node: PowerNode, at: Places, load: GraphLoad, failed: string | null, palette: Palette,
): readonly Mark[] {
  const to = at.get(node.id);
  const lines = [...node.from.map((from) => ({ from, standby: false })),
    ...(node.standby ?? []).map((from) => ({ from, standby: true }))];
  return lines.flatMap(({ from, standby }): readonly Mark[] => {
    const start = at.get(from);
    if (start === undefined || to === undefined) return [];
    const dead = from === failed || (load.kw.get(from) ?? 0) === 0
      || (load.kw.get(node.id) ?? 0) === 0;
    const [top, bottom] = [start.y + boxHeight / 2, to.y - boxHeight / 2];
    const bend = bottom - gapY / 2;
    return [{
      kind: 'line',
      points: [[start.x, top], [start.x, bend], [to.x, bend], [to.x, bottom]],
      stroke: dead || standby ? palette.muted : palette.series[0],
      width: dead || standby ? 1 : 1.6, ...(dead || standby ? { dash: '4 4' } : {}),
    }];
  });
}

function drawBox(
  node: PowerNode, title: string, { x, y }: { readonly x: number; readonly y: number },
  load: GraphLoad, failed: string | null, palette: Palette,
): Item {
  const kw = load.kw.get(node.id) ?? 0;
  const lost = node.id === failed;
  const share = node.ratingKw === null ? 0 : kw / node.ratingKw;
  const box = { x: x - boxWidth / 2, y: y - boxHeight / 2, width: boxWidth, height: boxHeight };
  const fill =
    lost ? palette.quiet : node.ratingKw === null ? palette.surface : shadeOf(palette, share);
  const ink = wordsOn(palette, fill);
  const second = lost ? 'lost'
    : node.ratingKw === null ? formatQuantity(kw, 'kW')
    : `${formatQuantity(kw, 'kW')} · ${formatQuantity(share, 'fraction')}`;
  return {
    id: node.id, box, label: lost ? `${title}: lost` : describe(node, kw, title),
    marks: [
      { kind: 'rect', ...box, fill, stroke: palette.muted, round: 3 },
      { kind: 'text', x, y: y - 4, text: title, size: title.length > 20 ? 8.5 : 10.5,
        fill: ink, anchor: 'middle', strong: true },
      { kind: 'text', x, y: y + 11, text: second, size: 9.5, fill: ink, anchor: 'middle' },
    ],
  };
}
