import type { FieldValue } from '../project/field.ts';
import { defaultsAt, type Defaults } from '../project/defaults.ts';
import { kindOf } from '../project/kinds.ts';
import type { ProjectDocument } from '../project/record.ts';
import {
  resolveScenario, type ResolveProblem, type ScenarioInputs,
} from '../project/resolve.ts';
import { ok, type Result } from '../units/result.ts';
import type { Unit } from '../units/unit.ts';
import { groupOf, groupOfRecord, type InputGroup } from './groups.ts';
import { pairRecords, pathOf, valueOf, type RecordPair } from './records.ts';

/** One input that differs. A value is undefined on the side whose scenario lacks the record. */
export interface Difference {
  readonly path: string;
  readonly label: string;
  readonly unit: Unit;
  readonly group: InputGroup;
  readonly a: FieldValue | undefined;
  readonly b: FieldValue | undefined;
  /** The line of a whole record that only one side has; its fields follow. */
  readonly record: boolean;
}

/**
 * The differing fields of one record; of a record on one side only, those that are not at
 * their default.
 */
function fieldDifferences(
  { kind, key, a, b }: RecordPair, { fields }: Defaults,
): readonly Difference[] {
  return fields(kind).flatMap((field): readonly Difference[] => {
    const [left, right] =
      [a, b].map((record) => (record === null ? undefined : valueOf(record, field)));
    if (left === right) return [];
    if ((left === undefined || right === undefined)
      && (left ?? right ?? null) === field.default) return [];
    const unit = field.type === 'number' ? field.unit : 'text';
    return [{ path: pathOf(kind, key, field.key), label: field.label, unit,
      group: groupOf(kind, field.key),
      a: left, b: right, record: false }];
  });
}

function recordDifference({ kind, key, a, b }: RecordPair): readonly Difference[] {
  if (a !== null && b !== null) return [];
  const name = (side: typeof a): string | undefined =>
    (side === null ? undefined : 'name' in side.values ? side.values.name : key);
  return [{ path: pathOf(kind, key), label: kindOf(kind).label, unit: 'text',
    group: groupOfRecord(kind),
    a: name(a), b: name(b), record: true }];
}

/** Differences of two scenarios already resolved. */
export function diffInputs(a: ScenarioInputs, b: ScenarioInputs): readonly Difference[] {
  const defaults = defaultsAt(a.project.values);
  return pairRecords(a, b)
    .flatMap((pair) => [...recordDifference(pair), ...fieldDifferences(pair, defaults)]);
}

/**
 * Every input in which two scenarios differ, after inheritance and defaults.
 * @returns lines in screen order; none when the scenarios say the same. A scenario that
 *   cannot be resolved is refused
 * @example diffScenarios(document, 'base', 'dense').value[0]?.path // 'demand.utilisation'
 */
export function diffScenarios(
  document: ProjectDocument, a: string, b: string,
): Result<readonly Difference[], ResolveProblem> {
  const left = resolveScenario(document, a);
  if (!left.ok) return left;
  const right = resolveScenario(document, b);
  return right.ok ? ok(diffInputs(left.value, right.value)) : right;
}
