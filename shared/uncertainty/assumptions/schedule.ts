import type { Plan } from '../../plan/types.ts';
import type { Resolved } from '../../project/resolve.ts';
import type { Target, UncertainInput } from './types.ts';

const noSource = 'No public source found: planning value to be replaced by the user';

/** Months of a delay, and how likely each is: half of all plans are on time; assumed. */
const delay = { type: 'discrete', values: [0, 1, 2, 3, 6],
  probabilities: [0.5, 0.15, 0.15, 0.1, 0.1] } as const;

/**
 * Months by which all racks come into service later than planned. The building is begun when it
 * was planned and takes that much longer; racks are paid for as late as they come.
 */
export function startDelay(plan: Plan): readonly UncertainInput[] {
  const { rackGroup, capex, demand, finance } = plan.stages.inputs;
  const latest = Math.max(...rackGroup.map(({ values }) => values.startMonth));
  const longest = Math.max(...delay.values);
  const fits = latest + longest < demand.values.horizonMonths
    && rackGroup.every(({ values: { retireMonth, startMonth } }) =>
      retireMonth === null || retireMonth > startMonth + longest);
  if (rackGroup.length === 0 || !fits) return [];
  const add = { does: 'add' } as const;
  const starts = rackGroup.map(({ key, values }): Target =>
    ({ path: `rackGroup.${key}.startMonth`, from: values.startMonth, effect: add }));
  const builds = finance.values.ownership === 'own' ? [{ path: 'capex.constructionMonths',
    from: capex.values.constructionMonths, effect: add }] : [];
  return [{
    id: 'schedule.delay', group: 'schedule', unit: 'month', base: 0, basis: 'assumed', on: true,
    label: 'Delay of service', source: noSource, distribution: delay,
    targets: [...starts, ...builds],
  }];
}

/** Whether a release in use arrives, and what it brings. */
function releaseInputs({ key, values }: Resolved<'release'>): readonly UncertainInput[] {
  const { name, throughput, probability, source } = values;
  const gain = throughput - 1;
  const arrives: readonly UncertainInput[] = probability <= 0 || probability >= 1 ? [] : [{
    id: `release.${key}.probability`, group: 'releases', unit: 'fraction', base: probability,
    label: `${name} arrives`, basis: 'source', source, on: true,
    distribution: { type: 'discrete', values: [0, 1],
      probabilities: [1 - probability, probability] },
    targets: [{ path: `release.${key}.probability`, from: probability,
      effect: { does: 'set' } }],
  }];
  const brings: readonly UncertainInput[] = values.change !== 'factor' || gain <= 0 ? [] : [{
    id: `release.${key}.throughput`, group: 'releases', unit: 'ratio', base: throughput,
    label: `Gain of ${name}`, basis: 'assumed', on: true,
    source: `${source}. From nothing to half as much again: planning value`,
    distribution: { type: 'triangular', min: 1, mode: throughput, max: 1 + 1.5 * gain },
    targets: [{ path: `release.${key}.throughput`, from: throughput, effect: { does: 'set' } }],
  }];
  return [...arrives, ...brings];
}

/** Releases of the roadmap that are in use. */
export const releaseGains = (plan: Plan): readonly UncertainInput[] =>
  plan.stages.inputs.release.filter(({ values }) => values.inUse).flatMap(releaseInputs);
