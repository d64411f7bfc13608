import { RecordForm } from '../fields/RecordForm.tsx';
import type { ListKind } from '../../state/record-lists.ts';
import { RecordList, usePickedKey } from './RecordList.tsx';

interface Props {
  readonly kind: ListKind;
  /** Only these groups of inputs; all when left out. */
  readonly groups?: readonly string[];
}

/** A list and, below it, the inputs of the record picked in it. */
export function RecordEditor({ kind, groups }: Props) {
  const key = usePickedKey(kind);
  return (
    <>
      <RecordList kind={kind} />
      {key !== null && (
        <RecordForm kind={kind} recordKey={key} {...(groups === undefined ? {} : { groups })} />
      )}
    </>
  );
}
