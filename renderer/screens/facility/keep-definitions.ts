import type { KeptDefinition } from '../../../shared/plan/entries/definition-values.ts';
import { applyChanges, type ProjectDocument } from '../../../shared/project/record.ts';
import { inputsOf } from '../../state/document.ts';
import { addRecord, type Edit } from '../../state/edits.ts';
import { joinChanges } from '../../state/rebase.ts';

export interface AddedDefinitions {
  readonly edit: Edit;
  readonly names: readonly string[];
  /** Types of the same slug that the project holds already: they stay as they are. */
  readonly known: readonly string[];
}

/** Adds definitions to the scenario in one step to undo. */
export function addDefinitions(
  document: ProjectDocument,
  scenarioId: string,
  definitions: readonly KeptDefinition[],
): AddedDefinitions {
  const inputs = inputsOf(document, scenarioId);
  const held = inputs.ok ? [...inputs.value.deviceType, ...inputs.value.rackType] : [];
  const slugs = new Set(held.map(({ kind, values }) => `${kind} ${values.slug}`));
  let edit: Edit = [];
  let next = document;
  const names: string[] = [];
  const known: string[] = [];
  for (const { kind, key, values } of definitions) {
    const slug = `${kind} ${String(values['slug'])}`;
    const name = String(values['name']);
    if (slugs.has(slug)) known.push(name);
    else {
      const added = addRecord(next, scenarioId, kind, key, values).edit;
      next = applyChanges(next, added);
      edit = joinChanges(edit, added);
      slugs.add(slug);
      names.push(name);
    }
  }
  return { edit, names, known };
}
