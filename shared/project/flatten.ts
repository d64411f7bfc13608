import type { ProjectDocument, ProjectRecord, RecordBody } from './record.ts';
import {
  listScenarios, recordsOwnedBy, scenarioChain, type ResolveProblem,
} from './resolve.ts';
import { ok, type Result } from '../units/result.ts';

/** One body for several that lie over one another, lowest first. */
const layBodies = (bodies: readonly RecordBody[]): RecordBody => {
  const notes = Object.assign(
    {}, ...bodies.map((body) => body.notes ?? {}),
  ) as NonNullable<RecordBody['notes']>;
  const values =
    Object.assign({}, ...bodies.map((body) => body.values)) as RecordBody['values'];
  return Object.keys(notes).length === 0 ? { values } : { values, notes };
};

/**
 * The records of a scenario standing alone: what it inherits laid under its own, based on
 * nothing. They resolve to the same inputs as the scenario did on its bases.
 * @returns its scenario record and all its records, or why its bases cannot be followed
 */
export function flattenScenario(
  document: ProjectDocument, id: string,
): Result<readonly ProjectRecord[], ResolveProblem> {
  const chain = scenarioChain(document, id);
  if (!chain.ok) return chain;
  const stacks = new Map<string, ProjectRecord[]>();
  for (const owner of chain.value) {
    for (const record of recordsOwnedBy(document, owner)) {
      const name = `${record.kind}:${record.key}`;
      const stack = stacks.get(name);
      if (stack === undefined) stacks.set(name, [record]);
      else stack.push(record);
    }
  }
  const records = [...stacks.values()].flatMap((stack): readonly ProjectRecord[] => {
    const top = stack.at(-1);
    if (top === undefined || top.body.removed === true) return [];
    const { kind, key, position } = top;
    return [{ id: `${id}:${kind}:${key}`, kind, scenarioId: id, key, position,
      body: layBodies(stack.map((r) => r.body)) }];
  });
  const own = Object.values(document).find((r) => r.kind === 'scenario' && r.key === id);
  if (own === undefined) return ok(records);
  const { basedOn: _basedOn, ...values } = own.body.values;
  return ok([{ ...own, body: { ...own.body, values } }, ...records]);
}

/**
 * The document with some of its scenarios only. A scenario keeps its base where that
 * stays; otherwise it takes over what it inherited, so that every plan is the same as
 * before.
 */
export function keepScenarios(
  document: ProjectDocument, ids: readonly string[],
): Result<readonly ProjectRecord[], ResolveProblem> {
  const kept: ProjectRecord[] = Object.values(document)
    .filter((r) => r.scenarioId === null && r.kind !== 'scenario');
  for (const { id, basedOn } of listScenarios(document)) {
    if (!ids.includes(id)) continue;
    if (ids.includes(basedOn)) {
      kept.push(...Object.values(document)
        .filter((r) => r.scenarioId === id || (r.kind === 'scenario' && r.key === id)));
      continue;
    }
    const alone = flattenScenario(document, id);
    if (!alone.ok) return alone;
    kept.push(...alone.value);
  }
  return ok(kept);
}
