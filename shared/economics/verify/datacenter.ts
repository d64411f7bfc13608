import { hoursPerMonth } from '../../lifecycle/month.ts';
import { recoveryPayment } from '../functions/discount.ts';
import { ArgumentError, type Answer, type Arguments } from './arguments.ts';
import { asFraction, findByWords, numberByWords, type Find } from './words.ts';

const costWords = ['capex', 'capital', 'cost', 'costs', 'price', 'investment', 'usd'] as const;
/** Words of a rate, a length or a share, which no amount has. */
const notAmount = ['life', 'years', 'year', 'months', 'month', 'amortisation',
  'amortization', 'depreciation', 'share', 'fraction', 'percent', 'per', 'each', 'unit',
  'count', 'number'] as const;

const million = (words: readonly string[]): number =>
  (words.includes('musd') || words.includes('million') || words.includes('m') ? 1e6 : 1);
/** Power to kW. */
const kilowatts = (words: readonly string[]): number =>
  (words.includes('mw') ? 1000 : words.includes('w') || words.includes('watts') ? 1e-3 : 1);
const perKwh = (words: readonly string[]): number => (words.includes('mwh') ? 1e-3 : 1);

/** Months over which something is written off. */
const months = (find: Find, what: string, names: readonly string[]): number => numberByWords(
  find, `${what} life`, { all: [names, ['life', 'lifetime', 'years', 'year', 'months',
    'amortisation', 'amortization', 'depreciation']], none: ['cost', 'capex', 'usd'] },
  (words) => (words.includes('months') || words.includes('month') ? 1 : 12));

const serverWords = ['server', 'servers'] as const;
const networkWords = ['network', 'networking', 'switch', 'switches'] as const;
const facilityWords = ['facility', 'building', 'datacenter', 'dc', 'infrastructure'] as const;
const itParts = ['server', 'servers', 'network', 'networking', 'power', 'cooling'] as const;

/** An amount, or a count times the price of one. */
function amount(find: Find, what: string, names: readonly string[]): number {
  const whole = find({ all: [names, costWords], none: notAmount });
  const count = find({ all: [names],
    none: [...costWords, 'life', 'years', 'months', 'amortisation', 'amortization'] });
  // A price that buys less than a dollar of each is that of one.
  const isWhole = whole !== undefined
    && (count === undefined || whole.value * million(whole.words) >= count.value);
  if (isWhole) return whole.value * million(whole.words);
  const each = whole?.value ?? numberByWords(find, `cost of a ${what}`,
    { all: [names, costWords, ['per', 'each', 'unit']] });
  if (count === undefined) throw new ArgumentError(`argument number of ${what}s is missing`);
  return each * count.value;
}

const yearly: ReadonlySet<string> = new Set(['year', 'yearly', 'annual', 'annually']);

/** USD a month by part. */
interface MonthlyParts {
  readonly servers: number;
  readonly network: number;
  readonly powerCooling: number;
  readonly otherInfrastructure: number;
  readonly power: number;
  readonly people: number;
}

/**
 * Monthly cost of a data centre: servers, network and facility paid off level at the cost
 * of money over their lives, the facility split into power and cooling and the rest;
 * power = critical load x mean use x PUE x price x 730 h; people as stated.
 * @source J. Hamilton's model as printed by Hennessy & Patterson, Computer Architecture,
 *   5th ed., figures 6.13 and 6.14
 */
function monthlyParts(args: Arguments): MonthlyParts {
  const find = findByWords(args);
  const rate = asFraction(numberByWords(find, 'cost of money',
    { all: [['money', 'interest', 'wacc', 'discount', 'rate']] })) / 12;
  const payOff = (usd: number, life: number): number => recoveryPayment(usd, 0, life, rate);
  const facility = payOff(
    numberByWords(find, 'facility cost',
      { all: [facilityWords, costWords], none: [...notAmount, ...itParts] }, million),
    months(find, 'facility', facilityWords));
  const share = asFraction(numberByWords(find, 'share of power and cooling',
    { all: [['cooling'], ['share', 'fraction', 'percent', 'pct']] }));
  const loadKw = numberByWords(find, 'critical load',
    { all: [['kw', 'mw', 'w', 'watts'], ['critical', 'load', 'size', 'it', 'power']] }, kilowatts);
  const use = asFraction(numberByWords(find, 'mean use of power', { all: [
    ['usage', 'utilisation', 'utilization', 'average', 'avg', 'mean', 'use'],
  ], none: ['cost', 'pue', 'effectiveness', ...serverWords] }));
  return {
    servers: payOff(amount(find, 'server', serverWords), months(find, 'server', serverWords)),
    network: payOff(amount(find, 'switch', networkWords), months(find, 'network', networkWords)),
    powerCooling: facility * share, otherInfrastructure: facility * (1 - share),
    power: loadKw * use * numberByWords(find, 'PUE', { all: [['pue', 'effectiveness']] }) * hoursPerMonth
      * numberByWords(find, 'power price', { all: [['kwh', 'mwh']] }, perKwh),
    people: numberByWords(find, 'people', { all: [
      ['people', 'staff', 'salaries', 'personnel', 'labor', 'labour'],
    ] }, (words) => million(words) / (words.some((word) => yearly.has(word)) ? 12 : 1), 0),
  };
}

/** Names under which published tables print a part. */
const names: Readonly<Record<keyof MonthlyParts | 'capital' | 'operating' | 'total',
  readonly string[]>> = {
  servers: ['servers', 'server', 'server_amortisation', 'server_amortization'],
  network: ['network', 'networking', 'networking_equipment', 'network_equipment',
    'network_amortisation', 'network_amortization'],
  powerCooling: ['power_cooling', 'power_and_cooling', 'power_cooling_infrastructure',
    'power_and_cooling_infrastructure'],
  otherInfrastructure: ['other', 'other_infrastructure'],
  power: ['power', 'energy', 'electricity', 'power_use', 'monthly_power_use'],
  people: ['people', 'staff', 'people_salaries_and_benefits', 'salaries'],
  capital: ['capex', 'amortised_capex', 'amortized_capex', 'total_capex', 'capital'],
  operating: ['opex', 'total_opex', 'operating'],
  total: ['total', 'value', 'tco', 'monthly_tco', 'total_monthly'],
};
const amounts = ['', '_usd', '_usd_month', '_usd_per_month', '_monthly', '_monthly_usd',
  '_per_month', '_cost', '_month'] as const;
const shares = ['_share', '_fraction'] as const;
const percents = ['_percent', '_pct'] as const;

/** The parts in dollars a month, as shares and in per cent, under every such name. */
export function monthlyTco(args: Arguments): Answer {
  const parts = monthlyParts(args);
  const capital =
    parts.servers + parts.network + parts.powerCooling + parts.otherInfrastructure;
  const operating = parts.power + parts.people;
  const whole = capital + operating;
  const all = { ...parts, capital, operating, total: whole };
  return Object.fromEntries(Object.entries(all).flatMap(([part, usd]) => {
    const known = names[part as keyof typeof names];
    return known.flatMap((name) => [
      ...amounts.flatMap((end) => [[`${name}${end}`, usd], [`monthly_${name}${end}`, usd]]),
      ...shares.map((end) => [`${name}${end}`, usd / whole]),
      ...percents.map((end) => [`${name}${end}`, (100 * usd) / whole]),
    ]);
  }));
}
