import type { Catalog } from '../../catalog/types.ts';
import {
  applies, factsOf, hourlyRate, missing, printed, tierCases, tiersToday, without,
} from '../quote.ts';
import type { ClaimCard } from '../types.ts';

const fact = factsOf('NVIDIA blog, revised headline', '2025', 'vendor');

/** A ratio of costs between generations, without model or speed. */
export const fifteenTimesCheaper = (catalog: Catalog, today: Catalog): ClaimCard => ({
  id: '05-fifteen-times-cheaper',
  title: '15 times lower cost per million tokens than the generation before (B200)',
  text: 'A million tokens on B200 are said to cost a fifteenth of what they cost on Hopper.',
  published: printed(15, 1, '15x'),
  formula: {
    id: 'claim.generationCost', unit: 'ratio',
    expression: 'throughput ratio x Hopper rate / B200 rate',
    compute: (of) => (of('throughputRatio') * of('oldRate')) / of('newRate'),
  },
  facts: [fact('newer', 'Newer platform', 'B200'), fact('older', 'Older platform', 'Hopper')],
  inputs: [
    missing('throughputRatio', 'Throughput per GPU, B200 over Hopper, at the same speed',
      'ratio',
      [0.1, 1000]),
    hourlyRate(catalog, 'newRate', 'B200 hourly cost', 'b200_sxm'),
    hourlyRate(catalog, 'oldRate', 'H200 hourly cost', 'h200_sxm'),
  ],
  checks: [{
    id: 'needed', label: 'Throughput ratio it takes at equal speed', origin: 'derived',
    printed: printed(20.7, 0.1, '20.7x'), unit: 'ratio',
    expression: '15 x 1.95 / 1.41', compute: (of) => (15 * of('newRate')) / of('oldRate'),
  }],
  unstated: ['Model', 'Interactivity', 'Precision on each side', 'H100 or H200'],
  verdict: 'depends-on',
  findings: [{ origin: 'derived',
    text:
      'In the catalogue’s measured points of GPT-OSS-120B the multiple rises with the speed asked for; '
      + 'see the curve.' }],
  quotable: 'NVIDIA claims a fifteenth of Hopper’s cost per token for B200 without model, speed or '
    + 'precision; at equal speed that takes 20.7x the throughput per GPU.',
  stress: {
    priceDecline: without('A ratio of costs: no price enters it.'),
    utilisation: without('The same share of hours on both sides cancels.'),
    tier: applies(...tierCases(catalog, { newRate: 'b200_sxm', oldRate: 'h200_sxm' }),
      ...tiersToday(today, { newRate: 'b200_sxm', oldRate: 'h200_sxm' })),
    precision: without('The claim names no precision.'),
    interactivity: without(
      'The claim names no speed; the curve shows what measured points give.',
    ),
  },
  curve: {
    applies: true, label: 'Cost of H200 over B200, GPT-OSS-120B 1k/1k',
    modelId: 'gpt-oss-120b', isl: 1024,
    osl: 1024,
    newer: { label: 'B200 FP4', acceleratorId: 'b200_sxm', precision: 'fp4' },
    older: { label: 'H200 FP4', acceleratorId: 'h200_sxm', precision: 'fp4' },
    factor: (of) => of('oldRate') / of('newRate'), quoted: [],
    caveat: 'The claim names no model; GPT-OSS-120B is the one its neighbours use.',
  },
  scenario: { 'rackGroup.system':
    'dgx_b200', 'rackGroup.precision': 'fp4', 'traffic.model': 'gpt-oss-120b',
    'traffic.isl': 1024, 'traffic.osl': 1024 },
});
