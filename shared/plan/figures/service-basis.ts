import type { Metric } from '../../economics/statement/result-types.ts';
import type { StageResults } from '../stages.ts';

type Months = Pick<StageResults, 'lifecycle'>;

const nothingServes: Metric =
  { value: null, absent: { code: 'no-racks', detail: 'nothing is in service' } };
const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** Hours of accelerators in service over the horizon, whatever they do in them. */
export const hoursInService = ({ lifecycle }: Months): number =>
  sum(lifecycle.total.reservedAcceleratorHours);

/** Years in which at least one accelerator is in service. */
export const yearsInService = ({ lifecycle }: Months): number =>
  lifecycle.total.accelerators.filter((count) => count > 0).length / 12;

/**
 * An amount of the horizon per accelerator-hour: amount / hours of accelerators in
 * service, busy or idle.
 * @param usd USD over the horizon
 * @returns USD/h; absent while nothing is in service
 */
export function perAcceleratorHour(months: Months, usd: number): Metric {
  const hours = hoursInService(months);
  return hours > 0 ? { value: usd / hours } : nothingServes;
}

/**
 * An amount of the horizon per MW and year: amount / (MW x years in service).
 * @param usd USD over the horizon
 * @param mw power at its peak: the facility's, or that of the IT alone
 * @returns USD/MW-year; absent while nothing is in service
 */
export function perMwYear(months: Months, usd: number, mw: number): Metric {
  const years = yearsInService(months);
  return mw > 0 && years > 0 ? { value: usd / (mw * years) } : nothingServes;
}
