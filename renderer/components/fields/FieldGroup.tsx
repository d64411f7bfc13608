import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { KindName } from '../../../shared/project/kinds.ts';
import type { Field } from '../../../shared/project/field.ts';
import { isActive } from '../../../shared/project/condition.ts';
import { describeCondition } from '../../state/active-when.ts';
import { pathOf, recordOf, type FieldAddress } from '../../state/document.ts';
import { useDefaults, useInputs, usePlanner } from '../../state/hooks.tsx';
import { fieldText } from '../../text/fields.ts';
import { FieldRow } from './FieldRow.tsx';
import './field-group.css';

interface Props {
  readonly kind: KindName;
  readonly recordKey: string;
  readonly group: string;
}

interface Line {
  readonly field: Field;
  readonly at: FieldAddress;
}

/**
 * The inputs of one group. What is rarely changed or has no effect now is folded, unless
 * it was changed.
 */
export function FieldGroup({ kind, recordKey, group }: Props) {
  const inputs = useInputs();
  const defaults = useDefaults();
  const [open, setOpen] = useState(false);
  const lines = useMemo(
    (): readonly Line[] =>
      defaults
        .fields(kind)
        .filter((field) => field.group === group)
        .map((field) => ({ field, at: { kind, key: recordKey, field: field.key } })),
    [defaults, kind, recordKey, group],
  );
  const wanted = usePlanner(({ jump }) => (jump === null ? null : jump.path));
  if (inputs === null) return null;
  const set = recordOf(inputs, kind, recordKey)?.set;
  const active = (field: Field): boolean => isActive(field.activeWhen, inputs, recordKey);
  const folds = ({ field, at }: Line): boolean =>
    (field.advanced === true || !active(field)) && set?.has(field.key) !== true
      && pathOf(at) !== wanted;
  const folded = lines.filter(folds);
  const shown = open ? lines : lines.filter((line) => !folded.includes(line));
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <section className="group" aria-label={group}>
      <h2>{group}</h2>
      {shown.map(({ field, at }) => (
        <FieldRow
          key={field.key}
          field={field}
          at={at}
          inactive={
            field.activeWhen === undefined || active(field) ? null
              : describeCondition(field.activeWhen)
          }
        />
      ))}
      {folded.length > 0 && (
        <button
          type="button"
          className="plain-button group-more"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}>
          <Chevron size={13} stroke={1.75} aria-hidden />
          {open ? fieldText.fewer : fieldText.more(folded.length)}
        </button>
      )}
    </section>
  );
}
