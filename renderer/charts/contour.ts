/** A point of a grid, in places of its columns and rows. */
export type GridPoint = readonly [x: number, y: number];
export type Segment = readonly [GridPoint, GridPoint];

/** Values of a grid by column, then row; null where there is none. */
export type Grid = readonly (readonly (number | null)[])[];

/** Where a level is crossed between two corners; null where it is not. */
function crossing(
  [ax, ay]: GridPoint, a: number, [bx, by]: GridPoint, b: number, level: number,
): GridPoint | null {
  if (a < level === b < level) return null;
  const share = (level - a) / (b - a);
  return [ax + (bx - ax) * share, ay + (by - ay) * share];
}

/**
 * The line along which a grid has a level, in pieces: marching squares with linear steps
 * between the four corners of each square. Squares with a corner missing have none.
 * @example contourOf([[-1, -1], [1, 1]], 0) // [[[0.5, 0], [0.5, 1]]]
 */
export function contourOf(grid: Grid, level: number): readonly Segment[] {
  const segments: Segment[] = [];
  for (let x = 0; x + 1 < grid.length; x++) {
    for (let y = 0; y + 1 < (grid[x]?.length ?? 1); y++) {
      const places: readonly GridPoint[] = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]];
      const corners = places.flatMap((at) => {
        const value = grid[at[0]]?.[at[1]] ?? null;
        return value === null ? [] : [{ at, value }];
      });
      if (corners.length < places.length) continue;
      const points = corners.flatMap(({ at, value }, i): readonly GridPoint[] => {
        const next = corners[(i + 1) % corners.length];
        const point = next === undefined ? null
          : crossing(at, value, next.at, next.value, level);
        return point === null ? [] : [point];
      });
      segments.push(...pairsOf(points));
    }
  }
  return segments;
}

/** Two points make one piece, the four of a saddle two. */
function pairsOf(points: readonly GridPoint[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [one, other] = [points[i], points[i + 1]];
    if (one !== undefined && other !== undefined) segments.push([one, other]);
  }
  return segments;
}
