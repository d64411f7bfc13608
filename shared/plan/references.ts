import { acceleratorOf, findModel, findSite, findSwitch, findSystem } from '../catalog/lookup.ts';
import type { Accelerator, Catalog, ModelSpec, Site, SwitchModel, System } from '../catalog/types.ts';
import type { Resolved, ScenarioInputs } from '../project/resolve.ts';
import { nearestWord } from '../project/path.ts';
import { ok, refuse, type Result } from '../units/result.ts';
import type { PlanProblem } from './problem.ts';

/** A rack group with everything its references point to. */
export interface GroupReferences {
  readonly record: Resolved<'rackGroup'>;
  readonly traffic: Resolved<'traffic'>;
  readonly system: System;
  readonly accelerator: Accelerator;
  readonly model: ModelSpec;
}

export interface References {
  readonly site: Site;
  readonly switchModel: SwitchModel;
  readonly groups: readonly GroupReferences[];
}

type Found<T> = Result<T, { readonly collection: string; readonly id: string; readonly nearest: string | null }>;

function located<T>(found: Found<T>, where: string): Result<T, PlanProblem> {
  return found.ok ? found
    : refuse({ code: 'unknown-reference', where, of: found.error.collection, id: found.error.id, nearest: found.error.nearest });
}

function resolveGroup(inputs: ScenarioInputs, catalog: Catalog, record: Resolved<'rackGroup'>): Result<GroupReferences, PlanProblem> {
  const where = `rackGroup.${record.key}`;
  const traffic = inputs.traffic.find((t) => t.key === record.values.traffic);
  if (traffic === undefined) {
    const known = inputs.traffic.map((t) => t.key);
    return refuse({ code: 'unknown-reference', where: `${where}.traffic`, of: 'traffic', id: record.values.traffic, nearest: nearestWord(record.values.traffic, known) ?? known[0] ?? null });
  }
  const system = located(findSystem(catalog, record.values.system), `${where}.system`);
  if (!system.ok) return system;
  const accelerator = located(acceleratorOf(catalog, system.value), `${where}.system`);
  if (!accelerator.ok) return accelerator;
  const model = located(findModel(catalog, traffic.values.model), `traffic.${traffic.key}.model`);
  if (!model.ok) return model;
  return ok({ record, traffic, system: system.value, accelerator: accelerator.value, model: model.value });
}

/** Traffic classes that spikes, load curves and prices belong to. */
function checkTrafficOf(inputs: ScenarioInputs): PlanProblem | null {
  const known = inputs.traffic.map((t) => t.key);
  const lost = [...inputs.spike, ...inputs.loadSeries, ...inputs.priceEvent, ...inputs.priceTier]
    .find(({ values }) => !known.includes(values.traffic));
  if (lost === undefined) return null;
  const { kind, key, values: { traffic } } = lost;
  return { code: 'unknown-reference', where: `${kind}.${key}.traffic`, of: 'traffic', id: traffic, nearest: nearestWord(traffic, known) ?? known[0] ?? null };
}

/** Devices put into racks must exist, and so must the group that holds them. */
function checkDevices({ rackDevice, deviceType, rackGroup }: ScenarioInputs): PlanProblem | null {
  const lost = (key: string, field: string, id: string, of: string, known: readonly string[]): PlanProblem | null => (known.includes(id) ? null
    : { code: 'unknown-reference', where: `rackDevice.${key}.${field}`, of, id, nearest: nearestWord(id, known) ?? known[0] ?? null });
  for (const { key, values } of rackDevice) {
    const problem = lost(key, 'device', values.device, 'deviceType', deviceType.map((each) => each.key))
      ?? (values.where === 'group' ? lost(key, 'group', values.group, 'rackGroup', rackGroup.map((each) => each.key)) : null);
    if (problem !== null) return problem;
  }
  return null;
}

/** Looks up every catalogue entry and record the scenario names; the first that does not exist is the problem. */
export function resolveReferences(inputs: ScenarioInputs, catalog: Catalog): Result<References, PlanProblem> {
  if (inputs.rackGroup.length === 0) return refuse({ code: 'no-rack-groups' });
  const site = located(findSite(catalog, inputs.site.values.site), 'site.site');
  if (!site.ok) return site;
  const switchModel = located(findSwitch(catalog, inputs.network.values.switchModel), 'network.switchModel');
  if (!switchModel.ok) return switchModel;
  const lost = checkTrafficOf(inputs) ?? checkDevices(inputs);
  if (lost !== null) return refuse(lost);
  const groups: GroupReferences[] = [];
  for (const record of inputs.rackGroup) {
    const group = resolveGroup(inputs, catalog, record);
    if (!group.ok) return group;
    groups.push(group.value);
  }
  return ok({ site: site.value, switchModel: switchModel.value, groups });
}
