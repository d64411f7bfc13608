import {
  acceleratorOf, findModel, findSite, findSwitch, findSystem,
} from '../../catalog/lookup.ts';
import type {
  Accelerator, Catalog, ModelSpec, Site, SwitchModel, System,
} from '../../catalog/types.ts';
import type { Resolved, ScenarioInputs } from '../../project/resolve.ts';
import { acceptedLengths } from '../../inference/acceptance.ts';
import { nearestWord } from '../../project/path.ts';
import { byFormerMedian, byRule } from '../../catalog/prices.ts';
import { cell, lazily } from '../../units/reading.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import type { PlanProblem } from './problem.ts';

/** A rack group with everything its references point to. */
export interface GroupReferences {
  readonly record: Resolved<'rackGroup'>;
  readonly traffic: Resolved<'traffic'>;
  readonly system: System;
  readonly accelerator: Accelerator;
  readonly model: ModelSpec;
  /** Tokens committed per step by number drafted, where a table of the catalogue holds the model. */
  readonly accepted: readonly number[] | null;
}

export interface References {
  readonly site: Site;
  readonly switchModel: SwitchModel;
  readonly groups: ReadonlyMap<string, GroupReferences>;
}

type Found<T> = Result<T,
  { readonly collection: string; readonly id: string; readonly nearest: string | null }>;

function located<T>(found: Found<T>, where: string): Result<T, PlanProblem> {
  return found.ok ? found
    : refuse({ code: 'unknown-reference', where, of: found.error.collection,
      id: found.error.id, nearest: found.error.nearest });
}

function trafficOf(
  { traffic }: ScenarioInputs, { key, values }: Resolved<'rackGroup'>,
): Result<Resolved<'traffic'>, PlanProblem> {
  const named = traffic.find((t) => t.key === values.traffic);
  if (named !== undefined) return ok(named);
  const known = traffic.map((t) => t.key);
  return refuse({
    code: 'unknown-reference', where: `rackGroup.${key}.traffic`, of: 'traffic',
    id: values.traffic,
    nearest: nearestWord(values.traffic, known) ?? known[0] ?? null,
  });
}

function checkGroup(
  inputs: ScenarioInputs, catalog: Catalog, record: Resolved<'rackGroup'>,
): PlanProblem | null {
  const where = `rackGroup.${record.key}`;
  const traffic = trafficOf(inputs, record);
  if (!traffic.ok) return traffic.error;
  const system = located(findSystem(catalog, record.values.system), `${where}.system`);
  if (!system.ok) return system.error;
  const accelerator = located(acceleratorOf(catalog, system.value), `${where}.system`);
  if (!accelerator.ok) return accelerator.error;
  const model = located(findModel(catalog, traffic.value.values.model),
    `traffic.${traffic.value.key}.model`);
  return model.ok ? null : model.error;
}

/** Traffic classes that spikes, load curves and prices belong to. */
function checkTrafficOf(inputs: ScenarioInputs): PlanProblem | null {
  const known = inputs.traffic.map((t) => t.key);
  const lost = [...inputs.spike, ...inputs.loadSeries, ...inputs.priceEvent,
    ...inputs.priceTier]
    .find(({ values }) => !known.includes(values.traffic));
  if (lost === undefined) return null;
  const { kind, key, values: { traffic } } = lost;
  return { code: 'unknown-reference', where: `${kind}.${key}.traffic`, of: 'traffic',
    id: traffic, nearest: nearestWord(traffic, known) ?? known[0] ?? null };
}

/** Listings that classes name must exist. */
function checkListings({ traffic }: ScenarioInputs, catalog: Catalog): PlanProblem | null {
  const ids = new Set([byRule, byFormerMedian, ...catalog.tokenPrices.map(({ id }) => id)]);
  const lost = traffic.find(({ values }) => !ids.has(values.listing));
  return lost === undefined ? null : {
    code: 'unknown-reference', where: `traffic.${lost.key}.listing`, of: 'tokenPrices',
    id: lost.values.listing, nearest: nearestWord(lost.values.listing, [...ids]) ?? byRule,
  };
}

/** Devices put into racks must exist, and so must the group that holds them. */
function checkDevices(
  { rackDevice, deviceType, rackGroup }: ScenarioInputs,
): PlanProblem | null {
  const lost = (
    key: string, field: string, id: string, of: string, known: readonly string[],
  ): PlanProblem | null => (known.includes(id) ? null
    : { code: 'unknown-reference', where: `rackDevice.${key}.${field}`, of, id,
      nearest: nearestWord(id, known) ?? known[0] ?? null });
  for (const { key, values } of rackDevice) {
    const problem = lost(key, 'device', values.device, 'deviceType',
      deviceType.map((each) => each.key))
      ?? (values.where === 'group'
        ? lost(key, 'group', values.group, 'rackGroup', rackGroup.map((each) => each.key))
        : null);
    if (problem !== null) return problem;
  }
  return null;
}

/** Rack groups that contracts reserve must exist. */
function checkContracts({ rentalContract, rackGroup }: ScenarioInputs): PlanProblem | null {
  const known = rackGroup.map(({ key }) => key);
  const lost = rentalContract.find(({ values }) => !known.includes(values.group));
  if (lost === undefined) return null;
  const { key, values: { group } } = lost;
  return { code: 'unknown-reference', where: `rentalContract.${key}.group`, of: 'rackGroup',
    id: group, nearest: nearestWord(group, known) ?? known[0] ?? null };
}

/**
 * The first catalogue entry or record the scenario names that does not exist; null where
 * all do.
 */
export function checkReferences(inputs: ScenarioInputs, catalog: Catalog): PlanProblem | null {
  if (inputs.rackGroup.length === 0) return { code: 'no-rack-groups' };
  const site = located(findSite(catalog, inputs.site.values.site), 'site.site');
  if (!site.ok) return site.error;
  const switchModel = located(findSwitch(catalog, inputs.network.values.switchModel),
    'network.switchModel');
  if (!switchModel.ok) return switchModel.error;
  const lost = checkTrafficOf(inputs) ?? checkListings(inputs, catalog)
    ?? checkDevices(inputs) ?? checkContracts(inputs);
  if (lost !== null) return lost;
  for (const record of inputs.rackGroup) {
    const problem = checkGroup(inputs, catalog, record);
    if (problem !== null) return problem;
  }
  return null;
}

/**
 * The catalogue entries and records that the scenario names, each looked up when it is
 * asked for.
 * @param inputs a scenario that `checkReferences` found nothing wrong with
 * @throws Error from a part that does not exist after all
 */
export function resolveReferences(inputs: ScenarioInputs, catalog: () => Catalog): References {
  return lazily<References>({
    site: () => found(findSite(catalog(), inputs.site.values.site)),
    switchModel: () => found(findSwitch(catalog(), inputs.network.values.switchModel)),
    groups: () => new Map(
      inputs.rackGroup.map((record) => [record.key, referencesOf(inputs, catalog, record)]),
    ),
  });
}

function referencesOf(
  inputs: ScenarioInputs, catalog: () => Catalog, record: Resolved<'rackGroup'>,
): GroupReferences {
  const system = cell(() => found(findSystem(catalog(), record.values.system)));
  const traffic = cell(() => found(trafficOf(inputs, record)));
  return lazily<GroupReferences>({
    record: () => record, traffic, system,
    accelerator: () => found(acceleratorOf(catalog(), system())),
    model: () => found(findModel(catalog(), traffic().values.model)),
    accepted: () => acceptedLengths(traffic().values.model, catalog().constants),
  });
}

function found<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
