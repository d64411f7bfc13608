import type { FieldAddress } from '../../renderer/state/document.ts';
import { fieldState, inputsOf } from '../../renderer/state/document.ts';
import type { FieldValue } from '../../shared/project/field.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import type { ScenarioInputs } from '../../shared/project/resolve.ts';
import { documentOf } from '../../shared/project/templates.ts';
import { baseCaseOf } from '../support/base-case.ts';

/** Share of capacity that `baseDocument` sells, whatever its template does. */
export const soldShare = 0.6;

/** A project of one scenario: the base case of a template, selling `soldShare`. */
export const baseDocument = (template = 'gb300-100mw'): ProjectDocument =>
  documentOf(baseCaseOf(template).map((record) => (record.kind !== 'demand' ? record
    : { ...record, body: { ...record.body,
      values: { ...record.body.values, utilisation: soldShare } } })));

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
