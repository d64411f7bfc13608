import { builtInCatalog } from '../catalog/catalog.ts';
import { catalogAt } from '../catalog/history.ts';
import type { Catalog } from '../catalog/types.ts';
import { fiveToSeventyFive } from './data/01-five-to-seventy-five.ts';
import { threeToThirty } from './data/02-three-to-thirty.ts';
import { twoCents } from './data/03-two-cents.ts';
import { fiveTimesInTwoMonths } from './data/04-five-times-in-two-months.ts';
import { fifteenTimesCheaper } from './data/05-fifteen-times-cheaper.ts';
import { thirtyFiveTimesCheaper } from './data/06-thirty-five-times-cheaper.ts';
import { fiftyTimesPerMegawatt } from './data/07-fifty-times-per-megawatt.ts';
import { tenTimesPerMegawatt } from './data/08-ten-times-per-megawatt.ts';
import { maxLps } from './data/09-max-lps.ts';
import { deepseekMargin } from './data/10-deepseek-margin.ts';
import { tierModel } from './data/11-tier-model.ts';
import { rubin } from './data/12-rubin.ts';
import { dwdp } from './data/13-dwdp.ts';
import { rubinMeasured } from './data/14-rubin-measured.ts';
import type { ClaimCard } from './types.ts';

/** The catalogue of the months in which most of the claims were made. */
const claimsVersion = '2026.11.1';

/** Rates, power and prices as publishers used them, whatever the catalogue has learnt since. */
function asClaimed(catalog: Catalog): Catalog {
  const then = catalogAt(catalog, claimsVersion);
  return then.ok ? then.value : catalog;
}

/**
 * Every claim as a card, in the order of their numbers.
 * @param catalog what is known today, for today's rates beside the claim's
 * @param then rates, power and prices the claims were made with
 * @example listCards().map((card) => card.verdict)
 */
export const listCards = (
  catalog: Catalog = builtInCatalog, then: Catalog = asClaimed(catalog),
): readonly ClaimCard[] => [
  fiveToSeventyFive(then), threeToThirty(), twoCents(then, catalog),
  fiveTimesInTwoMonths(then, catalog), fifteenTimesCheaper(then, catalog),
  thirtyFiveTimesCheaper(then, catalog), fiftyTimesPerMegawatt(then, catalog),
  tenTimesPerMegawatt(then, catalog), maxLps(then), deepseekMargin(then),
  tierModel(), rubin(), dwdp(then), rubinMeasured(),
];

/** The card of that id, or undefined. */
export const findCard = (id: string, catalog: Catalog = builtInCatalog): ClaimCard
  | undefined => listCards(catalog).find((card) => card.id === id);
