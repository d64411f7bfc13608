import { findSystem, acceleratorOf, findModel } from '../../catalog/lookup.ts';
import type {
  Accelerator, Catalog, MeasuredPoint, ModelSpec, Precision, System,
} from '../../catalog/types.ts';
import { bestFramework, bestServing, bestTerminal, type ServingNeed } from '../../compat/best.ts';
import { nearestNetwork, type NetworkChoice, type NetworkNeed } from '../../compat/best-network.ts';
import { coolingOn, supplyRange } from '../../compat/plant.ts';
import { supportOf } from '../../compat/support.ts';
import type { Resolved, ScenarioInputs } from '../../project/resolve.ts';
import type { LimitFix } from '../../units/limit.ts';
import { nicGbpsOf } from '../site/links.ts';

/** A rack group with what its system and model mean in the catalogue. */
interface Equipped {
  readonly record: Resolved<'rackGroup'>;
  readonly system: System;
  readonly accelerator: Accelerator;
  readonly model: ModelSpec;
}

/** What a choice is followed with. */
export interface FollowWith {
  readonly catalog: Catalog;
  readonly points: readonly MeasuredPoint[] | null;
}

function equip(
  inputs: ScenarioInputs, record: Resolved<'rackGroup'>, { catalog }: FollowWith,
): Equipped | null {
  const system = findSystem(catalog, record.values.system);
  const accelerator = system.ok ? acceleratorOf(catalog, system.value) : system;
  const traffic = inputs.traffic.find(({ key }) => key === record.values.traffic);
  const model = findModel(catalog, traffic?.values.model ?? '');
  return system.ok && accelerator.ok && model.ok
    ? { record, system: system.value, accelerator: accelerator.value, model: model.value }
    : null;
}

const equipAll = (inputs: ScenarioInputs, using: FollowWith): readonly Equipped[] =>
  inputs.rackGroup.flatMap((record) => equip(inputs, record, using) ?? []);

const needOf = ({ accelerator, model, record }: Equipped, { points }: FollowWith): ServingNeed =>
  ({ accelerator, model, mode: record.values.mode, points });

/**
 * Values of a group after its system changed. What was the best of the old system becomes
 * the best of the new one; any other choice stays while the new system runs it.
 */
function followServing(
  before: Equipped | null, after: Equipped, using: FollowWith,
): { readonly precision: Precision; readonly framework: string } {
  const { precision, framework, mode } = after.record.values;
  const need = needOf(after, using);
  const best = bestServing(need);
  if (best === null) return { precision, framework };
  const { accelerator, model } = after;
  const runs = (p: Precision, f: string): boolean => supportOf(
    { precision: p, framework: f, mode, accelerator, model }, using.points).status !== 'not';
  const was = before === null ? null : bestServing(needOf(before, using));
  const able = [precision, best.precision].find((each) =>
    (each !== was?.precision || each === best.precision)
      && bestFramework(need, each) !== null) ?? best.precision;
  const wasFramework = before === null ? null
    : bestFramework(needOf(before, using), before.record.values.precision);
  return { precision: able,
    framework: framework !== wasFramework && runs(able, framework) ? framework
      : bestFramework(need, able) ?? framework };
}

const networkNeed = (
  inputs: ScenarioInputs, groups: readonly Equipped[], { catalog }: FollowWith,
): NetworkNeed => ({
  accelerators: groups.map(({ accelerator }) => accelerator),
  nicGbps: Math.max(...groups.map(({ accelerator }) => nicGbpsOf(inputs, accelerator))),
  switches: Object.values(catalog.switches),
});

/** The network of a plan that has none yet. */
const noNetwork: NetworkChoice = { fabric: 'infiniband', switchModel: '' };

function followNetwork(
  before: ScenarioInputs, after: ScenarioInputs, using: FollowWith,
): NetworkChoice {
  const { fabric, switchModel } = after.network.values;
  const now: NetworkChoice = { fabric, switchModel };
  const had = equipAll(before, using);
  const was = had.length === 0 ? null
    : nearestNetwork(noNetwork, networkNeed(before, had, using));
  const wasBest = was?.fabric === fabric && was.switchModel === switchModel;
  return nearestNetwork(wasBest ? noNetwork : now,
    networkNeed(after, equipAll(after, using), using)) ?? now;
}

function followCooling(
  { cooling: { values } }: ScenarioInputs, groups: readonly Equipped[],
): readonly LimitFix[] {
  const systems = groups.map(({ system }) => system);
  const cooled = systems.every((system) => coolingOn(values.terminal, system).status !== 'not');
  const most = Math.min(...systems.map((system) => supplyRange(system)?.most ?? Infinity));
  return [
    ...(cooled ? [] : [{ path: 'cooling.terminal', value: bestTerminal(systems) }]),
    ...(values.liquidSupplyC <= most ? []
      : [{ path: 'cooling.liquidSupplyC', value: most }]),
  ];
}

/**
 * What else a person's choice of system moves: precision and framework of the group,
 * cooling, fabric and switch of the plan, to the best that is supported by the rule of
 * `compat`. Values the same edit sets are left alone.
 * @param before, after the scenario on both sides of the edit
 * @returns values of fields that differ from those after the edit; none where no system
 *   changed
 */
export function followSystems(
  before: ScenarioInputs, after: ScenarioInputs, using: FollowWith,
): readonly LimitFix[] {
  const recordBefore = (key: string) => before.rackGroup.find((each) => each.key === key);
  const changed = after.rackGroup.filter(({ key, values }) => {
    const had = recordBefore(key);
    return had !== undefined && had.values.system !== values.system;
  });
  const serving = changed.flatMap((record): readonly LimitFix[] => {
    const now = equip(after, record, using);
    const had = recordBefore(record.key);
    if (now === null || had === undefined) return [];
    const next = followServing(equip(before, had, using), now, using);
    return (['precision', 'framework'] as const)
      .filter((field) => had.values[field] === record.values[field]
        && next[field] !== record.values[field])
      .map((field) => ({ path: `rackGroup.${record.key}.${field}`, value: next[field] }));
  });
  return changed.length === 0 ? [] : [...serving, ...followPlant(before, after, using)];
}

/** What a change of systems means for the parts all racks share. */
function followPlant(
  before: ScenarioInputs, after: ScenarioInputs, using: FollowWith,
): readonly LimitFix[] {
  const groups = equipAll(after, using);
  if (groups.length === 0) return [];
  const network = followNetwork(before, after, using);
  return [
    ...followCooling(after, groups),
    ...(['fabric', 'switchModel'] as const)
      .filter((field) => before.network.values[field] === after.network.values[field]
        && network[field] !== after.network.values[field])
      .map((field) => ({ path: `network.${field}`, value: network[field] })),
  ];
}
