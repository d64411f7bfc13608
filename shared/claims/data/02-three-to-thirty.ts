import {
  applies, assumed, factsOf, missing, printed, stepThrough, utilisationCases, without,
} from '../quote.ts';
import { secondsPerYear, steppedYears } from '../revenue.ts';
import type { ClaimCard, Reader } from '../types.ts';

const fact = factsOf('NVIDIA CFO, 2025, as quoted at mbi-deepdives.com/the-roi-question',
  '2025', 'vendor');
const reader = { source: 'A reader’s reconstruction, partofstyle.com', date: null,
  evidence: 'assumed' } as const;

const revenue = (of: Reader): number =>
  (of('tokPerSec') * secondsPerYear * of('utilisation')
    * steppedYears(of('years'), 1 - of('yearlyFall'))
    * of('price')) / 1e6;

/** What the reader's model states and the publisher does not. */
const readers = { tokPerSec: 1.5e6, price: 0.4, yearlyFall: 0.7, years: 3, utilisation: 1 };

/** The same form as the later claim, told a few months earlier with other figures. */
export const threeToThirty = (): ClaimCard => ({
  id: '02-three-to-thirty', title: '$3M in, $30M out: 10x (GB200)',
  text: 'Three million dollars of GB200 are said to bring 30 million dollars of token revenue.',
  published: printed(10, 1, '10x'),
  formula: { id: 'claim.readersRack', unit: 'ratio', compute: (of) => revenue(of) / of('investment'),
    expression: 'tok/s x utilisation x seconds x years at falling price x price / investment' },
  facts: [
    fact('investment', 'Investment', 3e6, 'USD'), fact('revenue', 'Token revenue', 30e6, 'USD'),
    { ...reader, key: 'readersInvestment', label: 'Investment in the reader’s model', value: 4e6,
      unit: 'USD' },
  ],
  inputs: [
    missing('tokPerSec', 'Throughput of the rack', 'tok/s', [1000, 1e8],
      { ...reader, value: readers.tokPerSec, unit: 'tok/s', note: 'GPT-OSS launch claim for an NVL72' }),
    missing('price', 'Price of a million tokens', 'USD/Mtok', [0.001, 1000],
      { ...reader, value: readers.price, unit: 'USD/Mtok' }),
    missing('yearlyFall', 'Price fall per calendar year', 'fraction/year', [0, 0.99],
      { ...reader, value: readers.yearlyFall, unit: 'fraction/year' }),
    missing('years', 'Horizon', 'year', [0.1, 20], { ...reader, value: readers.years, unit: 'year' }),
    missing('utilisation', 'Utilisation', 'fraction', [0.01, 1],
      assumed(1, 'fraction', 0.3, 1, 'the reader’s model sells everything')),
  ],
  checks: [
    { id: 'ratio', label: 'Revenue over investment', origin: 'published', printed: printed(10, 1, '10x'),
      unit: 'ratio', expression: '$30M / $3M',
      compute: (of) => of('revenue') / of('investment') },
    { id: 'reader-first-year', label: 'First year of the reader’s model', origin: 'derived',
      printed: printed(18.9e6, 1e5, '$18.9M'), unit: 'USD',
      expression: '1.5M tok/s x 31.5M s x $0.40 / 10^6', compute: revenue, at: { ...readers, years: 1 } },
    { id: 'reader-total', label: 'Three years of the reader’s model', origin: 'published',
      printed: printed(26e6, 1e6, '$26M'), unit: 'USD',
      expression: 'first year x (1 + 0.3 + 0.09)', compute: revenue, at: readers },
  ],
  unstated: ['Model', 'Price, mix and horizon', 'Whether $3M is purchase or total cost', 'Running cost'],
  verdict: 'not-reproducible',
  findings: [
    { origin: 'published', source: 'partofstyle.com', text: 'The slide came without any method.' },
    { origin: 'derived',
      text: 'A reader’s model comes to $26.3M in three years on $4M: that model is reproduced here, not '
        + 'the vendor’s.' },
  ],
  quotable: 'NVIDIA has set $3M of GB200 against $30M of token revenue (10x) without a method; the '
    + 'figure cannot be checked.',
  stress: {
    priceDecline: applies(...stepThrough('yearlyFall',
      [['Flat', 0], ['-50 % a year', 0.5], ['-70 % a year', 0.7], ['-90 % a year', 0.9]])),
    utilisation: applies(...utilisationCases),
    tier: without('The claim names no hourly cost.'), precision: without('The claim names no precision.'),
    interactivity: without('The claim names no speed per user.'),
  },
  curve: { applies: false, reason: 'The claim names neither model nor comparison.', quoted: [] },
  scenario: { 'rackGroup.system': 'gb200_nvl72', 'rackGroup.racks': 1, 'demand.horizonMonths': 36,
    'demand.utilisation': 1, 'traffic.priceDecline': 0.7 },
});
