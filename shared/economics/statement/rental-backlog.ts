import { contractPrice } from './rental.ts';
import type { RentalContract } from './types.ts';

/**
 * Revenue of a contract that is signed and not yet earned at the end of a month: hours *
 * price over what is left of the term, the first one from the start of the plan on, a
 * renewal once it runs, beyond the horizon too. Nothing is taken off for customers that may
 * fail.
 * @param hours accelerator-hours a month that the whole group can sell, >= 0
 * @param month 0 is the start of the plan
 * @example contractBacklog({ key: 'a', share: 0.5, startMonth: 1, termMonths: 12, renewalShare: 0,
 *   defaultPerYear: 0, defaultMonth: null, usdPerHour: 3, renewalDecline: 0, prepayShare: 0
 *   }, 1000, 2) // 15000
 */
export function contractBacklog(
  contract: RentalContract, hours: number, month: number,
): number {
  const { share, startMonth, termMonths, renewalShare, defaultMonth } = contract;
  if (defaultMonth !== null && month >= defaultMonth) return 0;
  const term = Math.floor((Math.max(month, startMonth) - startMonth) / termMonths);
  const first = startMonth + term * termMonths;
  const left = first + termMonths - 1 - Math.max(month, first - 1);
  return share * renewalShare ** term * hours * contractPrice(contract, first) * left;
}
