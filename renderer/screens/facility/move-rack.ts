import { applyChanges, type ProjectDocument } from '../../../shared/project/record.ts';
import type { Place } from '../../../shared/facility/halls/placement-types.ts';
import { inputsOf } from '../../state/document.ts';
import { addRecord, setField, type Edit } from '../../state/edits.ts';
import { joinChanges } from '../../state/rebase.ts';

/**
 * Puts a rack somewhere by hand: its move is changed if it was moved before, else added.
 * One step to undo.
 */
export function moveRack(
  document: ProjectDocument, scenarioId: string, rack: string,
  { hall, row, position }: Place,
): Edit {
  const inputs = inputsOf(document, scenarioId);
  const known =
    inputs.ok ? inputs.value.placement.find((move) => move.values.rack === rack) : undefined;
  if (known === undefined) return addRecord(
    document, scenarioId, 'placement', 'move', { rack, hall, row, position },
  ).edit;
  let edits: Edit = [];
  let next = document;
  for (const [field, value] of [
    ['hall', hall], ['row', row], ['position', position],
  ] as const) {
    const change = setField(next, scenarioId,
      { kind: 'placement', key: known.key, field }, value);
    next = applyChanges(next, change);
    edits = joinChanges(edits, change);
  }
  return edits;
}
