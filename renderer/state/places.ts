import type { KindName } from '../../shared/project/kinds.ts';
import type { FieldAddress } from './document.ts';
import type { ScreenId } from './screen-ids.ts';

export interface Place {
  readonly screen: ScreenId;
  /** Part of the screen, where it has several. */
  readonly part?: string;
}

/** On which screen the inputs of a kind are edited. */
const places: Readonly<Record<KindName, Place>> = {
  project: { screen: 'start' },
  scenario: { screen: 'scenarios' },
  report: { screen: 'report' },
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
  placement: { screen: 'facility', part: 'halls' },
  deviceType: { screen: 'facility', part: 'devices' },
  rackDevice: { screen: 'facility', part: 'devices' },
  rackType: { screen: 'facility', part: 'devices' },
  resilience: { screen: 'facility', part: 'resilience' },
  hall: { screen: 'facility', part: 'halls' },
  network: { screen: 'network', part: 'fabric' },
  capex: { screen: 'economics', part: 'capex' },
  opex: { screen: 'economics', part: 'opex' },
  finance: { screen: 'economics', part: 'finance' },
  release: { screen: 'lifecycle', part: 'releases' },
};

/** How sure the classes of evidence are is said where it counts. */
const uncertainty: Place = { screen: 'assumptions', part: 'uncertainty' };

export const placeOf = (
  { kind, field }: Pick<FieldAddress, 'kind'> & Partial<FieldAddress>,
): Place =>
  kind === 'project' && field?.startsWith('uncertainty') === true ? uncertainty : places[kind];

/** Whether a screen has inputs of its own. */
export const hasInputs = (screen: ScreenId): boolean =>
  screen !== 'start' && Object.values(places).some((place) => place.screen === screen);
