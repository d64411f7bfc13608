import { createStore } from 'zustand/vanilla';
import type { FileRecord } from '../foreign/read-any.ts';
import { kindOf } from '../../shared/project/kinds.ts';
import { applyChanges, type ProjectDocument } from '../../shared/project/record.ts';
import { inputsOf } from './document.ts';
import { addRecord, setField, setNote, type Edit } from './edits.ts';
import { joinChanges } from './rebase.ts';

/** What is known of a file by where it was chosen. */
export interface ImportHint {
  /** Rack group whose server was measured. */
  readonly group?: string;
  readonly tp?: number;
  readonly attentionDp?: number;
  readonly ep?: number;
}

interface Chosen {
  readonly file: File | null;
  /** Files that were dropped together with it, and come next. */
  readonly waiting: readonly File[];
  readonly hint: ImportHint;
}

/** The file whose preview is open; one window has one. */
export const importStore = createStore<Chosen>(() => ({ file: null, waiting: [], hint: {} }));

export const importDialog = {
  open: (file: File, hint: ImportHint = {}): void => {
    importStore.setState({ file, waiting: [], hint });
  },
  /** One after the other, each with its own preview. */
  openAll: ([file, ...waiting]: readonly File[]): void => {
    importStore.setState({ file: file ?? null, waiting, hint: {} });
  },
  /** Puts the file away; the next one that waits is shown. */
  close: (): void => { importDialog.openAll(importStore.getState().waiting); },
};

/** Changes whose records say where their values are from. */
const withNotes = (edit: Edit, notes: FileRecord['notes']): Edit => (notes === undefined ? edit
  : edit.map((change) => (change.after === null ? change
    : { ...change, after: { ...change.after, body: { ...change.after.body, notes } } })));

/** Records parted into those a scenario lacks and types it has under their name. */
export function partKnown(
  document: ProjectDocument, scenarioId: string, records: readonly FileRecord[],
): { readonly fresh: readonly FileRecord[]; readonly known: readonly FileRecord[] } {
  const inputs = inputsOf(document, scenarioId);
  const slugs = new Set((inputs.ok ? [...inputs.value.deviceType, ...inputs.value.rackType] : [])
    .map(({ kind, values }) => `${kind} ${values.slug}`));
  const isKnown = ({ kind, values }: FileRecord): boolean =>
    slugs.has(`${kind} ${String(values['slug'])}`);
  return { fresh: records.filter((each) => !isKnown(each)), known: records.filter(isKnown) };
}

/**
 * Records of a file in one step to undo. A kind of which there is one gets its values.
 * @returns the step, and the last record it adds
 */
export function keepRecords(
  document: ProjectDocument, scenarioId: string, records: readonly FileRecord[],
): { readonly edit: Edit; readonly added: Pick<FileRecord, 'kind' | 'key'> | null } {
  let edit: Edit = [];
  let next = document;
  let last: Pick<FileRecord, 'kind' | 'key'> | null = null;
  const take = (step: Edit): void => {
    next = applyChanges(next, step);
    edit = joinChanges(edit, step);
  };
  for (const { kind, key, values, notes } of records) {
    if (kindOf(kind).count !== 'one') {
      const added = addRecord(next, scenarioId, kind, key, values);
      take(withNotes(added.edit, notes));
      last = { kind, key: added.key };
    } else for (const [field, value] of Object.entries(values)) {
      take(setField(next, scenarioId, { kind, key, field }, value));
      const note = notes?.[field];
      if (note !== undefined) take(setNote(next, scenarioId, { kind, key, field }, note));
    }
  }
  return { edit, added: last };
}
