import { at, isNode, numberAt, textAt, type JsonNode } from '../../inference/import/json-node.ts';
import { isoDate } from '../../lifecycle/day.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import { counted, note, problem, type ImportOutcome, type ImportProblem, type Note } from '../report.ts';
import { notRead } from './keys.ts';
import type { Tariff, TariffSchedule, TariffTier } from './types.ts';

const months = 12;
const hours = 24;

type Read<T> = Result<T, ImportProblem>;
const wrong = (key: string, reason: string): Read<never> => refuse(problem('bad-tariff',
  `${key}: ${reason}`));

/** A number where the key is there; a sentence where it is no number. */
function numberOf(node: JsonNode, key: string): Read<number | null> {
  const value = node[key];
  if (value === undefined || value === null || value === '') return ok(null);
  const number = numberAt(node, key);
  return number === null ? wrong(key, `${JSON.stringify(value).slice(0, 20)} is no number`) : ok(number);
}

function tierOf(tier: unknown, key: string): Read<TariffTier & { readonly unit: string }> {
  if (!isNode(tier)) return wrong(key, 'a tier is no object');
  const [rate, adj, max, sell] = ['rate', 'adj', 'max', 'sell'].map((name) => numberOf(tier, name));
  for (const each of [rate, adj, max, sell]) if (each !== undefined && !each.ok) return each;
  if (rate?.ok !== true || adj?.ok !== true || max?.ok !== true || sell?.ok !== true)
    return wrong(key, 'a tier cannot be read');
  if (rate.value === null && adj.value === null)
    return wrong(key, 'a tier states no rate');
  return ok({ max: max.value, rateUsd: (rate.value ?? 0) + (adj.value ?? 0), sellUsd: sell.value,
    unit: textAt(tier, 'unit') });
}

/** Tiers of one period: bounds rise, and only the last may have none. */
function tiersOf(list: unknown,
  key: string): Read<{ readonly tiers: readonly TariffTier[]; readonly unit: string }> {
  if (!Array.isArray(list) || list.length === 0) return wrong(key, 'a period has no tier');
  const tiers: TariffTier[] = [];
  let unit = '';
  for (const each of list) {
    const tier = tierOf(each, key);
    if (!tier.ok) return tier;
    const before = tiers.at(-1);
    if (before?.max === null) return wrong(key, 'a tier follows one without a bound');
    if (before !== undefined && tier.value.max !== null && tier.value.max <= (before.max ?? Infinity))
      return wrong(key, `the bound ${tier.value.max} does not rise above ${before.max ?? 'none'}`);
    unit = tier.value.unit || unit;
    const { max, rateUsd, sellUsd } = tier.value;
    tiers.push({ max, rateUsd, sellUsd });
  }
  return ok({ tiers, unit });
}

function periodsOf(node: JsonNode, key: string): Read<{ readonly periods: readonly (readonly TariffTier[])[];
  readonly unit: string } | null> {
  const list = node[key];
  if (list === undefined || list === null || (Array.isArray(list) && list.length === 0)) return ok(null);
  if (!Array.isArray(list)) return wrong(key, 'a list of periods expected');
  const periods: (readonly TariffTier[])[] = [];
  let unit = '';
  for (const each of list) {
    const tiers = tiersOf(each, key);
    if (!tiers.ok) return tiers;
    periods.push(tiers.value.tiers);
    unit = tiers.value.unit || unit;
  }
  return ok({ periods, unit });
}

/** A list of numbers of periods that are there. */
function indexes(list: unknown, length: number, periods: number): readonly number[] | null {
  if (!Array.isArray(list) || list.length !== length) return null;
  const numbers = list.map(Number);
  return numbers.every((index) => Number.isInteger(index) && index >= 0 && index < periods)
    ? numbers : null;
}

function gridOf(node: JsonNode, key: string, periods: number): Read<readonly (readonly number[])[]> {
  const rows = node[key];
  if (!Array.isArray(rows) || rows.length !== months) return wrong(key, '12 months of 24 hours expected');
  const grid = rows.map((row) => indexes(row, hours, periods));
  const bad = grid.findIndex((row) => row === null);
  return bad < 0 ? ok(grid.flatMap((row) => (row === null ? [] : [row])))
    : wrong(key, `month ${bad + 1} does not name 24 of its ${periods} periods`);
}

