import { kindOf, type KindName } from '../../../shared/project/kinds.ts';
import { FieldGroup } from './FieldGroup.tsx';

interface Props {
  readonly kind: KindName;
  /** Key of the record; the kind itself where there is only one. */
  readonly recordKey?: string;
  /** Only these groups, in this order; all of them when left out. */
  readonly groups?: readonly string[];
}

/** All groups of inputs of one record, made from its field table. */
export function RecordForm({ kind, recordKey = kind, groups }: Props) {
  const all = [...new Set(kindOf(kind).fields.map((field) => field.group))];
  return (
    <div className="groups">
      {(groups ?? all).map((group) => (
        <FieldGroup key={`${recordKey} ${group}`} kind={kind} recordKey={recordKey}
          group={group} />
      ))}
    </div>
  );
}
