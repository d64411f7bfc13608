import { setByPath, type SetProblem } from '../project/path.ts';
import type { Change, Command, ProjectDocument, ProjectRecord } from '../project/record.ts';
import { listScenarios } from '../project/resolve.ts';
import { ok, refuse, type Result } from '../units/result.ts';
import type { ClaimCard } from './types.ts';

export type ClaimScenarioProblem = SetProblem
  | { readonly code: 'no-scenario'; readonly id: string }
  | { readonly code: 'key-taken'; readonly key: string };

/**
 * The command that makes a claim's conditions a scenario based on another one: the
 * platform, model, lengths and use the claim states, everything else inherited.
 * @param base scenario to build on; key identifies the new one and must be free
 * @returns one command to commit and undo as a whole, or why a condition does not fit the
 *   project
 * @example scenarioFromClaim(document, card, 'base', 'claim') // { ok: true, value: { label, changes } }
 */
export function scenarioFromClaim(
  document: ProjectDocument, card: ClaimCard, base: string, key: string,
): Result<Command, ClaimScenarioProblem> {
  const scenarios = listScenarios(document);
  if (!scenarios.some((scenario) => scenario.id === base))
    return refuse({ code: 'no-scenario', id: base });
  if (scenarios.some((scenario) => scenario.id === key))
    return refuse({ code: 'key-taken', key });
  const position = Math.max(0,
    ...Object.values(document).filter((r) => r.kind === 'scenario').map((r) => r.position)) + 1;
  const scenario: ProjectRecord = {
    id: `document:scenario:${key}`, kind: 'scenario', scenarioId: null, key, position,
    body: { values: { name: card.title.slice(0, 200), basedOn: base,
      note: `${card.text} Published: ${card.published.text}.` } },
  };
  let next: ProjectDocument = { ...document, [scenario.id]: scenario };
  for (const [path, value] of Object.entries(card.scenario)) {
    const set = setByPath(next, key, path, value);
    if (!set.ok) return set;
    next = set.value;
  }
  return ok({ label: `Scenario from claim: ${card.title}`.slice(0, 200),
    changes: addedRecords(document, next) });
}

const addedRecords = (before: ProjectDocument, after: ProjectDocument): readonly Change[] =>
  Object.values(after).filter((record) => before[record.id] === undefined)
    .map((record) => ({ id: record.id, before: null, after: record }));
