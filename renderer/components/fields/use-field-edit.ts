import { useCallback, useRef } from 'react';
import type { Field, FieldValue } from '../../../shared/project/field.ts';
import type { FieldNote, ProjectDocument } from '../../../shared/project/record.ts';
import { describeIn } from '../../state/describe.ts';
import { fieldState, inputsOf, pathOf, type FieldAddress } from '../../state/document.ts';
import { changesBetween, resetField, setEntered } from '../../state/edits.ts';
import { usePlannerStore } from '../../state/hooks.tsx';
import { editAll } from '../../state/selected.ts';
import { labelEdit, labelReset } from '../../text/fields.ts';
import { recordText } from '../../text/records.ts';

export interface FieldEdit {
  /**
   * Stores a checked value. Between `begin` and the next `begin` all values are one step
   * of the history.
   */
  readonly commit: (value: FieldValue, merge: boolean, entered?: FieldNote | null) => void;
  readonly begin: () => void;
  /** Takes back what was stored since `begin`: it leaves no step of the history. */
  readonly cancel: () => void;
  readonly reset: () => void;
}

/** A drag or a run of typing: its merge key, and what stood there before it. */
interface Gesture {
  readonly key: string;
  readonly from: FieldValue;
  readonly document: ProjectDocument;
}

const alone: readonly string[] = [];

/** The name of a step that edits several records at once. */
const inAll = (label: string, { kind }: FieldAddress, others: readonly string[]): string =>
  (others.length === 0 ? label : recordText.inAll(label, kind, others.length + 1));

/**
 * Edits of one field. The document is read when the edit happens, so rows need not redraw
 * to stay right.
 * @param others keys of records that are edited together with this one
 */
export function useFieldEdit(
  field: Field, at: FieldAddress, others: readonly string[] = alone,
): FieldEdit {
  const store = usePlannerStore();
  const gesture = useRef<Gesture | null>(null);
  const begin = useCallback(() => {
    const { actions, project, scenarioId } = store.getState();
    if (project === null) return;
    const from = fieldState(project.edits.document, scenarioId, at)?.value ?? null;
    gesture.current = { key: actions.nextGesture(pathOf(at)), from,
      document: project.edits.document };
  }, [store, at]);
  const cancel = useCallback(() => {
    const { actions, project } = store.getState();
    if (project === null || gesture.current === null) return;
    const { key, document } = gesture.current;
    actions.edit(labelReset(field), changesBetween(project.edits.document, document), key);
  }, [store, field]);
  const commit = useCallback(
    (value: FieldValue, merge: boolean, entered: FieldNote | null = null) => {
      const { actions, project, scenarioId } = store.getState();
      if (project === null) return;
      if (gesture.current === null) begin();
      const { document } = project.edits;
      const inputs = inputsOf(document, scenarioId);
      const describe = (each: FieldValue): string =>
        describeIn(field, each, inputs.ok ? inputs.value : null);
      const before = merge
        ? (gesture.current?.from ?? null)
        : (fieldState(document, scenarioId, at)?.value ?? null);
      actions.edit(
        inAll(labelEdit(field, describe(before), describe(value)), at, others),
        editAll(document, at, others, (next, each) =>
          setEntered(next, scenarioId, each, value, entered)),
        merge ? gesture.current?.key : undefined,
      );
    },
    [store, field, at, others, begin],
  );
  const reset = useCallback(() => {
    const { actions, project, scenarioId } = store.getState();
    if (project !== null)
      actions.edit(inAll(labelReset(field), at, others), editAll(project.edits.document, at, others,
        (next, each) => resetField(next, scenarioId, each)));
  }, [store, field, at, others]);
  return { commit, begin, cancel, reset };
}
