import { conditions } from './conditions.ts';
import type { Field } from './field.ts';
import type { FieldPath } from './field-path.ts';
import { projectFields } from './fields/project.ts';
import { siteFields } from './fields/site.ts';
import { trafficFields } from './fields/traffic.ts';
import { rackGroupFields } from './fields/rack-group.ts';
import { demandFields } from './fields/demand.ts';
import { powerFields } from './fields/power.ts';
import { coolingFields } from './fields/cooling.ts';
import { networkFields } from './fields/network.ts';
import { climateFields } from './fields/climate.ts';
import { tariffFields } from './fields/tariff.ts';
import { feedFields } from './fields/feed.ts';
import { curtailmentFields } from './fields/curtailment.ts';
import { batteryFields } from './fields/battery.ts';
import { generatorFields } from './fields/generator.ts';
import { hallFields } from './fields/hall.ts';
import { placementFields } from './fields/placement.ts';
import { deviceTypeFields } from './fields/device-type.ts';
import { rackDeviceFields } from './fields/rack-device.ts';
import { rackTypeFields } from './fields/rack-type.ts';
import { plantFields } from './fields/plant.ts';
import { resilienceFields } from './fields/resilience.ts';
import { capexFields } from './fields/capex.ts';
import { opexFields } from './fields/opex.ts';
import { financeFields } from './fields/finance.ts';
import { releaseFields } from './fields/release.ts';
import { spikeFields } from './fields/spike.ts';
import { loadSeriesFields } from './fields/load-series.ts';
import { benchmarkFields } from './fields/benchmark.ts';
import { catalogEntryFields } from './fields/catalog-entry.ts';
import { customModelFields } from './fields/custom-model.ts';
import { priceEventFields } from './fields/price-event.ts';
import { priceTierFields } from './fields/price-tier.ts';
import { keptRunFields } from './fields/kept-run.ts';
import { rentalContractFields } from './fields/rental-contract.ts';
import { reportFields } from './fields/report.ts';
import { scenarioFields } from './fields/scenario.ts';

/**
 * Every kind of record a project holds.
 * `one`: a single record per owner, key equal to the kind. `many`: any number, each with
 * its own key. `document` kinds belong to the file, `scenario` kinds are inherited and
 * overridden by scenarios.
 */
export interface Kind {
  readonly label: string;
  readonly fields: readonly Field[];
  readonly count: 'one' | 'many';
  readonly scope: 'document' | 'scenario';
}

export const kinds = {
  project: { label: 'Project', fields: projectFields, count: 'one', scope: 'document' },
  scenario: { label: 'Scenario', fields: scenarioFields, count: 'many', scope: 'document' },
  report: { label: 'Report', fields: reportFields, count: 'one', scope: 'document' },
  site: { label: 'Site', fields: siteFields, count: 'one', scope: 'scenario' },
  traffic: { label: 'Traffic class', fields: trafficFields, count: 'many', scope: 'scenario' },
  rackGroup: { label: 'Rack group', fields: rackGroupFields, count: 'many', scope: 'scenario' },
  demand: { label: 'Demand', fields: demandFields, count: 'one', scope: 'scenario' },
  power: { label: 'Power chain', fields: powerFields, count: 'one', scope: 'scenario' },
  cooling: { label: 'Cooling', fields: coolingFields, count: 'one', scope: 'scenario' },
  network: { label: 'Network', fields: networkFields, count: 'one', scope: 'scenario' },
  climate: { label: 'Imported climate', fields: climateFields, count: 'one',
    scope: 'scenario' },
  tariff: { label: 'Electricity tariff', fields: tariffFields, count: 'one',
    scope: 'scenario' },
  feed: { label: 'Grid feed', fields: feedFields, count: 'many', scope: 'scenario' },
  curtailment: { label: 'Flexible connection', fields: curtailmentFields, count: 'one',
    scope: 'scenario' },
  battery: { label: 'Battery', fields: batteryFields, count: 'one', scope: 'scenario' },
  generator: { label: 'Generator', fields: generatorFields, count: 'many', scope: 'scenario' },
  hall: { label: 'Halls', fields: hallFields, count: 'one', scope: 'scenario' },
  placement: { label: 'Rack moved by hand', fields: placementFields, count: 'many',
    scope: 'scenario' },
  deviceType: { label: 'Device type', fields: deviceTypeFields, count: 'many',
    scope: 'scenario' },
  rackDevice: { label: 'Devices in racks', fields: rackDeviceFields, count: 'many',
    scope: 'scenario' },
  rackType: { label: 'Rack type', fields: rackTypeFields, count: 'many', scope: 'scenario' },
  resilience: { label: 'Availability and spares', fields: resilienceFields, count: 'one',
    scope: 'scenario' },
  plant: { label: 'Plant', fields: plantFields, count: 'one', scope: 'scenario' },
  capex: { label: 'Investment', fields: capexFields, count: 'one', scope: 'scenario' },
  opex: { label: 'Operating cost', fields: opexFields, count: 'one', scope: 'scenario' },
  finance: { label: 'Finance', fields: financeFields, count: 'one', scope: 'scenario' },
  release: { label: 'Software release', fields: releaseFields, count: 'many',
    scope: 'scenario' },
  spike: { label: 'Demand spike', fields: spikeFields, count: 'many', scope: 'scenario' },
  loadSeries: { label: 'Load curve', fields: loadSeriesFields, count: 'many',
    scope: 'scenario' },
  priceEvent: { label: 'Price event', fields: priceEventFields, count: 'many',
    scope: 'scenario' },
  priceTier: { label: 'Price tier', fields: priceTierFields, count: 'many', scope: 'scenario' },
  rentalContract: { label: 'Rental contract', fields: rentalContractFields, count: 'many',
    scope: 'scenario' },
  customModel: { label: 'Own model', fields: customModelFields, count: 'many',
    scope: 'scenario' },
  benchmark: { label: 'Own benchmark', fields: benchmarkFields, count: 'many',
    scope: 'scenario' },
  keptRun: { label: 'Kept risk run', fields: keptRunFields, count: 'one', scope: 'scenario' },
  catalogEntry: { label: 'Own catalogue entry', fields: catalogEntryFields, count: 'many',
    scope: 'scenario' },
} as const satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof kinds;
export const kindNames: readonly KindName[] = Object.keys(kinds).filter(isKind);

/** @example isKind('site') // true */
export function isKind(name: string): name is KindName {
  return Object.hasOwn(kinds, name);
}

/** The field with the condition under which it has an effect. */
function withCondition(kind: KindName, field: Field): Field {
  // a kind and the key of one of its fields
  const activeWhen = conditions[`${kind}.${field.key}` as FieldPath];
  return activeWhen === undefined ? field : { ...field, activeWhen };
}

const tables: ReadonlyMap<KindName, Kind> = new Map(kindNames.map((name) => {
  const kind: Kind = kinds[name];
  return [
    name, { ...kind, fields: kind.fields.map((field) => withCondition(name, field)) },
  ] as const;
}));

/** The table of a kind, seen without its literal types. */
export const kindOf = (name: KindName): Kind => tables.get(name) ?? kinds[name];

/** A field of a kind by key, or undefined. */
export const fieldOf = (kind: KindName, key: string): Field | undefined =>
  kindOf(kind).fields.find((field) => field.key === key);
