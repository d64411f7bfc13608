import type { Unit } from '../../units/unit.ts';
import type { Distribution } from '../distributions/distribution.ts';

/** What kind of thing is uncertain; groups of the list a reader switches in. */
export type UncertainGroup = 'throughput' | 'prices' | 'demand' | 'electricity' | 'investment'
  | 'operation' | 'network' | 'plant' | 'schedule' | 'releases' | 'finance' | 'choices';

/** Who says how wide an input spreads. */
export type UncertainBasis =
  /** The source of the value states the range. */
  | 'source'
  /** The range of the listings behind a price. */
  | 'listings'
  /** The error the serving model states of its own prediction. */
  | 'model'
  /** The share the project states for all inputs of an evidence class. */
  | 'class'
  /** A planning value nobody could cite. */
  | 'assumed';

/**
 * What a drawn value does to a field: stands there, multiplies it (raised to a power, so that
 * one factor reaches fields in different measure), or is added to it.
 */
export type Effect =
  | { readonly does: 'set' }
  | { readonly does: 'multiply'; readonly power: number }
  | { readonly does: 'add'; readonly least?: number };

/** A field that a drawn value moves. */
export interface Target {
  /** Path of the field. */
  readonly path: string;
  /** What the field stands at before it is moved; what an empty one stands for. */
  readonly from: number;
  readonly effect: Effect;
}

/**
 * Something that is not known for certain: how likely which values are, and the fields they
 * move. One that is off keeps its law.
 */
export interface UncertainInput {
  readonly id: string;
  readonly group: UncertainGroup;
  readonly label: string;
  readonly unit: Unit;
  /** The value that leaves the plan as it is. */
  readonly base: number;
  readonly distribution: Distribution;
  readonly basis: UncertainBasis;
  /** Where value and range are from, in words. */
  readonly source: string;
  readonly on: boolean;
  readonly targets: readonly Target[];
}

/** Rank correlation (Spearman) of two inputs by id. */
export interface InputCorrelation {
  readonly a: string;
  readonly b: string;
  readonly value: number;
}

/** All that is uncertain of a scenario. */
export interface Assumptions {
  readonly inputs: readonly UncertainInput[];
  readonly correlations: readonly InputCorrelation[];
}
