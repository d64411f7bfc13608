import { sumOf } from '../functions/discount.ts';
import { divide, missing, present } from './metric.ts';
import type { DebtCover, Metric } from './result-types.ts';

/**
 * Service below this share of the largest month's is what rounding leaves where sculpted
 * debt asks for nothing: such a month has no service, and no ratio.
 */
export const serviceRounding = 1e-6;
/** Months over which lenders measure the cover of a year. */
const yearMonths = 12;

/** Scheduled service without what is rounding. */
export function scheduledService(service: Float64Array): Float64Array {
  const least = serviceRounding * service.reduce((most, due) => Math.max(most, due), 0);
  return service.map((due) => (due > least ? due : 0));
}

/**
 * Scheduled service that the cash of its month does not pay; earlier cash or the owner
 * has to.
 * @example [...shortfallOf(Float64Array.of(80, -10, 50), Float64Array.of(100, 30, 40))] // [20, 30, 0]
 */
export const shortfallOf = (cash: Float64Array, service: Float64Array): Float64Array =>
  service.map((due, at) => Math.max(0, due - Math.max(0, cash[at] ?? 0)));

/** What debt is covered by, month by month. */
export interface CoverInputs {
  readonly ebitda: Float64Array;
  /** Cash flow available for debt service: EBITDA, working capital, less tax as due. */
  readonly cafds: Float64Array;
  /** Scheduled interest and principal, rounding left out. */
  readonly service: Float64Array;
  /** What the tenor leaves and the last month repays. */
  readonly balloon: Float64Array;
  /** Whether the loan is sized by its cash flow, and may come to nothing. */
  readonly sculpted?: boolean;
  /** Interest of the loan per year, a twelfth of it a month. */
  readonly ratePerYear: number;
}

/**
 * Cover of debt service. Monthly: EBITDA over the service of each month that has any. Of
 * a year: cash after tax of twelve months over their service (of the whole term where it
 * is shorter). LLCR: present value of cash after tax over the life of the loan over that
 * of its service and balloon, at the loan's rate.
 */
export function coverOf(inputs: CoverInputs): DebtCover {
  const { ebitda, service } = inputs;
  const first = service.findIndex((due) => due > 0);
  if (first < 0) {
    const none = missing('no-debt', inputs.sculpted
      ? 'sculpted debt comes to zero: in no month of the tenor is there cash to serve it from'
      : '');
    return { dscrMin: none, dscrAverage: none, dscrYearMin: none, llcr: none };
  }
  const ratios = [...service].flatMap((due, at) => (due > 0 ? [(ebitda[at] ?? 0) / due] : []));
  return {
    dscrMin: present(Math.min(...ratios)),
    dscrAverage: present(ratios.reduce((sum, x) => sum + x, 0) / ratios.length),
    dscrYearMin: present(leastOfYears(inputs, first)), llcr: loanLifeCover(inputs, first),
  };
}

function leastOfYears({ cafds, service }: CoverInputs, first: number): number {
  const end = service.findLastIndex((due) => due > 0) + 1;
  const months = Math.min(yearMonths, end - first);
  const ratios = Array.from({ length: end - first - months + 1 }, (_, n) => {
    const [from, to] = [first + n, first + n + months];
    const due = sumOf(service.subarray(from, to));
    return due > 0 ? sumOf(cafds.subarray(from, to)) / due : Infinity;
  });
  return Math.min(...ratios);
}

function loanLifeCover(
  { cafds, service, balloon, ratePerYear }: CoverInputs, first: number,
): Metric {
  const end = service.findLastIndex((due) => due > 0) + 1;
  const worth = (of: (at: number) => number): number => {
    let [sum, factor] = [0, 1];
    for (let at = first; at < end; at++) {
      factor /= 1 + ratePerYear / 12;
      sum += of(at) * factor;
    }
    return sum;
  };
  return divide(worth((at) => cafds[at] ?? 0),
    worth((at) => (service[at] ?? 0) + (balloon[at] ?? 0)), 'no-debt', '');
}
