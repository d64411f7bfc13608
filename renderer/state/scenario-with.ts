import type { FieldValue } from '../../shared/project/field.ts';
import { applyChanges, type ProjectDocument } from '../../shared/project/record.ts';
import type { Edit } from './edits.ts';
import { joinChanges } from './rebase.ts';
import { deriveScenario } from './scenarios.ts';
import { fieldsOf, setFields } from './set-fields.ts';

/** A scenario based on another in which inputs have other values, as one edit. */
export function scenarioWith(
  document: ProjectDocument, scenarioId: string, name: string,
  fields: readonly (readonly [path: string, value: FieldValue])[],
): { readonly edit: Edit; readonly key: string } {
  const { edit, key } = deriveScenario(document, scenarioId, name);
  const made = applyChanges(document, edit);
  const values = setFields(made, key,
    fieldsOf(fields.map(([path, value]) => ({ path, value }))));
  return { key, edit: joinChanges(edit, values) };
}
