import type { FieldValue } from '../../shared/project/field.ts';
import { enteredPattern } from '../../shared/project/entered-amount.ts';
import { kindOf, type KindName } from '../../shared/project/kinds.ts';
import {
  applyChanges,
  type Change,
  type FieldNote,
  type ProjectDocument,
  type ProjectRecord,
  type RecordBody,
} from '../../shared/project/record.ts';
import {
  inheritedFrom,
  inputsOf,
  ownerOf,
  ownRecord,
  recordOf,
  recordsOf,
  type FieldAddress,
} from './document.ts';

/**
 * Edits as plain changes. Each function looks at the document and says what would differ;
 * none of them stores anything. An empty list means that nothing would change.
 */
export type Edit = readonly Change[];

const idOf = (owner: string | null, kind: KindName, key: string): string =>
  `${owner ?? 'document'}:${kind}:${key}`;

/** The scenario's own record of a key, or an empty one laid over what it inherits. */
function ownOrOverlay(
  document: ProjectDocument,
  scenarioId: string,
  kind: KindName,
  key: string,
): ProjectRecord {
  const owner = ownerOf(kind, scenarioId);
  const inputs = inputsOf(document, scenarioId);
  const position = inputs.ok ? (recordOf(inputs.value, kind, key)?.position ?? 0) : 0;
  return (
    ownRecord(document, scenarioId, kind, key) ?? {
      id: idOf(owner, kind, key),
      kind,
      scenarioId: owner,
      key,
      position,
      body: { values: {} },
    }
  );
}

const write = (document: ProjectDocument, after: ProjectRecord): Edit => [
  { id: after.id, before: document[after.id] ?? null, after },
];

/** What leads from one document to another; records that are the same are left out. */
export function changesBetween(from: ProjectDocument, to: ProjectDocument): Edit {
  const ids = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return ids.filter((id) => from[id] !== to[id])
    .map((id) => ({ id, before: from[id] ?? null, after: to[id] ?? null }));
}

/** Sets one field. */
export function setField(
  document: ProjectDocument,
  scenarioId: string,
  at: FieldAddress,
  value: FieldValue,
): Edit {
  const record = ownOrOverlay(document, scenarioId, at.kind, at.key);
  if (record.body.values[at.field] === value) return [];
  return write(document, {
    ...record,
    body: { ...record.body, values: { ...record.body.values, [at.field]: value } },
  });
}

/**
 * Sets one field as a person typed it. The note of an amount in a third currency goes
 * with its amount: it is written with it and dropped when another amount is typed; notes
 * of people stay.
 */
export function setEntered(
  document: ProjectDocument, scenarioId: string, at: FieldAddress, value: FieldValue,
  entered: FieldNote | null,
): Edit {
  const set = setField(document, scenarioId, at, value);
  const present = ownRecord(document, scenarioId, at.kind, at.key)?.body.notes?.[at.field]
    ?? {};
  const note = withEntered(present, entered);
  if (note.note === present.note && note.source === present.source) return set;
  const noted = setNote(applyChanges(document, set), scenarioId, at,
    note.note === undefined && note.source === undefined ? null : note);
  const last = [...set, ...noted].at(-1);
  return last === undefined ? [] : [{ ...last, before: document[last.id] ?? null }];
}

/** A note with the original of an amount put before what people wrote, or taken out of it. */
function withEntered({ note = '', source }: FieldNote, entered: FieldNote | null): FieldNote {
  const own = note.replace(enteredPattern, '');
  const was = own !== note;
  const text = [entered?.note ?? '', own].filter((part) => part !== '').join(' ');
  const from = entered === null ? (was && own === '' ? undefined : source) : was
    || source === undefined ? entered.source : source;
  return { ...(text === '' ? {} : { note: text }),
    ...(from === undefined ? {} : { source: from }) };
}

/**
 * Forgets the scenario's own value, so that the inherited value or the default counts
 * again.
 */
export function resetField(
  document: ProjectDocument, scenarioId: string, at: FieldAddress,
): Edit {
  const record = ownRecord(document, scenarioId, at.kind, at.key);
  if (record === null || !(at.field in record.body.values)) return [];
  const { [at.field]: _gone, ...values } = record.body.values;
  return writeOrForget(document, scenarioId, { ...record, body: { ...record.body, values } });
}

