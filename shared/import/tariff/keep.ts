import { ok, refuse, type Result } from '../../units/result.ts';
import { counted, note, type Note } from '../report.ts';
import { printTariff } from './print.ts';
import type { Tariff, TariffSchedule, TariffTier } from './types.ts';
import { tieredUsd } from './urdb.ts';

/** Prices a plan's site bills by, as a tariff sets them. */
export interface SitePrices {
  readonly electricityUsdPerKwh?: number;
  /** Hours of the day are in the mean price. */
  readonly peakHoursFactor?: number;
  readonly demandUsdPerKwMonth?: number;
  readonly demandRatchet?: number;
  readonly ratchetMonths?: number;
}

/** What the record of a tariff says. */
export interface KeptSchedule {
  readonly billing: 'schedule';
  readonly name: string;
  readonly schedule: string;
}

export interface KeptTariff {
  readonly prices: SitePrices;
  /** The whole schedule, which bills. */
  readonly schedule: KeptSchedule;
  /** What each price is made of. */
  readonly notes: readonly Note[];
  /** What of the bill a plan has no place for. */
  readonly leftOut: readonly Note[];
}

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const hoursOfMonth = 730;
const mostUsdPerKwh = 2;
const mostUsdPerKw = 100;
const mostText = 24_000;

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const usd = (value: number): string => String(Number(value.toPrecision(4)));

/** Without the noise of binary fractions: the value stands in a field. */
const clean = (value: number): number => Number(value.toPrecision(10));

/** What an even load is billed by in a month, in the unit of the tiers; null for other units. */
function amountIn(unit: string, kw: number): number | null {
  const plain = unit.toLowerCase().replaceAll(/\s+/gu, '');
  if (plain === 'kwh' || plain === '') return kw * hoursOfMonth;
  if (plain === 'kwh/kw') return hoursOfMonth;
  return plain === 'kwhdaily' ? kw * 24 : null;
}

/** Mean price of a unit over all tiers, at an amount. */
const blended = (tiers: readonly TariffTier[], amount: number): number =>
  tieredUsd(tiers, amount) / amount;

/** The year's mean price of energy for an even load, USD/kWh. */
function meanEnergy(energy: TariffSchedule, kw: number): Result<number, string> {
  const isTiered = energy.periods.some((tiers) => tiers.length > 1);
  const amount = amountIn(energy.unit, kw);
  if (isTiered && amount === null)
    return refuse(`its tiers of energy are counted in ${energy.unit}, which a plan does not hold`);
  const rates = energy.periods.map((tiers) => blended(tiers, amount ?? 1));
  const dayMean = (periods: readonly number[]): number =>
    sum(periods.map((period) => rates[period] ?? NaN)) / periods.length;
  const total = sum(daysIn.map((days, month) => days
    * (5 * dayMean(energy.weekday[month] ?? []) + 2 * dayMean(energy.weekend[month] ?? [])) / 7));
  return ok(clean(total / sum(daysIn)));
}

/** Charges of the periods of a month that an even load meets at its one peak, USD/kW. */
const ofMonth = ({ weekday, weekend, periods }: TariffSchedule, month: number,
  kw: number): number =>
  sum([...new Set([...weekday[month] ?? [], ...weekend[month] ?? []])]
    .map((period) => blended(periods[period] ?? [], kw)));

const isKw = (unit: string): boolean => /^\s*(?:kw)?\s*$/iu.test(unit);

/** The year's mean charge for the highest load of a month, USD/kW. */
function meanDemand({ demand, flatDemand, coincident }: Tariff,
  kw: number): Result<number | null, string> {
  const other = [demand?.unit, flatDemand?.unit, coincident?.unit]
    .find((unit) => unit !== undefined && !isKw(unit));
  if (other !== undefined)
    return refuse(`its demand is charged by ${other}, which a plan does not hold`);
  if (demand === null && flatDemand === null && coincident === null) return ok(null);
  const monthly = daysIn.map((_, month) => (flatDemand === null ? 0
    : blended(flatDemand.periods[flatDemand.months[month] ?? -1] ?? [], kw))
    + (demand === null ? 0 : ofMonth(demand, month, kw))
    + (coincident === null ? 0 : ofMonth(coincident, month, kw)));
  return ok(clean(sum(monthly) / monthly.length));
}

/** Shares as the database writes them: 0.8 or 80. */
const shareOf = (value: number): number => (value > 1 ? value / 100 : value);

function ratchetOf({ demandRules }: Tariff): SitePrices {
  const { ratchet, lookbackMonths, lookbackShare } = demandRules;
  if (lookbackShare !== null && lookbackShare > 0 && lookbackMonths !== null
    && lookbackMonths > 0)
    return { demandRatchet: shareOf(lookbackShare), ratchetMonths: Math.min(60,
      lookbackMonths + 1) };
  if (ratchet === null) return { demandRatchet: 0 };
  const [share, ...others] = new Set(ratchet.map(shareOf));
  return share === undefined || others.length > 0 ? {}
    : { demandRatchet: share, ratchetMonths: 12 };
}

