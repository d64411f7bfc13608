import type { FieldValue } from '../project/field.ts';
import type { Precision } from '../catalog/types.ts';
import type { Sourced } from '../units/provenance.ts';
import type { Unit } from '../units/unit.ts';

/**
 * How far a claim carries.
 * reproduced: published inputs give the published output to its printed digits.
 * consistent: the published figures agree with one another; what lies behind them is not
 * published. depends-on: documented choices nobody stated (tier, precision,
 * interactivity) move the answer by half or more. not-reproducible: what the claim rests
 * on is not published; only a set of solutions can be shown.
 */
export const verdicts = ['reproduced', 'consistent', 'depends-on', 'not-reproducible'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * A figure as printed: `step` is the unit of its last printed digit, so 0.02 has step
 * 0.01 and "50x" step 10.
 */
export interface Printed {
  readonly value: number;
  readonly step: number;
  readonly text: string;
}

/**
 * Something the publisher states: locked. `low` and `high` are what its rounding leaves
 * open.
 */
export interface Fact extends Sourced<number | string> {
  readonly key: string;
  readonly label: string;
}

/**
 * A quantity the reader may set. `value` is what publisher or catalogue state; null means
 * nobody does: it is missing. `suggested` (cited, worked back or assumed, with low and
 * high) takes its place in our own value only.
 */
export interface ClaimInput {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  /** What may be entered, and where the solver looks. */
  readonly bounds: readonly [min: number, max: number];
  readonly value: Sourced | null;
  readonly suggested?: Sourced;
}

/** Reads a fact or an input by key. */
export type Reader = (key: string) => number;

export interface ClaimFormula {
  readonly id: string;
  /** Plain text in the labels of the inputs. */
  readonly expression: string;
  readonly unit: Unit;
  readonly compute: (of: Reader) => number;
}

/** A further printed figure of the claim, or one derived in checking it. */
export interface ClaimCheck {
  readonly id: string;
  readonly label: string;
  /**
   * `published`: printed by the claim's source. `derived`: worked out from it, not
   * printed there.
   */
  readonly origin: 'published' | 'derived';
  readonly printed: Printed;
  readonly expression: string;
  readonly unit: Unit;
  readonly compute: (of: Reader) => number;
  readonly at?: Overrides;
  /** The printed figure does not follow from its own inputs, and the card says so. */
  readonly contradicts?: true;
}

export type Overrides = Readonly<Record<string, number>>;

export const stressKinds =
  ['priceDecline', 'utilisation', 'tier', 'precision', 'interactivity'] as const;
export type StressKind = (typeof stressKinds)[number];

/** One condition: inputs it sets, or a figure somebody published for it. */
export type StressCase =
  | { readonly label: string; readonly set: Overrides }
  | { readonly label: string; readonly quoted: Sourced };
export type StressPlan =
  | { readonly applies: true; readonly cases: readonly StressCase[] }
  | { readonly applies: false; readonly reason: string };

/** Which measured points make one side of a curve. */
export interface CurveSide {
  readonly label: string;
  readonly acceleratorId: string;
  readonly precision: Precision;
}
export interface QuotedMultiple {
  readonly tokPerSecPerUser: number;
  readonly multiple: Sourced;
}
export type CurvePlan =
  | {
    readonly applies: true; readonly label: string; readonly modelId: string;
    readonly isl: number;
      readonly osl: number;
    readonly newer: CurveSide; readonly older: CurveSide;
    /** Multiplies the ratio of throughputs: old rate over new rate, or old kW over new kW. */
    readonly factor: (of: Reader) => number;
    readonly quoted: readonly QuotedMultiple[]; readonly caveat: string;
  }
  | { readonly applies: false; readonly reason: string;
    readonly quoted: readonly QuotedMultiple[] };

/** A remark the reader needs, with where it comes from when it is not our own arithmetic. */
export interface Finding {
  readonly text: string;
  readonly origin: 'published' | 'derived';
  readonly source?: string;
}

export interface ClaimCard {
  readonly id: string;
  readonly title: string;
  /** The claim in our own words. */
  readonly text: string;
  readonly published: Printed;
  readonly formula: ClaimFormula;
  readonly facts: readonly Fact[];
  readonly inputs: readonly ClaimInput[];
  readonly checks: readonly ClaimCheck[];
  /** Conditions the publisher leaves open that are no number of the formula. */
  readonly unstated: readonly string[];
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /**
   * What may be printed of the claim: metric, conditions and the strongest comparison named,
   * with figures of this card only.
   */
  readonly quotable: string;
  readonly stress: Readonly<Record<StressKind, StressPlan>>;
  readonly curve: CurvePlan;
  /** Inputs that turn the claim's conditions into a scenario, by field path. */
  readonly scenario: Readonly<Record<string, FieldValue>>;
}

export interface CheckResult {
  readonly id: string;
  readonly label: string;
  readonly origin: ClaimCheck['origin'];
  readonly printed: Printed;
  readonly actual: number;
  /** Equal within half of the last printed digit. */
  readonly matches: boolean;
  /** What the card expects of `matches`. */
  readonly expected: boolean;
}

export interface CardResult {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  readonly verdict: Verdict;
  readonly published: Printed;
  /** From published and catalogue figures alone; null while one is missing. */
  readonly asPublished: number | null;
  /**
   * Our value: suggestions stand in for what is missing; null where there is not even a
   * suggestion.
   */
  readonly value: number | null;
  /** Smallest and largest value over the ranges of facts and inputs; null with `value`. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly missing: readonly { readonly key: string; readonly label: string;
    readonly suggested: Sourced | null }[];
  readonly unstated: readonly string[];
  readonly checks: readonly CheckResult[];
  readonly findings: readonly Finding[];
}

export type CardProblem =
  | { readonly code: 'unknown-input'; readonly key: string; readonly known: readonly string[] }
  | { readonly code: 'out-of-bounds'; readonly key: string; readonly min: number;
    readonly max: number;
    readonly got: number }
  | { readonly code: 'inputs-missing'; readonly keys: readonly string[] }
  | { readonly code: 'no-solution'; readonly key: string; readonly target: number;
    readonly atMin: number;
    readonly atMax: number }
  | { readonly code: 'no-effect'; readonly key: string };
