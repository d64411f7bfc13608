import type { JournalEntry } from '../../../shared/backend.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { fieldOf, kindOf } from '../../../shared/project/kinds.ts';
import type { Change, ProjectDocument, ProjectRecord } from '../../../shared/project/record.ts';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { canonical } from '../../../shared/project/record.ts';
import { describeIn } from '../../state/describe.ts';
import { inputsOf } from '../../state/document.ts';
import { scenariosText as words } from '../../text/scenarios.ts';

export interface LogFilter {
  readonly text: string;
  /** Null for everyone. */
  readonly by: string | null;
}

/** Entries whose label or author holds every word of the text, newest first. */
export function filterLog(
  entries: readonly JournalEntry[], { text, by }: LogFilter,
): readonly JournalEntry[] {
  const wanted = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return entries.toSorted((a, b) => b.id - a.id).filter((entry) =>
    (by === null || entry.by === by)
    && wanted.every((word) => `${entry.label} ${entry.by}`.toLowerCase().includes(word)));
}

/** Everybody the log names, in order of the alphabet. */
export const authorsOf = (entries: readonly JournalEntry[]): readonly string[] =>
  [...new Set(entries.map(({ by }) => by))].toSorted((a, b) => a.localeCompare(b));

/**
 * Scenarios in which a command changed something; a scenario's own record counts as its
 * own.
 */
export const scenariosTouched = (changes: readonly Change[]): ReadonlySet<string> =>
  new Set(changes.flatMap(({ before, after }) => {
    const record = after ?? before;
    if (record === null) return [];
    return record.kind === 'scenario' ? [record.key]
      : record.scenarioId === null ? []
      : [record.scenarioId];
  }));

export interface ChangeLine {
  readonly id: string;
  readonly scenario: string;
  readonly record: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const nameIn = (record: ProjectRecord): string => {
  const { label, count } = kindOf(record.kind);
  const name = record.body.values['name'];
  return count === 'one' ? label
    : `${label}: ${typeof name === 'string' && name !== '' ? name : record.key}`;
};

/** What a command changed, field by field, in words and units. */
export function describeChanges(
  changes: readonly Change[], document: ProjectDocument,
): readonly ChangeLine[] {
  const scenarios = new Map(listScenarios(document).map(({ id, name }) => [id, name]));
  return changes.flatMap(({ id, before, after }): readonly ChangeLine[] => {
    const either = after ?? before;
    if (either === null) return [];
    const { kind, scenarioId } = either;
    const scenario = scenarioId === null ? '' : (scenarios.get(scenarioId) ?? scenarioId);
    const line = (key: string, label: string, was: string, is: string): ChangeLine =>
      ({ id: `${id}.${key}`, scenario, record: nameIn(either), label, before: was, after: is });
    const print = (key: string, record: ProjectRecord | null): string =>
      printed(kind, key, record?.body.values[key], document, scenarioId);
    const fields =
      [...new Set([before, after].flatMap((each) => Object.keys(each?.body.values ?? {})))];
    const values = fields.filter((key) => before?.body.values[key] !== after?.body.values[key])
      .map((key) => line(key, fieldOf(kind, key)?.label ?? key, print(key, before),
        print(key, after)));
    return [...wholeLines(before, after, line), ...values, ...noteLines(before, after, line)];
  });
}

type MakeLine = (key: string, label: string, was: string, is: string) => ChangeLine;

function wholeLines(
  before: ProjectRecord | null, after: ProjectRecord | null, line: MakeLine,
): readonly ChangeLine[] {
  const { added, deleted, hidden, position } = words.changed;
  if (before === null && after?.body.removed !== true) return [line('+', added, '', '')];
  if (after === null) return [line('-', deleted, '', '')];
  if (before?.body.removed !== true && after.body.removed === true)
    return [line('-', hidden, '', '')];
  const moved = before !== null && before.position !== after.position;
  return moved ? [line('#', position, String(before.position), String(after.position))] : [];
}

function noteLines(
  before: ProjectRecord | null, after: ProjectRecord | null, line: MakeLine,
): readonly ChangeLine[] {
  const [was, is] = [before?.body.notes ?? {}, after?.body.notes ?? {}];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((key) => canonical(was[key] ?? null) !== canonical(is[key] ?? null))
    .map((key) => line(`note ${key}`, words.changed.note(key), was[key]?.note ?? '',
      is[key]?.note ?? ''));
}

/**
 * A value as people read it; what a record did not store came from above it or was the
 * default.
 */
function printed(
  kind: ProjectRecord['kind'], key: string, value: FieldValue | undefined,
  document: ProjectDocument, scenarioId: string | null,
): string {
  if (value === undefined) return words.changed.notSet;
  const field = fieldOf(kind, key);
  if (field === undefined) return String(value);
  const inputs = inputsOf(document, scenarioId ?? listScenarios(document)[0]?.id ?? '');
  return describeIn(field, value, inputs.ok ? inputs.value : null);
}
