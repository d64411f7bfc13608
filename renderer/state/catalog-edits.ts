import {
  fileEntry, valuesOf, type FiledEntry,
} from '../../shared/plan/entries/own-catalog-files.ts';
import type { OwnCollection, StatedFigure } from '../../shared/plan/entries/own-catalog.ts';
import { applyChanges, type ProjectDocument } from '../../shared/project/record.ts';
import type { Resolved, ScenarioInputs } from '../../shared/project/resolve.ts';
import { inputsOf } from './document.ts';
import { addRecord, removeRecord, type Edit } from './edits.ts';
import { joinChanges } from './rebase.ts';
import { setFields } from './set-fields.ts';

type OwnRecord = Resolved<'catalogEntry'>;

/** The project's own record of an entry, if it has one. */
export const ownRecordOf = (
  inputs: ScenarioInputs, collection: OwnCollection, entry: string,
): OwnRecord | undefined =>
  inputs.catalogEntry.find(
    ({ values }) => values.collection === collection && values.entry === entry,
  );

/** Keys of records are made of the entry's. */
const recordKey = (entry: string): string => entry.toLowerCase()
  .replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-|-$/gu, '').slice(0, 40) || 'own';

/** Writes an entry: into its record, or into a new one. */
export function writeEntry(
  document: ProjectDocument, scenarioId: string, entry: FiledEntry,
): Edit {
  const inputs = inputsOf(document, scenarioId);
  const present = inputs.ok ? ownRecordOf(inputs.value, entry.collection, entry.entry)
    : undefined;
  const values = valuesOf(entry);
  if (present === undefined)
    return addRecord(document, scenarioId, 'catalogEntry', recordKey(entry.entry), values).edit;
  return setFields(document, scenarioId, Object.entries(values).map(([field, value]) =>
    ({ at: { kind: 'catalogEntry', key: present.key, field } as const, value })));
}

/** Writes several entries as one command. */
export function writeEntries(
  document: ProjectDocument, scenarioId: string, entries: readonly FiledEntry[],
): Edit {
  let edits: Edit = [];
  let next = document;
  for (const entry of entries) {
    const edit = writeEntry(next, scenarioId, entry);
    next = applyChanges(next, edit);
    edits = joinChanges(edits, edit);
  }
  return edits;
}

const emptyEntry = (collection: OwnCollection, entry: string, name: string): FiledEntry =>
  ({ collection, entry, basedOn: '', name, figures: {}, properties: {} });

/** The entry as the project has it, or one that states nothing yet. */
export function entryOf(
  inputs: ScenarioInputs, collection: OwnCollection, entry: string, name: string,
): FiledEntry {
  const record = ownRecordOf(inputs, collection, entry);
  return (record === undefined ? null : fileEntry(record))
    ?? emptyEntry(collection, entry, name);
}

/** The entry with a figure stated, or with its own value taken back (null). */
export function withFigure(
  entry: FiledEntry, path: string, figure: StatedFigure | null,
): FiledEntry {
  const { [path]: _old, ...others } = entry.figures;
  return { ...entry, figures: figure === null ? others : { ...others, [path]: figure } };
}

/** Takes an own entry out: a built-in one is as shipped again. */
export function dropEntry(
  document: ProjectDocument, scenarioId: string, record: OwnRecord,
): Edit {
  return removeRecord(document, scenarioId, 'catalogEntry', record.key);
}
