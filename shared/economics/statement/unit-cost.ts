import { cell, lazily } from '../../units/reading.ts';
import { yearOf } from '../../lifecycle/month.ts';
import { newMonths } from '../../units/months.ts';
import { isRentedOut } from './rental.ts';
import { allocateAll, allocateCost, prefillShareOf, type CostPool } from './allocation.ts';
import type { CapitalSeries } from './capital.ts';
import { discountFactors, presentValue, realRate, sumOf } from '../functions/discount.ts';
import { energyParts, shareEnergy, type EnergyPart } from './energy-parts.ts';
import { divide, missing } from './metric.ts';
import type { CostSeries } from './opex.ts';
import type { CostBasis, Metric, UnitCost } from './result-types.ts';
import type { RevenueSeries } from './revenue.ts';
import { align, type Timeline } from './timeline.ts';
import { netOf } from './statement.ts';
import type { EconomicsParams } from './types.ts';

/** What the unit cost is made from, each part asked for when it is needed. */
export interface CostInputs {
  readonly params: EconomicsParams;
  readonly timeline: () => Timeline;
  readonly capital: () => CapitalSeries;
  readonly costs: () => readonly CostSeries[];
  readonly revenue: () => RevenueSeries;
  /** Owner's flow after debt and tax. */
  readonly equityFlow: () => Float64Array;
}

/**
 * Cost per million tokens and what belongs to it. Headline = (capital charges + operating
 * cost) over all tokens served in the horizon, nominal and undiscounted, before tax and
 * debt; capital charges recover payments less residual at the discount rate over the
 * months of service (`placeAsset`). Where racks are rented out by the hour the cost is also
 * theirs, and nothing is stated per token.
 */
export function costTokens(inputs: CostInputs): UnitCost {
  const { params, timeline, capital, costs } = inputs;
  const tokens = cell(() => chargedTokens(params, timeline()));
  const capacity = cell(() => align(timeline(), params.lifecycle.total.capacityMtok));
  const monthly = cell(
    () => netOf(timeline().length, [capital().charge, ...costs().map((line) => line.values)]),
  );
  const economicCostUsd = cell(() => sumOf(monthly()));
  const mtok = cell(() => sumOf(tokens()));
  const fixed = cell(() => fixedCost(monthly(), costs(), tokens(), capacity()));
  return lazily<UnitCost>({
    costPerMtokUsd: () => perMtok(inputs, economicCostUsd(), mtok()), basis: () => basisOf(params),
    allocation: () => allocateCost(params.allocation, poolOf(inputs, economicCostUsd)),
    allocations: () => allocateAll(poolOf(inputs, economicCostUsd)),
    reservationPerMtokUsd: () => perMtok(inputs, economicCostUsd(),
      isRentedOut(params.lifecycle) ? 0 : sumOf(capacity())),
    utilisation: () => divide(
      sumOf(params.lifecycle.total.totalMtok), sumOf(capacity()), 'no-tokens', 'capacity'),
    stack: () => stackOf(capital(), costs(),
      cell(() => shareEnergy(params.lifecycle.total, timeline()))),
    economicCostUsd,
    fixedCostUsd: () => fixed().fixedCostUsd, strandedUsd: () => fixed().strandedUsd,
    monthlyPerMtokUsd: () => monthly()
      .map((usd, at) => ((tokens()[at] ?? 0) > 0 ? usd / (tokens()[at] ?? 0) : Number.NaN)),
    ...levelised(inputs, tokens), ...footprint(inputs, mtok),
  });
}

/** Tokens that bear all the cost: none where racks that serve none bear some of it. */
const chargedTokens = ({ lifecycle }: EconomicsParams, timeline: Timeline): Float64Array =>
  (isRentedOut(lifecycle) ? newMonths(timeline.length)
    : align(timeline, lifecycle.total.totalMtok));

const whatIsServed = ({ params: { lifecycle } }: CostInputs): string =>
  (isRentedOut(lifecycle) ? 'racks that all serve tokens: some are rented out by the hour'
    : 'tokens served');

const perMtok = (inputs: CostInputs, usd: number, mtok: number): Metric =>
  divide(usd, mtok, 'no-tokens', whatIsServed(inputs));

function poolOf(
  { params: { lifecycle }, revenue }: CostInputs, costUsd: () => number,
): CostPool {
  const charged = (mtok: () => number) => (): number => (isRentedOut(lifecycle) ? 0 : mtok());
  return lazily<CostPool>({
    costUsd,
    inputMtok: charged(() =>
      sumOf(lifecycle.total.inputMissMtok) + sumOf(lifecycle.total.inputHitMtok)),
    outputMtok: charged(() => sumOf(lifecycle.total.outputMtok)),
    prefillShare: () => prefillShareOf(lifecycle),
    inputRevenueUsd: () => revenue().inputUsd,
    outputRevenueUsd: () => revenue().outputUsd,
  });
}

function basisOf({ allocation, ownership, lifecycle }: EconomicsParams): CostBasis {
  return { tokens: 'total', allocation, utilisation: 'usage', tier: ownership.mode,
    priceYear: yearOf(lifecycle.start, 1) };
}

type EnergyShares = Readonly<Record<EnergyPart, Float64Array>>;

/**
 * Capital charges by class, fixed, then energy by what it goes into, then the other
 * operating lines.
 */
