import { inputsOf } from './document.ts';
import { applyChanges, type ProjectDocument } from '../../shared/project/record.ts';
import type { LimitEdit } from '../../shared/units/limit.ts';
import { setField, type Edit } from './edits.ts';
import { parsePath } from './trace.ts';

/**
 * What a fix changes, as one edit and so one step of undo. Fields it names that the
 * scenario does not have leave nothing to change.
 */
export function fixEdit(
  document: ProjectDocument, scenarioId: string, fix: readonly LimitEdit[],
): Edit {
  const after = fix.reduce((left, { path, value }) => {
    const inputs = inputsOf(left, scenarioId);
    const at = inputs.ok ? parsePath(path, inputs.value) : null;
    return at === null ? left
      : applyChanges(left, setField(left, scenarioId, at, value));
  }, document);
  return Object.keys(after).filter((id) => after[id] !== document[id])
    .map((id) => ({ id, before: document[id] ?? null, after: after[id] ?? null }));
}
