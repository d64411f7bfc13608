import type { Catalog } from '../../catalog/types.ts';
import {
  acceleratorFigure, applies, assumed, factsOf, missing, priceEntry, printed, stepThrough,
  utilisationCases,
  without,
} from '../quote.ts';
import { earningYears, fleetRevenue, hoursPerYear } from '../revenue.ts';
import type { ClaimCard, ClaimCheck, Reader } from '../types.ts';
import { horizonInputs, mixPrice, r1OnGb200, r1Prices, saleInputs } from './rack-inputs.ts';

const fact = factsOf('NVIDIA blog (Dion Harris), October 2025', '2025-10', 'vendor');

const multiple = (of: Reader): number => fleetRevenue({
  accelerators: of('accelerators'), tokPerSec: of('tokPerSec'), utilisation: of('utilisation'),
  usdPerMtok: mixPrice(of),
  years: earningYears(of('years'), of('priceFall')),
}) / of('investment');

/** One year of a rack at full use and an undiscounted list price. */
const yearAt = { years: 1, priceFall: 1, utilisation: 1, earned: 1, inputPerOutput: 8,
  tokPerSec: r1OnGb200.value };

/** Yearly revenue of a rack under each list price, 8k/1k. */
function yearChecks(catalog: Catalog): readonly ClaimCheck[] {
  const shown = [printed(9.6e6, 1e5, '$9.6M'), printed(23.7e6, 1e5, '$23.7M'),
    printed(46.7e6, 1e5, '$46.7M')];
  return r1Prices.flatMap(([label, id], i): readonly ClaimCheck[] => {
    const price = priceEntry(catalog, id);
    const digits = shown[i];
    if (digits === undefined || price?.inputUsdPerMtok === undefined
      || price.outputUsdPerMtok === undefined) return [];
    return [{
      id: `year-${i + 1}`, label: `A year of one rack at 100 %, ${label}`,
      origin: 'derived', printed: digits,
      unit: 'USD',
      expression: '72 GPUs x tok/s/GPU x 31.536e6 s x blended price',
      compute: (of) => multiple(of) * of('investment'),
      at: { ...yearAt, inputPrice: price.inputUsdPerMtok.value,
        outputPrice: price.outputUsdPerMtok.value },
    }];
  });
}

const declined = (factor: number) => (of: Reader): number =>
  (of('revenue') * earningYears(3, factor)) / 3;

const checks: readonly ClaimCheck[] = [
  { id: 'ratio', label: 'Revenue over investment', origin: 'published',
    printed: printed(15, 1, '15x'),
    unit: 'ratio',
    expression: '$75M / $5M', compute: (of) => of('revenue') / of('investment') },
  { id: 'roi', label: 'Return on investment as usually defined', origin: 'derived',
    printed: printed(14, 1, '14x'), unit: 'ratio',
    expression: '($75M - $5M) / $5M',
    compute: (of) => (of('revenue') - of('investment')) / of('investment') },
  { id: 'fall-2', label: '$75M over three years if the price halves each year',
    origin: 'derived',
    printed: printed(32.5e6, 1e5, '$32.5M'),
    unit: 'USD', expression: '$75M x 1.30 / 3', compute: declined(2) },
  { id: 'fall-3', label: '... if it falls to a third', origin: 'derived',
    printed: printed(22.9e6, 1e5, '$22.9M'), unit: 'USD',
    expression: '$75M x 0.92 / 3', compute: declined(3) },
  { id: 'fall-10', label: '... if it falls to a tenth', origin: 'derived',
    printed: printed(11.9e6, 1e5, '$11.9M'), unit: 'USD',
    expression: '$75M x 0.48 / 3', compute: declined(10) },
  { id: 'tco-neocloud', label: '$5M as three years of 72 GPUs at the neocloud tier',
    origin: 'derived',
    printed: printed(5.2e6, 1e4, '$5.20M'),
    unit: 'USD', expression: '72 x $2.75 x 26,280 h',
    compute: (of) => 72 * of('neocloudRate') * 3 * hoursPerYear },
  { id: 'tco-hyperscaler', label: '$5M as four years of 72 GPUs at the hyperscaler tier',
    origin: 'derived',
    printed: printed(5.58e6, 1e4, '$5.58M'), unit: 'USD', expression: '72 x $2.21 x 35,040 h',
    compute: (of) => 72 * of('hyperscalerRate') * 4 * hoursPerYear },
];