function stackOf(
  capital: CapitalSeries, costs: readonly CostSeries[], shares: () => EnergyShares,
): UnitCost['stack'] {
  const classes = [...capital.chargeByClass].map(([key, values]) => {
    const usd = sumOf(values);
    return { key: `capital.${key}`, label: key, usd, fixedUsd: usd };
  });
  const energy = costs.filter(({ group }) => group === 'energy');
  const parts = energy.length === 0 ? [] : energyParts.map(([part, label]) => {
    const lines = energy.map((line) => partOf(line, (at) => shares()[part][at] ?? 0));
    return { key: `energy.${part}`, label, usd: lines.reduce((sum, line) => sum + line.usd, 0),
      fixedUsd: lines.reduce((sum, line) => sum + line.fixedUsd, 0) };
  });
  const lines = costs.filter(({ group }) => group !== 'energy')
    .map((line) => ({ key: line.key, label: line.label, ...partOf(line, () => 1) }));
  return [...classes, ...parts, ...lines];
}

/** A share of a line by month, in all and as far as no load moves it. */
function partOf({ values, variable }: CostSeries, share: (at: number) => number) {
  let [usd, fixedUsd] = [0, 0];
  for (const [at, value] of values.entries()) {
    usd += value * share(at);
    fixedUsd += value * share(at) * (1 - variable(at));
  }
  return { usd, fixedUsd };
}

/**
 * Splits cost by whether it follows the load, and charges unused capacity its share of
 * what does not.
 */
function fixedCost(
  monthly: Float64Array, costs: readonly CostSeries[], tokens: Float64Array,
  capacity: Float64Array,
): Pick<UnitCost, 'fixedCostUsd' | 'strandedUsd'> {
  let fixedCostUsd = 0;
  let strandedUsd = 0;
  for (const [at, usd] of monthly.entries()) {
    const variable =
      costs.reduce((sum, line) => sum + (line.values[at] ?? 0) * line.variable(at), 0);
    const able = capacity[at] ?? 0;
    fixedCostUsd += usd - variable;
    strandedUsd += (usd - variable) * (able > 0 ? 1 - (tokens[at] ?? 0) / able : 0);
  }
  return { fixedCostUsd, strandedUsd };
}

type Parts<K extends keyof UnitCost> = { readonly [P in K]: () => UnitCost[P] };

type Levelised = Parts<
'lcotNominalUsd' | 'lcotRealUsd' | 'lcotOwnerNominalUsd' | 'lcotOwnerRealUsd'
  | 'levelisedPriceUsd'>;

/**
 * LCOT nominal = sum C_t d_t / sum T_t d_t with C payments + operating cost - residual;
 * real: tokens discounted at the real rate. Owner's LCOT takes revenue less the owner's
 * flow as cost, so tax and debt are in it.
 */
function levelised(
  inputs: CostInputs, tokens: () => Float64Array,
): Levelised {
  const { params, timeline, capital, costs, revenue, equityFlow } = inputs;
  const { finance } = params;
  const each = (usd: number, mtok: number): Metric => perMtok(inputs, usd, mtok);
  const factors = (rate: () => number) =>
    cell(() => discountFactors(timeline().firstMonth, timeline().length, rate()));
  const nominal = factors(() => finance.discountRate);
  const real = factors(() => realRate(finance.discountRate, finance.inflation));
  const costPv = cell(() => presentValue(netOf(timeline().length, [
    capital().payments, ...costs().map((line) => line.values),
  ],
    [capital().salvage]), nominal()));
  const revenuePv = cell(() => presentValue(revenue().total, nominal()));
  const ownerPv = cell(() => revenuePv() - presentValue(equityFlow(), nominal()));
  const tokensNominal = cell(() => presentValue(tokens(), nominal()));
  const tokensReal = cell(() => presentValue(tokens(), real()));
  return {
    lcotNominalUsd: () => each(costPv(), tokensNominal()),
    lcotRealUsd: () => each(costPv(), tokensReal()),
    lcotOwnerNominalUsd: () => each(ownerPv(), tokensNominal()),
    lcotOwnerRealUsd: () => each(ownerPv(), tokensReal()),
    levelisedPriceUsd: () => each(revenuePv(), tokensNominal()),
  };
}

type Footprint = Parts<'joulesPerToken' | 'tokensPerKwh' | 'gramsCo2PerMtok' | 'litresPerMtok'>;

/** 1 kWh is 3.6 million joules: per million tokens, kWh/Mtok * 3.6 is joules per token. */
function footprint(inputs: CostInputs, mtok: () => number): Footprint {
  const { lifecycle } = inputs.params;
  const kwh = cell(() => sumOf(lifecycle.total.energyKwh));
  const per = (amount: number): Metric => perMtok(inputs, amount, mtok());
  return {
    joulesPerToken: () => per(kwh() * 3.6),
    gramsCo2PerMtok: () => per(sumOf(lifecycle.total.carbonKg) * 1000),
    litresPerMtok: () => per(sumOf(lifecycle.total.waterM3) * 1000),
    tokensPerKwh: () => (kwh() > 0 ? tokensPerKwh(inputs, mtok(), kwh())
      : missing('upstream-absent', 'energy')),
  };
}

/** None where tokens do not bear the energy alone, rather than nought. */
const tokensPerKwh = (inputs: CostInputs, mtok: number, kwh: number): Metric =>
  (isRentedOut(inputs.params.lifecycle) ? missing('no-tokens', whatIsServed(inputs))
    : divide(mtok * 1e6, kwh, 'no-tokens', 'tokens served'));
