import type { FieldValue } from '../../shared/project/field.ts';
import { fieldOf, kindOf } from '../../shared/project/kinds.ts';
import type { ProjectDocument, ProjectRecord } from '../../shared/project/record.ts';
import {
  fieldState, inheritedFrom, inputsOf, recordOf, valueOf, type FieldAddress,
} from './document.ts';
import { resetField, type Edit } from './edits.ts';

/** One thing a scenario stores that its base does not say. */
export interface StoredDifference {
  readonly id: string;
  readonly what: 'value' | 'added' | 'removed' | 'placed';
  /** The field, or the first field of a whole record. */
  readonly at: FieldAddress;
  /** Kind of the record, and its name where there are several. */
  readonly record: string;
  readonly base: FieldValue | undefined;
  readonly value: FieldValue | undefined;
}

/** Kind of a record, and its name in the scenario where there are several. */
function recordName(
  document: ProjectDocument, scenarioId: string, { kind, key, body }: ProjectRecord,
): string {
  const { label, count } = kindOf(kind);
  if (count === 'one') return label;
  const inputs = inputsOf(document, scenarioId);
  const resolved = inputs.ok ? recordOf(inputs.value, kind, key) : undefined;
  const name = resolved === undefined ? body.values['name'] : valueOf(resolved, 'name');
  return `${label}: ${typeof name === 'string' && name !== '' ? name : key}`;
}

/**
 * Everything a scenario stores of its own: against its base, or against the defaults
 * where it has none.
 */
export const storedDifferences = (
  document: ProjectDocument, scenarioId: string,
): readonly StoredDifference[] =>
  Object.values(document).filter((record) => record.scenarioId === scenarioId)
    .flatMap((record) => linesOf(document, scenarioId, record))
    .toSorted((a, b) => (a.record < b.record ? -1 : a.record > b.record ? 1 : 0));

function linesOf(
  document: ProjectDocument, scenarioId: string, own: ProjectRecord,
): readonly StoredDifference[] {
  const { kind, key, body } = own;
  const record = recordName(document, scenarioId, own);
  const inherited = inheritedFrom(document, scenarioId, kind, key) !== null;
  const whole = (what: StoredDifference['what']): StoredDifference => ({
    id: `${kind}.${key}`, what, record,
    at: { kind, key, field: kindOf(kind).fields[0]?.key ?? '' }, base: undefined,
    value: undefined,
  });
  if (body.removed === true) return [whole('removed')];
  const values = Object.entries(body.values)
    .flatMap(([field, value]): readonly StoredDifference[] => {
      const at = { kind, key, field };
      const base = fieldState(document, scenarioId, at)?.fallback;
      if (fieldOf(kind, field) === undefined || (value === base && !inherited)) return [];
      return [{ id: `${kind}.${key}.${field}`, what: 'value', at, record, base, value }];
    });
  if (kindOf(kind).count === 'one') return values;
  if (!inherited) return [whole('added'), ...values];
  return values.length === 0 && body.notes === undefined ? [whole('placed')] : values;
}

/** Forgets one difference, so that what the base says counts again. */
export function takeBase(
  document: ProjectDocument, scenarioId: string, difference: StoredDifference,
): Edit {
  if (difference.what === 'value') return resetField(document, scenarioId, difference.at);
  const { kind, key } = difference.at;
  const own = Object.values(document)
    .find((record) => record.scenarioId === scenarioId && record.kind === kind
      && record.key === key);
  return own === undefined ? [] : [{ id: own.id, before: own, after: null }];
}
