import {
  scheduleBill, type DrawnMonth, type ScheduleBill,
} from '../../economics/statement/schedule-bill.ts';
import type { OpexLine } from '../../economics/statement/types.ts';
import type { Tariff } from '../../import/tariff/types.ts';
import { readTariff } from '../../import/tariff/urdb.ts';
import { monthOfYear } from '../../lifecycle/month.ts';
import type { LifecycleResult } from '../../lifecycle/types.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import type { Limit } from '../../units/limit.ts';
import { entryOf } from '../../units/entry.ts';
import { afresh, cell, lazily } from '../../units/reading.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import { createMemo } from '../entries/memo.ts';
import { weekOfClass } from '../life/demand-params.ts';
import type { PlanCosts } from './economics-params.ts';
import { electricityRates } from './electricity-rates.ts';

/** Few tariffs are read again and again. */
const read = createMemo<string, Result<Tariff, string>>(4);

function parse(schedule: string): Result<Tariff, string> {
  if (schedule === '') return refuse('no schedule was read yet');
  const found = readTariff(schedule);
  return found.ok ? ok(found.value.value)
    : refuse(found.error.map(({ reason }) => reason).join('; '));
}

/**
 * The tariff whose schedule bills, or why it cannot be read; null where one price bills.
 * @example tariffInUse(inputs) // null
 */
export function tariffInUse(
  { tariff: { values } }: Pick<ScenarioInputs, 'tariff'>,
): Result<Tariff, string> | null {
  return values.billing === 'price' ? null
    : read.get(values.schedule, () => parse(values.schedule));
}

/**
 * Whether a schedule bills energy, so that the site's price of it has no effect.
 * @example pricesBySchedule(inputs) // false
 */
export function pricesBySchedule(inputs: Pick<ScenarioInputs, 'tariff'>): boolean {
  const tariff = tariffInUse(inputs);
  return tariff?.ok === true && tariff.value.energy !== null;
}

/** A schedule that should bill and cannot be read. */
export function tariffLimits(inputs: Pick<ScenarioInputs, 'tariff'>): readonly Limit[] {
  const found = tariffInUse(inputs);
  if (found === null || found.ok) return [];
  return [{
    code: 'tariff-unread', where: 'tariff.schedule', limit: 0, value: 0, unit: 'USD',
    broken: true, fix: [{ path: 'tariff.billing', value: 'price' }],
    nearestFix: `The schedule of the tariff cannot be read: ${
      found.error}. Import a tariff, or set tariff.billing to price.`,
  }];
}

/** Load of 24 hours of a working day and 24 of a weekend day over the mean, all classes. */
function demandShape(inputs: ScenarioInputs, { traffic }: LifecycleResult): readonly number[] {
  const classes = traffic.map(({ key, servedMtok }) => ({
    week: weekOfClass(inputs, key), weight: servedMtok.reduce((a, b) => a + b, 0) }));
  const total = classes.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (days: readonly number[], hour: number): number =>
    classes.reduce((sum, { week, weight }) => sum + (total > 0 ? weight / total
      : 1 / classes.length) * days.reduce((load, day) =>
      load + entryOf(week, day * 24 + hour) / days.length, 0), 0);
  return [[0, 1, 2, 3, 4], [5, 6]].flatMap((days) =>
    Array.from({ length: 24 }, (_, hour) => mean(days, hour)));
}

/** What the meter shows month by month, with the typical hours of each. */
function drawnMonths(
  inputs: ScenarioInputs, costs: Pick<PlanCosts, 'powerByHour'>, lifecycle: LifecycleResult,
): readonly DrawnMonth[] {
  const { firstMonth, length, start, total } = lifecycle;
  const demand = demandShape(inputs, lifecycle);
  const { idleShare } = inputs.power.values;
  const { powerByHour } = costs;
  const market = 1 - inputs.site.values.ppaShare;
  return Array.from({ length }, (_, at): DrawnMonth => {
    const month = monthOfYear(start, firstMonth + at);
    const capacity = entryOf(total.capacityMtok, at);
    const use = capacity === 0 ? 0 : entryOf(total.totalMtok, at) / capacity;
    return {
      month, energyKwh: market * entryOf(total.gridKwh, at),
      peakKw: entryOf(total.gridKwPeak, at),
      shape: demand.map((load, hour) =>
        (idleShare + (1 - idleShare) * Math.min(1, use * load))
          * (powerByHour === null ? 1
            : entryOf(powerByHour, (month - 1) * 24 + (hour % 24)))),
    };
  });
}

/** Whether anything of a tariff bills the highest load. */
const hasDemand = ({ demand, flatDemand, coincident }: Tariff): boolean =>
  demand !== null || flatDemand !== null || coincident !== null;

/**
 * Lines of a scheduled tariff: energy that is not under contract, demand, and fixed
 * charges. They have keys of their own: a line under one key is one computation. What the
 * tariff does not price stays with the site's price or charge.
 * @param price lines of one price: energy first, then the contract's where there is one
 * @param demand the site's own demand charge
 */
function tariffLines(
  { inputs, costs, lifecycle, tariff }: {
    readonly inputs: ScenarioInputs; readonly costs: Pick<PlanCosts, 'powerByHour'>;
    readonly lifecycle: LifecycleResult; readonly tariff: Tariff;
  }, price: readonly OpexLine[], demand: OpexLine,
): readonly OpexLine[] {
  const bill = cell(() => {
    const { site, tariff: { values } } = inputs;
    // Read again, so that the bill rests on the schedule.
    const found = tariffInUse(inputs);
    return scheduleBill(found?.ok === true ? found.value : tariff, drawnMonths(inputs, costs, lifecycle), {
      energyLevel: values.energyLevel,
      minimumKw: site.values.minimumTake * site.values.utilityMw * 1000 });
  });
  const line = (key: string, label: string, basis: OpexLine['basis'],
    of: (found: ScheduleBill) => Float64Array): OpexLine => lazily<OpexLine>({
    key, label, group: 'energy', basis, payer: 'operator', rate: 1,
    escalationPerYear: afresh(() => inputs.site.values.electricityEscalation),
    billedUsd: afresh(() => of(bill())),
  });
  const named = (what: string): string => `${what}, ${inputs.tariff.values.name || tariff.name}`;
  const contract = price.slice(1);
  return [
    ...(tariff.energy === null ? price
      : [line('scheduled-energy', named('Electricity'), 'kwh', ({ energyUsd }) => energyUsd),
        ...contract]),
    ...(hasDemand(tariff) ? [line('scheduled-demand', named('Demand charge'), 'kw-peak',
      ({ demandUsd }) => demandUsd)] : [demand]),
    line('scheduled-fixed', named('Fixed charge'), 'month', ({ fixedUsd }) => fixedUsd),
  ];
}

/**
 * What electricity costs: by one price and a demand charge, or by a tariff's schedule.
 * @param demand the site's own demand charge
 */
export function energyLines(
  inputs: ScenarioInputs, costs: PlanCosts, lifecycle: LifecycleResult, demand: OpexLine,
): readonly OpexLine[] {
  const price = electricityRates(inputs, costs, lifecycle);
  const tariff = tariffInUse(inputs);
  return tariff?.ok !== true ? [...price, demand]
    : tariffLines({ inputs, costs, lifecycle, tariff: tariff.value }, price, demand);
}
