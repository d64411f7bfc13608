import type { kinds, KindName } from './kinds.ts';

/** Keys of a kind's fields. */
export type FieldKey<K extends KindName> = (typeof kinds)[K]['fields'][number]['key'];

/**
 * A field by kind: `site.utilityMw`, `rackGroup.racks`; the same for every record of a
 * kind. What `fields` prints. A mistyped one does not compile.
 */
export type FieldPath = { [K in KindName]: `${K}.${FieldKey<K>}` }[KindName];

/**
 * One input: a field of a single record, or of one record among many,
 * `rackGroup.main.racks`.
 */
export type InputPath = {
  [K in KindName]: (typeof kinds)[K]['count'] extends 'one' ? `${K}.${FieldKey<K>}`
    : `${K}.${string}.${FieldKey<K>}`
}[KindName];

/** One input whose kind and field are known where it is written. */
export type KnownInput = {
  [K in KindName]: { readonly kind: K; readonly key: string; readonly field: FieldKey<K> }
}[KindName];
