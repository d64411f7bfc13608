import type { Limit } from '../../units/limit.ts';
import type { Catalog } from '../../catalog/types.ts';
import type { Keep } from '../../lifecycle/keep.ts';
import type { LifecycleResult } from '../../lifecycle/types.ts';
import { demandLimits } from '../life/demand-limits.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { servingLimits } from '../serving/limits.ts';
import type { GroupServing } from '../serving/serving.ts';
import type { SizedGroup } from '../serving/size-groups.ts';
import type { PricedPlan } from './costs.ts';
import type { NetworkOutcome } from '../site/fabric.ts';
import { noughtLimits } from './nought-limits.ts';
import { contractLimits } from './rental-limits.ts';
import { cachedPriceLimits, shareLimits } from './share-limits.ts';
import { tariffLimits } from './tariff-lines.ts';

/** What is built and served, as far as it says what does not fit. */
interface Built {
  readonly inputs: ScenarioInputs;
  readonly servings: readonly GroupServing[];
  readonly groups: readonly SizedGroup[];
  /** Facility, network, halls and power chain; null where nothing is in service. */
  readonly facility: WithLimits;
  readonly network: NetworkOutcome;
  readonly halls: WithLimits;
  readonly power: WithLimits | null;
  readonly priced: PricedPlan;
  /** What demand is stated in. */
  readonly catalog: Catalog;
  readonly lifecycle: LifecycleResult;
}

interface WithLimits {
  readonly limits: readonly Limit[];
}

const nothing: readonly Limit[] = [];

type FindLimits = (found: Built) => readonly Limit[];

/** Limits by what they rest on, in the order they are listed. */
const kinds: readonly (readonly [name: string, find: FindLimits])[] = [
  ['built', (found) => [
    ...servingLimits(found.inputs, found.servings, found.groups),
    ...found.facility.limits, ...found.network.limits, ...found.halls.limits,
    ...(found.power?.limits ?? []), ...demandLimits(found),
  ]],
  ['sold', (found) =>
    [...shareLimits(found.inputs), ...cachedPriceLimits(found.inputs, found.priced),
      ...contractLimits(found.inputs)]],
  ['bought', noughtLimits],
  ['tariff', ({ inputs }) => tariffLimits(inputs)],
];

/**
 * Everything that binds or breaks what is built and served, in the order it is listed.
 * Where there is nothing of a kind the list is always the same one: a price that moves
 * leaves alone what rests on it.
 * @param keep remembers the kinds by name
 */
export function limitsOf(found: () => Built, keep: Keep): () => readonly Limit[] {
  const parts = kinds.map(([name, find]) => keep(`limits ${name}`, () => {
    const limits = find(found());
    return limits.length === 0 ? nothing : limits;
  }));
  return () => parts.flatMap((part) => part());
}

/**
 * What keeps a plan from being built or served as it is asked for. While there is any, it
 * has no money: a unit cost of racks that serve nothing, or of a network that nobody can
 * build, would only mislead.
 * @example obstaclesIn([]).length // 0
 */
export const obstaclesIn = (limits: readonly Limit[]): readonly Limit[] =>
  limits.filter(({ broken }) => broken);

/**
 * Prices that are missing. Without one of a cost there is no money, without one of tokens
 * no revenue.
 */
export const priceLimits = ({ unpricedCosts, unpricedTokens }: PricedPlan): readonly Limit[] =>
  [...unpricedCosts, ...unpricedTokens].map(({ what, where }): Limit => ({
    code: 'price-missing', where, limit: 0, value: 0, unit: 'USD', broken: true,
    nearestFix: `No public source gives a price of ${what}: enter ${where}.`,
  }));
