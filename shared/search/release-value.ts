import { releaseParams } from '../plan/life/lifecycle-params.ts';
import type { Plan } from '../plan/types.ts';
import { valuesInSequence } from '../lifecycle/release.ts';
import { setByPath } from '../project/path.ts';
import type { ProjectDocument } from '../project/record.ts';
import type { Result } from '../units/result.ts';

/** Whatever gives the plan of a scenario: a planner, or one that remembers. */
export interface Evaluator {
  readonly evaluate: (document: ProjectDocument, scenarioId: string) => Result<Plan, unknown>;
}

/** Results a release is valued by; absent ones are null. */
export interface RoadmapResult {
  readonly npvUsd: number | null;
  readonly costPerMTokUsd: number | null;
  readonly tokensTotalM: number | null;
}

/** What one release adds to those rolled out before it. */
export interface ReleaseValue extends RoadmapResult {
  readonly key: string;
  readonly name: string;
  readonly month: number;
  readonly inUse: boolean;
  /** Whether it reaches any rack group that serves. */
  readonly reaches: boolean;
}

export interface RoadmapValue {
  /** The plan without any release. */
  readonly without: RoadmapResult;
  /** The plan with all releases of the roadmap. */
  readonly all: RoadmapResult;
  /** In order of month; the values add up to `all` less `without`. */
  readonly releases: readonly ReleaseValue[];
}

const resultKeys = ['npvUsd', 'costPerMTokUsd', 'tokensTotalM'] as const;

const resultOf = (plan: Plan | null): RoadmapResult => {
  const value = (key: string): number | null => plan?.figures[`headline.${key}`]?.value ?? null;
  return { npvUsd: value('npvUsd'), costPerMTokUsd: value('costPerMTokUsd'),
    tokensTotalM: value('tokensTotalM') };
};

/** Releases that reach a rack group which serves. */
function reachedBy({ inputs, stages }: Plan): ReadonlySet<string> {
  const able = stages.groups.filter((group) => group.servingAccelerators > 0);
  return new Set(
    releaseParams(inputs, able).filter(({ groups }) => groups.length > 0).map(({ key }) => key),
  );
}

/** The document with exactly these releases of the scenario in use, of all its `keys`. */
export function withReleases(
  document: ProjectDocument, scenarioId: string, keys: readonly string[],
  on: ReadonlySet<string>,
): ProjectDocument {
  return keys.reduce((changed, key) => {
    const set = setByPath(changed, scenarioId, `release.${key}.inUse`, on.has(key));
    return set.ok ? set.value : changed;
  }, document);
}

/**
 * What a roadmap is worth, and each release on it: results with the first release less
 * those with none, with the first two less those with the first, and so on in order of
 * month. All releases of the scenario are valued, in use or not, so the answer does not
 * depend on the switch. A month's ties keep the order of the list.
 * @returns null when the scenario has no plan; values are null where a result is absent
 * @example valueRoadmap(planner, document, 'base')?.releases[0]?.npvUsd // NPV with it less NPV without
 */
export function valueRoadmap(
  planner: Evaluator, document: ProjectDocument, scenarioId: string,
): RoadmapValue | null {
  const given = planner.evaluate(document, scenarioId);
  if (!given.ok) return null;
  const due = given.value.inputs.release.toSorted((a, b) => a.values.month - b.values.month);
  const keys = due.map(({ key }) => key);
  const results = Array.from({ length: keys.length + 1 }, (_, used) => {
    const plan = planner.evaluate(
      withReleases(document, scenarioId, keys, new Set(keys.slice(0, used))), scenarioId,
    );
    return { plan: plan.ok ? plan.value : null, ...resultOf(plan.ok ? plan.value : null) };
  });
  const changes = Object.fromEntries(resultKeys.map((key) => {
    const values = results.map((result) => result[key]);
    return [key,
      values.some((value) => value === null) ? null : valuesInSequence(values.map(Number))];
  }));
  const reached = reachedBy(given.value);
  const change = (key: string, at: number): number | null => changes[key]?.[at] ?? null;
  return {
    without: resultOf(results[0]?.plan ?? null), all: resultOf(results.at(-1)?.plan ?? null),
    releases: due.map(({ key, values }, at) => ({
      key, name: values.name, month: values.month, inUse: values.inUse,
      reaches: reached.has(key), npvUsd: change('npvUsd', at),
      costPerMTokUsd: change('costPerMTokUsd', at),
      tokensTotalM: change('tokensTotalM', at),
    })),
  };
}
