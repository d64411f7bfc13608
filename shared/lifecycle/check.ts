import type { RentalTerms } from './rental.ts';
import type { GroupParams, LifecycleParams, LifecycleProblem, TrafficParams } from './types.ts';

/** Longest horizon and longest time before month 1 that is planned. */
export const maxHorizonMonths = 360;
export const maxLeadMonths = 60;

/**
 * Everything that keeps a set of months from being simulated; empty when it is sound.
 * @example checkLifecycle({ ...params, horizonMonths: 0 })
 *   // [{ code: 'horizon', value: 0, min: 1, max: 360, ... }]
 */
export function checkLifecycle(params: LifecycleParams): readonly LifecycleProblem[] {
  const problems: LifecycleProblem[] = [];
  const { horizonMonths: months } = params;
  if (!Number.isInteger(months) || months < 1 || months > maxHorizonMonths) {
    problems.push({ code: 'horizon', where: 'horizonMonths', value: months, min: 1,
      max: maxHorizonMonths });
  }
  problems.push(...duplicates(params.groups), ...duplicates(params.traffic),
    ...duplicates(params.releases));
  const traffic = new Set(params.traffic.map((t) => t.key));
  for (const group of params.groups) {
    if (!traffic.has(group.trafficKey)) {
      problems.push({
        code: 'unknown-traffic', where: group.key, trafficKey: group.trafficKey,
      });
    }
    problems.push(...checkPhases(group), ...checkGroup(group));
  }
  for (const entry of params.traffic) problems.push(...checkTraffic(entry));
  const groups = new Set(params.groups.map((g) => g.key));
  for (const release of params.releases) {
    for (const key of release.groups) {
      if (!groups.has(key))
        problems.push({ code: 'unknown-group', where: release.key, groupKey: key });
    }
    problems.push(...ranges(release.key, [
      ['throughputMultiplier', release.throughputMultiplier, 0.1, 30],
      ['ttftMultiplier', release.ttftMultiplier, 0.1, 30],
      ['probability', release.probability, 0, 1],
      ['downtimeHours', release.downtimeHours, 0, 720],
    ]));
  }
  return problems;
}

function duplicates(entries: readonly { readonly key: string }[]): readonly LifecycleProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ key }) => {
    if (seen.has(key)) return [{ code: 'duplicate-key', where: key } as const];
    seen.add(key);
    return [];
  });
}

/** Phases must follow one another, and service must start within reach of the plan. */
function checkPhases({ key, phases: p }: GroupParams): readonly LifecycleProblem[] {
  const pairs: readonly (readonly [string, number, string, number])[] = [
    ['order', p.orderMonth, 'delivery', p.deliveryMonth],
    ['delivery', p.deliveryMonth, 'service', p.serviceMonth],
    ['service', p.serviceMonth, 'retirement', p.retireAfterMonth ?? p.serviceMonth],
  ];
  const order = pairs.filter(([, from, , to]) => !(from <= to))
    .map(([earlier, , later]) =>
      ({ code: 'phase-order', where: key, earlier, later }) as const);
  return [...order, ...ranges(key, [
    ['orderMonth', p.orderMonth, 1 - maxLeadMonths, maxHorizonMonths],
    ['serviceMonth', p.serviceMonth, 1, maxHorizonMonths],
    ['rampMonths', p.rampMonths, 0, 60],
  ])];
}