/** Writes or clears the note on a field. */
export function setNote(
  document: ProjectDocument,
  scenarioId: string,
  at: FieldAddress,
  note: FieldNote | null,
): Edit {
  const record = ownOrOverlay(document, scenarioId, at.kind, at.key);
  const { [at.field]: _old, ...others } = record.body.notes ?? {};
  const notes = note === null ? others : { ...others, [at.field]: note };
  const { notes: _notes, ...rest } = record.body;
  const body: RecordBody = Object.keys(notes).length === 0 ? rest : { ...rest, notes };
  return writeOrForget(document, scenarioId, { ...record, body });
}

/** A record that says nothing any more is deleted, unless it is what makes its entity exist. */
function writeOrForget(
  document: ProjectDocument, scenarioId: string, record: ProjectRecord,
): Edit {
  const { values, notes, removed } = record.body;
  const empty = Object.keys(values).length === 0 && notes === undefined && removed !== true;
  const needed =
    kindOf(record.kind).count === 'many' &&
    inheritedFrom(document, scenarioId, record.kind, record.key) === null;
  const before = document[record.id] ?? null;
  if (!empty || needed) return write(document, record);
  return before === null ? [] : [{ id: record.id, before, after: null }];
}

/** A key nobody in the file uses for this kind: `chat`, `chat-2`, `chat-3`, ... */
export function freeKey(document: ProjectDocument, kind: KindName, wish: string): string {
  const taken = new Set(
    Object.values(document)
      .filter((r) => r.kind === kind)
      .map((r) => r.key),
  );
  let key = wish;
  for (let n = 2; taken.has(key); n++) key = `${wish.slice(0, 56)}-${n}`;
  return key;
}

/** Position after the last record of the kind. */
function lastPosition(document: ProjectDocument, scenarioId: string, kind: KindName): number {
  const inputs = inputsOf(document, scenarioId);
  const records = inputs.ok ? recordsOf(inputs.value, kind) : [];
  return Math.max(0, ...records.map((r) => r.position));
}

/** Adds a record, empty or with the values of another one. Returns its key as well. */
export function addRecord(
  document: ProjectDocument,
  scenarioId: string,
  kind: KindName,
  wish: string,
  values: RecordBody['values'],
): { readonly edit: Edit; readonly key: string } {
  const key = freeKey(document, kind, wish);
  const owner = ownerOf(kind, scenarioId);
  const position = lastPosition(document, scenarioId, kind) + 1;
  const record: ProjectRecord = {
    id: idOf(owner, kind, key),
    kind,
    scenarioId: owner,
    key,
    position,
    body: { values },
  };
  return { edit: write(document, record), key };
}

/**
 * Removes a record: deletes the scenario's own, and marks an inherited one as not
 * existing here.
 */
export function removeRecord(
  document: ProjectDocument,
  scenarioId: string,
  kind: KindName,
  key: string,
): Edit {
  const own = ownRecord(document, scenarioId, kind, key);
  if (inheritedFrom(document, scenarioId, kind, key) === null)
    return own === null ? [] : [{ id: own.id, before: own, after: null }];
  const overlay = ownOrOverlay(document, scenarioId, kind, key);
  return write(document, { ...overlay, body: { values: {}, removed: true } });
}

/** Moves a record one place up or down among its kind by exchanging positions. */
export function moveRecord(
  document: ProjectDocument,
  scenarioId: string,
  kind: KindName,
  key: string,
  by: 1 | -1,
): Edit {
  const inputs = inputsOf(document, scenarioId);
  const records = inputs.ok ? recordsOf(inputs.value, kind) : [];
  const from = records.findIndex((r) => r.key === key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= records.length) return [];
  const order = records.map((r) => r.key);
  order.splice(to, 0, ...order.splice(from, 1));
  return order.flatMap((each, index) => {
    const record = ownOrOverlay(document, scenarioId, kind, each);
    return record.position === index + 1 ? []
      : write(document, { ...record, position: index + 1 });
  });
}
