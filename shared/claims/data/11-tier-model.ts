import { assumed, factsOf, missing, printed, without } from '../quote.ts';
import { tierRevenue } from '../revenue.ts';
import type { ClaimCard, ClaimInput, Reader } from '../types.ts';

const fact = factsOf('theaipov.news, account of the GTC 2026 keynote', '2026', 'vendor');
const heading = { source: 'theaipov.news, account of the GTC 2026 keynote (heading)',
  date: '2026',
  evidence: 'vendor', unit: 'USD/Mtok' } as const;

/** Tiers that pay; the free one earns nothing. */
const paying =
  [['mid', 'Mid tier'], ['high', 'High tier'], ['premium', 'Premium tier']] as const;

const revenueOf = (of: Reader, platform: 'old' | 'new'): number => tierRevenue(
  paying.map(([tier]) => ({ mw: of('mwPerTier'), tokPerSecPerMw: of(`${platform}-${tier}`),
    usdPerMtok: of(`price-${tier}`) })));

const throughputs = (platform: 'old' | 'new', name: string): readonly ClaimInput[] =>
  paying.map(([tier, label]) =>
    missing(`${platform}-${tier}`, `${label}: throughput per MW on ${name}`,
      'tok/s/MW', [1, 1e9]));

/** Revenue of a gigawatt split over four tiers of service; a template rather than a result. */
export const tierModel = (): ClaimCard => ({
  id: '11-tier-model',
  title: 'Five times the revenue of a gigawatt (Blackwell over Hopper, four tiers)',
  text:
    'With power split evenly over a free, a mid, a high and a premium tier, a gigawatt of Blackwell is '
    + 'said to earn about five times that of Hopper, and Rubin about five times more again.',
  published: printed(5, 1, '5x'),
  formula: { id: 'claim.tierRevenue', unit: 'ratio',
    compute: (of) => revenueOf(of, 'new') / revenueOf(of, 'old'),
    expression: 'sum of MW x tok/s/MW x price, Blackwell over Hopper' },
  facts: [fact('siteMw', 'Power', 1000, 'MW'), fact('mwPerTier', 'Power per tier', 250, 'MW'),
    fact('tiers', 'Tiers', 4, 'count')],
  inputs: [
    missing('price-mid', 'Mid tier: price', 'USD/Mtok', [0.001, 1000],
      { ...heading, value: 3 }),
    missing('price-high', 'High tier: price', 'USD/Mtok', [0.001, 1000],
      { ...heading, value: 6 }),
    missing('price-premium', 'Premium tier: price', 'USD/Mtok', [0.001, 1000],
      assumed(45, 'USD/Mtok', 6, 150, 'figures of $45 and $150 circulate')),
    ...throughputs('old', 'Hopper'), ...throughputs('new', 'Blackwell'),
  ],
  checks: [{ id: 'split', label: 'Share of a tier', origin: 'published',
    printed: printed(0.25, 0.01, '25 %'),
    unit: 'fraction', expression: '250 MW / 1 GW',
    compute: (of) => of('mwPerTier') / of('siteMw') }],
  unstated: ['Speed of each tier', 'Models', 'Prices of the upper tiers',
    'Utilisation of each tier'],
  verdict: 'not-reproducible',
  findings: [{ origin: 'derived',
    text:
      'Revenue is dominated by the premium tier’s price; at those prices demand is the open question, '
      + 'not supply.' }],
  quotable: 'A keynote account has a gigawatt of Blackwell earn about 5x that of Hopper over '
    + 'four tiers of service; neither their speeds nor most of their prices are published.',
  stress: {
    priceDecline: without('A revenue of one year.'),
    utilisation: without('The same share of hours on both sides cancels.'),
    tier: without('No rate enters it.'),
    precision: without('The claim names no precision.'),
    interactivity: without('The speeds of the tiers are not published.'),
  },
  curve: { applies: false, reason: 'Throughput per tier is not published.', quoted: [] },
  scenario: { 'rackGroup.system': 'gb300_nvl72', 'site.utilityMw': 1000 },
});
