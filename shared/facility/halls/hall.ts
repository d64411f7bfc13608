import { ok, refuse, type Result } from '../../units/result.ts';

/** A row of rack positions side by side, fed by one or two feeds. */
export interface HallRow {
  readonly id: string;
  readonly positions: number;
  /** Feeds A and B, or A alone; ids of the hall's feeds. */
  readonly feeds: readonly [string] | readonly [string, string];
  /** Front edge of the row in the hall, m, for drawing. */
  readonly yM: number;
}

/** Busway or PDU that feeds racks; `limitKw` is what it may carry with its partner lost. */
export interface HallFeed {
  readonly id: string;
  readonly limitKw: number;
}

/** What a hall as a whole can give its racks; null where nothing limits. */
export interface HallLimits {
  readonly powerKw: number | null;
  readonly liquidKw: number | null;
  readonly airKw: number | null;
  /** Load the floor carries under a rack, kg/m2. */
  readonly floorKgPerM2: number | null;
  readonly rackHeightU: number | null;
  readonly rackKw: number | null;
  /** Most weight of one rack with its content, kg; absent sets no limit. */
  readonly rackKg?: number | null;
}

export interface Hall {
  readonly id: string;
  readonly rows: readonly HallRow[];
  readonly feeds: readonly HallFeed[];
  readonly limits: HallLimits;
  /** Floor area that carries one rack, m2, and its width along the row, m. */
  readonly rackAreaM2: number;
  readonly pitchM: number;
}

/**
 * Measures of a rectangular hall, m. Rows stand back to back over hot aisles, fronts to
 * cold aisles.
 */
export interface HallPlan {
  readonly id: string;
  readonly lengthM: number;
  readonly widthM: number;
  readonly pitchM: number;
  readonly depthM: number;
  readonly coldAisleM: number;
  readonly hotAisleM: number;
  /** Kept free along all four walls. */
  readonly marginM: number;
  /** Rating of each busway with its partner lost, kW. */
  readonly feedKw: number;
  readonly limits: HallLimits;
}

/** Common planning measures of liquid-cooled halls; assumed, no public standard fixes them. */
export const usualPlan = {
  pitchM: 0.6, depthM: 1.2, coldAisleM: 1.8, hotAisleM: 1.2, marginM: 1.2,
} as const;

export interface HallTooSmall {
  readonly code: 'hall-too-small';
  /** Which side is short and by how much. */
  readonly side: 'length' | 'width';
  readonly haveM: number;
  readonly needM: number;
}

/**
 * Rows and positions of a rectangular hall: positions = floor((length - 2 margin) /
 * pitch); rows alternate cold aisle, row, hot aisle, row, cold aisle over the width. Each
 * row has busways A and B of its own.
 * @throws RangeError when a measure is not above 0
 * @returns `hall-too-small` with the side and metres wanted when not a single rack with
 *   its aisle fits
 * @example layOutHall({ id: 'h1', lengthM: 30, widthM: 20, ...usualPlan, feedKw: 800, limits }).ok // true
 */
export function layOutHall(plan: HallPlan): Result<Hall, HallTooSmall> {
  const { id, lengthM, widthM, pitchM, depthM, coldAisleM, hotAisleM, marginM } = plan;
  for (const [
    name, m,
  ] of Object.entries({ lengthM, widthM, pitchM, depthM, coldAisleM, hotAisleM })) {
    if (!(m > 0 && Number.isFinite(m))) throw new RangeError(`${name} is ${m}`);
  }
  const positions = Math.floor((lengthM - 2 * marginM) / pitchM + 1e-9);
  if (positions < 1) {
    return refuse({
      code: 'hall-too-small', side: 'length', haveM: lengthM, needM: pitchM + 2 * marginM,
    });
  }
  const fronts: number[] = [];
  // The margin along the wall serves as the first and the last cold aisle where it is
  // wide enough.
  const edgeM = Math.max(marginM, coldAisleM);
  for (let y = edgeM, row = 0; y + depthM + edgeM <= widthM + 1e-9; row++) {
    fronts.push(y);
    y += depthM + (row % 2 === 0 ? hotAisleM : coldAisleM);
  }
  if (fronts.length === 0) {
    return refuse({
      code: 'hall-too-small', side: 'width', haveM: widthM, needM: depthM + 2 * edgeM,
    });
  }
  const rows = fronts.map((yM, i): HallRow => {
    const name = `R${String(i + 1).padStart(2, '0')}`;
    return { id: name, positions, feeds: [`${name}-A`, `${name}-B`], yM };
  });
  return ok({
    id, rows, limits: plan.limits, pitchM, rackAreaM2: pitchM * depthM,
    feeds: rows.flatMap((row) => row.feeds.map((feed) => ({ id: feed, limitKw: plan.feedKw }))),
  });
}

/** Why a hall cannot be used as described. */
export type HallProblem =
  | { readonly code: 'unknown-feed'; readonly hall: string; readonly row: string;
    readonly feed: string }
  | { readonly code: 'repeated-id'; readonly hall: string; readonly id: string }
  | { readonly code: 'same-feed-twice'; readonly hall: string; readonly row: string;
    readonly feed: string };

/**
 * Rows that name feeds which do not exist, the same feed on both sides, and ids used twice.
 * @returns an empty list for a sound hall
 */
export function checkHalls(halls: readonly Hall[]): readonly HallProblem[] {
  const problems: HallProblem[] = [];
  const seenHalls = new Set<string>();
  for (const hall of halls) {
    const repeat = (ids: readonly string[]): void => {
      const twice = ids.find((id, i) => ids.indexOf(id) !== i);
      if (twice !== undefined) problems.push({ code: 'repeated-id', hall: hall.id, id: twice });
    };
    if (seenHalls.has(hall.id))
      problems.push({ code: 'repeated-id', hall: hall.id, id: hall.id });
    seenHalls.add(hall.id);
    repeat(hall.rows.map((r) => r.id));
    repeat(hall.feeds.map((f) => f.id));
    const known = new Set(hall.feeds.map((f) => f.id));
    for (const row of hall.rows) {
      for (const feed of row.feeds) {
        if (!known.has(feed))
          problems.push({ code: 'unknown-feed', hall: hall.id, row: row.id, feed });
      }
      const [a, b] = row.feeds;
      if (a === b)
        problems.push({ code: 'same-feed-twice', hall: hall.id, row: row.id, feed: a });
    }
  }
  return problems;
}
