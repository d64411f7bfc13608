import type { Plan } from '../../plan/types.ts';
import type { SizedGroup } from '../../plan/serving/size-groups.ts';
import type { FrontierPoint } from '../../inference/types.ts';
import { lawOfFactor, sigmaOfError } from './laws.ts';
import type { Target, UncertainInput } from './types.ts';

/** A rack group that serves, with the spread of its prediction. */
interface Serving {
  readonly group: SizedGroup;
  readonly point: FrontierPoint;
  readonly sigma: number;
}

const servingOf = (plan: Plan): readonly Serving[] =>
  plan.stages.groups.flatMap((group) => {
    const { point } = group;
    return point === null ? []
      : [{ group, point, sigma: sigmaOfError(point.expectedErrorPct) }];
  });

const targetOf = ({ group: { record } }: Serving, power: number): Target => ({
  path: `rackGroup.${record.key}.throughputFactor`, from: record.values.throughputFactor,
  effect: { does: 'multiply', power },
});

/** Predictions of one system, model and mode err together. */
const keyOf = ({ group: { system, model }, point }: Serving): string =>
  `${system.id}/${model.id}/${point.mode}`;

/** Part of a prediction's variance, as a spread of its own. */
const partOf = (sigma: number, share: number): number => sigma * Math.sqrt(share);

function commonPart(servings: readonly Serving[], share: number): readonly UncertainInput[] {
  const widest = Math.max(...servings.map(({ sigma }) => sigma));
  if (servings.length === 0 || share === 0) return [];
  return [{
    id: 'throughput.common', group: 'throughput', unit: 'ratio', base: 1, basis: 'model', on: true,
    label: 'Throughput over prediction, all systems alike',
    source: 'Part of the expected error that all predictions share; the share is assumed',
    distribution: lawOfFactor(partOf(widest, share)),
    targets: servings.map((each) => targetOf(each, each.sigma / widest)),
  }];
}

function ownParts(servings: readonly Serving[], share: number): readonly UncertainInput[] {
  if (share === 1) return [];
  const byKey = Map.groupBy(servings, keyOf);
  return [...byKey].flatMap(([key, same]): readonly UncertainInput[] => {
    const [first] = same;
    if (first === undefined) return [];
    const widest = Math.max(...same.map(({ sigma }) => sigma));
    const { group: { model, system }, point } = first;
    return [{
      id: `throughput.own.${key}`, group: 'throughput', unit: 'ratio', base: 1, basis: 'model',
      label: `Throughput over prediction, ${model.name} on ${system.name}`, on: true,
      source: `Expected error of the prediction, ${point.expectedErrorPct} %: `
        + 'four of five measurements lie within it',
      distribution: lawOfFactor(partOf(widest, 1 - share)),
      targets: same.map((each) => targetOf(each, each.sigma / widest)),
    }];
  });
}

/**
 * How far the throughput of the serving points may lie from what is predicted: one part that
 * all predictions share, and one of each system, model and mode. Their variances add up to
 * that of the stated error.
 * @param share of the variance that is common, 0..1
 */
export function throughputErrors(plan: Plan, share: number): readonly UncertainInput[] {
  const servings = servingOf(plan);
  return [...commonPart(servings, share), ...ownParts(servings, share)];
}
