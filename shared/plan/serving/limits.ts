import type { Refusal } from '../../inference/types.ts';
import type { Limit, LimitFix } from '../../units/limit.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import type { GroupServing } from './serving.ts';
import type { SizedGroup } from './size-groups.ts';

/** Why groups serve nothing: no point was found, or fewer accelerators than one takes. */
export function servingLimits(
  inputs: ScenarioInputs, servings: readonly GroupServing[], groups: readonly SizedGroup[],
): readonly Limit[] {
  return [...refused(servings), ...tooFew(groups), ...uncapped(inputs, groups)];
}

const saidElsewhere: ReadonlySet<Refusal['code']> = new Set(['not-supported', 'rented-out']);

/** What software does not run is said by what does not go together, with what would. */
const refused = (servings: readonly GroupServing[]): readonly Limit[] =>
  servings.flatMap(({ record, traffic, chosen }): readonly Limit[] => (
    chosen.ok || saidElsewhere.has(chosen.error.code) ? [] : [{
    code: chosen.error.code, where: `rackGroup.${record.key}`, limit: chosen.error.limit ?? 0,
    value: chosen.error.value ?? 0, unit: chosen.error.unit, broken: true,
    nearestFix: `${chosen.error.what}. ${chosen.error.nearestFix}`,
    ...promise(chosen.error, traffic.key),
  }]));

/** The promise that the best point can keep, where a promise is what none keeps. */
function promise(
  { code, unit, value }: Refusal, traffic: string,
): { readonly fix?: readonly LimitFix[] } {
  if (code !== 'no-point-meets-limits' || value === null || !Number.isFinite(value)) return {};
  return { fix: [unit === 'ms'
    ? { path: `traffic.${traffic}.maxTtftS`, value: Math.ceil(value) / 1000 }
    : { path: `traffic.${traffic}.minTokPerSecPerUser`, value: Math.floor(value) }] };
}

const tooFew = (groups: readonly SizedGroup[]): readonly Limit[] =>
  groups.flatMap(({ point, racks, servingAccelerators, accelerators, record }) => (
    point === null || racks === 0 || servingAccelerators > 0 ? [] : [{
      code: 'instance-too-large', where: `rackGroup.${record.key}`, limit: accelerators,
      value: point.accelerators, unit: 'count', broken: true,
      nearestFix: `One instance needs ${point.accelerators} accelerators; add racks, or set `
        + 'a smaller parallelism.',
    }]));

/** A cap that accelerators exceed even at their lowest clock; said once. */
function uncapped(
  { power }: ScenarioInputs, groups: readonly SizedGroup[],
): readonly Limit[] {
  const over = groups.find(({ capKept, racks }) => !capKept && racks > 0);
  if (over === undefined) return [];
  const { powerCap, oversubscription, idleShare } = power.values;
  return [{
    code: 'cap-not-kept', where: 'power.powerCap', limit: powerCap / (1 + oversubscription),
    value: idleShare, unit: 'fraction', broken: true,
    nearestFix: `At its lowest clock ${over.system.name} still draws more than the cap; raise `
      + 'power.powerCap or lower power.oversubscription.',
  }];
}
