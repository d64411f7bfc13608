import { kindOf } from '../../../shared/project/kinds.ts';
import { applyChanges, type ProjectDocument } from '../../../shared/project/record.ts';
import { resetField, type Edit } from '../../state/edits.ts';
import { joinChanges } from '../../state/rebase.ts';

/** Changes of several fields of the climate record, joined to one step. */
function each(
  document: ProjectDocument, change: (document: ProjectDocument, field: string) => Edit,
  fields: readonly string[],
): Edit {
  let edits: Edit = [];
  let next = document;
  for (const field of fields) {
    const one = change(next, field);
    next = applyChanges(next, one);
    edits = joinChanges(edits, one);
  }
  return edits;
}

/** Lets the site's own climate count again. */
export const forgetClimate = (document: ProjectDocument, scenarioId: string): Edit =>
  each(
    document,
    (now, field) => resetField(now, scenarioId, { kind: 'climate', key: 'climate', field }),
    kindOf('climate').fields.map((field) => field.key),
  );
