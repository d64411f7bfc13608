import { diffInputs, type Difference } from '../../../shared/compare/diff.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { inputsOf } from '../../state/document.ts';

export interface VersionDifference {
  readonly id: string;
  readonly name: string;
  /** `both`: the scenario is in both versions and its inputs are compared. */
  readonly state: 'both' | 'added' | 'removed';
  readonly differences: readonly Difference[];
}

/**
 * What each scenario of two versions of a project says differently; those that say the
 * same are left out.
 */
export function versionDifferences(
  a: ProjectDocument, b: ProjectDocument,
): readonly VersionDifference[] {
  const [before, after] = [listScenarios(a), listScenarios(b)];
  const all = [...after, ...before.filter(({ id }) => !after.some((each) => each.id === id))];
  return all.flatMap(({ id, name }): readonly VersionDifference[] => {
    const [inA, inB] =
      [before, after].map((each) => each.some((scenario) => scenario.id === id));
    if (inA !== true) return [{ id, name, state: 'added', differences: [] }];
    if (inB !== true) return [{ id, name, state: 'removed', differences: [] }];
    const [left, right] = [inputsOf(a, id), inputsOf(b, id)];
    const differences = left.ok && right.ok ? diffInputs(left.value, right.value) : [];
    return differences.length === 0 ? [] : [{ id, name, state: 'both', differences }];
  });
}
