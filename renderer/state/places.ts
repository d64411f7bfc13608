import { fieldOf, kindOf, type KindName } from '../../shared/project/kinds.ts';
import type { FieldAddress } from './document.ts';
import type { ScreenId } from './screen-ids.ts';

export interface Place {
  readonly screen: ScreenId;
  /** Part of the screen, where it has several. */
  readonly part?: string;
}

/** What a site's energy and water cost stands with the other running costs. */
export const siteCostGroups = ['Energy', 'Water'];
/** The terms of each ownership stand with the comparison of all of them. */
export const ownershipGroups = ['Ownership'];
/** When racks serve stands with the other months of the plan. */
export const lifeGroups = ['Life'];
/** What racks are rented out for stands with the contracts. */
export const businessGroups = ['Business'];

/** On which screen the inputs of a kind are edited. */
const places: Readonly<Record<KindName, Place>> = {
  project: { screen: 'start' },
  scenario: { screen: 'scenarios' },
  report: { screen: 'report' },
  keptRun: { screen: 'risk' },
  site: { screen: 'facility', part: 'site' },
  traffic: { screen: 'workload', part: 'traffic' },
  demand: { screen: 'workload', part: 'demand' },
  spike: { screen: 'workload', part: 'spikes' },
  loadSeries: { screen: 'workload', part: 'curves' },
  priceTier: { screen: 'workload', part: 'tiers' },
  priceEvent: { screen: 'lifecycle', part: 'prices' },
  rackGroup: { screen: 'hardware' },
  customModel: { screen: 'hardware' },
  benchmark: { screen: 'hardware' },
  catalogEntry: { screen: 'catalogue' },
  power: { screen: 'facility', part: 'power' },
  cooling: { screen: 'facility', part: 'cooling' },
  climate: { screen: 'facility', part: 'site' },
  tariff: { screen: 'facility', part: 'site' },
  feed: { screen: 'facility', part: 'supply' },
  curtailment: { screen: 'facility', part: 'supply' },
  battery: { screen: 'facility', part: 'supply' },
  generator: { screen: 'facility', part: 'supply' },
  placement: { screen: 'facility', part: 'halls' },
  deviceType: { screen: 'facility', part: 'devices' },
  rackDevice: { screen: 'facility', part: 'devices' },
  rackType: { screen: 'facility', part: 'devices' },
  resilience: { screen: 'facility', part: 'resilience' },
  plant: { screen: 'facility', part: 'plant' },
  hall: { screen: 'facility', part: 'halls' },
  network: { screen: 'network', part: 'fabric' },
  rentalContract: { screen: 'economics', part: 'contracts' },
  capex: { screen: 'economics', part: 'capex' },
  opex: { screen: 'economics', part: 'opex' },
  finance: { screen: 'economics', part: 'finance' },
  release: { screen: 'lifecycle', part: 'releases' },
};

/** Groups of inputs that stand apart from the others of their kind. */
const apart: readonly (readonly [kind: KindName, groups: readonly string[], place: Place])[] = [
  ['project', ['Uncertainty'], { screen: 'assumptions', part: 'uncertainty' }],
  ['site', siteCostGroups, { screen: 'economics', part: 'opex' }],
  ['finance', ownershipGroups, { screen: 'economics', part: 'ownership' }],
  ['rackGroup', businessGroups, { screen: 'economics', part: 'business' }],
  ['rackGroup', lifeGroups, { screen: 'lifecycle', part: 'phases' }],
];

/** The one screen on which an input is edited. */
export function placeOf(
  { kind, field }: Pick<FieldAddress, 'kind'> & Partial<FieldAddress>,
): Place {
  const group = field === undefined ? undefined : fieldOf(kind, field)?.group;
  const found = apart.find(([of, groups]) =>
    of === kind && group !== undefined && groups.includes(group));
  return found?.[2] ?? places[kind];
}

/** Groups of a kind that stand with the others: all but those that stand apart. */
export function groupsAtHome(kind: KindName): readonly string[] {
  const away = apart.flatMap(([of, groups]) => (of === kind ? groups : []));
  const all = new Set<string>(kindOf(kind).fields.map(({ group }) => group));
  return [...all].filter((group) => !away.includes(group));
}

/** Whether a screen has inputs of its own. */
export const hasInputs = (screen: ScreenId): boolean =>
  screen !== 'start' && Object.values(places).some((place) => place.screen === screen);

/** Screens with a picture and its inputs beside it, with their parts that have none. */
const besidePicture: Readonly<Partial<Record<ScreenId, readonly string[]>>> = {
  workload: [], hardware: [], facility: ['devices'], network: ['bill'], economics: [],
  lifecycle: [],
};

/** Whether all inputs of a part of a screen can be listed beside its picture. */
export const listsInputs = (screen: ScreenId, part: string | undefined): boolean =>
  besidePicture[screen]?.includes(part ?? '') === false;
