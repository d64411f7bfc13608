import type { EvidenceClass } from '../units/provenance.ts';
import type { Unit } from '../units/unit.ts';
import type { Condition } from './condition.ts';
import type { NumberListRule } from './number-list.ts';

/**
 * One input, described once. Forms, validation, `--set`, the field reference in docs and
 * the report's list of assumptions are all made from these tables, so a range or a source
 * is stated here and nowhere else.
 */
interface FieldCommon {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly group: string;
  readonly source: string;
  readonly evidence: EvidenceClass;
  /** Date of the source (YYYY, YYYY-MM or YYYY-MM-DD) where its text does not carry one. */
  readonly date?: string;
  /**
   * What another field must say for this one to have an effect, see `conditions`; shown
   * beside it.
   */
  readonly activeWhen?: Condition;
  /** Rarely changed: forms fold it under "more". */
  readonly advanced?: boolean;
}

/**
 * A number within [min, max]. A null default means "take it from the catalogue or compute
 * it" (see help).
 */
export interface NumberField extends FieldCommon {
  readonly type: 'number';
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  readonly default: number | null;
  readonly integer?: boolean;
  /**
   * Range the source states for the default; both ends the default where it is exact, as
   * in a statute.
   */
  readonly low?: number;
  readonly high?: number;
}
export interface ChoiceField extends FieldCommon {
  readonly type: 'choice';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly default: string;
}
/**
 * Id of a catalogue entry (`of`) or key of another record of the scenario (`of:
 * 'record:traffic'`).
 */
export interface ReferenceField extends FieldCommon {
  readonly type: 'reference';
  readonly of: string;
  readonly default: string;
}
export interface TextField extends FieldCommon {
  readonly type: 'text';
  readonly maxLength: number;
  readonly default: string;
  /** The text is a list of numbers. */
  readonly numbers?: NumberListRule;
  /** What the text must look like: a regular expression, and in words for the refusal. */
  readonly form?: { readonly pattern: string; readonly expected: string };
}
export interface ToggleField extends FieldCommon {
  readonly type: 'toggle';
  readonly default: boolean;
}
export type Field = NumberField | ChoiceField | ReferenceField | TextField | ToggleField;
export type FieldValue = number | string | boolean | null;

/** The record type a field table describes. */
export type RecordOf<T extends readonly Field[]> = {
  readonly [F in T[number] as F['key']]:
    F extends { type: 'number'; default: null } ? number | null
    : F extends { type: 'number' } ? number
    : F extends { type: 'toggle' } ? boolean
    : F extends { type: 'choice'; choices: readonly { value: infer V }[] } ? V
    : string;
};
