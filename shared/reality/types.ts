import type { Absent } from '../units/figure.ts';
import type { EvidenceClass } from '../units/provenance.ts';
import type { Unit } from '../units/unit.ts';

/** What is measured. Tokens a day stand once for the plan and once for each class. */
export const measureKinds = [
  'revenuePerMwYear', 'revenuePerAcceleratorHour', 'costPerAcceleratorHour',
  'costPerMwYear', 'capexPerMw', 'grossMargin', 'payback', 'irr',
  'salesOverRent', 'rentalReturn', 'tokensPerDay', 'priceAge',
] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** A published figure beside which a measure stands. */
export interface RealityPeer {
  readonly name: string;
  readonly value: number;
  /** YYYY, YYYY-MM or YYYY-MM-DD; null where the source states none. */
  readonly date: string | null;
  readonly source: string;
  readonly evidence: EvidenceClass;
  readonly note: string;
}

/**
 * Where a value lies in the range of its peers; `far-above` is beyond twice the highest.
 */
export const verdicts = ['inside', 'above', 'far-above', 'below'] as const;
export type Verdict = (typeof verdicts)[number];

/** One measure of a plan beside its peers. */
export interface RealityMeasure {
  /** Unique in a plan: the kind, with the class behind a point where there is one. */
  readonly measure: string;
  readonly kind: MeasureKind;
  /** Traffic class it is of, or null for the plan. */
  readonly traffic: { readonly key: string; readonly name: string } | null;
  readonly unit: Unit;
  /** Null where there is none: `absent` says why. */
  readonly value: number | null;
  readonly absent?: Absent;
  /** Lowest and highest peer; null where nobody published one. */
  readonly low: number | null;
  readonly high: number | null;
  readonly peers: readonly RealityPeer[];
  /** Null where value or peers are missing. */
  readonly verdict: Verdict | null;
  /** True where the plan comes out better than its peers by more than twice. */
  readonly marked: boolean;
  /** Paths of the inputs that move it most, strongest first. */
  readonly responsible: readonly string[];
}
