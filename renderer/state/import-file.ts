import { createStore } from 'zustand/vanilla';
import type { FileRecord } from '../foreign/read-any.ts';
import { kindOf } from '../../shared/project/kinds.ts';
import { applyChanges, type ProjectDocument } from '../../shared/project/record.ts';
import { addRecord, setField, setNote, type Edit } from './edits.ts';
import { joinChanges } from './rebase.ts';

/** The file whose preview is open; one window has one. */
export const importStore = createStore<{ readonly file: File | null }>(() => ({ file: null }));

export const importDialog = {
  open: (file: File): void => { importStore.setState({ file }); },
  close: (): void => { importStore.setState({ file: null }); },
};

/** Changes whose records say where their values are from. */
const withNotes = (edit: Edit, notes: FileRecord['notes']): Edit => (notes === undefined ? edit
  : edit.map((change) => (change.after === null ? change
    : { ...change, after: { ...change.after, body: { ...change.after.body, notes } } })));

/** Records of a file in one step to undo. A kind of which there is one gets its values. */
export function keepRecords(
  document: ProjectDocument, scenarioId: string, records: readonly FileRecord[],
): Edit {
  let edits: Edit = [];
  let next = document;
  const take = (edit: Edit): void => {
    next = applyChanges(next, edit);
    edits = joinChanges(edits, edit);
  };
  for (const { kind, key, values, notes } of records) {
    if (kindOf(kind).count !== 'one')
      take(withNotes(addRecord(next, scenarioId, kind, key, values).edit, notes));
    else for (const [field, value] of Object.entries(values)) {
      take(setField(next, scenarioId, { kind, key, field }, value));
      const note = notes?.[field];
      if (note !== undefined) take(setNote(next, scenarioId, { kind, key, field }, note));
    }
  }
  return edits;
}
