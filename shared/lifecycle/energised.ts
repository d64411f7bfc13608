import { newMonths } from '../units/months.ts';
import { isInService } from './phase.ts';
import type { FacilityResponse, GroupParams, Series } from './types.ts';

/** A part of the grid connection: kW when it is whole, and the months in which it gets there. */
export interface FeedParams {
  readonly kw: number;
  /** First month in which it delivers, 1..480. */
  readonly month: number;
  /** Months in which it rises in equal steps, 0..60. */
  readonly rampMonths: number;
}

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

const halvings = 60;

/**
 * Largest part of the racks' full load a connection carries in the month of the year that
 * asks for most.
 * @param racksKw full IT power of the racks, >= 0
 * @param kw what the connection carries
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

/**
 * Share of the racks in service that has power, month by month: racks follow the feeds.
 * @returns null where no feed is stated, and all have power
 */
export function poweredMonths(
  feeds: readonly FeedParams[] | undefined,
  groups: readonly Pick<GroupParams, 'phases' | 'fullKw'>[], facility: () => FacilityResponse,
  { firstMonth, length }: { readonly firstMonth: number; readonly length: number },
): Series | null {
  if (feeds === undefined || feeds.length === 0) return null;
  const shares = newMonths(length);
  let before = { racksKw: Number.NaN, kw: Number.NaN, share: 1 };
  for (let at = 0; at < length; at++) {
    const month = firstMonth + at;
    const racksKw = groups.reduce((sum, { phases, fullKw }) =>
      sum + (isInService(phases, month) ? fullKw : 0), 0);
    const kw = energisedKw(feeds, month);
    if (racksKw !== before.racksKw || kw !== before.kw)
      before = { racksKw, kw, share: poweredShare(facility(), racksKw, kw) };
    shares[at] = before.share;
  }
  return shares;
}
