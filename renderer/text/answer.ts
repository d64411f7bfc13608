import { fieldOf } from '../../shared/project/kinds.ts';
import type { Decision } from '../../shared/search/decisions.ts';
import type { Unit } from '../../shared/units/unit.ts';

/** Words of the Answer screen. */
export const answerText = {
  verdict: 'Verdict',
  doubts: 'Far beyond what anyone has published',
  moreDoubts: (count: number): string =>
    `${count} more of this kind ${count === 1 ? 'stands' : 'stand'} below, with what others published.`,
  unbuildable: 'This plan cannot be built as it stands, so it has no money.',
  worth: (npv: string, rate: string, when: string): string =>
    `At ${rate} this plan is worth ${npv} ${when}.`,
  spent: (month: string): string => ` Money is spent from ${month} on.`,
  cost: (cost: string): string => ` A million tokens costs ${cost}`,
  earns: (price: string): string => ` and earns ${price}.`,
  drawn: (low: string, high: string): string =>
    `Between ${low} (P10) and ${high} (P90) over the futures kept from Risk.`,
  range: (low: string, high: string, error: string): string =>
    `Between ${low} and ${high}, were throughput off by the ${error} its model states as its error; `
    + 'prices and demand are doubts of their own.',
  ranking: 'Scenarios by what they are worth',
  rankingHelp: 'NPV; the thin line is the stated error of the throughput model either way.',
  rankedAt: (name: string, value: string, low: string, high: string): string =>
    `${name}: NPV ${value}, from ${low} to ${high}`,
  noMoney: 'no money',
  pending: 'being computed',
  pendingCount: (count: number): string =>
    `${count} ${count === 1 ? 'scenario is' : 'scenarios are'} still being computed`,
  binds: 'What binds',
  power: (used: string, allowed: string): string => `${used} of ${allowed} from the utility`,
  levers: 'What moves it most',
  leverColumns: ['If, all else unchanged,', 'NPV is', 'against the plan'],
  prices: 'Prices it rests on',
  priceColumns: ['Class', 'Listing', 'An average million tokens'],
  matters: 'What to look at',
  nothing: 'Nothing is broken, and nothing stands out.',
  show: (cause: string): string => `Show: ${cause}`,
  decision: 'The decision worth most',
  decided: (what: string): string => `Decided: ${what}`,
  reality: 'Beside what others published',
};

const fieldsOfCodes = {
  ownership: ['finance', 'ownership'], rejection: ['cooling', 'rejection'],
  redundancy: ['power', 'redundancy'],
} as const;

/** A choice by the name it has in forms. */
function choiceName(code: keyof typeof fieldsOfCodes, value: Decision['move']['value']): string {
  const [kind, key] = fieldsOfCodes[code];
  const field = fieldOf(kind, key);
  return field?.type === 'choice'
    ? field.choices.find((choice) => choice.value === value)?.label ?? String(value)
    : String(value);
}

/** What a decision takes for granted, or gives up for its gain. */
const atWhatPrice: Readonly<Record<Decision['code'], string>> = {
  speed: ', if its buyers stay at that speed.',
  ownership: ', on the terms of Economics, Ownership.',
  rejection: '; look at the water it takes.',
  redundancy: '; look at the availability it gives up.',
  'power-cap': ', if the racks hold that cap.',
};

/** What a decision would change and gain, as a sentence, and at what price. */
export function describeDecision(
  { code, from, where, move }: Decision, gainUsd: number,
  print: (value: number, unit: Unit) => string,
): string {
  const end = `would make the plan worth ${print(gainUsd, 'USD')} more${atWhatPrice[code]}`;
  if (code === 'speed')
    return `Promising ${where} ${print(Number(move.value), 'tok/s/user')} instead of `
      + `${print(Number(from), 'tok/s/user')} ${end}`;
  if (code === 'power-cap')
    return `A power cap of ${print(Number(move.value), 'fraction')} instead of `
      + `${print(Number(from), 'fraction')} ${end}`;
  const names = { ownership: 'Ownership', rejection: 'Heat rejection', redundancy: 'Redundancy' };
  return `${names[code]} “${choiceName(code, move.value)}” instead of `
    + `“${choiceName(code, from)}” ${end}`;
}
