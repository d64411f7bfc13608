import type { Catalog } from '../../catalog/types.ts';
import { costPerMtokFromHourly } from '../../economics/functions/token-metrics.ts';
import {
  acceleratorFigure, applies, factsOf, given, hourlyRate, printed, stepThrough, tierCases,
  tiersToday, utilisationCases,
  without,
} from '../quote.ts';
import type { ClaimCard, ClaimCheck, Reader } from '../types.ts';

const page = { source: 'InferenceX compare page gptoss-120b-b200-vs-mi325x (1k/1k, FP4)',
  date: '2026',
  evidence: 'measured' } as const;
const fact = factsOf('NVIDIA blog, October 2025', '2025-10', 'vendor');

/** Total throughput by speed, as the page prints it. */
const points = [[72, 25_319.6, 0.022], [86, 22_212.9, 0.024], [100, 20_938.8, 0.026]] as const;

const cost = (of: Reader): number =>
  costPerMtokFromHourly(of('rate'), of('tokPerSec'), of('utilisation'));

/**
 * The page's own cost at each speed; at 72 its last digit does not follow from its
 * throughput and rate.
 */
const pageChecks: readonly ClaimCheck[] = points.map(([speed, tokPerSec, shown]) => ({
  id: `page-${speed}`, label: `Cost printed at ${speed} tok/s/user`, origin: 'published',
  printed: printed(shown, 0.001, `$${shown}`),
  unit: 'USD/Mtok', expression: 'rate / (tok/s/GPU x 0.0036)', compute: cost, at: { tokPerSec },
  ...(speed === 72 ? { contradicts: true } as const : {}),
}));

function derivedChecks(catalog: Catalog): readonly ClaimCheck[] {
  const common = { origin: 'derived', unit: 'USD/Mtok',
    expression: 'rate / (tok/s/GPU x 0.0036) / utilisation' } as const;
  const at = (figure: 'hourlyNeocloudUsd' | 'hourlyRental3yrUsd') =>
    ({ rate: acceleratorFigure(catalog, 'b200_sxm', figure)?.value ?? Number.NaN });
  return [
    { ...common, id: 'digits', label: 'With more digits',
      printed: printed(0.0214, 1e-4, '$0.0214'),
      compute: cost },
    { ...common, id: 'neocloud', label: 'At the neocloud tier',
      printed: printed(0.0257, 1e-4, '$0.0257'),
      compute: cost, at: at('hourlyNeocloudUsd') },
    { ...common, id: 'rental', label: 'At the three-year rental',
      printed: printed(0.0318, 1e-4, '$0.0318'),
      compute: cost, at: at('hourlyRental3yrUsd') },
    { ...common, id: 'output-only', label: 'All cost on output tokens, 1k/1k',
      printed: printed(0.043, 0.001, '$0.043'), compute: (of) => cost(of) * 2 },
    { ...common, id: 'half-used', label: 'At 50 % utilisation',
      printed: printed(0.043, 0.001, '$0.043'),
      compute: cost, at: { utilisation: 0.5 } },
  ];
}

/** Two cents per million tokens: arithmetic on one measured point and the cheapest tier. */
export const twoCents = (catalog: Catalog, today: Catalog): ClaimCard => ({
  id: '03-two-cents', title: 'Two cents per million tokens (GPT-OSS-120B, B200)',
  text: 'GPT-OSS-120B on B200 is said to cost two cents per million tokens.',
  published: printed(0.02, 0.01, '$0.02'),
  formula: { id: 'claim.hourlyCost', unit: 'USD/Mtok', compute: cost,
    expression: 'rate / (tok/s/GPU x 3600 / 10^6) / utilisation' },
  facts: [fact('model', 'Model', 'GPT-OSS-120B'), fact('platform', 'Platform', 'B200'),
    { ...page, key: 'speed', label: 'Interactivity', value: 72, unit: 'tok/s/user' }],
  inputs: [
    hourlyRate(catalog, 'rate', 'B200 hourly cost', 'b200_sxm'),
    given('tokPerSec', 'Total throughput per GPU (input and output)', 'tok/s/accelerator',
      [1, 1e6],
      { ...page, value: 25_319.6, unit: 'tok/s/accelerator' }),
    given('utilisation', 'Utilisation', 'fraction', [0.01, 1],
      { value: 1, unit: 'fraction', source: 'InferenceX cost formula: every hour fully used',
        date: '2026-04-03', evidence: 'analyst' }),
  ],
  checks: [...pageChecks, ...derivedChecks(catalog)],
  unstated: [],
  verdict: 'reproduced',
  findings: [
    { origin: 'derived',
      text:
        'It counts input and output tokens, 1k/1k, FP4, at 72 tok/s/user, every hour sold, at the '
        + 'hyperscaler tier.' },
    { origin: 'derived',
      text:
        'The page’s own $0.022 at 72 tok/s/user does not follow from its throughput and rate, which '
        + 'give $0.0214.' },
    { origin: 'published', source: 'gpuaas.com',
      text: 'One report puts the headline at 55 tok/s/user.' },
    { origin: 'published', source: 'NVIDIA blog and perspectives.nvidia.com',
      text: 'The vendor’s pages disagree on the platform: B200, or GB200 NVL72.' },
    { origin: 'derived',
      text:
        'Median list prices of the model are several times higher: the gap is utilisation, latency '
        + 'tier, margin and allocation, not hardware.' },
  ],
  quotable: 'GPT-OSS-120B on B200 costs $0.0214 per million tokens, input and output together, at '
    + '72 tok/s per user with 1k tokens in and 1k out, every hour sold, at an owner’s cost of '
    + '$1.95 per GPU-hour in spring 2026.',
  stress: {
    priceDecline: without('A cost today: no price enters it.'),
    utilisation: applies(...utilisationCases),
    tier: applies(...tierCases(catalog, { rate: 'b200_sxm' }),
      ...tiersToday(today, { rate: 'b200_sxm' })),
    precision: without('Only FP4 was published; the model’s weights are FP4.'),
    interactivity: applies(...stepThrough('tokPerSec',
      points.map(([speed, value]) => [`${speed} tok/s/user`, value] as const))),
  },
  curve: { applies: false, reason: 'The claim is a cost, not a multiple.', quoted: [] },
  scenario: {
    'rackGroup.system':
      'dgx_b200', 'rackGroup.precision': 'fp4', 'rackGroup.framework': 'trtllm',
    'traffic.model': 'gpt-oss-120b',
    'traffic.isl':
      1024, 'traffic.osl': 1024, 'traffic.minTokPerSecPerUser': 72, 'demand.utilisation': 1,
  },
});
