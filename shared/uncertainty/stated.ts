import type { Values } from '../project/resolve.ts';
import type { EvidenceClass } from '../units/provenance.ts';

/** How far an input may be off, as a share of its value either way, by class of evidence. */
export type ClassUncertainty = Readonly<Record<EvidenceClass, number>>;

/** The uncertainty the project states for inputs whose source states none. */
export const classUncertainty = (project: Values<'project'>): ClassUncertainty => ({
  measured: project.uncertaintyMeasured,
  vendor: project.uncertaintyVendor,
  analyst: project.uncertaintyAnalyst,
  derived: project.uncertaintyDerived,
  user: project.uncertaintyUser,
  assumed: project.uncertaintyAssumed,
});

/** The values an input is moved between, and who says so. */
export interface StatedRange {
  readonly low: number;
  readonly high: number;
  /** `source`: the source states the range; `class`: the project does, for all of the class. */
  readonly basis: 'source' | 'class';
}

interface Uncertain {
  readonly value: number;
  readonly unit: string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/**
 * What a share of the value means: of a part of a whole, the smaller of it and the rest
 * can be that far off.
 */
const sizeOf = ({ value, unit }: Uncertain): number =>
  unit === 'fraction' && value >= 0 && value <= 1 ? Math.min(value, 1 - value)
    : Math.abs(value);

/**
 * Range of an input: what its source states, else the class's share either way. A source
 * that states one end only leaves the other at the value. An efficiency of 0.99 is off by
 * a share of the 0.01 it lacks.
 * @param share of the class, >= 0
 * @example rangeOf({ value: 100, unit: 'kW' }, 0.3) // { low: 70, high: 130, basis: 'class' }
 */
export function rangeOf(input: Uncertain, share: number): StatedRange {
  const { value, low, high } = input;
  if (low !== undefined || high !== undefined) {
    return { low: Math.min(low ?? value, value), high: Math.max(high ?? value, value),
      basis: 'source' };
  }
  const width = sizeOf(input) * share;
  return { low: value - width, high: value + width, basis: 'class' };
}
