import { align, type Timeline } from '../../economics/statement/timeline.ts';
import { lineOf } from '../../economics/statement/statement.ts';
import { energisedKw, generatedKw } from '../../lifecycle/energised.ts';
import { addSeries } from '../../lifecycle/totals.ts';
import type { GroupMonths, TrafficMonths } from '../../lifecycle/types.ts';
import { once } from '../../units/once.ts';
import { lazily, Reading, readInto } from '../../units/reading.ts';
import type { Unit } from '../../units/unit.ts';
import { readsOf } from './trace.ts';
import type { FormulaId } from './formulas.ts';
import { feedParams, supplyParams } from '../life/supply-params.ts';
import type { SizedGroup } from '../serving/size-groups.ts';
import type { EconomicsResult } from '../../economics/statement/result-types.ts';
import type { StageResults } from '../stages.ts';
import type { Series, StatementLine } from '../types.ts';

/** Months of the plan: the money may start before the racks are ordered. */
export function timelineOf({ lifecycle, economics }: StageResults): Timeline {
  const firstMonth = economics?.statement.firstMonth ?? lifecycle.firstMonth;
  const { horizonMonths } = lifecycle;
  return { firstMonth, horizonMonths, length: horizonMonths + 1 - firstMonth,
    lead: lifecycle.firstMonth - firstMonth, start: { ...lifecycle.start } };
}

/** A row of months before it is asked for. */
interface Row {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  readonly formula: FormulaId;
  readonly values: () => Float64Array;
}

const row = (formula: FormulaId) => (
  key: string, label: string, unit: Unit, values: () => Float64Array,
): Row =>
  ({ key, label, unit, formula, values });

/** Mean of the groups in a month, weighted by the capacity of each; 1 where nothing serves. */
function weightedLevel(
  { lifecycle, groups }: StageResults, pick: (months: GroupMonths) => Float64Array,
): Float64Array {
  const capacities = lifecycle.groups.map(({ key }) => {
    const group = groups.find(({ record }) => record.key === key);
    return (group?.point?.outputTokPerSecPerAccelerator ?? 0)
      * (group?.servingAccelerators ?? 0);
  });
  return Float64Array.from({ length: lifecycle.length }, (_, at) => {
    let weighted = 0;
    let weight = 0;
    for (const [i, months] of lifecycle.groups.entries()) {
      const capacity = capacities[i] ?? 0;
      weighted += (pick(months)[at] ?? 1) * capacity;
      weight += capacity;
    }
    return weight === 0 ? 1 : weighted / weight;
  });
}

/** What groups in service in a month add up to. */
function inService(
  { lifecycle, groups }: StageResults, pick: (group: SizedGroup) => number,
): Float64Array {
  return Float64Array.from({ length: lifecycle.length }, (_, at) =>
    lifecycle.groups.reduce((sum, months) => {
      const group = (months.capacityMtok[at] ?? 0) > 0
        ? groups.find(({ record }) => record.key === months.key)
        : undefined;
      return sum + (group === undefined ? 0 : pick(group));
    }, 0));
}

