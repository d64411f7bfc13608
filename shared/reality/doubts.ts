import type { MeasureKind, RealityMeasure } from './types.ts';

/** What a reader must know first of what is beyond all peers. */
const first: readonly MeasureKind[] =
  ['salesOverRent', 'revenuePerMwYear', 'irr', 'payback', 'tokensPerDay'];

const placeOf = ({ kind }: RealityMeasure): number =>
  (first.includes(kind) ? first.indexOf(kind) : first.length);

/**
 * The measures by which a plan comes out better than any of its peers by more than twice,
 * what weighs most first: money that renters of the same accelerators leave lying, then
 * what is earned, returned and sold. While there is one, nobody should build on the plan.
 * @example doubtsOf(reality(plan)).map(({ kind }) => kind) // []
 */
export const doubtsOf = (measures: readonly RealityMeasure[]): readonly RealityMeasure[] =>
  measures.filter(({ marked }) => marked).toSorted((a, b) => placeOf(a) - placeOf(b));
