import { followNetworkChoice, followSystems } from '../../shared/plan/entries/follow.ts';
import { fieldOf } from '../../shared/project/kinds.ts';
import { applyChanges, type Change, type ProjectDocument } from '../../shared/project/record.ts';
import { describeIn } from './describe.ts';
import { fieldState, inputsOf } from './document.ts';
import type { Edit } from './edits.ts';
import { heldAgainst } from './misfits.ts';
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

/** Choices that others follow, with what finds those. */
const followed = [
  { kind: 'rackGroup', fields: ['system'], follow: followSystems },
  { kind: 'network', fields: ['fabric', 'switchModel'], follow: followNetworkChoice },
] as const;

/**
 * What follows an edit that is such a choice and nothing else; what brings whole records
 * back is none.
 */
const followerOf = (edit: Edit) => edit.length === 0 ? undefined
  : followed.find(({ kind, fields }) => edit.every((change) => {
    const [field, ...others] = changedFields(change);
    return (change.after ?? change.before)?.kind === kind && others.length === 0
      && fields.some((each) => each === field);
  }));

/**
 * A person's edit with the values that a choice of system moves along: one command, so one
 * step to undo.
 */
export function withFollowers(
  document: ProjectDocument, scenarioId: string, edit: Edit,
): FollowedEdit {
  const alone: FollowedEdit = { edit, moved: [] };
  const choice = followerOf(edit);
  if (choice === undefined) return alone;
  const chosen = applyChanges(document, edit);
  const [before, after] = [inputsOf(document, scenarioId), inputsOf(chosen, scenarioId)];
  if (!before.ok || !after.ok) return alone;
  const fixes = choice.follow(before.value, after.value, heldAgainst(after.value));
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
