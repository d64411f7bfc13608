import type { Sourced } from '../units/provenance.ts';
import { computeWith, valuesOf } from './evaluate.ts';
import {
  stressKinds, type ClaimCard, type Overrides, type StressCase, type StressKind,
} from './types.ts';

/**
 * The claim under one condition. `quoted` when somebody published the figure, computed
 * otherwise.
 */
export interface StressedValue {
  readonly label: string;
  readonly value: number | null;
  /** Value over the published one. */
  readonly ofPublished: number | null;
  readonly quoted: Sourced | null;
}
export type StressResult =
  | { readonly kind: StressKind; readonly applies: true;
    readonly cases: readonly StressedValue[] }
  | { readonly kind: StressKind; readonly applies: false; readonly reason: string };

function stressOne(card: ClaimCard, entry: StressCase, overrides: Overrides): StressedValue {
  const quoted = 'quoted' in entry ? entry.quoted : null;
  const value = 'quoted' in entry ? entry.quoted.value
    : computeWith(card.formula.compute, valuesOf(card, { ...overrides, ...entry.set }, true));
  return { label: entry.label, value,
    ofPublished: value === null ? null : value / card.published.value,
    quoted };
}

/**
 * One kind of stress: price decline per year, utilisation, ownership tier, precision or
 * interactivity.
 * @returns the claim under each condition, or the reason why this kind does not apply
 * @example stressCard(card35x, 'tier').cases[2]?.value // 26.0, three-year rental
 */
export function stressCard(
  card: ClaimCard, kind: StressKind, overrides: Overrides = {},
): StressResult {
  const plan = card.stress[kind];
  if (!plan.applies) return { kind, ...plan };
  return { kind, applies: true,
    cases: plan.cases.map((entry) => stressOne(card, entry, overrides)) };
}

/** All kinds of stress, in the order of `stressKinds`. */
export const stressAll = (
  card: ClaimCard, overrides: Overrides = {},
): readonly StressResult[] =>
  stressKinds.map((kind) => stressCard(card, kind, overrides));

/** Largest over smallest value the documented conditions give; 1 when there are none. */
export function stressSpread(card: ClaimCard): number {
  const values = stressAll(card).flatMap((result) =>
    (result.applies ? result.cases.map((entry) => entry.value) : []))
    .filter((value): value is number => value !== null && value > 0);
  return values.length === 0 ? 1 : Math.max(...values) / Math.min(...values);
}
