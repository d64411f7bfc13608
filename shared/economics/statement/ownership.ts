import { newMonths } from '../../units/months.ts';
import { cell, lazily } from '../../units/reading.ts';
import { yearsInto, hoursPerMonth } from '../../lifecycle/month.ts';
import type { GroupMonths, LifecycleResult } from '../../lifecycle/types.ts';
import { addAt } from './capital.ts';
import { recoveryPayment } from '../functions/discount.ts';
import type { CostSeries } from './opex.ts';
import { align, lastMonthOf, type Timeline } from './timeline.ts';
import type { CapexClass, CapexItem, OpexLine, OpexPayer, Ownership } from './types.ts';

const facilityClasses: ReadonlySet<CapexClass> =
  new Set(['power', 'cooling', 'shell', 'land', 'contingency']);
const systemClasses: ReadonlySet<CapexClass> =
  new Set(['accelerator', 'storage', 'network', 'installation']);

/**
 * What the operator still buys and pays under an ownership mode, and the rent that
 * replaces the rest.
 */
export interface OwnedDesign {
  readonly capex: readonly CapexItem[];
  readonly opex: readonly OpexLine[];
  /**
   * Assets whose price lines on capital are paid on: those owned and, as the lessee bears
   * them, leased.
   */
  readonly inUse: readonly CapexItem[];
  readonly rent: (timeline: Timeline) => readonly CostSeries[];
}

/**
 * The same design under another ownership: assets somebody else buys leave the
 * investment, bills somebody else pays leave the operating cost, and a rent takes their
 * place. What nobody asks for is not made.
 * @param lifecycle gives the months in service and the power and accelerators rented
 * @example applyOwnership({ mode: 'own' }, () => capex, () => opex, lifecycle).capex === capex // true
 */
export function applyOwnership(
  ownership: Ownership, capex: () => readonly CapexItem[],
  opex: () => readonly OpexLine[], lifecycle: LifecycleResult,
): OwnedDesign {
  const payers = (kept: readonly OpexPayer[]): readonly OpexLine[] =>
    opex().filter((line) => kept.includes(line.payer));
  switch (ownership.mode) {
    case 'own': return lazily<OwnedDesign>({ capex, opex, inUse: capex, rent: () => () => [] });
    case 'lease': {
      const isLeased = (item: CapexItem): boolean => systemClasses.has(item.class);
      return lazily<OwnedDesign>({
        capex: () => capex().filter((item) => !isLeased(item)), opex, inUse: capex,
        rent: () => (timeline) =>
          [rentSeries('lease', 'Lease of systems',
            () => leaseRent(ownership, capex().filter(isLeased), timeline))],
      });
    }
    case 'colo': {
      const kept = cell(() => capex().filter((item) => !facilityClasses.has(item.class)));
      return lazily<OwnedDesign>({
        capex: kept, opex: () => payers(['operator', 'system-owner']), inUse: kept,
        rent: () => (timeline) =>
          [rentSeries('colo', 'Colocation', () => coloRent(ownership, lifecycle, timeline))],
      });
    }
    case 'rental':
      return lazily<OwnedDesign>({
        capex: () => lifecycle.groups.flatMap(
          (group) => prepayments(ownership, group, lifecycle.firstMonth),
        ),
        opex: () => payers(['operator'])
          .filter((line) => line.group !== 'energy' && line.group !== 'water'),
        inUse: () => [],
        rent: () => (timeline) => [rentSeries('rental', 'Rented accelerators',
          () => rentalRent(ownership, lifecycle, timeline))],
      });
  }
}

function rentSeries(key: string, label: string, rent: () => Float64Array): CostSeries {
  return lazily<CostSeries>({ key: `rent.${key}`, label, group: 'rent', values: rent,
    variable: () => () => 0, onRevenue: false });
}

/**
 * Level payments over the term; an asset used longer is bought at its residual when the
 * term ends.
 */
