import type { FieldAddress } from '../../renderer/state/document.ts';
import { fieldState, inputsOf } from '../../renderer/state/document.ts';
import type { FieldValue } from '../../shared/project/field.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import type { ScenarioInputs } from '../../shared/project/resolve.ts';
import { documentOf, findTemplate } from '../../shared/project/templates.ts';

/** The document of a template, fresh each time. */
export function baseDocument(template = 'gb300-100mw'): ProjectDocument {
  const found = findTemplate(template);
  if (found === undefined) throw new Error(`no template ${template}`);
  return documentOf(found.records);
}

export const utilisation: FieldAddress = { kind: 'demand', key: 'demand',
  field: 'utilisation' };

/** The value a field has in a scenario, inherited or default included. */
export const valueAt = (
  document: ProjectDocument, at: FieldAddress, scenarioId = 'base',
): FieldValue | undefined =>
  fieldState(document, scenarioId, at)?.value;

/** Inputs of a scenario that is known to be sound. */
export function inputsAt(document: ProjectDocument, scenarioId = 'base'): ScenarioInputs {
  const inputs = inputsOf(document, scenarioId);
  if (!inputs.ok) throw new Error(inputs.error.code);
  return inputs.value;
}
