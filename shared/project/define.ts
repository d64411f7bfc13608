import type { EvidenceClass } from '../units/provenance.ts';
import type { Unit } from '../units/unit.ts';
import type { NumberListRule } from './number-list.ts';

/**
 * What every field states besides its value range: a one-line definition and where its
 * default comes from.
 */
export interface About {
  readonly group: string;
  readonly help: string;
  readonly source: string;
  readonly evidence: EvidenceClass;
  readonly date?: string;
  /**
   * Range the source states for the default of a number; both ends the default where it
   * is exact, as in a statute.
   */
  readonly low?: number;
  readonly high?: number;
  readonly advanced?: boolean;
}

/**
 * Source text of defaults nobody could cite; shown with a badge wherever the figure
 * appears.
 */
export const unsourced = 'No public source found: planning value to be replaced by the user';

/** `About` of a field whose default is a bare planning value. */
export const assume = (group: string, help: string, more: Partial<About> = {}): About =>
  ({ group, help, source: unsourced, evidence: 'assumed', ...more });

/** `About` of a field whose value is a choice of the planner rather than a fact. */
export const decide = (group: string, help: string, more: Partial<About> = {}): About =>
  ({ group, help, source: 'Design choice', evidence: 'user', ...more });

/**
 * A number field; `default` null means it is taken from the catalogue or computed, as
 * `help` says.
 */
export function number<const K extends string, const D extends number | null>(
  key: K, label: string, unit: Unit, [min, max]: readonly [number, number], value: D,
  about: About,
) {
  return {
    type: 'number', key, label, unit, min, max, default: widen(value), ...about,
  } as const;
}

/** A whole number field. */
export function integer<const K extends string, const D extends number | null>(
  key: K, label: string, unit: Unit, [min, max]: readonly [number, number], value: D,
  about: About,
) {
  return { type: 'number', key, label, unit, min, max, default: widen(value),
    integer: true, ...about } as const;
}

/** Keeps null defaults apart from numbers in the type without freezing the number itself. */
function widen<D extends number | null>(value: D): D extends null ? null : number;
function widen(value: number | null): number | null {
  return value;
}

export function choice<
  const K extends string, const C extends readonly (readonly [string, string])[]
>(
  key: K, label: string, options: C, value: C[number][0], about: About,
) {
  const choices =
    options.map(([v, l]): { value: C[number][0]; label: string } => ({ value: v, label: l }));
  return { type: 'choice', key, label, choices, default: value, ...about } as const;
}

export function reference<const K extends string>(
  key: K, label: string, of: string, value: string, about: About,
) {
  return { type: 'reference', key, label, of, default: value, ...about } as const;
}

export function text<const K extends string>(
  key: K, label: string, maxLength: number, value: string, about: About,
  form?: { readonly pattern: string; readonly expected: string },
) {
  return { type: 'text', key, label, maxLength, default: value, ...about,
    ...(form === undefined ? {} : { form }) } as const;
}

/** A list of numbers kept as text. */
export function numberList<const K extends string>(
  key: K, label: string, numbers: NumberListRule, about: About,
) {
  return {
    type: 'text', key, label, maxLength: numbers.most * 24, default: '', numbers, ...about,
  } as const;
}

export function toggle<const K extends string>(
  key: K, label: string, value: boolean, about: About,
) {
  return { type: 'toggle', key, label, default: value, ...about } as const;
}