/** Tokens asked for, unsold, refused, and what of the market is sold. */
function demandRows({ lifecycle }: StageResults): readonly Row[] {
  const life = row('lifecycle.series');
  const sumOf = (pick: (months: TrafficMonths) => Float64Array): Float64Array =>
    addSeries(lifecycle.traffic.map(pick), lifecycle.length);
  const markets = lifecycle.traffic
    .flatMap(({ marketMtok, servedMtok }) => (marketMtok === null ? []
      : [{ marketMtok, servedMtok }]));
  const market = (): Float64Array =>
    addSeries(markets.map(({ marketMtok }) => marketMtok), lifecycle.length)
      .map((x) => (x > 0 ? x : Number.NaN));
  return [
    life('lifecycle.demandMtok', 'Tokens asked for', 'Mtok',
      () => sumOf(({ demandMtok }) => demandMtok)),
    life('lifecycle.unsoldMtok', 'Capacity unsold', 'Mtok', () => {
      const { capacityMtok, totalMtok } = lifecycle.total;
      return capacityMtok.map((x, at) => Math.max(0, x - (totalMtok[at] ?? 0)));
    }),
    life('lifecycle.lostMtok', 'Refused, beyond capacity', 'Mtok',
      () => sumOf(({ lostMtok }) => lostMtok)),
    life('lifecycle.aboveMarketMtok', 'Refused, beyond the market', 'Mtok',
      () => sumOf(({ aboveMarketMtok }) => aboveMarketMtok)),
    life('lifecycle.marketMtok', 'Market', 'Mtok', market),
    life('lifecycle.marketShare', 'Share of the market', 'fraction', () => {
      const sold = addSeries(markets.map(({ servedMtok }) => servedMtok), lifecycle.length);
      return market().map((x, at) => (sold[at] ?? 0) / x);
    }),
  ];
}

/** What the grid connection carries: its feeds, or all of it from month 1. */
function connectionMonths({ inputs, lifecycle }: StageResults): Float64Array {
  const feeds = feedParams(inputs);
  const whole = inputs.site.values.utilityMw * 1000;
  const { firstMonth, length } = lifecycle;
  return Float64Array.from({ length }, (_, at) => (feeds.length > 0
    ? energisedKw(feeds, firstMonth + at) : firstMonth + at < 1 ? 0 : whole));
}

/** What the connection and the site's own generators carry. */
function supplyMonths(stages: StageResults): Float64Array {
  const supply = supplyParams(stages.inputs, () => stages.site);
  return connectionMonths(stages).map((kw, at) =>
    kw + (supply === null ? 0 : generatedKw(supply, stages.lifecycle.firstMonth + at)));
}

/** Rows of the lifecycle by name. */
function lifeRows(stages: StageResults): readonly Row[] {
  const { lifecycle } = stages;
  const { total } = lifecycle;
  const life = row('lifecycle.series');
  return [
    life('lifecycle.racks', 'Racks in service', 'count',
      () => inService(stages, ({ racks }) => racks)),
    life('lifecycle.accelerators', 'Accelerators in service', 'count',
      () => inService(stages, ({ accelerators }) => accelerators)),
    life('lifecycle.capacityMtok', 'Capacity', 'Mtok', () => total.capacityMtok),
    life('lifecycle.servedMtok', 'Tokens served', 'Mtok', () => total.totalMtok),
    life('lifecycle.inputMtok', 'Input tokens', 'Mtok', () => {
      const { inputHitMtok } = total;
      return total.inputMissMtok.map((x, i) => x + (inputHitMtok[i] ?? 0));
    }),
    life('lifecycle.outputMtok', 'Output tokens', 'Mtok', () => total.outputMtok),
    life('lifecycle.utilisation', 'Utilisation', 'fraction', () => total.utilisation),
    life('lifecycle.softwareMultiplier', 'Software level', 'ratio',
      () => weightedLevel(stages, (m) => m.softwareLevel)),
    life('lifecycle.ttftMultiplier', 'TTFT level', 'ratio',
      () => weightedLevel(stages, (m) => m.ttftLevel)),
    life('lifecycle.energyKwh', 'Energy', 'kWh', () => total.energyKwh),
    life('lifecycle.itKw', 'IT power', 'kW', () => total.itKw),
    life('lifecycle.facilityKw', 'Facility power', 'kW', () => total.facilityKw),
    life('lifecycle.facilityKwPeak', 'Peak at the meter', 'kW', () => total.facilityKwPeak),
    life('lifecycle.connectionKw', 'Grid connection', 'kW', () => connectionMonths(stages)),
    life('lifecycle.waterM3', 'Water', 'm3', () => total.waterM3),
    ...(lifecycle.total.onSite === null || lifecycle.total.onSite.generatedKwh.size === 0 ? []
      : [life('lifecycle.supplyKw', 'Connection and generators', 'kW',
        () => supplyMonths(stages))]),
    ...demandRows(stages),
  ];
}

