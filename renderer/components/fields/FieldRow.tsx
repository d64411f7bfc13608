import { Tooltip } from '@mantine/core';
import { IconRotate2 } from '@tabler/icons-react';
import { memo, useEffect, useId, useRef, useState } from 'react';
import type { Field } from '../../../shared/project/field.ts';
import {
  fieldState, pathOf, type FieldAddress, type FieldState,
} from '../../state/document.ts';
import { useIsFixed, usePlanner, usePlannerStore } from '../../state/hooks.tsx';
import { isMixed, othersOf } from '../../state/selected.ts';
import { describeValue, fieldText } from '../../text/fields.ts';
import { AssumedMark } from '../EvidenceBadge.tsx';
import { useAutoValue, useMissingPrice } from './auto-value.ts';
import type { ControlProps } from './control.ts';
import { Control } from './Control.tsx';
import './fields.css';
import { useFieldEdit } from './use-field-edit.ts';
import { useScrub } from './use-scrub.ts';

interface Props {
  readonly field: Field;
  readonly at: FieldAddress;
  /** Why the field has no effect now; null when it has one. */
  readonly inactive: string | null;
}

/**
 * One input: label and marks, control, reset, and what is wrong with what was typed. The
 * reset stands before the label for the eye and after the control for the keyboard.
 */
export const FieldRow = memo(function FieldRow({ field, at, inactive }: Props) {
  const id = useId();
  const store = usePlannerStore();
  const state = usePlanner(({ project, scenarioId }) =>
    project === null ? null : fieldState(project.edits.document, scenarioId, at),
  );
  const disabled = useIsFixed(at.kind);
  const selected = usePlanner(
    ({ selection }) => selection?.kind === 'field' && pathOf(selection.at) === pathOf(at),
  );
  const others = usePlanner((planner) => othersOf(planner, at));
  const mixed = usePlanner(({ project, scenarioId }) => others.length > 0 && project !== null
    && isMixed(project.edits.document, scenarioId, at, others));
  const edit = useFieldEdit(field, at, others);
  const [error, setError] = useState<string | null>(null);
  const missing = useMissingPrice(at);
  const row = useJumpTarget(at, id);
  const auto = useAutoValue(field, at);
  const value = mixed ? null : typeof state?.value === 'number' ? state.value : auto;
  const scrub = useScrub({ field, value, edit, disabled });
  if (state === null) return null;
  const control: ControlProps = {
    id,
    at,
    value: mixed ? null : state.value,
    mixed,
    edit,
    disabled,
    describedBy: missing ? `${id}-missing ${id}-about` : `${id}-about`,
    onError: setError,
  };
  const select = (): void => {
    store.getState().actions.select({ kind: 'field', at });
  };
  return (
    <div
      ref={row}
      className="field"
      data-field={pathOf(at)}
      data-type={field.type}
      data-selected={selected || undefined}
      data-inactive={inactive !== null || undefined}
      onFocusCapture={select}>
      <Tooltip label={field.help} position="top-start" openDelay={500}>
        <label className="field-label" htmlFor={id} {...scrub.handlers}
          data-scrubbing={scrub.scrubbing || undefined}>
          {field.label}
          {isAssumed(field, state) && <AssumedMark />}
        </label>
      </Tooltip>
      <Control field={field} control={control} />
      <Origin
        field={field}
        state={state}
        disabled={disabled}
        reset={() => {
          setError(null);
          edit.reset();
        }}
      />
      <span
        id={`${id}-about`}
        className={error === null ? 'unseen' : 'field-error'}
        role={error === null ? undefined : 'alert'}>
        {error ?? field.help}
      </span>
      {missing && <span id={`${id}-missing`}
        className="field-inactive">{fieldText.noPrice}</span>}
      {inactive !== null
        && <span className="field-inactive">{fieldText.effectWhen(inactive)}</span>}
    </div>
  );
});

const isAssumed = (field: Field, { value, origin }: FieldState): boolean =>
  field.evidence === 'assumed' && (origin === 'default' || value === field.default);

interface OriginProps {
  readonly field: Field;
  readonly state: FieldState;
  readonly disabled: boolean;
  readonly reset: () => void;
}

/**
 * The mark of a changed value, which takes the change back when pressed; a ring marks an
 * inherited one.
 */
function Origin({ field, state: { origin, fallback }, disabled, reset }: OriginProps) {
  if (origin === 'default') return null;
  if (origin === 'inherited') {
    return (
      <span className="origin" data-origin="inherited" title={fieldText.inherited}>
        <span className="unseen">{fieldText.inherited}</span>
      </span>
    );
  }
  const label = fieldText.reset(field.label, describeValue(field, fallback));
  return (
    <Tooltip label={`${fieldText.changed}. ${label}`}>
      <button
        type="button"
        className="plain-button origin"
        data-origin="here"
        disabled={disabled}
        aria-label={label}
        onClick={reset}>
        <IconRotate2 size={13} stroke={1.9} aria-hidden />
      </button>
    </Tooltip>
  );
}

/** Focuses the field when palette or inspector ask for it. */
function useJumpTarget(at: FieldAddress, id: string): React.RefObject<HTMLDivElement | null> {
  const row = useRef<HTMLDivElement>(null);
  const wanted = usePlanner(({ jump }) => (jump?.path === pathOf(at) ? jump.count : null));
  useEffect(() => {
    if (wanted === null) return;
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.querySelector<HTMLElement>(`[id="${id}"]`)?.focus();
  }, [wanted, id]);
  return row;
}
