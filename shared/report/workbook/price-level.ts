import type { TrafficSales } from '../../economics/statement/types.ts';

/** What the capability sold costs in a month, over month 1. */
export const capabilityLevel = (decline: string, month: string): string =>
  `(1-${decline})^MAX(0,(${month}-1)/12)`;

/**
 * The price at which a replacement begins, over that of month 1, as a cell or a formula.
 * @param n place of the replacement, first to last
 * @param at address of an input of the class by its short key
 */
export function levelOf(
  { path }: TrafficSales, n: number, at: (key: string) => string,
): string {
  const replacement = path.replacements[n];
  if (replacement === undefined) return '1';
  if (replacement.step !== undefined) return at(`replaced${n}.level`);
  return replacement.priceFactor === null
    ? capabilityLevel(at('capabilityDecline'), at(`replaced${n}.month`))
    : at(`replaced${n}.factor`);
}

/** The same of one that steps from the price before it. */
export function steppedLevel(
  sales: TrafficSales, n: number, at: (key: string) => string,
): string {
  const before = n === 0 ? '1' : at(`replaced${n - 1}.month`);
  return `${levelOf(sales, n - 1, at)}*(1-${at('modelDecline')})`
    + `^MAX(0,(${at(`replaced${n}.month`)}-${before})/12)*${at(`replaced${n}.step`)}`;
}
