import { useMemo } from 'react';
import { addRecord, moveRecord, removeRecord } from '../../state/edits.ts';
import { inputsOf, recordOf, valueOf } from '../../state/document.ts';
import { usePlannerStore } from '../../state/hooks.tsx';
import type { ListKind, RecordLine } from '../../state/record-lists.ts';
import { listText, recordText } from '../../text/records.ts';
import { kindOf } from '../../../shared/project/kinds.ts';
import type { ProjectDocument, RecordBody } from '../../../shared/project/record.ts';
import type { PlannerStore } from '../../state/store.ts';

export interface RecordEdits {
  readonly add: () => void;
  readonly duplicate: (line: RecordLine) => void;
  readonly remove: (line: RecordLine) => void;
  readonly move: (line: RecordLine, by: 1 | -1) => void;
}

/** Adding, copying, removing and reordering the records of a list. */
export function useRecordEdits(kind: ListKind): RecordEdits {
  const store = usePlannerStore();
  return useMemo(() => {
    const add = (label: string, wish: string, values: RecordBody['values']): void => {
      withDocument(store, (document, scenarioId) => {
        const added = addRecord(document, scenarioId, kind, wish, values);
        const { actions } = store.getState();
        actions.edit(label, added.edit);
        actions.pick(kind, added.key);
      });
    };
    const { one } = listText[kind];
    return {
      add: () => {
        add(recordText.add(one), kind, firstValues(store, kind));
      },
      duplicate: ({ key, name }) => {
        add(recordText.duplicate(name), key, {
          ...valuesOf(store, kind, key),
          name: recordText.copyOf(name),
        });
      },
      remove: ({ key, name }) => {
        withDocument(store, (document, scenarioId) => {
          store
            .getState()
            .actions.edit(recordText.remove(name), removeRecord(document, scenarioId, kind, key));
        });
      },
      move: ({ key, name }, by) => {
        withDocument(store, (document, scenarioId) => {
          store
            .getState()
            .actions.edit(
              by < 0 ? recordText.up(name) : recordText.down(name),
              moveRecord(document, scenarioId, kind, key, by),
            );
        });
      },
    };
  }, [store, kind]);
}

function withDocument(
  store: PlannerStore,
  run: (document: ProjectDocument, scenarioId: string) => void,
): void {
  const { project, scenarioId } = store.getState();
  if (project !== null) run(project.edits.document, scenarioId);
}

/** Values that differ from the defaults, whoever set them: what a copy has to store. */
function valuesOf(store: PlannerStore, kind: ListKind, key: string): RecordBody['values'] {
  const { project, scenarioId } = store.getState();
  const inputs = project === null ? null : inputsOf(project.edits.document, scenarioId);
  const record = inputs?.ok === true ? recordOf(inputs.value, kind, key) : undefined;
  if (record === undefined) return {};
  return Object.fromEntries(
    kindOf(kind)
      .fields.filter((field) => record.set.has(field.key))
      .map((field) => [field.key, valueOf(record, field.key)]),
  );
}

/** A new record has a name of its own; new racks serve traffic that exists. */
function firstValues(store: PlannerStore, kind: ListKind): RecordBody['values'] {
  const { project, scenarioId } = store.getState();
  const inputs = project === null ? null : inputsOf(project.edits.document, scenarioId);
  if (inputs?.ok !== true) return {};
  const name = recordText.newName(listText[kind].one, inputs.value[kind].length + 1);
  const traffic = inputs.value.traffic[0];
  return kind === 'rackGroup' && traffic !== undefined ? { name, traffic: traffic.key } : { name };
}
