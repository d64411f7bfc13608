import { addressOf, type InputAddress } from '../../shared/project/path.ts';
import { applyChanges, type ProjectDocument } from '../../shared/project/record.ts';
import type { FieldValue } from '../../shared/project/field.ts';
import type { LimitFix } from '../../shared/units/limit.ts';
import { setField, type Edit } from './edits.ts';
import { joinChanges } from './rebase.ts';

/** One field and what it is to say. */
export interface FieldChange {
  readonly at: InputAddress;
  readonly value: FieldValue;
}

/** Sets several fields as one edit. */
export function setFields(
  document: ProjectDocument, scenarioId: string, fields: readonly FieldChange[],
): Edit {
  let edits: Edit = [];
  let next = document;
  for (const { at, value } of fields) {
    const change = setField(next, scenarioId, at, value);
    next = applyChanges(next, change);
    edits = joinChanges(edits, change);
  }
  return edits;
}

/** Values named by path as fields; paths of no field are left out. */
export const fieldsOf = (fixes: readonly LimitFix[]): readonly FieldChange[] =>
  fixes.flatMap(({ path, value }) => {
    const at = addressOf(path);
    return at === null ? [] : [{ at, value }];
  });
