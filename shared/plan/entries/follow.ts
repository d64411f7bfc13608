import type { Fabric } from '../../catalog/compat/types.ts';
import { findSwitch } from '../../catalog/lookup.ts';
import type { Precision } from '../../catalog/types.ts';
import { bestFramework, bestServing, bestTerminal, type ServingNeed } from '../../compat/best.ts';
import {
  fabrics, nearestNetwork, suits, switchesFor, type NetworkChoice, type NetworkNeed,
} from '../../compat/best-network.ts';
import { coolingOn, fabricOnSwitch, supplyRange } from '../../compat/plant.ts';
import { supportOf } from '../../compat/support.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import type { LimitFix } from '../../units/limit.ts';
import { nicGbpsOf } from './nic-rate.ts';
import { equip, equipAll, type Equipped, type FollowWith } from './equipped.ts';

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

/**
 * What else a person's choice of fabric or switch moves: the other of the two, where they
 * do not go together.
 */
export function followNetworkChoice(
  before: ScenarioInputs, after: ScenarioInputs, using: FollowWith,
): readonly LimitFix[] {
  const { fabric, switchModel } = after.network.values;
  const found = findSwitch(using.catalog, switchModel);
  const groups = equipAll(after, using);
  const apart = found.ok && fabricOnSwitch(fabric, found.value).status === 'not';
  if (!apart || groups.length === 0) return [];
  const need = networkNeed(after, groups, using);
  if (before.network.values.fabric !== fabric) {
    const best = switchesFor(fabric, need)[0];
    return best === undefined ? [] : [{ path: 'network.switchModel', value: best.id }];
  }
  const formed = (each: Fabric): boolean =>
    fabricOnSwitch(each, found.value).status === 'supported' && suits(each, need.accelerators) > 0;
  const next = before.network.values.switchModel === switchModel ? undefined
    : fabrics.find(formed);
  return next === undefined ? [] : [{ path: 'network.fabric', value: next }];
}
