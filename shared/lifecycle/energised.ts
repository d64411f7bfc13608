import { newMonths } from '../units/months.ts';
import { isInService } from './phase.ts';
import type { CurtailmentParams, FeedParams, SupplyParams } from './supply-types.ts';
import type { FacilityResponse, GroupParams, Series } from './types.ts';

/**
 * Power of the connection in a month.
 * @returns kW; 0 before the first feed
 * @example energisedKw([{ kw: 40_000, month: 1, rampMonths: 0 }, { kw: 60_000, month: 7,
 *   rampMonths: 2 }], 8) // 80000
 */
export function energisedKw(feeds: readonly FeedParams[], month: number): number {
  let total = 0;
  for (const { kw, month: first, rampMonths } of feeds)
    if (month >= first) total += kw * Math.min(1, (month - first + 1) / (rampMonths + 1));
  return total;
}

/** Power of the grid connection in a month, kW; 0 before month 1. */
export const gridKw = ({ feeds, connectionKw }: SupplyParams, month: number): number =>
  (feeds.length > 0 ? energisedKw(feeds, month) : month < 1 ? 0 : connectionKw);

/** Curtailment in a month; null where the connection is firm. */
export const curtailedIn = (
  { curtailment }: SupplyParams, month: number,
): CurtailmentParams | null =>
  (curtailment === null || curtailment.time * curtailment.share === 0
    || (curtailment.firmMonth !== null && month >= curtailment.firmMonth) ? null : curtailment);

/** What the battery sustains through one event in a month, kW. */
export const sustainedKw = (
  { battery }: SupplyParams, month: number, eventHours: number,
): number =>
  (battery === null || month < battery.month ? 0 : Math.min(battery.kw, battery.kwh / eventHours));

/** What the site's own generators deliver in a month, kW. */
export const generatedKw = ({ generators }: SupplyParams, month: number): number =>
  generators.reduce((sum, { kw, month: first }) => sum + (month >= first ? kw : 0), 0);

const halvings = 60;

/**
 * Largest part of the racks' full load a supply carries in the month of the year that asks
 * for most.
 * @param racksKw full IT power of the racks, >= 0
 * @param kw what the supply carries
 * @returns 0..1
 * @example poweredShare(facilityFromPue(1.25, 0, 0), 100, 62.5) // 0.5
 */
export function poweredShare(
  { facilityKwPeakAt, fixedItKw }: Pick<FacilityResponse, 'facilityKwPeakAt' | 'fixedItKw'>,
  racksKw: number, kw: number,
): number {
  const most = (share: number): number => {
    let peak = 0;
    for (let season = 1; season <= 12; season++)
      peak = Math.max(peak, facilityKwPeakAt(fixedItKw + share * racksKw, season));
    return peak;
  };
  // what the plan itself fits under the connection is not held back by its last bit
  if (most(1) <= kw * (1 + 1e-9)) return 1;
  let [low, high] = [0, 1];
  for (let at = 0; at < halvings; at++) {
    const middle = (low + high) / 2;
    if (most(middle) <= kw) low = middle;
    else high = middle;
  }
  return low;
}

/** Shares of the racks in service that have power, month by month. */
export interface PoweredMonths {
  readonly share: Series;
  /** In hours of curtailment; at most `share`. */
  readonly curtailedShare: Series;
  /** Share of the hours that are curtailed. */
  readonly curtailedTime: Series;
}

/**
 * Share of the racks in service that has power, month by month: racks follow what the
 * feeds, the site's generators and, in hours of curtailment, its battery bring.
 * @returns null where the whole connection is there from the start, and firm
 */
export function poweredMonths(
  supply: SupplyParams | null | undefined,
  groups: readonly Pick<GroupParams, 'phases' | 'fullKw'>[], facility: () => FacilityResponse,
  { firstMonth, length }: { readonly firstMonth: number; readonly length: number },
): PoweredMonths | null {
  if (supply === null || supply === undefined) return null;
  const [share, curtailedShare, curtailedTime] =
    [newMonths(length), newMonths(length), newMonths(length)];
  const known = new Map<string, number>();
  const shareOf = (racksKw: number, kw: number): number => {
    const key = `${racksKw} ${kw}`;
    const found = known.get(key) ?? poweredShare(facility(), racksKw, kw);
    known.set(key, found);
    return found;
  };
  for (let at = 0; at < length; at++) {
    const month = firstMonth + at;
    const racksKw = groups.reduce((sum, { phases, fullKw }) =>
      sum + (isInService(phases, month) ? fullKw : 0), 0);
    const [grid, own] = [gridKw(supply, month), generatedKw(supply, month)];
    const curtailed = curtailedIn(supply, month);
    const whole = shareOf(racksKw, grid + own);
    share[at] = whole;
    curtailedShare[at] = curtailed === null ? whole : Math.min(whole, shareOf(racksKw,
      grid * (1 - curtailed.share) + own + sustainedKw(supply, month, curtailed.eventHours)));
    if (curtailed !== null) curtailedTime[at] = curtailed.time;
  }
  return { share, curtailedShare, curtailedTime };
}
