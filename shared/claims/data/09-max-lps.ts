import type { Catalog } from '../../catalog/types.ts';
import {
  applies, assumed, factsOf, missing, priceEntry, printed, stepThrough, utilisationCases,
  without,
} from '../quote.ts';
import { fleetRevenue, hoursPerYear } from '../revenue.ts';
import type { ClaimCard, ClaimCheck, Reader } from '../types.ts';
import { mixPrice, r1OnGb200, r1Prices, saleInputs } from './rack-inputs.ts';

const fact = factsOf('orply.com, table of the DSX MaxLPS announcement', '2026-06-02', 'vendor');

/** Site, GPUs with and without, revenue with and without per year as printed. */
const rows =
  [['96 MW', 38_304, 26_322], ['250 MW', 99_720, 68_688], ['1 GW', 399_096, 274_968]] as const;

const perGpuHour = (of: Reader, which: 'with' | 'without'): number =>
  of(`${which}Revenue`) / of(`${which}Gpus`) / hoursPerYear;
const revenue = (of: Reader): number => fleetRevenue({
  accelerators: of('withGpus'), tokPerSec: of('tokPerSec'), utilisation: of('utilisation'),
  usdPerMtok: mixPrice(of), years: 1,
});

const ratios: readonly ClaimCheck[] = [
  { id: 'gpus', label: 'More GPUs on the same power', origin: 'published',
    printed: printed(0.45, 0.01, '45 %'), unit: 'fraction',
    expression: '399,096 / 274,968 - 1',
    compute: (of) => of('withGpus') / of('withoutGpus') - 1 },
  { id: 'revenue', label: 'More revenue', origin: 'derived',
    printed: printed(0.328, 0.001, '32.8 %'),
    unit: 'fraction', expression: '$267B / $201B - 1',
    compute: (of) => of('withRevenue') / of('withoutRevenue') - 1 },
  { id: 'per-gpu', label: 'Change of revenue per GPU', origin: 'derived',
    printed: printed(-0.085, 0.001, '-8.5 %'), unit: 'fraction',
    expression: '(267 / 399,096) / (201 / 274,968) - 1',
    compute: (of) => perGpuHour(of, 'with') / perGpuHour(of, 'without') - 1 },
  { id: 'kw-with', label: 'Power per GPU with', origin: 'derived',
    printed: printed(2.51, 0.01, '2.51 kW'),
    unit: 'kW/accelerator', expression: '1 GW / 399,096',
    compute: (of) => 1e6 / of('withGpus') },
  { id: 'kw-without', label: 'Power per GPU without', origin: 'derived',
    printed: printed(3.64, 0.01, '3.64 kW'), unit: 'kW/accelerator',
    expression: '1 GW / 274,968',
    compute: (of) => 1e6 / of('withoutGpus') },
  { id: 'hour-with', label: 'Revenue per GPU-hour with', origin: 'derived',
    printed: printed(76.4, 0.1, '$76.4'), unit: 'USD/h',
    expression: '$267B / 399,096 / 8,760 h',
    compute: (of) => perGpuHour(of, 'with') },
  { id: 'hour-without', label: 'Revenue per GPU-hour without', origin: 'derived',
    printed: printed(83.4, 0.1, '$83.4'), unit: 'USD/h',
    expression: '$201B / 274,968 / 8,760 h',
    compute: (of) => perGpuHour(of, 'without') },
];

/** What a GPU-hour earns at a measured throughput and each list price, for scale. */
function hourChecks(catalog: Catalog): readonly ClaimCheck[] {
  const shown = [printed(15.3, 0.1, '$15.3'), printed(37.5, 0.1, '$37.5'),
    printed(74.1, 0.1, '$74.1')];
  return r1Prices.flatMap(([label, id], i): readonly ClaimCheck[] => {
    const price = priceEntry(catalog, id);
    const digits = shown[i];
    if (digits === undefined || price?.inputUsdPerMtok === undefined
      || price.outputUsdPerMtok === undefined) return [];
    return [{
      id: `measured-${i + 1}`, label: `A GPU-hour of DeepSeek-R1 on GB200 at 100 %, ${label}`,
      origin: 'derived', printed: digits, unit: 'USD/h',
      expression: 'tok/s x 0.0036 x blended price',
      compute: (of) => of('tokPerSec') * 0.0036 * mixPrice(of),
      at: { tokPerSec: r1OnGb200.value, inputPrice: price.inputUsdPerMtok.value,
        outputPrice: price.outputUsdPerMtok.value, inputPerOutput: 8, earned: 1 },
    }];
  });
}

/**
 * More GPUs under the same power cap: the counts agree, the revenue per GPU rests on
 * nothing published.
 */
export const maxLps = (catalog: Catalog): ClaimCard => ({
  id: '09-max-lps',
  title: '45 % more GPUs and $267B against $201B per gigawatt-year (DSX MaxLPS)',
  text:
    'Power management is said to fit 45 % more GPUs on a gigawatt and to raise its yearly token '
    + 'revenue from 201 to 267 billion dollars.',
  published: printed(267e9, 1e9, '$267B'),
  formula: { id: 'claim.siteRevenue', unit: 'USD', compute: revenue,
    expression: 'GPUs x tok/s/GPU x utilisation x seconds x blended price' },
  facts: [
    ...rows.flatMap(([site, more, fewer]) => site === '1 GW'
      ? [fact('withGpus', 'GPUs on 1 GW with', more, 'count'),
        fact('withoutGpus', 'GPUs on 1 GW without', fewer, 'count')]
      : [fact(`withGpus ${site}`, `GPUs on ${site} with`, more, 'count'),
        fact(`withoutGpus ${site}`, `GPUs on ${site} without`, fewer, 'count')]),
    fact('withRevenue', 'Revenue of 1 GW with', 267e9, 'USD'),
    fact('withoutRevenue', 'Revenue of 1 GW without', 201e9, 'USD'),
  ],
  inputs: saleInputs(catalog).map((input) => input.key === 'utilisation'
    ? missing('utilisation', input.label, input.unit, input.bounds,
      assumed(1, 'fraction', 0.3, 1, 'the most favourable reading')) : input),
  checks: [...ratios, ...hourChecks(catalog)],
  unstated: ['GPU generation', 'Model', 'Token price', 'Utilisation'],
  verdict: 'consistent',
  findings: [
    { origin: 'derived',
      text: 'Revenue per GPU falls by 8.5 %: the capped GPUs serve less each.' },
    { origin: 'derived',
      text:
        '$76 to $83 per GPU-hour takes the $3/$8 price class with nearly all capacity sold.' },
  ],
  quotable: 'Capping power is said to fit 45 % more GPUs on a site and to raise its yearly revenue '
    + 'by 32.8 %; revenue per GPU falls by 8.5 %, and neither model nor price is published.',
  stress: {
    priceDecline: without('A revenue of one year.'), utilisation: applies(...utilisationCases),
    tier: without('No rate enters it.'),
    precision: without('The claim names no precision.'),
    interactivity: applies(...stepThrough('tokPerSec',
      [['75 tok/s/user', r1OnGb200.value], ['120 tok/s/user', 3987.5]])),
  },
  curve: { applies: false, reason: 'The claim compares two sites of the same GPUs.',
    quoted: [] },
  scenario: { 'power.oversubscription': 0.45, 'site.utilityMw': 1000 },
});
