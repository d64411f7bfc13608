import type { ProjectDocument, ProjectRecord } from '../../shared/project/record.ts';
import { listScenarios, scenarioChain } from '../../shared/project/resolve.ts';
import { freeKey, type Edit } from './edits.ts';

export type ScenarioInfo = ReturnType<typeof listScenarios>[number];

/**
 * A new scenario based on another: it stores nothing but its name until something is
 * changed in it.
 */
export function deriveScenario(
  document: ProjectDocument,
  basedOn: string,
  name: string,
): { readonly edit: Edit; readonly key: string } {
  const key = freeKey(document, 'scenario', 'scenario');
  const position =
    Math.max(
      0,
      ...Object.values(document)
        .filter((r) => r.kind === 'scenario')
        .map((r) => r.position),
    ) + 1;
  const id = `document:scenario:${key}`;
  const after: ProjectRecord = {
    id,
    kind: 'scenario',
    scenarioId: null,
    key,
    position,
    body: { values: { name, basedOn } },
  };
  return { edit: [{ id, before: null, after }], key };
}

/** Deletes a scenario and all it stores. Others built on it must go first. */
export function deleteScenario(document: ProjectDocument, key: string): Edit {
  return Object.values(document)
    .filter((r) => r.scenarioId === key || (r.kind === 'scenario' && r.key === key))
    .map((before) => ({ id: before.id, before, after: null }));
}

/** Scenarios that take records from this one. */
export const dependants = (document: ProjectDocument, key: string): readonly ScenarioInfo[] =>
  listScenarios(document).filter((s) => s.basedOn === key);

/**
 * The scenario at the root of the chain, against which a derived one is compared; null
 * for a root.
 */
export function baseOf(document: ProjectDocument, scenarioId: string): ScenarioInfo | null {
  const chain = scenarioChain(document, scenarioId);
  const root = chain.ok ? chain.value[0] : undefined;
  return root === undefined || root === scenarioId
    ? null
    : (listScenarios(document).find((s) => s.id === root) ?? null);
}

const locks = new WeakMap<ProjectDocument, ReadonlySet<string>>();

/** Scenarios that refuse edits, found once per document. */
export function lockedScenarios(document: ProjectDocument): ReadonlySet<string> {
  const known = locks.get(document);
  if (known !== undefined) return known;
  const found =
    new Set(listScenarios(document).filter(({ locked }) => locked).map(({ id }) => id));
  locks.set(document, found);
  return found;
}

/** A scenario in the tree of scenarios. */
export interface ScenarioNode extends ScenarioInfo {
  /** Scenarios above it, as far as they are known. */
  readonly depth: number;
  readonly first: boolean;
  readonly last: boolean;
}

/**
 * Scenarios with those based on them right after, in the order given. One whose base is
 * lost, or that is based on itself in a circle, stands at the root, so that it can be
 * seen and repaired.
 */
export function scenarioTree(
  document: ProjectDocument,
  order: readonly string[] = listScenarios(document).map(({ id }) => id),
): readonly ScenarioNode[] {
  const all = listScenarios(document)
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const isRoot = ({ id }: ScenarioInfo): boolean => {
    const chain = scenarioChain(document, id);
    return !chain.ok || chain.value.length === 1;
  };
  const lay = (siblings: readonly ScenarioInfo[], depth: number): readonly ScenarioNode[] =>
    siblings.flatMap((each, at) => [
      { ...each, depth, first: at === 0, last: at === siblings.length - 1 },
      ...lay(all.filter((child) => child.basedOn === each.id && !isRoot(child)), depth + 1),
    ]);
  return lay(all.filter(isRoot), 0);
}
