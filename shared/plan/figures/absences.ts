import type { Absent } from '../../units/figure.ts';
import type { Limit } from '../../units/limit.ts';
import { isRented, servesNone } from '../entries/rented.ts';
import { notPriced } from '../money/costs.ts';
import type { StageResults } from '../stages.ts';

export const noRacks: Absent = { code: 'no-racks', detail: 'no rack is in service' };
export const noRackFits: Absent = { code: 'no-racks', detail: 'no rack fits the power' };
const noPoint: Absent = { code: 'no-feasible-point',
  detail: 'no serving point meets memory and service level' };

/** That the software of a group, or of any, does not run; null where all of it does. */
export function whyNotRun({ servings }: StageResults, group?: string): Absent | null {
  const refused = servings.filter(({ record }) => group === undefined || record.key === group)
    .flatMap(({ chosen }) => (chosen.ok ? [] : [chosen.error]))
    .find(({ code }) => code === 'not-supported');
  return refused === undefined ? null : { code: 'no-feasible-point', detail: refused.what };
}

/** Whether a group, or every one, is rented out. */
const servesNothing = ({ groups }: StageResults, group?: string): boolean =>
  groups.filter(({ record }) => group === undefined || record.key === group).every(isRented);

/** Why a group serves nothing, or, of all, why none does: software that does not run first. */
export const whyNoPoint = (stages: StageResults, group?: string): Absent =>
  whyNotRun(stages, group) ?? (servesNothing(stages, group) ? servesNone : noPoint);

/**
 * Why the building has no figures: the site's climate is not known, or nothing stands in
 * it.
 */
export const noClimate = ({ facility, site }: StageResults, otherwise: Absent): Absent =>
  (facility.puePeak === null ? { code: 'no-climate', detail: site.name } : otherwise);

/** That nobody publishes something of the switch. */
export function notPublished({ inputs, catalog }: StageResults, what: string): Absent {
  const id = inputs.network.values.switchModel;
  const name = catalog.switches[id]?.name ?? id;
  return { code: 'no-source-value', detail: `${what} of the switch ${name}` };
}

/** Why the power of the whole is not known: for the network’s, or something else. */
export const noFacilityPower = (stages: StageResults, otherwise: Absent): Absent =>
  (stages.facility.networkKw === null ? notPublished(stages, 'power')
    : noClimate(stages, otherwise));

/** Where the first obstacle lies, and how many more there are. */
function nameObstacles([first, ...more]: readonly Limit[]): string {
  const others = more.length === 0 ? '' : `; ${more.length} more`;
  return `${first?.where ?? ''}: ${first?.nearestFix.replace(/[.]$/u, '') ?? ''}${others}`;
}

/**
 * Why no cost is known: a price is missing, the plan cannot be built as asked, the site
 * has no climate, or nothing is in service.
 */
export function whyNoCost(
  { priced: { unpricedCosts }, obstacles, facility }: StageResults,
): Absent {
  return obstacles.length > 0 ? { code: 'not-buildable', detail: nameObstacles(obstacles) }
    : unpricedCosts.length > 0 ? notPriced(unpricedCosts)
      : facility.puePeak === null ? { code: 'no-climate', detail: 'no climate, hence no energy' }
        : { code: 'no-racks', detail: 'nothing is in service' };
}
