import type { Sourced } from '../../units/provenance.ts';
import { factsOf, missing, printed, without } from '../quote.ts';
import type { ClaimCard } from '../types.ts';

const fact = factsOf('wpnews.pro, conditions of the Rubin announcement', '2026', 'vendor');

/** Rates of one comparison; the range ends at the three-year rents of July 2026, 8.5 over 5. */
const rates: Sourced = {
  value: 1.513, unit: 'ratio', low: 1.513, high: 1.7, date: '2026-07-23', evidence: 'derived',
  source: 'SemiAnalysis InferenceX, Vera Rubin NVL72 against GB200 NVL72: 3.57 over 2.36 per GPU-hour',
};

/** As announced; what was measured since is a claim of its own. */
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
    missing('rateRatio', 'Hourly cost, Rubin over Blackwell', 'ratio', [0.1, 20], rates),
  ],
  checks: [{
    id: 'needed', label: 'Throughput ratio it takes at the rates of July 2026', origin: 'derived',
    printed: printed(15.1, 0.1, '15.1x'), unit: 'ratio', expression: '10 x 3.57 / 2.36',
    compute: (of) => 10 * of('rateRatio'),
  }],
  unstated: ['Interactivity', 'Lengths (a footnote of 32k/8k could not be verified)',
    'Hourly costs of the two sides'],
  verdict: 'not-reproducible',
  findings: [{ origin: 'published', source: 'wpnews.pro',
    text: 'For dense models and short contexts the gains are said to be far smaller.' }],
  quotable: 'NVIDIA announced a tenth of Blackwell’s cost per token for Rubin on Kimi-K2-Thinking '
    + 'in long context; at today’s ratio of hourly costs that takes 15.1x the throughput per '
    + 'GPU, which nobody has published.',
  stress: {
    priceDecline: without('A ratio of costs: no price enters it.'),
    utilisation: without('The same share of hours on both sides cancels.'),
    tier: without('No throughput is published to set rates against.'),
    precision: without('FP4 on both sides.'),
    interactivity: without('No speed is published.'),
  },
  curve: { applies: false, reason: 'The catalogue holds no measured points of Rubin.', quoted: [] },
  scenario: { 'traffic.model': 'kimi-k2', 'rackGroup.precision': 'fp4' },
});
