import { useMemo } from 'react';
import type { ProjectDocument, RecordBody } from '../../../shared/project/record.ts';
import type { ScenarioInputs } from '../../../shared/project/resolve.ts';
import { inputsOf } from '../../state/document.ts';
import { addRecord, moveRecord, removeRecord } from '../../state/edits.ts';
import { usePlannerStore } from '../../state/hooks.tsx';
import {
  copyValues, firstValues, type ListKind, type RecordLine,
} from '../../state/record-lists.ts';
import type { PlannerStore } from '../../state/store.ts';
import { listText, recordText } from '../../text/records.ts';

export interface RecordEdits {
  readonly add: () => void;
  readonly duplicate: (line: RecordLine) => void;
  readonly remove: (line: RecordLine) => void;
  readonly move: (line: RecordLine, by: 1 | -1) => void;
}

/** Adding, copying, removing and reordering the records of a list. */
export function useRecordEdits(kind: ListKind): RecordEdits {
  const store = usePlannerStore();
  return useMemo(() => createRecordEdits(store, kind), [store, kind]);
}

/** The same for a store at hand, where no component asks. */
export function createRecordEdits(store: PlannerStore, kind: ListKind): RecordEdits {
  const { actions } = store.getState();
  const create = (
    label: string, wish: string,
    valuesFrom: (inputs: ScenarioInputs, document: ProjectDocument) => RecordBody['values'],
  ): void => {
    withDocument(store, (document, scenarioId, inputs) => {
      const added = addRecord(document, scenarioId, kind, wish, valuesFrom(inputs, document));
      actions.edit(label, added.edit);
      actions.pick(kind, added.key);
    });
  };
  return {
    add: () => {
      create(recordText.add(listText(kind).one), kind, (inputs) => firstValues(inputs, kind));
    },
    duplicate: ({ key, name }) => {
      create(recordText.duplicate(name), key,
        (inputs, document) => copyValues(document, inputs, kind, key));
    },
    remove: ({ key, name }) => {
      withDocument(store, (document, scenarioId) => {
        actions.edit(recordText.remove(name), removeRecord(document, scenarioId, kind, key));
      });
    },
    move: ({ key, name }, by) => {
      withDocument(store, (document, scenarioId) => {
        const label = by < 0 ? recordText.up(name) : recordText.down(name);
        actions.edit(label, moveRecord(document, scenarioId, kind, key, by));
      });
    },
  };
}

/**
 * Runs an edit on the document as it is now; without a sound scenario there is nothing to
 * edit.
 */
function withDocument(
  store: PlannerStore,
  run: (document: ProjectDocument, scenarioId: string, inputs: ScenarioInputs) => void,
): void {
  const { project, scenarioId } = store.getState();
  if (project === null) return;
  const inputs = inputsOf(project.edits.document, scenarioId);
  if (inputs.ok) run(project.edits.document, scenarioId, inputs.value);
}
