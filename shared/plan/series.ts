import { align, type Timeline } from '../economics/statement/timeline.ts';
import { byFigure } from '../units/figure.ts';
import type { Unit } from '../units/unit.ts';
import type { StageResults } from './stages.ts';
import type { Series, StatementLine } from './types.ts';

/** Months of the plan: the money may start before the racks are ordered. */
export function timelineOf({ lifecycle, economics }: StageResults): Timeline {
  const firstMonth = economics?.statement.firstMonth ?? lifecycle.firstMonth;
  const { horizonMonths } = lifecycle;
  return { firstMonth, horizonMonths, length: horizonMonths + 1 - firstMonth, lead: lifecycle.firstMonth - firstMonth };
}

type Named = readonly [key: string, label: string, unit: Unit, values: Float64Array];

/** Rows of the lifecycle by name. */
function lifeSeries({ lifecycle, groups }: StageResults): readonly Named[] {
  const { total } = lifecycle;
  const serving = lifecycle.groups.map((g) => ({ months: g, group: groups.find((x) => x.record.key === g.key) }));
  const inService = (pick: (racks: number, accelerators: number) => number): Float64Array =>
    Float64Array.from({ length: lifecycle.length }, (_, at) => serving.reduce((sum, { months, group }) =>
      sum + ((months.capacityMtok[at] ?? 0) > 0 ? pick(group?.racks ?? 0, group?.accelerators ?? 0) : 0), 0));
  const weightedLevel = (pick: (months: (typeof serving)[number]['months']) => Float64Array) => Float64Array.from({ length: lifecycle.length }, (_, at) => {
    let weighted = 0;
    let weight = 0;
    for (const { months, group } of serving) {
      const capacity = (group?.point?.outputTokPerSecPerAccelerator ?? 0) * (group?.servingAccelerators ?? 0);
      weighted += (pick(months)[at] ?? 1) * capacity;
      weight += capacity;
    }
    return weight === 0 ? 1 : weighted / weight;
  });
  return [
    ['lifecycle.racks', 'Racks in service', 'count', inService((racks) => racks)],
    ['lifecycle.accelerators', 'Accelerators in service', 'count', inService((_, accelerators) => accelerators)],
    ['lifecycle.capacityMtok', 'Capacity', 'Mtok', total.capacityMtok],
    ['lifecycle.servedMtok', 'Tokens served', 'Mtok', total.totalMtok],
    ['lifecycle.inputMtok', 'Input tokens', 'Mtok', total.inputMissMtok.map((x, i) => x + (total.inputHitMtok[i] ?? 0))],
    ['lifecycle.outputMtok', 'Output tokens', 'Mtok', total.outputMtok],
    ['lifecycle.utilisation', 'Utilisation', 'fraction', total.utilisation],
    ['lifecycle.softwareMultiplier', 'Software level', 'ratio', weightedLevel((m) => m.softwareLevel)],
    ['lifecycle.ttftMultiplier', 'TTFT level', 'ratio', weightedLevel((m) => m.ttftLevel)],
    ['lifecycle.energyKwh', 'Energy', 'kWh', total.energyKwh],
    ['lifecycle.itKw', 'IT power', 'kW', total.itKw],
    ['lifecycle.facilityKw', 'Facility power', 'kW', total.facilityKw],
    ['lifecycle.waterM3', 'Water', 'm3', total.waterM3],
  ];
}

/** Rows of the money by name; empty without economics. */
function moneySeries({ economics }: StageResults, served: Float64Array): readonly Named[] {
  if (economics === null) return [];
  const line = (key: string): Float64Array => economics.statement.lines.find((l) => l.key === key)?.values ?? new Float64Array(served.length);
  const less = (values: Float64Array): Float64Array => values.map((x) => (x === 0 ? 0 : -x));
  const revenue = line('revenue');
  const net = line('equity');
  let running = 0;
  return [
    ['economics.revenueUsd', 'Revenue', 'USD', revenue],
    ['economics.opexUsd', 'Operating cost', 'USD', less(line('opex'))],
    ['economics.capexUsd', 'Investment', 'USD', less(line('capex'))],
    ['economics.taxUsd', 'Tax', 'USD', less(line('tax.federal').map((x, i) => x + (line('tax.state')[i] ?? 0)))],
    ['economics.netCashFlowUsd', 'Net cash flow', 'USD', net],
    ['economics.cumulativeUsd', 'Cumulative cash flow', 'USD', net.map((x) => (running += x))],
    ['economics.marginUsd', 'Operating margin', 'USD', line('ebitda')],
    ['economics.costPerMTokUsd', 'Unit cost', 'USD/Mtok', economics.unitCost.monthlyPerMtokUsd],
    ['economics.priceUsdPerMTok', 'Mean price', 'USD/Mtok', revenue.map((x, i) => ((served[i] ?? 0) > 0 ? x / (served[i] ?? 1) : Number.NaN))],
  ];
}

/** Months as rows of figures: NaN where a month has no value (a unit cost without tokens). */
export function planSeries(results: StageResults): Readonly<Record<string, Series>> {
  const timeline = timelineOf(results);
  const life = lifeSeries(results).map(([key, label, unit, values]): Named => [key, label, unit, align(timeline, values)]);
  const served = life.find(([key]) => key === 'lifecycle.servedMtok')?.[3] ?? new Float64Array(timeline.length);
  const statement = (results.economics?.statement.lines ?? []).map((l): Named => [`statement.${l.key}`, l.label, 'USD', l.values]);
  const series: Record<string, Series> = {};
  for (const [key, label, unit, values] of [...life, ...moneySeries(results, served)]) {
    series[key] = { key, label, unit, values, formula: 'lifecycle.series', inputs: [byFigure('headline.tokensPerSecondPeak')] };
  }
  for (const [key, label, unit, values] of statement) {
    series[key] = { key, label, unit, values, formula: 'economics.line', inputs: [byFigure('headline.npvUsd')] };
  }
  return series;
}

const totals: ReadonlySet<string> = new Set(['equity', 'project', 'ebitda']);

/** Statement lines in reading order, without those that are nothing in every month. */
export function statementLines({ economics }: StageResults): readonly StatementLine[] {
  return (economics?.statement.lines ?? []).filter((l) => l.values.some((x) => x !== 0)).map((l) => ({
    seriesKey: `statement.${l.key}`, label: l.label, level: totals.has(l.key) ? 0 : l.key.includes('.') ? 2 : 1,
    sign: l.parent === null && !totals.has(l.key) ? 0 : 1, parent: l.parent === null ? null : `statement.${l.parent}`, balance: l.kind === 'balance',
  }));
}
