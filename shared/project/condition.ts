import type { FieldValue } from './field.ts';
import type { FieldPath } from './field-path.ts';
import type { kinds, KindName } from './kinds.ts';
import type { AnyResolved, ScenarioInputs } from './resolve.ts';

/** What another field must say for a field to have an effect. */
export type Condition = {
  readonly field: FieldPath;
  /** Another one that is enough by itself. */
  readonly or?: Condition;
} & (
  | { readonly is: string }
  | { readonly among: readonly string[] }
  | { readonly above: number }
  | { readonly empty: true }
);

type FieldOf<P extends FieldPath> = P extends `${infer K extends KindName}.${infer F}`
  ? Extract<(typeof kinds)[K]['fields'][number], { readonly key: F }> : never;

/**
 * What can be asked of one field: a choice for its own words, a number for more than
 * something.
 */
type ConditionOn<P extends FieldPath> =
  FieldOf<P> extends {
    readonly type: 'choice'; readonly choices: readonly { readonly value: infer V }[]
  }
    ? { readonly field: P } & ({ readonly is: V } | { readonly among: readonly V[] })
    : FieldOf<P> extends { readonly type: 'number' }
      ? { readonly field: P } & ({ readonly above: number } | { readonly empty: true })
      : never;

/** A condition whose field exists and can say what is asked of it. */
export type SoundCondition = { [P in FieldPath]: ConditionOn<P> }[FieldPath]
  & { readonly or?: SoundCondition };

function holds(condition: Condition, value: FieldValue): boolean {
  if ('is' in condition) return value === condition.is;
  if ('among' in condition) return condition.among.includes(String(value));
  if ('above' in condition) return Number(value) > condition.above;
  return value === null || value === '';
}

/**
 * Kind and key of the field a condition looks at.
 * @example partsOf({ field: 'finance.debtShare', above: 0 }) // { kind: 'finance', key: 'debtShare' }
 */
export function partsOf(
  { field }: Condition,
): { readonly kind: KindName; readonly key: string } {
  const at = field.indexOf('.');
  // a FieldPath begins with its kind
  return { kind: field.slice(0, at) as KindName, key: field.slice(at + 1) };
}

const isList = (found: AnyResolved | readonly AnyResolved[]): found is readonly AnyResolved[] =>
  Array.isArray(found);

/**
 * Whether a field has an effect now.
 * @param condition undefined for a field that always has one
 * @param key of the record the field belongs to; among several of the kind asked about it
 *   picks one
 * @returns true too where the scenario has no such record: better shown than hidden
 * @example isActive(undefined, inputs, 'site') // true
 */
export function isActive(
  condition: Condition | undefined, inputs: ScenarioInputs, key: string,
): boolean {
  if (condition === undefined) return true;
  if (condition.or !== undefined && isActive(condition.or, inputs, key)) return true;
  const at = partsOf(condition);
  if (at.kind === 'scenario') return true;
  const found: AnyResolved | readonly AnyResolved[] = inputs[at.kind];
  const records = isList(found) ? found : [found];
  const record = records.find((each) => each.key === key) ?? records[0];
  if (record === undefined) return true;
  const values: Readonly<Record<string, FieldValue>> = record.values;
  return holds(condition, values[at.key] ?? null);
}

/**
 * A condition in one line.
 * @example printCondition({ field: 'finance.debtShare', above: 0 }) // 'finance.debtShare > 0'
 * @example printCondition({ field: 'cooling.rejection', among: ['dry', 'air'] }) // 'cooling.rejection in dry, air'
 */
export function printCondition({ or, ...condition }: Condition): string {
  if (or !== undefined) return `${printCondition(condition)} or ${printCondition(or)}`;
  if ('is' in condition) return `${condition.field} = ${condition.is}`;
  if ('among' in condition) return `${condition.field} in ${condition.among.join(', ')}`;
  if ('above' in condition) return `${condition.field} > ${condition.above}`;
  return `${condition.field} is empty`;
}