/** Parts of a bill for which a plan has no input. */
function leftOf({ fixed, demandRules, energy }: Tariff): readonly Note[] {
  const { minimumYearUsd } = fixed;
  const said = (value: number | null, text: (value: number) => string): readonly Note[] =>
    (value === null || value === 0 ? [] : [note('no-place',
      `${text(value)}: a plan has no place for it`)]);
  const sells = energy?.periods.some((tiers) => 
    tiers.some(({ sellUsd }) => sellUsd !== null && sellUsd !== 0)) ?? false;
  return [
    ...said(minimumYearUsd, (value) => `minimum charge of ${value} USD a year`),
    ...said(demandRules.reactiveUsdPerKvar, (value) =>
      `reactive power at ${value} USD/kVAr`),
    ...(sells ? [note('no-place',
      'prices for what is fed in: a plan feeds nothing in')] : []),
  ];
}

const within = (value: number, most: number): boolean =>
  Number.isFinite(value) && value >= 0 && value <= most;

/**
 * What a plan bills by, from a tariff: its whole schedule, and beside it what stands for
 * the schedule where a single price is asked for, the mean price of energy of an even load
 * over the year and the charge for its monthly peak, tiers at the size of the connection.
 * @param utilityKw largest load, kW: which tiers it reaches
 * @returns prices with what they are made of, or why the tariff cannot be held
 */
export function keepTariff(tariff: Tariff, utilityKw: number): Result<KeptTariff,
  string> {
  const { energy } = tariff;
  const price = energy === null ? null : meanEnergy(energy, utilityKw);
  const demand = meanDemand(tariff, utilityKw);
  if (price?.ok === false) return price;
  if (!demand.ok) return demand;
  if (price !== null && !within(price.value, mostUsdPerKwh))
    return refuse(`its mean price of ${usd(price.value)} USD/kWh is none a plan can hold`);
  if (demand.value !== null && !within(demand.value, mostUsdPerKw))
    return refuse(`its mean charge of ${usd(demand.value)} USD/kW is none a plan can hold`);
  const ratchet = ratchetOf(tariff);
  const schedule = printTariff(tariff);
  if (schedule.length > mostText) return refuse('its schedule is longer than a plan holds');
  const prices: SitePrices = {
    ...(price === null ? {} : { electricityUsdPerKwh: price.value, peakHoursFactor: 1 }),
    ...(demand.value === null ? {} : { demandUsdPerKwMonth: demand.value, ...ratchet }),
  };
  if (Object.keys(prices).length === 0) return refuse('it has no price a plan could bill by');
  const size = `${usd(utilityKw / 1000)} MW`;
  return ok({ prices, schedule: { billing: 'schedule', name: nameOf(tariff), schedule },
    leftOut: leftOf(tariff), notes: [
    note('schedule', scheduleText(tariff)),
    ...(price === null || energy === null ? [] : [note('mean-energy',
      `energy at ${usd(price.value)} USD/kWh: the mean of ${counted(energy.periods.length, 'period')} over the hours of a year for an even load of ${size}`)]),
    ...(demand.value === null ? [] : [note('mean-demand',
      `demand at ${usd(demand.value)} USD/kW and month: the mean of the year for a peak of ${size} in every period`)]),
    ...(prices.demandRatchet === undefined
      || prices.demandRatchet === 0 ? [] : [note('ratchet',
      `a ratchet of ${usd(100 * prices.demandRatchet)} % over ${prices.ratchetMonths ?? 12} months`)]),
  ] });
}

/** A tariff's name with its utility. */
const nameOf = ({ name, utility }: Tariff): string =>
  [name, ...(utility === null ? [] : [utility])].join(', ').slice(0, 160);

/** What of the schedule bills, in a line. */
function scheduleText({ energy, demand, flatDemand, coincident, fixed }: Tariff): string {
  const { usd: charge, per } = fixed;
  return `its schedule bills month by month: ${[
    ...(energy === null ? [] : ['energy by hour']),
    ...(demand === null && coincident === null ? [] : ['demand by hour']),
    ...(flatDemand === null ? [] : ['demand by month']),
    ...(charge === null || charge === 0 ? []
      : [`a fixed charge of ${charge} USD a ${per ?? 'month'}`]),
  ].join(', ')}; the prices of the site stand for it where one price is asked for`;
}

/** Where a site's prices are from: the tariff by name, and its file. */
export const tariffSource = (tariff: Tariff, file: string): string =>
  `${nameOf(tariff)}; ${file}`;
