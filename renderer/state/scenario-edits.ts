import { findLockedScenario } from '../../shared/project/locked.ts';
import {
  sameRecord, type Change, type ProjectDocument, type ProjectRecord,
} from '../../shared/project/record.ts';
import { listScenarios, scenarioChain } from '../../shared/project/resolve.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import { freeKey, setField, type Edit } from './edits.ts';
import { deleteScenario, dependants, scenarioTree, type ScenarioInfo } from './scenarios.ts';

/** Why scenarios cannot be put together as asked. */
export type ScenarioProblem =
  | { readonly code: 'no-scenario'; readonly id: string }
  | { readonly code: 'circular'; readonly scenario: string; readonly base: string }
  | { readonly code: 'locked'; readonly names: readonly string[] };

const recordsIn = (document: ProjectDocument, id: string): readonly ProjectRecord[] =>
  Object.values(document).filter(({ scenarioId }) => scenarioId === id);

const scenarioOf = (document: ProjectDocument, id: string): ProjectRecord | undefined =>
  Object.values(document).find(({ kind, key }) => kind === 'scenario' && key === id);

/** A record of one scenario as another would store it. */
const handedTo = (record: ProjectRecord, scenarioId: string): ProjectRecord =>
  ({ ...record, id: `${scenarioId}:${record.kind}:${record.key}`, scenarioId });

const setOwn = (
  document: ProjectDocument, id: string, field: 'name' | 'note' | 'basedOn' | 'locked',
  value: string | boolean,
): Edit => setField(document, id, { kind: 'scenario', key: id, field }, value);

export const renameScenario = (document: ProjectDocument, id: string, name: string): Edit =>
  name.trim() === '' ? [] : setOwn(document, id, 'name', name.trim());
export const noteScenario = (document: ProjectDocument, id: string, note: string): Edit =>
  setOwn(document, id, 'note', note);
export const lockScenario = (document: ProjectDocument, id: string, locked: boolean): Edit =>
  setOwn(document, id, 'locked', locked);

/**
 * A second scenario that says the same: same base, same stored differences. It is never
 * locked.
 */
export function duplicateScenario(
  document: ProjectDocument, id: string, name: string,
): { readonly edit: Edit; readonly key: string } | null {
  const original = scenarioOf(document, id);
  if (original === undefined) return null;
  const key = freeKey(document, 'scenario', 'scenario');
  const last = Math.max(...listPositions(document));
  const own: ProjectRecord = {
    ...original, id: `document:scenario:${key}`, key, position: last + 1,
    body: { ...original.body, values: { ...original.body.values, name, locked: false } },
  };
  const copies = [own, ...recordsIn(document, id).map((record) => handedTo(record, key))];
  return { key, edit: copies.map((after) => ({ id: after.id, before: null, after })) };
}

const listPositions = (document: ProjectDocument): readonly number[] =>
  Object.values(document).filter(({ kind }) => kind === 'scenario')
    .map(({ position }) => position);

/**
 * Exchanges a scenario with the next or previous one of the same base; its own dependants
 * move with it.
 */
export function moveScenario(document: ProjectDocument, id: string, by: 1 | -1): Edit {
  const all = listScenarios(document);
  const base = all.find((each) => each.id === id)?.basedOn;
  const siblings = all.filter(({ basedOn }) => basedOn === base).map((each) => each.id);
  const at = siblings.indexOf(id);
  const other = siblings[at + by];
  if (at < 0 || other === undefined) return [];
  const exchanged =
    all.map((each) => (each.id === id ? other : each.id === other ? id : each.id));
  const order = scenarioTree(document, exchanged).map((node) => node.id);
  return order.flatMap((key, index): Edit => {
    const before = scenarioOf(document, key);
    return before === undefined || before.position === index + 1 ? []
      : [{ id: before.id, before, after: { ...before, position: index + 1 } }];
  });
}

/** Scenarios that may become the base of this one: all but itself and those built on it. */
export const possibleBases = (document: ProjectDocument, id: string): readonly ScenarioInfo[] =>
  listScenarios(document).filter((each) => {
    const chain = scenarioChain(document, each.id);
    return chain.ok && !chain.value.includes(id);
  });

/**
 * Lays the scenario's stored differences over another base; an empty base makes it stand
 * alone.
 */
export function rebaseScenario(
  document: ProjectDocument, id: string, base: string,
): Result<Edit, ScenarioProblem> {
  const own = listScenarios(document).find((each) => each.id === id);
  if (own === undefined) return refuse({ code: 'no-scenario', id });
  if (own.locked) return refuse({ code: 'locked', names: [own.name] });
  if (base !== '' && !possibleBases(document, id).some((each) => each.id === base))
    return refuse({ code: 'circular', scenario: id, base });
  return ok(setOwn(document, id, 'basedOn', base));
}

/** The upper record laid over the lower one, as a single record that resolves to the same. */
function merged(lower: ProjectRecord, upper: ProjectRecord): ProjectRecord {
  const notes = { ...lower.body.notes, ...upper.body.notes };
  const body = { ...upper.body, values: { ...lower.body.values, ...upper.body.values } };
  return { ...upper, body: Object.keys(notes).length === 0 ? body : { ...body, notes } };
}

/** What a child stores once it carries the differences of the scenario it was built on. */
function takeOver(document: ProjectDocument, from: string, child: string): Edit {
  const own = new Map(
    recordsIn(document, child).map((record) => [`${record.kind}:${record.key}`, record]),
  );
  return recordsIn(document, from).map((lower): Change => {
    const upper = own.get(`${lower.kind}:${lower.key}`);
    const after = upper === undefined ? handedTo(lower, child) : merged(lower, upper);
    return { id: after.id, before: upper ?? null, after };
  });
}

/**
 * Deletes a scenario so that no other one changes: those built on it take over its
 * differences and its base. Locked ones among them refuse, since their records would have
 * to change.
 */
export function deleteKeepingResults(
  document: ProjectDocument, id: string,
): Result<Edit, ScenarioProblem> {
  const own = listScenarios(document).find((each) => each.id === id);
  if (own === undefined) return refuse({ code: 'no-scenario', id });
  const children = dependants(document, id);
  const locked = [own, ...children].filter((each) => each.locked).map(({ name }) => name);
  if (locked.length > 0) return refuse({ code: 'locked', names: locked });
  return ok([
    ...children.flatMap((child) => [
      ...setOwn(document, child.id, 'basedOn', own.basedOn),
      ...takeOver(document, id, child.id),
    ]),
    ...deleteScenario(document, id),
  ]);
}

/** The changes that make one document into another. */
export const changesTo = (from: ProjectDocument, to: ProjectDocument): Edit =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((id): Edit => {
    const [before, after] = [from[id] ?? null, to[id] ?? null];
    return sameRecord(before, after) ? [] : [{ id, before, after }];
  });

/**
 * Turns the present document into an earlier one; a locked scenario that would change
 * refuses.
 */
export function restoreTo(
  present: ProjectDocument, version: ProjectDocument,
): Result<Edit, ScenarioProblem> {
  const edit = changesTo(present, version);
  const locked = findLockedScenario(present, edit);
  if (locked === null) return ok(edit);
  const name = listScenarios(present).find(({ id }) => id === locked)?.name ?? locked;
  return refuse({ code: 'locked', names: [name] });
}