const less = (values: Float64Array): Float64Array => values.map((x) => (x === 0 ? 0 : -x));

/** The money, asked for where its months are made: they are there only while nothing is broken. */
function moneyIn(results: StageResults): EconomicsResult {
  const { economics } = results;
  if (economics === null) throw new Error('months of the money without the money');
  return economics;
}

/** Rows of the money by name; empty without economics. */
function moneyRows(results: StageResults, served: () => Float64Array): readonly Row[] {
  const { economics } = results;
  if (economics === null) return [];
  const line = (key: string): Float64Array =>
    lineOf(moneyIn(results).statement, key).values;
  const money = row('lifecycle.series');
  return [
    money('economics.revenueUsd', 'Revenue', 'USD', () => line('revenue')),
    money('economics.opexUsd', 'Operating cost', 'USD', () => less(line('opex'))),
    money('economics.capexUsd', 'Investment', 'USD', () => less(line('capex'))),
    money('economics.taxUsd', 'Tax', 'USD', () => {
      const state = line('tax.state');
      return less(line('tax.federal').map((x, i) => x + (state[i] ?? 0)));
    }),
    money('economics.netCashFlowUsd', 'Net cash flow', 'USD', () => line('equity')),
    money('economics.cumulativeUsd', 'Cumulative cash flow', 'USD', () => {
      let running = 0;
      return line('equity').map((x) => (running += x));
    }),
    money('economics.marginUsd', 'Operating margin', 'USD', () => line('ebitda')),
    money('economics.costPerMTokUsd', 'Unit cost', 'USD/Mtok',
      () => economics.unitCost.monthlyPerMtokUsd),
    money('economics.priceUsdPerMTok', 'Mean price', 'USD/Mtok', () => {
      const tokens = served();
      return line('revenue')
        .map((x, i) => ((tokens[i] ?? 0) > 0 ? x / (tokens[i] ?? 1) : Number.NaN));
    }),
  ];
}

/** A row with its months and what they were computed from, each made when it is asked for. */
function seriesOf({ key, label, unit, formula, values }: Row): Series {
  const reading = new Reading();
  const made = once(() => readInto(reading, values));
  const reads = once(() => {
    made();
    return readsOf(reading);
  });
  return lazily<Series>({ key, label, unit, formula, values: made, inputs: reads, reads });
}

/** Months as rows of figures: NaN where a month has no value (a unit cost without tokens). */
export function planSeries(results: StageResults): Readonly<Record<string, Series>> {
  const onTimeline = (values: () => Float64Array) => (): Float64Array =>
    align(timelineOf(results), values());
  const life = lifeRows(results)
    .map((each): Row => ({ ...each, values: onTimeline(each.values) }));
  const served = onTimeline(() => results.lifecycle.total.totalMtok);
  const line = row('economics.line');
  const statement = (results.economics?.statement.lines ?? []).map(
    (l) => line(`statement.${l.key}`, l.label, 'USD',
      () => lineOf(moneyIn(results).statement, l.key).values),
  );
  return Object.fromEntries([
    ...life, ...moneyRows(results, served), ...statement,
  ].map((each) => [each.key, seriesOf(each)]));
}

const totals: ReadonlySet<string> = new Set(['equity', 'project', 'ebitda']);

/** Statement lines in reading order, without those that are nothing in every month. */
export function statementLines({ economics }: StageResults): readonly StatementLine[] {
  return (economics?.statement.lines ?? []).filter((l) => l.values.some((x) => x !== 0))
    .map((l) => ({
      seriesKey: `statement.${l.key}`, label: l.label,
      level: totals.has(l.key) ? 0 : l.key.includes('.') ? 2 : 1,
      sign: l.parent === null && !totals.has(l.key) ? 0 : 1,
      parent: l.parent === null ? null : `statement.${l.parent}`,
      balance: l.kind === 'balance',
    }));
}
