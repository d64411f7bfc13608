import { applyChanges, type ProjectDocument } from '../../../shared/project/record.ts';
import type { Edit } from '../../state/edits.ts';
import { joinChanges } from '../../state/rebase.ts';
import { deriveScenario } from '../../state/scenarios.ts';
import { fieldsOf, setFields } from '../../state/set-fields.ts';
import type { OutcomeFields } from './risk-task.ts';

/** A scenario in which the plan stands as in a draw, as one edit. */
export function scenarioOfOutcome(
  document: ProjectDocument, scenarioId: string, name: string, { fields }: OutcomeFields,
): { readonly edit: Edit; readonly key: string } {
  const { edit, key } = deriveScenario(document, scenarioId, name);
  const made = applyChanges(document, edit);
  const values = setFields(made, key,
    fieldsOf(fields.map(([path, value]) => ({ path, value }))));
  return { key, edit: joinChanges(edit, values) };
}
