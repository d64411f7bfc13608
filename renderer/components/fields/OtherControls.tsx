import { Select, Switch, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type {
  ChoiceField, ReferenceField, TextField, ToggleField,
} from '../../../shared/project/field.ts';
import { checkValue } from '../../../shared/project/validate.ts';
import { pathOf } from '../../state/document.ts';
import { useInputs } from '../../state/hooks.tsx';
import { listOptions, optionalReference } from '../../state/references.ts';
import { explainField } from '../../text/fields.ts';
import { referenceText } from '../../text/references.ts';
import type { ControlProps } from './control.ts';

export function ChoiceControl({
  id,
  field,
  value,
  edit,
  disabled,
  describedBy,
}: ControlProps & { readonly field: ChoiceField }) {
  return (
    <Select
      id={id}
      className="select"
      allowDeselect={false}
      disabled={disabled}
      aria-describedby={describedBy}
      data={field.choices.map((c) => ({ ...c }))}
      value={typeof value === 'string' ? value : field.default}
      onChange={(next) => {
        if (next !== null) edit.commit(next, false);
      }}
    />
  );
}

/** A catalogue entry or a record of the scenario, found by typing part of its name. */
export function ReferenceControl({
  id,
  field,
  at,
  value,
  edit,
  disabled,
  describedBy,
}: ControlProps & { readonly field: ReferenceField }) {
  const inputs = useInputs();
  const options = inputs === null ? [] : listOptions(field.of, inputs, at.key);
  const current = typeof value === 'string' ? value : field.default;
  const known = options.some((option) => option.value === current);
  const optional = optionalReference(field.of);
  const data =
    known || current === ''
      ? options
      : [...options, { value: current, label: referenceText.unknown(current), note: '' }];
  const notes = new Map(options.map((option) => [option.value, option.note]));
  return (
    <Select
      id={id}
      className="select"
      searchable
      clearable={optional}
      allowDeselect={false}
      disabled={disabled}
      aria-describedby={describedBy}
      error={!known && current !== ''}
      nothingFoundMessage={referenceText.nothing}
      placeholder={optional ? referenceText.empty(field.of) : undefined}
      comboboxProps={{
        width: 360, position: 'bottom-end', shadow: 'md', transitionProps: { duration: 0 },
      }}
      data={data.map(({ value: v, label }) => ({ value: v, label }))}
      value={current === '' ? null : current}
      clearButtonProps={{ 'aria-label': referenceText.clear(field.label) }}
      renderOption={({ option }) => (
        <div className="option">
          <span>{option.label}</span>
          <small>{notes.get(option.value) ?? ''}</small>
        </div>
      )}
      onChange={(next) => {
        if (next !== null || optional) edit.commit(next ?? '', false);
      }}
    />
  );
}

export function ToggleControl({
  id,
  value,
  edit,
  disabled,
  describedBy,
}: ControlProps & { readonly field: ToggleField }) {
  return (
    <Switch
      id={id}
      disabled={disabled}
      aria-describedby={describedBy}
      checked={value === true}
      onChange={(event) => {
        edit.commit(event.currentTarget.checked, false);
      }}
    />
  );
}

/** Text is kept as it is typed; a month or a long note is checked by its length only. */
export function TextControl({
  id,
  field,
  at,
  value,
  edit,
  disabled,
  describedBy,
  onError,
}: ControlProps & { readonly field: TextField }) {
  const stored = typeof value === 'string' ? value : field.default;
  const [draft, setDraft] = useState(stored);
  const typing = useRef(false);
  useEffect(() => {
    if (!typing.current) setDraft(stored);
  }, [stored]);
  const type = (text: string): void => {
    setDraft(text);
    const checked = checkValue(field, text, pathOf(at));
    onError(checked.ok ? null : explainField(checked.error));
    if (checked.ok) edit.commit(text, true);
  };
  const shared = {
    id,
    disabled,
    value: draft,
    'aria-describedby': describedBy,
    maxLength: field.maxLength,
    onFocus: () => {
      typing.current = true;
      edit.begin();
    },
    onBlur: () => {
      typing.current = false;
      setDraft(stored);
    },
  };
  return field.maxLength > 500 ? (
    <Textarea
      {...shared}
      className="text"
      size="xs"
      onChange={(event) => {
        type(event.currentTarget.value);
      }}
    />
  ) : (
    <input
      {...shared}
      className="text-input"
      type="text"
      autoComplete="off"
      onChange={(event) => {
        type(event.currentTarget.value);
      }}
    />
  );
}
