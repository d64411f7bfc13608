import { findSwitch } from '../../catalog/lookup.ts';
import type { Fabric, Terminal } from '../../catalog/compat/types.ts';
import type { Accelerator } from '../../catalog/types.ts';
import { coolingOn, fabricOnNic, fabricOnSwitch } from '../../compat/plant.ts';
import { supportOf, type Support } from '../../compat/support.ts';
import { radixAt } from '../../network/cages.ts';
import type { InputAddress } from '../../project/path.ts';
import type { ScenarioInputs, Values } from '../../project/resolve.ts';
import { formatQuantity } from '../../units/format.ts';
import { copyOf } from '../../units/reading.ts';
import { nicGbpsOf } from './nic-rate.ts';
import { equip, equipAll, type FollowWith } from './equipped.ts';

/** Why a value of a list does not fit what is chosen beside it. */
export interface Misfit {
  readonly status: 'unknown' | 'not';
  readonly reason: string;
}

const fields = ['rackGroup.precision', 'rackGroup.framework', 'rackGroup.mode',
  'cooling.terminal', 'network.fabric', 'network.switchModel'] as const;
type ListedField = (typeof fields)[number];

/** All of a scenario that choices are held against: no other input changes what fits. */
export type HeldInputs = Pick<ScenarioInputs,
  'project' | 'catalogEntry' | 'customModel' | 'rackGroup' | 'traffic' | 'network'>;

/** The worst of several answers, if it is no support. */
function worstOf(answers: readonly Support[]): Misfit | null {
  const worst = answers.find(({ status }) => status === 'not')
    ?? answers.find(({ status }) => status === 'unknown');
  return worst === undefined || worst.status === 'supported' ? null
    : { status: worst.status, reason: worst.reason };
}

/** A group with another value of its own. */
function groupWith(
  inputs: HeldInputs, key: string, over: Partial<Values<'rackGroup'>>,
  using: FollowWith,
): Misfit | null {
  const record = inputs.rackGroup.find((each) => each.key === key);
  const group = record === undefined ? null : equip(inputs, record, using);
  if (group === null) return null;
  const { framework, precision, mode } = { ...copyOf(group.record.values), ...over };
  const { accelerator, model } = group;
  const support = supportOf({ framework, precision, mode, accelerator, model }, using.points);
  // What another field is to blame for is said there.
  return Object.hasOwn(over, support.about) || support.about === 'model'
    ? worstOf([support]) : null;
}

function switchMisfit(
  inputs: HeldInputs, id: string, accelerators: readonly Accelerator[],
  { catalog }: FollowWith,
): Misfit | null {
  const found = findSwitch(catalog, id);
  if (!found.ok) return null;
  const rate = Math.max(...accelerators.map((each) => nicGbpsOf(inputs, each)));
  if (radixAt(found.value, rate) === null) {
    return { status: 'not',
      reason: `${found.value.name} has no ports of ${formatQuantity(rate, 'Gb/s')}` };
  }
  return worstOf([fabricOnSwitch(inputs.network.values.fabric, found.value)]);
}

/** Why one value does not fit; null where it does. */
function misfit(
  inputs: HeldInputs, at: InputAddress, value: string, using: FollowWith,
): Misfit | null {
  const path = `${at.kind}.${at.field}` as ListedField;
  const accelerators = (): readonly Accelerator[] =>
    equipAll(inputs, using).map(({ accelerator }) => accelerator);
  switch (path) {
    case 'rackGroup.precision': case 'rackGroup.framework': case 'rackGroup.mode':
      return groupWith(inputs, at.key, { [at.field]: value }, using);
    case 'cooling.terminal': {
      const answers = equipAll(inputs, using)
        .map(({ system }) => coolingOn(value as Terminal, system));
      return value === 'immersion' ? worstOf(answers)
        : worstOf(answers.filter(({ status }) => status === 'not'));
    }
    case 'network.fabric':
      return worstOf(accelerators().map((each) => fabricOnNic(value as Fabric, each)));
    case 'network.switchModel':
      return switchMisfit(inputs, value, accelerators(), using);
    default: return path satisfies never;
  }
}

/** Whether the values of a field can fail to fit what is chosen beside it. */
export const canMisfit = ({ kind, field }: InputAddress): boolean =>
  fields.some((each) => each === `${kind}.${field}`);

/**
 * Values of a list that do not fit the plan as it is, or of which no source says that they
 * do, each with the reason.
 * @param values those offered
 */
export function misfitsOf(
  inputs: HeldInputs, at: InputAddress, values: readonly string[], using: FollowWith,
): ReadonlyMap<string, Misfit> {
  if (!canMisfit(at)) return new Map();
  return new Map(values.flatMap((value) => {
    const found = misfit(inputs, at, value, using);
    return found === null ? [] : [[value, found] as const];
  }));
}
