import type { FieldAddress } from '../state/document.ts';
import type { KindName } from '../../shared/project/kinds.ts';
import type { ScreenId } from './ids.ts';

export interface Place {
  readonly screen: ScreenId;
  /** Part of the screen, where it has several. */
  readonly part?: string;
}

/** On which screen the inputs of a kind are edited. */
const places: Readonly<Record<KindName, Place>> = {
  project: { screen: 'start' },
  scenario: { screen: 'start' },
  site: { screen: 'facility', part: 'site' },
  traffic: { screen: 'workload', part: 'traffic' },
  demand: { screen: 'workload', part: 'demand' },
  rackGroup: { screen: 'hardware' },
  power: { screen: 'facility', part: 'power' },
  cooling: { screen: 'facility', part: 'cooling' },
  network: { screen: 'facility', part: 'network' },
  capex: { screen: 'economics', part: 'capex' },
  opex: { screen: 'economics', part: 'opex' },
  finance: { screen: 'economics', part: 'finance' },
  release: { screen: 'lifecycle', part: 'releases' },
  spike: { screen: 'lifecycle', part: 'load' },
  loadSeries: { screen: 'lifecycle', part: 'load' },
  priceEvent: { screen: 'economics', part: 'prices' },
  priceTier: { screen: 'economics', part: 'prices' },
};

export const placeOf = ({ kind }: Pick<FieldAddress, 'kind'>): Place => places[kind];
