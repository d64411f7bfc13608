import type { Sourced } from '../../units/provenance.ts';
import type { CatalogUnit, Quote } from '../cite.ts';
import type { Constant } from '../types.ts';

/** One line of a table of constants. */
export function constant(
  category: string, id: string, name: string, figure: Sourced,
): Constant {
  return { id, name, category, figure };
}

/**
 * A published range: its middle stands for it, derived; the range itself is what the
 * source states.
 */
export function midpoint(
  quote: Quote, low: number, high: number, unit: CatalogUnit, note?: string,
): Sourced {
  const middle = Number(((low + high) / 2).toPrecision(6));
  const reason = 'middle of the published range';
  return quote(middle, unit, {
    low, high, evidence: 'derived', note: note === undefined ? reason : `${reason}; ${note}`,
  });
}

/** The middle of a range quoted without any document found: assumed. */
export function assumedMidpoint(quote: Quote, low: number, high: number, unit: CatalogUnit,
  note?: string): Sourced {
  const figure = midpoint(quote, low, high, unit, note);
  return { ...figure, evidence: 'assumed', note: `unverified; ${figure.note ?? ''}` };
}
