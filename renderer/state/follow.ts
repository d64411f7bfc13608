import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { withOwnEntries } from '../../shared/plan/entries/own-catalog.ts';
import { withOwnModels } from '../../shared/plan/entries/own-entries.ts';
import { followSystems } from '../../shared/plan/entries/follow.ts';
import { fieldOf } from '../../shared/project/kinds.ts';
import { applyChanges, type Change, type ProjectDocument } from '../../shared/project/record.ts';
import { catalog as builtIn } from './catalog.ts';
import { describeIn } from './describe.ts';
import { fieldState, inputsOf } from './document.ts';
import type { Edit } from './edits.ts';
import { joinChanges } from './rebase.ts';
import { fieldsOf, setFields, type FieldChange } from './set-fields.ts';

/** One value that moved with a choice, in words. */
export interface Moved {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** An edit with what it moves along. */
export interface FollowedEdit {
  readonly edit: Edit;
  readonly moved: readonly Moved[];
}

/** Fields in which a record differs. */
function changedFields({ before, after }: Change): readonly string[] {
  const [was, is] = [before?.body.values ?? {}, after?.body.values ?? {}];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((key) => was[key] !== is[key]);
}

/**
 * Whether an edit is a choice of systems and nothing else; what brings whole records back
 * is not.
 */
const choosesSystems = (edit: Edit): boolean => edit.length > 0 && edit.every((change) =>
  (change.after ?? change.before)?.kind === 'rackGroup'
    && changedFields(change).join(',') === 'system');

/**
 * A person's edit with the values that a choice of system moves along: one command, so one
 * step to undo.
 */
export function withFollowers(
  document: ProjectDocument, scenarioId: string, edit: Edit,
): FollowedEdit {
  const alone: FollowedEdit = { edit, moved: [] };
  if (!choosesSystems(edit)) return alone;
  const chosen = applyChanges(document, edit);
  const [before, after] = [inputsOf(document, scenarioId), inputsOf(chosen, scenarioId)];
  if (!before.ok || !after.ok) return alone;
  const { catalog } = withOwnEntries(builtIn, after.value);
  const fixes = followSystems(before.value, after.value, {
    catalog: withOwnModels(catalog, after.value), points: loadMeasuredPoints() });
  const fields = fieldsOf(fixes);
  if (fields.length === 0) return alone;
  return {
    edit: joinChanges(edit, setFields(chosen, scenarioId, fields)),
    moved: fields.flatMap((each) => movedOf(chosen, scenarioId, each) ?? []),
  };
}

function movedOf(
  document: ProjectDocument, scenarioId: string, { at, value }: FieldChange,
): Moved | null {
  const field = fieldOf(at.kind, at.field);
  const inputs = inputsOf(document, scenarioId);
  const state = fieldState(document, scenarioId, at);
  if (field === undefined || state === null) return null;
  const words = (each: typeof value): string =>
    describeIn(field, each, inputs.ok ? inputs.value : null);
  return { label: field.label, from: words(state.value), to: words(value) };
}