function rateFacts(catalog: Catalog) {
  const tiers = [
    ['hyperscalerRate', 'hourlyHyperscalerUsd'], ['neocloudRate', 'hourlyNeocloudUsd'],
  ] as const;
  return tiers.flatMap(([key, figure]) => {
    const rate = acceleratorFigure(catalog, 'gb200', figure);
    return rate === null ? [] : [{ ...rate, key,
      label:
        `GB200 hourly cost, ${figure === 'hourlyNeocloudUsd' ? 'neocloud' : 'hyperscaler'} tier` }];
  });
}

/**
 * One rack, fifteen times its price: a revenue multiple without horizon, price, mix,
 * utilisation or running cost.
 */
export const fiveToSeventyFive = (catalog: Catalog): ClaimCard => ({
  id: '01-five-to-seventy-five', title: '$5M in, $75M of token revenue out: 15x (GB200 NVL72)',
  text: 'Five million dollars of GB200 NVL72 are said to bring 75 million dollars of DeepSeek-R1 token '
    + 'revenue, called a fifteenfold return.',
  published: printed(15, 1, '15x'),
  formula: { id: 'claim.rackMultiple', unit: 'ratio', compute: multiple,
    expression: 'GPUs x tok/s/GPU x utilisation x seconds x earning years x blended price / investment' },
  facts: [
    fact('model', 'Model', 'DeepSeek-R1'),
    fact('investment', 'Investment', 5e6, 'USD'), fact('revenue', 'Token revenue', 75e6, 'USD'),
    ...rateFacts(catalog),
  ],
  inputs: [
    missing('accelerators', 'GPUs bought', 'count', [1, 10_000],
      assumed(72, 'count', 72, 72, 'one NVL72 rack')),
    ...saleInputs(catalog), ...horizonInputs(3),
  ],
  checks: [...checks, ...yearChecks(catalog)],
  unstated: ['Whether $5M is purchase or total cost', 'Interactivity', 'Running cost', 'Cache hits'],
  verdict: 'not-reproducible',
  findings: [
    { origin: 'derived',
      text: 'It is a revenue multiple: running cost, tax and the investment itself are not taken off.' },
    { origin: 'published',
      source: 'tokencostanalysis.com, best-revenue-per-rack (2026-05) and justify-gpu-cluster (2026-06-25)',
      text: 'Pages under the vendor’s name disagree on the model: GPT-OSS-120B or DeepSeek-R1.' },
    { origin: 'published', source: 'NVIDIA developer blog, ?p=106975',
      text: 'Elsewhere the 15x is a gain in performance over Hopper that opens a 15x larger revenue '
        + 'opportunity.' },
    { origin: 'derived',
      text: 'It can be met at Western list prices, with all capacity sold for about three years and no '
        + 'fall in price.' },
  ],
  quotable: 'NVIDIA says that $5M of GB200 NVL72 brings $75M of DeepSeek-R1 token revenue (15x). '
    + 'Horizon, price, mix and utilisation are not published, so the figure cannot be '
    + 'checked; it is revenue, before any cost.',
  stress: {
    priceDecline: applies(...stepThrough('priceFall',
      [['Flat', 1], ['Halves each year', 2], ['To a third', 3], ['To a tenth', 10]])),
    utilisation: applies(...utilisationCases),
    tier: without('The claim names no hourly cost; see the hypotheses for $5M.'),
    precision: without('The claim names no precision.'),
    interactivity: applies(...stepThrough('tokPerSec',
      [['75 tok/s/user', r1OnGb200.value], ['120 tok/s/user', 3987.5]])),
  },
  curve: {
    applies: true, label: 'Throughput of GB200 over H200, DeepSeek-R1 8k/1k', modelId: 'deepseek-r1',
    isl: 8192, osl: 1024,
    newer: { label: 'GB200 FP4', acceleratorId: 'gb200', precision: 'fp4' },
    older: { label: 'H200 FP8', acceleratorId: 'h200_sxm', precision: 'fp8' },
    factor: () => 1, quoted: [],
    caveat: 'The claim’s other reading, 15x performance over Hopper; its model and speed are not stated.',
  },
  scenario: { 'rackGroup.system': 'gb200_nvl72', 'rackGroup.racks': 1, 'traffic.model': 'deepseek-r1',
    'demand.horizonMonths': 36, 'demand.utilisation': 1, 'traffic.priceDecline': 0 },
});
