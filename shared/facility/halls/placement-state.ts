import type { Hall, HallFeed, HallRow } from './hall.ts';
import type { FeedUse, HallUse, Place, PlacementLimit, RackSpec } from './placement-types.ts';

/** Rounding of sums must not refuse a rack that fits exactly. */
const slack = 1 + 1e-9;

interface FeedState {
  readonly feed: HallFeed;
  normalKw: number;
  /** Load that comes over when this partner is lost, kW. */
  readonly fromPartner: Map<string, number>;
  worstExtraKw: number;
}

/** A row with its free places; `next` only moves forward. */
interface RowState {
  readonly row: HallRow;
  readonly feeds: readonly FeedState[];
  readonly taken: Uint8Array;
  free: number;
  next: number;
}

export interface HallState {
  readonly hall: Hall;
  readonly rows: readonly RowState[];
  readonly feeds: ReadonlyMap<string, FeedState>;
  racks: number;
  powerKw: number;
  liquidKw: number;
  airKw: number;
}

export function openHall(hall: Hall): HallState {
  const feeds = new Map(hall.feeds.map((feed) => (
    [feed.id, { feed, normalKw: 0, fromPartner: new Map<string, number>(),
      worstExtraKw: 0 }] as const)));
  const rows = hall.rows.map((row): RowState => ({
    row, taken: new Uint8Array(row.positions), free: row.positions, next: 0,
    feeds: row.feeds.flatMap((id) => feeds.get(id) ?? []),
  }));
  return { hall, rows, feeds, racks: 0, powerKw: 0, liquidKw: 0, airKw: 0 };
}

const over = (value: number, limit: number | null): boolean => limit !== null
  && value > limit * slack;

/** Limits of the whole hall that another rack of this kind would break. */
export function hallRefuses(use: HallState, rack: RackSpec): PlacementLimit[] {
  const { limits, rackAreaM2 } = use.hall;
  const broken: PlacementLimit[] = [];
  const liquid = rack.kw * rack.liquidFraction;
  if (over(use.powerKw + rack.kw, limits.powerKw)) broken.push('power');
  if (over(use.liquidKw + liquid, limits.liquidKw)) broken.push('liquid');
  if (over(use.airKw + rack.kw - liquid, limits.airKw)) broken.push('air');
  if (over(rack.kw, limits.rackKw)) broken.push('rack-power');
  if (rack.heightU !== null && over(rack.heightU, limits.rackHeightU))
    broken.push('rack-height');
  if (rack.weightKg !== null && over(rack.weightKg, limits.rackKg ?? null))
    broken.push('rack-load');
  const loadKgPerM2 = rack.weightKg === null ? 0 : rack.weightKg / rackAreaM2;
  if (over(loadKgPerM2, limits.floorKgPerM2)) broken.push('floor-load');
  return broken;
}

/** Load a feed would carry with its worst partner lost, after adding a rack to this row. */
function worstWith(row: RowState, feed: FeedState, kw: number): number {
  const half = kw / row.feeds.length;
  const partner = row.feeds.find((f) => f !== feed);
  if (partner === undefined) return feed.normalKw + kw;
  const moved = (feed.fromPartner.get(partner.feed.id) ?? 0) + half;
  return feed.normalKw + half + Math.max(feed.worstExtraKw, moved);
}

/** Whether a row can take the rack on its feeds and has a place left. */
export function rowRefuses(row: RowState, kw: number): PlacementLimit | null {
  if (row.free === 0) return 'positions';
  return row.feeds.some((feed) => over(worstWith(row, feed, kw), feed.feed.limitKw))
    ? 'feed'
    : null;
}

/** Index of the first free place of a row, -1 without one. */
export function firstFree(row: RowState): number {
  while (row.next < row.taken.length && row.taken[row.next] === 1) row.next++;
  return row.next < row.taken.length ? row.next : -1;
}

/** Books a rack at an index of a row. */
export function occupy(hall: HallState, row: RowState, index: number, rack: RackSpec): Place {
  row.taken[index] = 1;
  row.free--;
  hall.racks++;
  hall.powerKw += rack.kw;
  hall.liquidKw += rack.kw * rack.liquidFraction;
  hall.airKw += rack.kw * (1 - rack.liquidFraction);
  const part = rack.kw / row.feeds.length;
  for (const feed of row.feeds) {
    feed.normalKw += part;
    for (const partner of row.feeds) {
      if (partner === feed) continue;
      const moved = (feed.fromPartner.get(partner.feed.id) ?? 0) + part;
      feed.fromPartner.set(partner.feed.id, moved);
      feed.worstExtraKw = Math.max(feed.worstExtraKw, moved);
    }
  }
  return { hall: hall.hall.id, row: row.row.id, position: index + 1 };
}

export const hallUse = ({ hall, racks, powerKw, liquidKw, airKw }: HallState): HallUse => ({
  hall: hall.id, racks, powerKw, liquidKw, airKw,
  positions: hall.rows.reduce((sum, r) => sum + r.positions, 0),
});

export const feedUse = ({ hall, feeds }: HallState): readonly FeedUse[] =>
  [...feeds.values()].map(({ feed, normalKw, worstExtraKw }) => ({
    hall: hall.id, feed: feed.id, normalKw, worstKw: normalKw + worstExtraKw,
    limitKw: feed.limitKw,
  }));
