import type { CustomSeriesOption } from 'echarts/charts';
import { spreadNames } from './layout.ts';
import { fontFamily, type Look } from './look.ts';

/** A line and the name that stands beside its right end. */
export interface NamedLine {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly (readonly [x: number, y: number | null])[];
  /** Context: named only where there is room. */
  readonly quiet?: boolean;
}

/** Width to keep free on the right for names, px. */
export const namesRoom = (names: readonly string[], { fontPx }: Look): number =>
  16 + Math.max(0, ...names.map((name) => name.length)) * fontPx * 0.56;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The plot a custom series draws in. */
function boxOf(place: object): Box | null {
  const read = (key: string): number => Number(Reflect.get(place, key));
  const box = { x: read('x'), y: read('y'), width: read('width'), height: read('height') };
  return Object.values(box).every(Number.isFinite) ? box : null;
}

interface PlacedName {
  readonly line: NamedLine;
  readonly end: readonly [number, number];
}

/**
 * Names in a column beside the plot, each at the height where its line ends, a line apart, so
 * that none lies on a curve. Placed while drawing: they hold at every size and under zoom.
 */
export function namesSeries(
  lines: readonly NamedLine[], axisIndex: number, look: Look,
): CustomSeriesOption {
  const anchor = lines.flatMap(({ points }) => points).find(([, y]) => y !== null);
  return {
    type: 'custom', id: `names-${axisIndex}`, xAxisIndex: axisIndex, yAxisIndex: axisIndex,
    silent: true, tooltip: { show: false }, z: 6, encode: { x: 0, y: 1 },
    data: anchor === undefined ? [] : [[anchor[0], anchor[1] ?? 0]],
    renderItem: (params, api) => {
      const box = boxOf(params.coordSys);
      if (box === null) return null;
      const coord = ([x, y]: readonly [number, number]) => {
        const [px = 0, py = 0] = api.coord([x, y]);
        return [px, py] as const;
      };
      const ends = lines.flatMap((line): readonly PlacedName[] => {
        const end = endOf(line, coord, box);
        return end === null ? [] : [{ line, end }];
      });
      return { type: 'group', children: drawNames(ends, box, look) };
    },
  };
}

/** The last point of a line within the plot, px. */
function endOf(
  { points }: NamedLine, coord: (at: readonly [number, number]) => readonly [number, number],
  box: Box,
): readonly [number, number] | null {
  for (let i = points.length - 1; i >= 0; i--) {
    const [x, y] = points[i] ?? [0, null];
    if (y === null) continue;
    const at = coord([x, y]);
    if (Number.isFinite(at[1]) && at[0] <= box.x + box.width + 0.5) return at;
  }
  return null;
}

function drawNames(ends: readonly PlacedName[], box: Box, look: Look) {
  const { fontPx } = look;
  const places = spreadNames(
    ends.map(({ line, end }) => ({ px: end[1], quiet: line.quiet === true })),
    fontPx * 1.25, box.y + fontPx / 2, box.y + box.height - fontPx / 2);
  const right = box.x + box.width;
  return ends.flatMap(({ line, end: [x, y] }, i) => {
    const at = places[i] ?? null;
    if (at === null) return [];
    const apart = Math.abs(at - y) > 3 || right - x > 6;
    return [
      ...(apart ? [{
        type: 'polyline' as const,
        shape: { points: [[x + 2, y], [right + 1, at], [right + 5, at]] },
        style: { stroke: line.colour, fill: 'none', lineWidth: 1, lineDash: [1, 3],
          opacity: line.quiet === true ? 0.5 : 0.8 },
      }] : []),
      { type: 'text' as const, x: right + 7, y: at,
        style: { text: line.name, fill: line.colour, fontSize: fontPx, fontFamily,
          verticalAlign: 'middle' as const } },
    ];
  });
}
