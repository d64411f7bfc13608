import { explainAbsent } from '../plan/figures/notices.ts';
import { pathsInWords } from '../project/path-words.ts';
import { formatDigits, formatQuantity } from '../units/format.ts';
import type { Print } from '../units/print.ts';
import type { Unit } from '../units/unit.ts';
import type { MeasureKind, RealityMeasure, RealityPeer, Verdict } from './types.ts';
import { betterLow, speaksWhenHigh } from './verdict.ts';

/** What a measure is called, and what it is, in one line. */
export const measureTexts: Readonly<Record<MeasureKind, {
  readonly label: string; readonly definition: string;
}>> = {
  revenuePerMwYear: { label: 'Revenue per MW and year',
    definition: 'Revenue over facility power of the busiest month and years in service.' },
  revenuePerAcceleratorHour: { label: 'Revenue per accelerator-hour',
    definition: 'Revenue over hours in service, busy or idle, beside what others rent for.' },
  costPerAcceleratorHour: { label: 'Cost per accelerator-hour',
    definition: 'Economic cost over hours in service, beside owned and rented ones.' },
  costPerMwYear: { label: 'Cost per MW and year',
    definition: 'Economic cost over facility power of the busiest month and years in service.' },
  capexPerMw: { label: 'Investment per MW of IT',
    definition: 'Investment that stands at once, at most, over IT power.' },
  grossMargin: { label: 'Margin after depreciation',
    definition: 'Revenue less operating cost and book depreciation, over revenue.' },
  payback: { label: 'Payback',
    definition: 'Month from which the running sum of cash stays positive.' },
  irr: { label: 'IRR', definition: 'The owner’s yearly return.' },
  salesOverRent: { label: 'Sales over rent',
    definition:
      'Revenue less every cost but rent, over what renting the same accelerators would cost.' },
  rentalReturn: { label: 'Return of renting and selling',
    definition:
      'Yearly return if the same accelerators were rented, where just one rate is, beside loans on them and what contracts earn.' },
  tokensPerDay: { label: 'Tokens a day',
    definition: 'Tokens served in a day of the busiest month, beside what others handle.' },
  priceAge: { label: 'Age of the oldest price',
    definition: 'From its date to the first month, beside how long models are sold.' },
};

/** A measure's name with the class it is of. */
export const labelOf = ({ kind, traffic }: RealityMeasure): string =>
  (traffic === null ? measureTexts[kind].label : `${measureTexts[kind].label}, ${traffic.name}`);

export const verdictTexts: Readonly<Record<Verdict, string>> = {
  inside: 'among', above: 'above', 'far-above': 'far above', below: 'below',
};

/** The verdict in words; why there is none where there is none. */
export function verdictText({ verdict, value, absent }: RealityMeasure): string {
  if (verdict !== null) return verdictTexts[verdict];
  return value === null ? pathsInWords(explainAbsent(absent ?? { code: 'upstream-absent', detail: '' }))
    : 'nobody published one';
}

/**
 * Tokens in the size people say them in, to four digits.
 * @example formatTokens(1.929e9) // '1.929 B tokens'
 */
export function formatTokens(tokens: number, print?: Print): string {
  const [size, name] = tokens >= 1e12 ? [1e12, ' T'] : tokens >= 1e9 ? [1e9, ' B']
    : tokens >= 1e6 ? [1e6, ' M'] : [1, ''];
  return `${tokens === 0 ? '0' : formatDigits(tokens / size, 'ratio', print)}${name} tokens`;
}

/**
 * A measure's value as it is printed: tokens a day in billions or trillions, all else as
 * everywhere.
 * @example formatMeasure(47.55e12, 'tok/day') // '47.55 T tokens/day'
 */
export function formatMeasure(value: number | null, unit: Unit, print?: Print): string {
  return unit === 'tok/day' && value !== null ? `${formatTokens(value, print)}/day`
    : formatQuantity(value, unit, print);
}

/** How many times, to two digits, whole from ten on. */
function times(ratio: number, print?: Print): string {
  const digits = ratio >= 10 ? Number(ratio.toPrecision(3)) : Number(ratio.toPrecision(2));
  return formatQuantity(ratio >= 10 ? Math.round(digits) : digits, 'count', print)
    .replace(/0$/u, (zero) => (ratio >= 10 ? zero : ''));
}

