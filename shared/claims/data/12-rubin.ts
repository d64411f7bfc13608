import { factsOf, missing, printed, without } from '../quote.ts';
import type { ClaimCard } from '../types.ts';

const fact = factsOf('wpnews.pro, conditions of the Rubin announcement', '2026', 'vendor');

/** Announced hardware: nothing has been measured. */
export const rubin = (): ClaimCard => ({
  id: '12-rubin', title: '10 times lower cost per token than Blackwell (Rubin)',
  text:
    'Rubin is said to serve tokens of a large mixture-of-experts model at a tenth of Blackwell’s cost.',
  published: printed(10, 1, '10x'),
  formula: {
    id: 'claim.generationCost', unit: 'ratio',
    expression: 'throughput ratio x Blackwell rate / Rubin rate',
    compute: (of) => of('throughputRatio') / of('rateRatio'),
  },
  facts: [
    fact('model', 'Model', 'Kimi-K2-Thinking (mixture of experts)'),
    fact('conditions', 'Conditions', 'Long context, FP4, full rack'),
    fact('shipping', 'Ships', 'second half of 2026'),
  ],
  inputs: [
    missing('throughputRatio', 'Throughput per GPU, Rubin over Blackwell, at the same speed',
      'ratio',
      [0.1, 1000]),
    missing('rateRatio', 'Hourly cost, Rubin over Blackwell', 'ratio', [0.1, 20]),
  ],
  checks: [],
  unstated: ['Interactivity', 'Lengths (a footnote of 32k/8k could not be verified)',
    'Price of a Rubin hour'],
  verdict: 'not-reproducible',
  findings: [{ origin: 'published', source: 'wpnews.pro',
    text: 'For dense models and short contexts the gains are said to be far smaller.' }],
  stress: {
    priceDecline: without('A ratio of costs: no price enters it.'),
    utilisation: without('The same share of hours on both sides cancels.'),
    tier: without('No rate for Rubin is published.'), precision: without('FP4 on both sides.'),
    interactivity: without('No speed is published.'),
  },
  curve: { applies: false, reason: 'Nothing has been measured on Rubin.', quoted: [] },
  scenario: { 'traffic.model': 'kimi-k2', 'rackGroup.precision': 'fp4' },
});
