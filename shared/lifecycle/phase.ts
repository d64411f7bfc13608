import type { GroupPhases } from './types.ts';

/** Where a rack group stands in a month, in the order in which a group passes through them. */
export const phases =
  ['planned', 'ordered', 'commissioning', 'ramp', 'serving', 'retired'] as const;
export type Phase = (typeof phases)[number];

/**
 * The phase of a group in a month.
 * @param dates month numbers of the group, in order
 * @param month month number, 1 is the first month of the plan
 * @example phaseAt({ orderMonth: -6, deliveryMonth: 0, serviceMonth: 1, rampMonths: 3, retireAfterMonth: 24
 *   }, 2) // 'ramp'
 */
export function phaseAt(dates: GroupPhases, month: number): Phase {
  if (dates.retireAfterMonth !== null && month > dates.retireAfterMonth) return 'retired';
  if (month >= dates.serviceMonth + dates.rampMonths) return 'serving';
  if (month >= dates.serviceMonth) return 'ramp';
  if (month >= dates.deliveryMonth) return 'commissioning';
  return month >= dates.orderMonth ? 'ordered' : 'planned';
}

/**
 * Share of its steady demand a group takes: rises in equal steps through the ramp, 1 from
 * then on.
 * @returns 0 outside service, else (months in service) / (rampMonths + 1), at most 1
 * @example rampShare({ orderMonth: 0, deliveryMonth: 0, serviceMonth: 1, rampMonths: 3, retireAfterMonth:
 *   null }, 1) // 0.25
 */
export function rampShare(dates: GroupPhases, month: number): number {
  if (!isInService(dates, month)) return 0;
  return Math.min(1, (month - dates.serviceMonth + 1) / (dates.rampMonths + 1));
}

/** True from the service month to the last month before retirement. */
export function isInService(dates: GroupPhases, month: number): boolean {
  return month >= dates.serviceMonth
    && (dates.retireAfterMonth === null || month <= dates.retireAfterMonth);
}