function leaseRent(lease: Ownership & { mode: 'lease' }, leased: readonly CapexItem[],
  timeline: Timeline): Float64Array {
  const values = newMonths(timeline.length);
  for (const item of leased) {
    const last = lastMonthOf(item, timeline.horizonMonths);
    const residual = item.amountUsd * lease.residualShare;
    const payment = recoveryPayment(item.amountUsd, residual, lease.termMonths,
      lease.ratePerYear / 12);
    const end = item.serviceMonth + lease.termMonths - 1;
    for (let month = item.serviceMonth; month <= Math.min(last, end); month++) {
      addAt(values, month - timeline.firstMonth, payment);
    }
    if (end < last) addAt(values, end - timeline.firstMonth, residual);
  }
  return values;
}

/**
 * Rent for the critical power in service, at least the share taken or paid, while
 * anything is in service.
 */
function coloRent(colo: Ownership & { mode: 'colo' }, lifecycle: LifecycleResult,
  timeline: Timeline): Float64Array {
  return align(timeline, lifecycle.total.criticalKw).map((kw, at) => {
    if (kw === 0) return 0;
    const rise = (1 + colo.escalationPerYear) ** Math.max(0,
      yearsInto(timeline.firstMonth + at));
    return Math.max(kw, colo.reservedKw * colo.takeOrPay) * colo.usdPerKwMonth * rise;
  });
}

/** A term of a rental contract: its months and the hourly rate fixed when it starts. */
interface Term {
  readonly from: number;
  readonly to: number;
  readonly usdPerHour: number;
}

function rentalTerms(rental: Ownership & { mode: 'rental' }, group: GroupMonths,
  firstMonth: number): readonly Term[] {
  const first = group.reservedAcceleratorHours.findIndex((hours) => hours > 0);
  if (first < 0) return [];
  const last = group.reservedAcceleratorHours.findLastIndex((hours) => hours > 0);
  const terms: Term[] = [];
  for (let from = first + firstMonth; from <= last + firstMonth; from += rental.termMonths) {
    const to = Math.min(last + firstMonth, from + rental.termMonths - 1);
    const rise = (1 + rental.escalationPerYear) ** Math.max(0, yearsInto(from));
    terms.push({ from, to, usdPerHour: rental.usdPerAcceleratorHour * rise });
  }
  return terms;
}

/**
 * The prepaid part of each term is an investment: paid before the first month, used up
 * evenly, worth nothing after.
 */
function prepayments(rental: Ownership & { mode: 'rental' }, group: GroupMonths,
  firstMonth: number): readonly CapexItem[] {
  if (rental.prepayShare === 0) return [];
  return rentalTerms(rental, group, firstMonth).map((term, i) => ({
    key: `prepay.${group.key}.${i}`, label: `Prepaid rent ${group.key}`, class: 'other',
    amountUsd: (term.to - term.from + 1) * hoursPerMonth * group.accelerators * term.usdPerHour
      * rental.prepayShare,
    draws: [{ month: term.from - 1, share: 1 }], serviceMonth: term.from,
    retireAfterMonth: term.to,
    residual: { kind: 'fixed', share: 0 },
    depreciation: { schedule: {
      method: 'straight-line', lifeYears: (term.to - term.from + 1) / 12,
    },
      bonusShare: 0 },
  }));
}

function rentalRent(rental: Ownership & { mode: 'rental' }, lifecycle: LifecycleResult,
  timeline: Timeline): Float64Array {
  const values = newMonths(timeline.length);
  for (const group of lifecycle.groups) {
    for (const term of rentalTerms(rental, group, lifecycle.firstMonth)) {
      const monthly =
        group.accelerators * hoursPerMonth * term.usdPerHour * (1 - rental.prepayShare);
      for (let month = term.from; month <= term.to; month++) {
        addAt(values, month - timeline.firstMonth, monthly);
      }
    }
  }
  return values;
}
