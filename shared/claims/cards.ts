import { builtInCatalog } from '../catalog/catalog.ts';
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
import type { ClaimCard } from './types.ts';

/**
 * Every claim as a card, in the order of their numbers; rates, power and prices come from
 * the catalogue.
 * @example listCards().map((card) => card.verdict)
 */
export const listCards = (catalog: Catalog = builtInCatalog): readonly ClaimCard[] => [
  fiveToSeventyFive(catalog), threeToThirty(), twoCents(catalog), fiveTimesInTwoMonths(catalog),
  fifteenTimesCheaper(catalog),
  thirtyFiveTimesCheaper(catalog), fiftyTimesPerMegawatt(catalog), tenTimesPerMegawatt(catalog),
  maxLps(catalog), deepseekMargin(catalog),
  tierModel(), rubin(), dwdp(catalog),
];

/** The card of that id, or undefined. */
export const findCard = (id: string, catalog: Catalog = builtInCatalog): ClaimCard
  | undefined => listCards(catalog).find((card) => card.id === id);
