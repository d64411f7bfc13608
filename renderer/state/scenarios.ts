import type { ProjectDocument, ProjectRecord } from '../../shared/project/record.ts';
import { listScenarios, scenarioChain } from '../../shared/project/resolve.ts';
import { freeKey, type Edit } from './edits.ts';

export type ScenarioInfo = ReturnType<typeof listScenarios>[number];

/** A new scenario based on another: it stores nothing but its name until something is changed in it. */
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

/** The scenario at the root of the chain, against which a derived one is compared; null for a root. */
export function baseOf(document: ProjectDocument, scenarioId: string): ScenarioInfo | null {
  const chain = scenarioChain(document, scenarioId);
  const root = chain.ok ? chain.value[0] : undefined;
  return root === undefined || root === scenarioId
    ? null
    : (listScenarios(document).find((s) => s.id === root) ?? null);
}