/** The peer of the highest or of the lowest value. */
const extreme = (peers: readonly RealityPeer[], sign: 1 | -1): RealityPeer | undefined =>
  peers.toSorted((a, b) => sign * (b.value - a.value))[0];

function volumeSentence(measure: RealityMeasure, print?: Print): string {
  const { value, peers, traffic } = measure;
  const [most, least] = [extreme(peers, 1), extreme(peers, -1)];
  if (value === null || most === undefined || least === undefined) return '';
  const what = traffic === null ? 'The plan sells' : `${traffic.name} sells`;
  const against = ({ name, value: theirs }: RealityPeer): string =>
    `${times(value / theirs, print)} times the tokens of ${name}`;
  return most === least ? `${what} ${against(most)}.`
    : `${what} ${against(most)}, and ${against(least)}.`;
}

/** What must hold for a measure above its peers, by kind. */
function sentences(
  { value, unit, low, high, peers }: RealityMeasure, print?: Print,
): Readonly<Record<Exclude<MeasureKind, 'tokensPerDay'>, string>> | null {
  const [most, least] = [extreme(peers, 1), extreme(peers, -1)];
  if (value === null || low === null || high === null || most === undefined
    || least === undefined) return null;
  const amount = formatQuantity(value, unit, print);
  const over = times(value / high, print);
  const cheapest = `less than half of the least published (${least.name}, ${formatQuantity(low, unit, print)})`;
  return {
    revenuePerMwYear: `Every MW earns ${over} times what it does at ${most.name}, year after year.`,
    revenuePerAcceleratorHour:
      `Customers pay for the tokens of an accelerator-hour ${over} times the rent of ${most.name}, and do not rent.`,
    costPerAcceleratorHour: `An accelerator-hour costs ${amount}, ${cheapest}.`,
    costPerMwYear: `A MW costs ${amount}, ${cheapest}.`,
    capexPerMw: `A MW is built for ${amount}, ${cheapest}.`,
    grossMargin: `Of each dollar ${amount} is left, where ${most.name} keeps ${formatQuantity(high, unit, print)}.`,
    payback: `The money is back in ${amount}, where ${least.name} takes ${formatQuantity(low, unit, print)}.`,
    irr: `Capital earns ${over} times the return of ${most.name}, and none of it comes to compete.`,
    salesOverRent:
      `Nobody else rents the same accelerators and sells the same tokens, though each dollar of rent brings back ${formatQuantity(value, 'USD', print)} where ${most.name} gets ${formatQuantity(high, 'USD', print)}; where others do, rents rise or prices of tokens fall until it is gone.`,
    rentalReturn:
      `Renting and selling returns ${amount} on what is paid ahead, where the best contracts earn ${formatQuantity(high, unit, print)}.`,
    priceAge: `Customers pay a price listed ${amount} before the first month, longer than any of these models was sold.`,
  };
}

/**
 * What a measure is beside the peer it leaves behind.
 * @example besidePeers(measure) // 'Revenue per MW and year of $98.00 M/MW-year, where others have $21.43 M/MW-year at best'
 */
export function besidePeers(measure: RealityMeasure, print?: Print): string {
  const { kind, value, unit, low, high } = measure;
  const best = betterLow.has(kind) ? low : high;
  return `${labelOf(measure)} of ${formatMeasure(value, unit, print)}, where others have ${formatMeasure(best, unit, print)} at ${kind === 'priceAge' ? 'most' : 'best'}`;
}

/**
 * What would have to be true for a measure that is marked or above its peers, in one
 * sentence; empty where it lies among them or has none.
 * @example mustBeTrue(measure) // 'Every MW earns 4.6 times what it does at Anthropic 2026 (rough), year after year.'
 */
export function mustBeTrue(measure: RealityMeasure, print?: Print): string {
  const { kind, verdict, marked } = measure;
  const above = speaksWhenHigh(kind) && (verdict === 'above' || verdict === 'far-above');
  if (!marked && !above) return '';
  if (kind === 'tokensPerDay') return volumeSentence(measure, print);
  return sentences(measure, print)?.[kind] ?? '';
}