function checkGroup(group: GroupParams): readonly LifecycleProblem[] {
  const pools = group.scaling.mode === 'scaled' ? group.scaling.pools : [];
  const share = pools.reduce((sum, pool) => sum + pool.share, 0);
  return ranges(group.key, [
    ['accelerators', group.accelerators, 1, 1e8],
    ...(group.rental === undefined
      ? [['outputTokPerSec', group.outputTokPerSec, Number.MIN_VALUE, 1e15]] as const
      : rentalRows(group.rental)),
    ['maxSoftwareMultiplier', group.maxSoftwareMultiplier, 1, 1e6],
    ['maxTtftMultiplier', group.maxTtftMultiplier, 1, 1e6],
    ['prefillShare', group.prefillShare, 0, 1],
    ['availability', group.availability, 0, 1],
    ['sleepKw', group.sleepKw, 0, group.idleKw],
    ['idleKw', group.idleKw, group.sleepKw, group.fullKw],
    ['fullKw', group.fullKw, group.idleKw, 1e8],
    ['batchFillShare', group.batchFillShare, 0, 1],
    ['foundShare', group.foundShare, 0, 1],
    ...(pools.length > 0 || group.scaling.mode === 'scaled'
      ? [['pool shares', share, 1 - 1e-9, 1 + 1e-9]] as const : []),
    ...pools.flatMap((pool) =>
      [['targetLoad', pool.targetLoad, 0.05, 1], ['minimumShare', pool.minimumShare, 0,
        1]] as const),
  ]);
}

function rentalRows({ contracts, ...free }: RentalTerms): readonly RangeRow[] {
  return [
    ['onDemandShare', free.onDemandShare, 0, 1], ['spotShare', free.spotShare, 0, 1],
    ['soldLoad', free.soldLoad, 0, 1],
    ...contracts.flatMap((contract): readonly RangeRow[] => [
      ['contract share', contract.share, 0, 1],
      ['contract termMonths', contract.termMonths, 1, maxHorizonMonths],
      ['contract renewalShare', contract.renewalShare, 0, 1],
      ['contract defaultPerYear', contract.defaultPerYear, 0, 0.99],
    ]),
  ];
}

function checkTraffic(traffic: TrafficParams): readonly LifecycleProblem[] {
  const { level } = traffic;
  const stated = level.mode === 'utilisation'
    ? [['utilisation', level.utilisation, 0, 1]] as const
    : level.mode === 'tokens' ? [['tokensPerDay', level.tokensPerDay, 0, 1e18]] as const
      : level.tokensPerMonth.map((tokens) => ['tokensPerMonth', tokens, 0, 1e20] as const);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, x) => sum + x, 0) / values.length;
  return ranges(traffic.key, [
    ['isl', traffic.isl, 0, 1e7], ['osl', traffic.osl, Number.MIN_VALUE, 1e7],
    ['cacheHitShare', traffic.cacheHitShare, 0, 0.9999],
    ['growthPerYear', traffic.growthPerYear, -0.99, 100],
    ['rampMonths', traffic.rampMonths, 0, 60],
    ...stated,
    ...(traffic.market === null ? [] : [
      ['market tokensPerDay', traffic.market.tokensPerDay, 0, 1e18],
      ['market growthPerYear', traffic.market.growthPerYear, -0.99, 100],
      ['market shareMost', traffic.market.shareMost, 0, 1],
    ] as const),
    ['hourShape mean', mean(traffic.hourShape), 1 - 1e-6, 1 + 1e-6],
    ...beyond(traffic.hourShape, 1000).map((x) => ['hourShape', x, 0, 1000] as const),
    ...(traffic.seasonality.length === 0 ? []
      : [['seasonality', traffic.seasonality.length, 12, 12] as const]),
    ...beyond(traffic.seasonality, 100).map((x) => ['seasonality', x, 0, 100] as const),
    ...traffic.spikes.flatMap((s) =>
      [['spike days', s.days, 0, 31], ['spike multiplier', s.multiplier, 0, 1000]] as const),
  ]);
}

/** Values that are not between 0 and so many. */
const beyond = (values: readonly number[], most: number): readonly number[] =>
  values.filter((x) => !(x >= 0 && x <= most));

type RangeRow = readonly [what: string, value: number, min: number, max: number];

/** NaN fails every comparison and so is a problem too. */
function ranges(where: string, rows: readonly RangeRow[]): readonly LifecycleProblem[] {
  return rows.filter(([, value, min, max]) => !(value >= min && value <= max))
    .map(([what, value, min, max]) => ({ code: 'range', where, what, value, min, max }));
}
