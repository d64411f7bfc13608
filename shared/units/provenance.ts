/**
 * Where a figure comes from. Ordered from the strongest evidence to the weakest;
 * a figure computed from several inputs is as strong as its weakest one.
 */
export const evidenceClasses =
  ['measured', 'vendor', 'analyst', 'derived', 'user', 'assumed'] as const;
export type EvidenceClass = (typeof evidenceClasses)[number];

/**
 * Strength order used by `weakest`: `user` ranks with what a person vouches for, above
 * bare assumptions.
 */
const strength: Readonly<Record<EvidenceClass, number>> = {
  measured: 0, vendor: 1, analyst: 2, derived: 3, user: 4, assumed: 5,
};

/**
 * The weakest of several evidence classes; `derived` when there are none.
 * @example weakest(['measured', 'assumed']) // 'assumed'
 */
export function weakest(classes: readonly EvidenceClass[]): EvidenceClass {
  return classes.reduce<EvidenceClass | undefined>(
    (worst, next) => (worst === undefined || strength[next] > strength[worst] ? next : worst),
    undefined) ?? 'derived';
}

/**
 * Why a figure has no date. `source`: the document states none; `document`: none was found;
 * `definition`: it holds whenever it is read.
 */
export const undatedReasons = ['source', 'document', 'definition'] as const;
export type UndatedReason = (typeof undatedReasons)[number];

/**
 * One cited figure. `date` is ISO (YYYY, YYYY-MM or YYYY-MM-DD) or null where the source
 * states none; figures of the catalogue then say why.
 */
export interface Sourced<T = number> {
  readonly value: T;
  readonly unit: string;
  readonly source: string;
  readonly date: string | null;
  readonly undated?: UndatedReason;
  readonly evidence: EvidenceClass;
  readonly low?: number;
  readonly high?: number;
  readonly note?: string;
}
