import { entryOf } from '../../units/entry.ts';

/** An input on its way to a reversal. */
export interface FlipLine {
  readonly value: number;
  /** Ends of what is stated of it: one range away on either side. */
  readonly low: number;
  readonly high: number;
  /** Ends it cannot leave at all. */
  readonly bounds: readonly [least: number, most: number];
  readonly mostRanges: number;
  /** What the better of two is ahead by as the input stands. */
  readonly now: number;
  /** What it is ahead by at a value of the input; below 0 it is behind. */
  readonly lead: (x: number) => number | null;
}

/** Where the order is reversed, and how far that is in ranges. */
export interface Crossing {
  readonly to: number;
  readonly ranges: number;
}

/** Ranges away from the value that are looked at on either side. */
const looks = [0.25, 0.5, 1, 2, 4, 8, 16];
/** A crossing is closed in on to this share of the way. */
const closeness = 1e-4;
const mostHalvings = 40;
/** A change this much smaller must not reverse the order as well. */
const less = 0.99;
const mostRounds = 20;

/** Whether the lead only shrinks or only grows over three values, so that none lies between. */
const isSteady = (a: number, b: number | null, c: number | null): boolean =>
  b !== null && c !== null && b >= Math.min(a, c) && b <= Math.max(a, c);

/**
 * The least way on one side at which the lead is lost, or null. Where it is kept at the end
 * of the stated range and at the far end, and steadily so, nothing between is looked at.
 */
function crossingOn(line: FlipLine, width: number, most: number): number | null {
  const known = new Map<number, number | null>();
  const atWay = (way: number): number | null => {
    const lead = known.get(way) ?? line.lead(line.value + way * width);
    known.set(way, lead);
    return lead;
  };
  const isLost = (way: number): boolean => {
    const lead = atWay(way);
    return lead !== null && lead < 0;
  };
  const near = Math.min(1, most);
  if (!isLost(near) && !isLost(most) && isSteady(line.now, atWay(near), atWay(most)))
    return null;
  const ways = [...looks.filter((way) => way < most), most];
  const first = ways.find(isLost);
  if (first === undefined) return null;
  let lost = closeIn(entryOf([0, ...ways], ways.indexOf(first)), first, isLost);
  // Where the lead comes and goes, the order may be reversed earlier already.
  for (let round = 0; round < mostRounds && isLost(less * lost); round++)
    lost = closeIn(0, less * lost, isLost);
  return lost;
}

/** A way at which the lead is lost, hardly further than one at which it is kept. */
function closeIn(from: number, to: number, isLost: (way: number) => boolean): number {
  let [kept, lost] = [from, to];
  for (let halving = 0; halving < mostHalvings && lost - kept > closeness * lost; halving++) {
    const middle = (kept + lost) / 2;
    if (isLost(middle)) lost = middle;
    else kept = middle;
  }
  return lost;
}

/**
 * The smallest move of one input, in units of its own range, after which the better of two
 * is behind. One range is the way from its value to the end stated of it on that side; a
 * side without a stated end is not looked at. Closed in on to 1e-4 of the way.
 * @returns the crossing; `moves` where the lead changes and is kept, `still` where it does not
 * @example nearestFlip({ value: 10, low: 5, high: 20, bounds: [0, 100], mostRanges: 4, now: 3, lead: () => 3 }) // 'still'
 */
export function nearestFlip(line: FlipLine): Crossing | 'moves' | 'still' {
  const { value, low, high, bounds: [least, most], mostRanges, lead, now } = line;
  const ends = [low, high].filter((end) => end !== value).map(lead);
  if (ends.every((end) => end === now)) return 'still';
  const found = [[low - value, least - value], [high - value, most - value]]
    .flatMap(([width = 0, room = 0]): readonly Crossing[] => {
      if (width === 0) return [];
      const ranges = crossingOn(line, width, Math.min(mostRanges, room / width));
      return ranges === null ? [] : [{ ranges, to: value + ranges * width }];
    });
  return found.toSorted((a, b) => a.ranges - b.ranges)[0] ?? 'moves';
}
