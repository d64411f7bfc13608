import { ok, refuse, type Result } from '../units/result.ts';

/** What a list of numbers in a text field may hold. */
export interface NumberListRule {
  readonly min: number;
  readonly max: number;
  /** Most numbers; a load curve by hour of the week has 168, a curve by month 360. */
  readonly most: number;
}

/** Why a text is no list of numbers: the first part that is not one, or how many there are. */
export type NumberListProblem =
  | { readonly code: 'not-a-number'; readonly found: string }
  | { readonly code: 'range'; readonly found: string }
  | { readonly code: 'too-many'; readonly count: number };

/**
 * Reads numbers separated by commas, semicolons or white space; empty text is an empty list.
 * @example parseNumberList('0.2, 0.3', { min: 0, max: 1, most: 40 }) // { ok: true, value: [0.2, 0.3] }
 */
export function parseNumberList(
  text: string, { min, max, most }: NumberListRule,
): Result<readonly number[], NumberListProblem> {
  const parts = text.split(/[\s,;]+/u).filter((part) => part !== '');
  if (parts.length > most) return refuse({ code: 'too-many', count: parts.length });
  const numbers: number[] = [];
  for (const found of parts) {
    const value = Number(found);
    if (!Number.isFinite(value)) return refuse({ code: 'not-a-number', found });
    if (value < min || value > max) return refuse({ code: 'range', found });
    numbers.push(value);
  }
  return ok(numbers);
}

/**
 * Numbers as the text of a field, to six figures: a part in a million is far below what
 * any load is known to.
 * @example printNumberList([1.23456789, 2]) // '1.23457 2'
 */
export const printNumberList = (values: readonly number[]): string =>
  values.map((value) => String(Number(value.toPrecision(6)))).join(' ');
