import type { FieldKey } from '../project/field-path.ts';
import type { KindName } from '../project/kinds.ts';

/** The groups of inputs a comparison steps through, in the order in which data moves. */
export const inputGroups = ['hardware', 'software', 'fabric', 'utilisation', 'energy', 'prices',
  'finance'] as const;
export type InputGroup = (typeof inputGroups)[number];

export const groupLabels: Readonly<Record<InputGroup, string>> = {
  hardware: 'Hardware', software: 'Software', fabric: 'Fabric',
  utilisation: 'Demand and utilisation', energy: 'Energy and cooling',
  prices: 'Prices and cost rates', finance: 'Finance',
};

/** Where a kind's fields belong unless listed below. */
const kindGroups: Readonly<Record<KindName, InputGroup>> = {
  project: 'finance', report: 'finance', keptRun: 'finance', scenario: 'finance', finance: 'finance',
  rackGroup: 'hardware', hall: 'hardware', placement: 'hardware', deviceType: 'hardware',
  rackDevice: 'hardware', rackType: 'hardware', catalogEntry: 'hardware',
  release: 'software', benchmark: 'software',
  network: 'fabric',
  traffic: 'utilisation', demand: 'utilisation', spike: 'utilisation',
  loadSeries: 'utilisation',
  resilience: 'utilisation', customModel: 'utilisation',
  site: 'energy', climate: 'energy', tariff: 'energy', feed: 'energy', curtailment: 'energy',
  battery: 'energy', generator: 'energy', power: 'energy', cooling: 'energy',
  plant: 'prices', capex: 'prices', opex: 'prices', priceEvent: 'prices', priceTier: 'prices',
  rentalContract: 'hardware',
};

const listed = <K extends KindName>(group: InputGroup, kind: K,
  fields: readonly FieldKey<K>[]): readonly (readonly [string, InputGroup])[] =>
  fields.map((field) => [`${kind}.${field}`, group]);

/** Fields that belong elsewhere than their kind. */
const exceptions: ReadonlyMap<string, InputGroup> = new Map([
  ...listed('software', 'rackGroup',
    ['precision', 'framework', 'mode', 'speculativeDraft', 'tensorParallel',
      'attentionDp', 'expertParallel',
      'concurrency', 'overlap', 'expertBalancing', 'dwdp', 'maxInstance', 'prefillAccelerators',
      'decodeAccelerators']),
  ...listed('prices', 'rackGroup',
    ['onDemandUsdPerHour', 'onDemandDecline', 'spotUsdPerHour', 'spotDecline']),
  ...listed('prices', 'rentalContract',
    ['usdPerHour', 'renewalDecline', 'prepayShare']),
  ...listed('utilisation', 'rackGroup', ['onDemandShare', 'spotShare']),
  ...listed('hardware', 'site', ['utilityMw']),
  ...listed('hardware', 'power', ['basis', 'powerCap', 'oversubscription']),
  ...listed('prices', 'traffic', [
    'inputUsdPerMtok', 'cachedUsdPerMtok', 'outputUsdPerMtok', 'priceDecline', 'priceClock',
    'capabilityDecline', 'priceFloor',
    'freeShare', 'batchShare', 'batchDiscount', 'offPeakShare', 'offPeakDiscount',
  ]),
]);

/**
 * The group a field belongs to.
 * @example groupOf('rackGroup', 'precision') // 'software'
 */
export const groupOf = (kind: KindName, field: string): InputGroup =>
  exceptions.get(`${kind}.${field}`) ?? kindGroups[kind];

/**
 * The group with which a record comes and goes. Traffic classes go with the racks that
 * serve them, so that no step leaves racks without their traffic.
 */
export const groupOfRecord = (kind: KindName): InputGroup =>
  (kind === 'traffic' ? 'hardware' : kindGroups[kind]);