/** Prices of a kind with the hours they hold. */
function scheduleOf(
  node: JsonNode, structure: string, weekdays: string, weekends: string, usualUnit: string,
): Read<TariffSchedule | null> {
  const read = periodsOf(node, structure);
  if (!read.ok || read.value === null) return read.ok ? ok(null) : read;
  const { periods, unit } = read.value;
  if (node[weekdays] === undefined && periods.length === 1) {
    const flat = Array.from({ length: months }, () => Array.from({ length: hours }, () => 0));
    return ok({ weekday: flat, weekend: flat, periods, unit: unit || usualUnit });
  }
  const weekday = gridOf(node, weekdays, periods.length);
  if (!weekday.ok) return weekday;
  const weekend = node[weekends] === undefined ? weekday : gridOf(node, weekends, periods.length);
  if (!weekend.ok) return weekend;
  return ok({ weekday: weekday.value, weekend: weekend.value, periods, unit: unit || usualUnit });
}

function flatOf(node: JsonNode): Read<Tariff['flatDemand']> {
  const read = periodsOf(node, 'flatdemandstructure');
  if (!read.ok || read.value === null) return read.ok ? ok(null) : read;
  const { periods } = read.value;
  const said = node['flatdemandmonths'];
  const list = said === undefined && periods.length === 1 ? Array.from({ length: months }, () => 0)
    : indexes(said, months, periods.length);
  return list === null ? wrong('flatdemandmonths', `12 of its ${periods.length} periods expected`)
    : ok({ months: list, periods, unit: textAt(node, 'flatdemandunit') || read.value.unit || 'kW' });
}

/** Epoch seconds, as the database writes days. */
const dayOf = (node: JsonNode, key: string): string | null => {
  const seconds = numberAt(node, key);
  return seconds === null ? null : isoDate(Math.floor(seconds / 86_400));
};

const perOf = (units: string): Tariff['fixed']['per'] =>
  (/month/iu.test(units) ? 'month' : /day/iu.test(units) ? 'day' : /year/iu.test(units) ? 'year' : null);

/** Fixed charges under the names of older and newer versions. */
function fixedOf(node: JsonNode): Tariff['fixed'] {
  const first = numberAt(node, 'fixedchargefirstmeter');
  const usd = first ?? numberAt(node, 'fixedmonthlycharge');
  const minimum = numberAt(node, 'mincharge');
  const units = textAt(node, 'minchargeunits');
  const isYearly = /year/iu.test(units);
  return { usd, per: usd === null ? null : first === null ? 'month'
    : perOf(textAt(node, 'fixedchargeunits')) ?? 'month',
    minimumMonthUsd: numberAt(node, 'minmonthlycharge') ?? (isYearly ? null : minimum),
    minimumYearUsd: numberAt(node, 'annualmincharge') ?? (isYearly ? minimum : null) };
}

function rulesOf(node: JsonNode): Tariff['demandRules'] {
  const ratchet = at(node, 'demandratchetpercentage');
  const shares = Array.isArray(ratchet) ? ratchet.map(Number) : null;
  return { windowMinutes: numberAt(node, 'demandwindow'),
    ratchet: shares !== null && shares.length === months && shares.every(Number.isFinite)
      && shares.some((share) => share > 0) ? shares : null,
    lookbackMonths: numberAt(node, 'lookbackrange'), lookbackShare: numberAt(node, 'lookbackpercent'),
    reactiveUsdPerKvar: numberAt(node, 'demandreactivepowercharge') };
}

function tariffOf(node: JsonNode): Read<Tariff> {
  const energy = scheduleOf(node, 'energyratestructure', 'energyweekdayschedule',
    'energyweekendschedule', 'kWh');
  const demand = scheduleOf(node, 'demandratestructure', 'demandweekdayschedule',
    'demandweekendschedule', textAt(node, 'demandrateunit') || 'kW');
  const coincident = scheduleOf(node, 'coincidentratestructure', 'coincidentrateschedule',
    'coincidentrateschedule', textAt(node, 'coincidentrateunit') || 'kW');
  const flatDemand = flatOf(node);
  if (!energy.ok) return energy;
  if (!demand.ok) return demand;
  if (!coincident.ok) return coincident;
  if (!flatDemand.ok) return flatDemand;
  if (energy.value === null && demand.value === null && flatDemand.value === null)
    return wrong('energyratestructure', 'neither energy nor demand has a price in it');
  return ok({
    id: textAt(node, 'label') || null, name: textAt(node, 'name') || 'Tariff',
    utility: textAt(node, 'utility') || null, sector: textAt(node, 'sector') || null,
    from: dayOf(node, 'startdate'), to: dayOf(node, 'enddate'), energy: energy.value,
    demand: demand.value, flatDemand: flatDemand.value, coincident: coincident.value,
    fixed: fixedOf(node), demandRules: rulesOf(node),
    minimumKw: numberAt(node, 'peakkwcapacitymin'), maximumKw: numberAt(node, 'peakkwcapacitymax'),
    source: textAt(node, 'source') || textAt(node, 'uri') || null,
  });
}

