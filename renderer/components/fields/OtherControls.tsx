import { Select, Switch, Textarea, type SelectProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type {
  ChoiceField, ReferenceField, TextField, ToggleField,
} from '../../../shared/project/field.ts';
import type { Misfit } from '../../../shared/plan/entries/misfits.ts';
import { checkValue } from '../../../shared/project/validate.ts';
import { pathOf } from '../../state/document.ts';
import { useInputs } from '../../state/hooks.tsx';
import { useMisfits } from '../../state/misfits.ts';
import { listOptions, optionalReference } from '../../state/references.ts';
import { explainField, explainMisfit, fieldText } from '../../text/fields.ts';
import { referenceText } from '../../text/references.ts';
import type { ControlProps } from './control.ts';

/** A list wide enough for a reason below each option. */
const wideList: NonNullable<SelectProps['comboboxProps']> = {
  width: 360, position: 'bottom-end', shadow: 'md', transitionProps: { duration: 0 },
};

/**
 * A list opens by a click, by Enter or by an arrow, not by being passed with Tab. Lists to
 * type in know all of these but Enter.
 */
const opening: Pick<SelectProps, 'openOnFocus' | 'onKeyDown'> = {
  openOnFocus: false,
  onKeyDown: (event) => {
    const { currentTarget: box } = event;
    if (event.key === 'Enter' && box.ariaExpanded !== 'true') box.click();
  },
};

/** An option with a line below it: what sets it apart, and why it does not fit. */
const optionWith = (
  notes: ReadonlyMap<string, string>, misfits: ReadonlyMap<string, Misfit>,
): NonNullable<SelectProps['renderOption']> => function Option({ option }) {
  const misfit = misfits.get(option.value);
  return (
    <div className="option" data-misfit={misfit?.status}>
      <span>{option.label}</span>
      <small>{misfit === undefined ? (notes.get(option.value) ?? '') : explainMisfit(misfit)}</small>
    </div>
  );
};

const noNotes: ReadonlyMap<string, string> = new Map();

export function ChoiceControl({
  id,
  field,
  at,
  value,
  mixed = false,
  edit,
  disabled,
  describedBy,
}: ControlProps & { readonly field: ChoiceField }) {
  const misfits = useMisfits(at, field.choices.map((choice) => choice.value));
  const current = typeof value === 'string' ? value : field.default;
  return (
    <Select
      id={id}
      className="select"
      allowDeselect={false}
      disabled={disabled}
      aria-describedby={describedBy}
      data={field.choices.map((c) => ({ ...c }))}
      {...(misfits.size === 0 ? {} : { renderOption: optionWith(noNotes, misfits),
        comboboxProps: wideList })}
      value={mixed ? null : current}
      {...(mixed ? { placeholder: fieldText.several } : {})}
      error={!mixed && misfits.get(current)?.status === 'not'}
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
  mixed = false,
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
  const misfits = useMisfits(at, options.map((option) => option.value));
  return (
    <Select
      id={id}
      className="select"
      searchable
      {...opening}
      clearable={optional}
      allowDeselect={false}
      disabled={disabled}
      aria-describedby={describedBy}
      error={!mixed && ((!known && current !== '') || misfits.get(current)?.status === 'not')}
      nothingFoundMessage={referenceText.nothing}
      placeholder={mixed ? fieldText.several
        : optional ? referenceText.empty(field.of) : undefined}
      comboboxProps={wideList}
      data={data.map(({ value: v, label }) => ({ value: v, label }))}
      value={mixed || current === '' ? null : current}
      clearButtonProps={{ 'aria-label': referenceText.clear(field.label) }}
      renderOption={optionWith(notes, misfits)}
      onChange={(next) => {
        if (next !== null || optional) edit.commit(next ?? '', false);
      }}
    />
  );
}

export function ToggleControl({
  id,
  value,
  mixed = false,
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
      {...(mixed ? { label: fieldText.several } : {})}
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
  mixed = false,
  edit,
  disabled,
  describedBy,
  onError,
}: ControlProps & { readonly field: TextField }) {
  const stored = typeof value === 'string' ? value : mixed ? '' : field.default;
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
    placeholder: mixed ? fieldText.several : undefined,
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
