import type { Catalog } from '../../catalog/types.ts';
import {
  costPerMtok, fleetCost, tokenRevenue,
} from '../../economics/functions/token-metrics.ts';
import {
  applies, factsOf, given, priceEntry, printed, stepThrough, tierCases, without,
} from '../quote.ts';
import type { ClaimCard, ClaimCheck, Reader } from '../types.ts';

const source = 'deepseek-ai/open-infra-index, day 6, DeepSeek-V3/R1 inference system overview';
const fact = factsOf(source, '2025-02-28', 'vendor');

const cost = (of: Reader): number => fleetCost(of('nodes'), of('gpusPerNode'), 24, of('rate'));
const revenue = (of: Reader): number => of('revenue') * of('earned');

const checks: readonly ClaimCheck[] = [
  { id: 'cost', label: 'Cost of the day', origin: 'published',
    printed: printed(87_072, 1, '$87,072'),
    unit: 'USD', expression: '226.75 nodes x 8 GPUs x 24 h x $2', compute: cost },
  { id: 'margin', label: 'Gross margin', origin: 'derived',
    printed: printed(0.845, 0.001, '84.5 %'),
    unit: 'fraction', expression: '1 - cost / revenue',
    compute: (of) => 1 - cost(of) / revenue(of) },
  { id: 'multiple', label: 'Revenue over cost', origin: 'derived',
    printed: printed(6.45, 0.01, '6.45x'),
    unit: 'ratio', expression: '$562,027 / $87,072', compute: (of) => revenue(of) / cost(of) },
  { id: 'unit-cost', label: 'Cost per million tokens, input and output', origin: 'derived',
    printed: printed(0.112, 0.001, '$0.112'), unit: 'USD/Mtok',
    expression: '$87,072 / 776 G tokens',
    compute: (of) => costPerMtok(cost(of), of('inputTokens'), of('outputTokens')).total
      ?? Number.NaN },
  { id: 'load', label: 'Mean over peak nodes', origin: 'derived',
    printed: printed(0.816, 0.001, '81.6 %'),
    unit: 'fraction', expression: '226.75 / 278',
    compute: (of) => of('nodes') / of('peakNodes') },
];

/**
 * Revenue recomputed from the rounded token counts at the catalogue's prices: within 0.02
 * % of the printed one.
 */
function revenueCheck(catalog: Catalog): readonly ClaimCheck[] {
  const price = priceEntry(catalog, 'deepseek-deepseek-r1-2025-02-28-history');
  const { inputUsdPerMtok: miss, cachedUsdPerMtok: hit, outputUsdPerMtok: output } = price
    ?? {};
  if (miss === undefined || hit === undefined || output === undefined) return [];
  return [{
    id: 'revenue', label: 'Revenue from the printed token counts', origin: 'derived',
    printed: printed(562_027, 225, '$562,027 within 0.02 %'), unit: 'USD',
    expression: '342 G x $0.14 + 266 G x $0.55 + 168 G x $2.19',
    compute: (of) => tokenRevenue(of('inputTokens'), of('cachedTokens'), of('outputTokens'),
      { hit: hit.value, miss: miss.value, output: output.value }),
  }];
}

/** A day of a fleet at list price: profit over cost, called a margin. */
export const deepseekMargin = (catalog: Catalog): ClaimCard => ({
  id: '10-deepseek-margin', title: '545 % cost profit margin (DeepSeek)',
  text:
    'One day of DeepSeek’s V3/R1 service is said to be worth 545 % of its GPU cost in profit, were '
    + 'every token billed at the R1 price.',
  published: printed(5.45, 0.01, '545 %'),
  formula: { id: 'claim.costMargin', unit: 'fraction',
    compute: (of) => revenue(of) / cost(of) - 1,
    expression: '(revenue - cost) / cost' },
  facts: [
    fact('nodes', 'Mean nodes', 226.75, 'count'), fact('peakNodes', 'Peak nodes', 278, 'count'),
    fact('gpusPerNode', 'GPUs per node (H800)', 8, 'count'),
    fact('revenue', 'Theoretical revenue of the day', 562_027, 'USD'),
    fact('inputTokens', 'Input tokens', 608e9, 'token'),
    fact('cachedTokens', 'Input tokens from cache', 342e9, 'token'),
    fact('outputTokens', 'Output tokens', 168e9, 'token'),
  ],
  inputs: [
    given('rate', 'Rent of an H800', 'USD/h', [0.01, 100],
      { value: 2, unit: 'USD/h', source, date: '2025-02-28', evidence: 'vendor',
        note: 'assumed by the publisher' }),
    given('earned', 'Share of the theoretical revenue earned', 'fraction', [0.01, 1],
      { value: 1, unit: 'fraction', source, date: '2025-02-28', evidence: 'vendor',
        note: 'theoretical by its own account' }),
  ],
  checks: [...checks, ...revenueCheck(catalog)],
  unstated: [],
  verdict: 'reproduced',
  findings: [
    { origin: 'derived',
      text: 'It is profit over cost; as a gross margin it is 84.5 %, as a multiple 6.45x.' },
    { origin: 'published', source,
      text:
        'The publisher calls the revenue theoretical: V3 is cheaper than R1, web and app are free, '
        + 'nights are discounted.' },
    { origin: 'derived', text: 'Only GPU rent is counted as cost.' },
  ],
  quotable: 'DeepSeek reports $562,027 of theoretical revenue for a day on $87,072 of GPU rent: 545 '
    + '% of cost, a gross margin of 84.5 % were every token billed at the R1 price and rent '
    + 'the only cost.',
  stress: {
    priceDecline: without('One day at that day’s price.'),
    utilisation: applies(...stepThrough('earned',
      [['100 % of tokens billed', 1], ['60 %', 0.6], ['30 %', 0.3]])),
    tier: applies(...tierCases(catalog, { rate: 'h100_sxm' })),
    precision: without('One deployment, one precision.'),
    interactivity: without('One deployment, about 20 tok/s/user in the publisher’s account.'),
  },
  curve: { applies: false, reason: 'The claim is a margin, not a comparison of hardware.',
    quoted: [] },
  scenario: { 'traffic.model':
    'deepseek-r1', 'traffic.cacheHit': 0.5625, 'traffic.inputUsdPerMtok': 0.55,
    'traffic.cachedUsdPerMtok':
      0.14, 'traffic.outputUsdPerMtok': 2.19, 'demand.utilisation': 0.816 },
});