/** The tariffs of an answer of the database, or the one object in it. */
function itemsOf(value: unknown): readonly JsonNode[] {
  const list = isNode(value) && Array.isArray(value['items']) ? value['items'] : value;
  return (Array.isArray(list) ? list : [list]).filter(isNode);
}

/** Sums of rates and adjustments without the noise of binary fractions. */
const price = (rate: number): string => String(Number(rate.toPrecision(10)));

const priced = (periods: readonly (readonly TariffTier[])[], unit: string): string => {
  const rates = periods.flat().map(({ rateUsd }) => rateUsd);
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  const tiers = Math.max(...periods.map((period) => period.length));
  const span = low === high ? price(low) : `${price(low)} to ${price(high)}`;
  return `${counted(periods.length, 'period')}${tiers > 1 ? ` of up to ${tiers} tiers` : ''}, ${span} USD/${unit}`;
};

function readNotes({ name, utility, energy, demand, flatDemand, coincident,
  fixed, from, to }: Tariff): readonly Note[] {
  return [note('tariff', `${name}${utility === null ? '' : `, ${utility}`}`),
    ...(from === null && to === null ? [] : [note('dates',
      `in force${from === null ? '' : ` from ${from}`}${to === null ? '' : ` to ${to}`}`)]),
    ...(energy === null ? [] : [note('energy', `energy: ${priced(energy.periods, 'kWh')}`)]),
    ...(demand === null ? [] : [note('demand', `demand by hour: ${priced(demand.periods, 'kW')}`)]),
    ...(flatDemand === null ? []
      : [note('flat-demand', `demand by month: ${priced(flatDemand.periods, 'kW')}`)]),
    ...(coincident === null ? []
      : [note('coincident', `coincident demand: ${priced(coincident.periods, 'kW')}`)]),
    ...(fixed.usd === null ? [] : [note('fixed', `fixed: ${fixed.usd} USD per ${fixed.per ?? 'month'}`)])];
}

const unitNotes = ({ energy, demand, flatDemand, coincident }: Tariff): readonly Note[] =>
  [...new Set([energy?.unit ?? 'kWh', demand?.unit ?? 'kW', flatDemand?.unit ?? 'kW',
    coincident?.unit ?? 'kW'])].filter((unit) => !/^(kwh|kw)$/iu.test(unit))
    .map((unit) => note('unit', `its tiers are counted in ${unit}`));

/**
 * An electricity tariff of the utility rate database (OpenEI), one of an answer or alone.
 * @param place which of several, from 1
 * @example readTariff('{}').ok // false
 */
export function readTariff(text: string, place: number | null = null): ImportOutcome<Tariff> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    return refuse([problem('not-json', error instanceof Error ? error.message : 'no sound JSON')]);
  }
  const items = itemsOf(value);
  if (items.length > 1 && place === null) return refuse([problem('several',
    `the file holds ${items.length} tariffs; say which with --item N: ${items.slice(0, 5).map((each, i) => `${i + 1} ${textAt(each, 'name')}`).join('; ')}`)]);
  const node = items[(place ?? 1) - 1];
  if (node === undefined) return refuse([problem('not-a-tariff', 'no tariff was found in it')]);
  const tariff = tariffOf(node);
  if (!tariff.ok) return refuse([tariff.error]);
  const left = notRead(Object.keys(node));
  return ok({ value: tariff.value, report: {
    format: 'URDB tariff (JSON)', read: readNotes(tariff.value), repaired: [],
    leftOut: left.map((key) => note('key', `${key} is not read`)), notes: unitNotes(tariff.value) } });
}

/**
 * What an amount costs in tiers: each part at the price of its tier.
 * @example tieredUsd([{ max: 100, rateUsd: 25, sellUsd: null }, { max: null, rateUsd: 35, sellUsd: null }], 10_000) // 349000
 */
export function tieredUsd(tiers: readonly TariffTier[], amount: number): number {
  let [below, total] = [0, 0];
  for (const { max, rateUsd } of tiers) {
    const upTo = max === null ? amount : Math.min(amount, max);
    total += Math.max(0, upTo - below) * rateUsd;
    below = Math.max(below, upTo);
  }
  const last = tiers.at(-1);
  return last === undefined || below >= amount ? total : total + (amount - below) * last.rateUsd;
}
