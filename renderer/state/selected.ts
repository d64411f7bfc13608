import { applyChanges, type ProjectDocument } from '../../shared/project/record.ts';
import { fieldState, inputsOf, recordsOf, type FieldAddress } from './document.ts';
import type { Edit } from './edits.ts';
import { joinChanges } from './rebase.ts';
import type { State } from './store.ts';

type Picks = Pick<State, 'project' | 'scenarioId' | 'picked' | 'also'>;

/**
 * Keys of the records that are edited together with the one an input belongs to: those
 * selected beside it, where it is the one picked.
 */
export function othersOf(
  { project, scenarioId, picked, also }: Picks, { kind, key }: Pick<FieldAddress, 'kind' | 'key'>,
): readonly string[] {
  const wanted = also[kind] ?? [];
  if (project === null || wanted.length === 0) return [];
  const inputs = inputsOf(project.edits.document, scenarioId);
  const keys = inputs.ok ? recordsOf(inputs.value, kind).map((record) => record.key) : [];
  const named = picked[kind];
  const isPicked = key === (named !== undefined && keys.includes(named) ? named : keys[0]);
  return isPicked ? keys.filter((each) => each !== key && wanted.includes(each)) : [];
}

/** Whether records that are edited together say different things in a field. */
export function isMixed(
  document: ProjectDocument, scenarioId: string, at: FieldAddress, others: readonly string[],
): boolean {
  const value = (key: string) => fieldState(document, scenarioId, { ...at, key })?.value;
  return others.some((key) => value(key) !== value(at.key));
}

/** The same edit of a field of several records, one after another, as one edit. */
export function editAll(
  document: ProjectDocument, at: FieldAddress, others: readonly string[],
  editOne: (document: ProjectDocument, at: FieldAddress) => Edit,
): Edit {
  let [next, edit]: [ProjectDocument, Edit] = [document, []];
  for (const key of [at.key, ...others]) {
    const change = editOne(next, { ...at, key });
    next = applyChanges(next, change);
    edit = joinChanges(edit, change);
  }
  return edit;
}

/** What is picked and what is selected beside it, after a record was ticked or unticked. */
export function withTicked(
  picked: string | null, also: readonly string[], key: string,
): { readonly picked: string | null; readonly also: readonly string[] } {
  if (key === picked) {
    const [first, ...rest] = also;
    return first === undefined ? { picked, also } : { picked: first, also: rest };
  }
  return { picked, also: also.includes(key) ? also.filter((each) => each !== key) : [...also, key] };
}

/** All records from the one picked to another, in the order of the list. */
export function throughTo(
  keys: readonly string[], picked: string | null, key: string,
): readonly string[] {
  const [from, to] = [keys.indexOf(picked ?? ''), keys.indexOf(key)];
  return from < 0 ? [] : keys.slice(Math.min(from, to), Math.max(from, to) + 1)
    .filter((each) => each !== picked);
}
