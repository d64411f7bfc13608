import { listRecords } from '../plan/figures/inputs-in-use.ts';
import type { Field, FieldValue } from '../project/field.ts';
import { kindOf, type KindName } from '../project/kinds.ts';
import type { AnyResolved, ScenarioInputs } from '../project/resolve.ts';

/** The same record on both sides; null where a side has none. */
export interface RecordPair {
  readonly kind: KindName;
  readonly key: string;
  readonly a: AnyResolved | null;
  readonly b: AnyResolved | null;
}

const idOf = ({ kind, key }: AnyResolved): string => `${kind} ${key}`;

/**
 * Records of both scenarios by kind and key: those of A in order, then those only B has.
 * Document records are left out.
 */
export function pairRecords(a: ScenarioInputs, b: ScenarioInputs): readonly RecordPair[] {
  const byId = (inputs: ScenarioInputs): ReadonlyMap<string, AnyResolved> => new Map(
    listRecords(inputs).filter((r) => kindOf(r.kind).scope === 'scenario')
      .map((r) => [idOf(r), r]));
  const [left, right] = [byId(a), byId(b)] as const;
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((id) => {
    const [x, y] = [left.get(id) ?? null, right.get(id) ?? null];
    const either = x ?? y;
    return either === null ? [] : [{ kind: either.kind, key: either.key, a: x, b: y }];
  });
}

/** A record's value of a field after inheritance and defaults. */
export function valueOf(record: AnyResolved, field: Field): FieldValue {
  const values: Readonly<Record<string, FieldValue>> = record.values;
  return values[field.key] ?? null;
}

/** How people name a field of a record. */
export const pathOf = (kind: KindName, key: string, field?: string): string =>
  [kind, ...(kindOf(kind).count === 'one' ? [] : [key]),
    ...(field === undefined ? [] : [field])].join('.');
