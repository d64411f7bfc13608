import { useId, useState } from 'react';
import type { Field } from '../../../shared/project/field.ts';
import { fieldState, type FieldAddress } from '../../state/document.ts';
import { useIsFixed, usePlanner } from '../../state/hooks.tsx';
import type { ControlProps } from './control.ts';
import { Control } from './Control.tsx';
import './fields.css';
import { useFieldEdit } from './use-field-edit.ts';

/** The control of an input alone, for a table whose row says what it is. */
export function FieldCell({ field, at, label }: {
  readonly field: Field; readonly at: FieldAddress; readonly label: string
}) {
  const id = useId();
  const [error, setError] = useState<string | null>(null);
  const edit = useFieldEdit(field, at);
  const state = usePlanner(({ project, scenarioId }) =>
    project === null ? null : fieldState(project.edits.document, scenarioId, at));
  const disabled = useIsFixed(at.kind);
  if (state === null) return null;
  const control: ControlProps = {
    id, at, value: state.value, edit, disabled, describedBy: `${id}-about`, onError: setError,
  };
  return (
    <div className="field-cell" data-type={field.type}>
      <label className="unseen" htmlFor={id}>{label}</label>
      <Control field={field} control={control} />
      <span id={`${id}-about`} className={error === null ? 'unseen' : 'field-error'}
        role={error === null ? undefined : 'alert'}>
          {error ?? field.help}
        </span>
    </div>
  );
}
