import type { Catalog } from '../../catalog/types.ts';
import { costPerMtokFromHourly } from '../../economics/functions/token-metrics.ts';
import {
  acceleratorFigure, applies, hourlyRate, printed, tierCases, tiersToday, without,
} from '../quote.ts';
import type { ClaimCard, ClaimCheck, Reader } from '../types.ts';
import {
  hopperVsGb300, precisionQuotes, quotedByUsers, tableFact as fact, tableThroughputs,
} from './rethinking-tco.ts';

const oldCost = (of: Reader): number =>
  costPerMtokFromHourly(of('oldRate'), of('oldTokPerSec'));
const newCost = (of: Reader): number =>
  costPerMtokFromHourly(of('newRate'), of('newTokPerSec'));
const multiple = (of: Reader): number => oldCost(of) / newCost(of);

/** The table's printed columns, each from the others. */
const tableChecks: readonly ClaimCheck[] = [
  { id: 'printed-costs', label: 'Ratio of the printed costs', origin: 'published',
    printed: printed(35, 1, '35x'), unit: 'ratio', expression: '$4.20 / $0.12',
    compute: (of) => of('oldCost') / of('newCost') },
  { id: 'old-cost', label: 'H200 cost per million', origin: 'published',
    printed: printed(4.2, 0.01, '$4.20'),
    unit: 'USD/Mtok', expression: '1.41 / (93.25 x 0.0036)', compute: oldCost },
  { id: 'old-cost-90', label: 'H200 cost from the printed 90 tok/s/GPU', origin: 'published',
    printed: printed(4.2, 0.01, '$4.20'), unit: 'USD/Mtok',
    expression: '1.41 / (90 x 0.0036)', compute: oldCost, at: { oldTokPerSec: 90 },
    contradicts: true },
  { id: 'new-cost', label: 'GB300 cost per million', origin: 'published',
    printed: printed(0.12, 0.01, '$0.12'), unit: 'USD/Mtok',
    expression: '2.652 / (6000 x 0.0036)',
    compute: newCost },
  { id: 'rates', label: 'Ratio of hourly rates', origin: 'published',
    printed: printed(1.9, 0.1, '1.9x'),
    unit: 'ratio', expression: '2.652 / 1.41', compute: (of) => of('newRate') / of('oldRate') },
];

/** The same throughputs under each tier. */
function tierChecks(catalog: Catalog): readonly ClaimCheck[] {
  const shown = [printed(34.2, 0.1, '34.2x'), printed(33.9, 0.1, '33.9x'),
    printed(26, 0.1, '26.0x')];
  const cases = tierCases(catalog, { newRate: 'gb300', oldRate: 'h200_sxm' });
  return cases.flatMap((entry, i): readonly ClaimCheck[] => {
    const digits = shown[i];
    if (digits === undefined || !('set' in entry)) return [];
    return [{ id: `tier-${i + 1}`, label: entry.label, origin: 'derived', printed: digits,
      unit: 'ratio',
      expression: '(H200 rate / H200 tok/s) / (GB300 rate / GB300 tok/s)', compute: multiple,
      at: entry.set }];
  });
}

function standInRate(catalog: Catalog) {
  const rate = acceleratorFigure(catalog, 'gb200', 'hourlyHyperscalerUsd');
  return rate === null ? [] : [{ ...rate, key: 'standInRate',
    label: 'GB200 hourly cost, for the measured curve' }];
}

/** The vendor's cost table, rebuilt: one tier, one speed, two precisions. */
export const thirtyFiveTimesCheaper = (catalog: Catalog, today: Catalog): ClaimCard => ({
  id: '06-thirty-five-times-cheaper',
  title: '35 times lower cost per million tokens (GB300 NVL72 against H200)',
  text: 'A million DeepSeek-R1 tokens are said to cost $0.12 on GB300 NVL72 and $4.20 on HGX H200.',
  published: printed(35, 1, '35x'),
  formula: { id: 'claim.costMultiple', unit: 'ratio', compute: multiple,
    expression: '(H200 rate / H200 tok/s) / (GB300 rate / GB300 tok/s)' },
  facts: [
    fact('model', 'Model', 'DeepSeek-R1'), fact('oldCost', 'H200 cost per million', 4.2, 'USD/Mtok'),
    fact('newCost', 'GB300 cost per million', 0.12, 'USD/Mtok'),
    fact('throughputRatio', 'Throughput per GPU, GB300 over H200', 65, 'ratio'), ...standInRate(catalog),
  ],
  inputs: [hourlyRate(catalog, 'oldRate', 'H200 hourly cost', 'h200_sxm'),
    hourlyRate(catalog, 'newRate', 'GB300 hourly cost', 'gb300'), ...tableThroughputs],
  checks: [...tableChecks, ...tierChecks(catalog)],
  unstated: ['Interactivity', 'Input and output lengths'],
  verdict: 'reproduced',
  findings: [
    { origin: 'derived',
      text: 'The rates are the hyperscaler-owner tier, not cloud prices; at three-year rental the same '
        + 'throughputs give 26.0x.' },
    { origin: 'published', source: 'SemiAnalysisAI/InferenceX-app, constants.ts',
      text: 'The GB300 rate is a placeholder: 1.2 times GB200.' },
    { origin: 'derived',
      text: 'From the printed 90 tok/s/GPU the H200 cost would be $4.35; the table was built on 93.25, '
        + 'which makes the throughput ratio 64x.' },
    { origin: 'published', source: 'SemiAnalysis InferenceX v2 article',
      text: 'The GB300 side is FP4 with MTP, the H200 side FP8; at 150 tok/s/user GB300 costs $2.35 '
        + 'without MTP and $0.11 with it, a factor of 21.' },
    { origin: 'published', source: 'SemiAnalysis InferenceX v2 article',
      text: 'Tokens per dollar gain 9.7x at 40 tok/s/user and up to 65x at 116: the multiple belongs to a '
        + 'speed.' },
  ],
  quotable: 'In NVIDIA’s table for DeepSeek-R1 (GB300 in FP4 with multi-token prediction, H200 in '
    + 'FP8, at a high speed per user) a million tokens cost 34.2x less on GB300 at an owner’s '
    + 'rates and 26.0x less at three-year rental; at 40 tok/s per user an independent '
    + 'benchmark has 9.7x the tokens per dollar of H100.',
  stress: {
    priceDecline: without('A ratio of costs: no price enters it.'),
    utilisation: without('The same share of hours on both sides cancels.'),
    tier: applies(...tierCases(catalog, { newRate: 'gb300', oldRate: 'h200_sxm' }),
      ...tiersToday(today, { newRate: 'gb300', oldRate: 'h200_sxm' })),
    precision: applies(...precisionQuotes),
    interactivity: applies(...quotedByUsers.map(({ tokPerSecPerUser, multiple: quoted }) =>
      ({ label: `${tokPerSecPerUser} tok/s/user`, quoted }))),
  },
  curve: {
    applies: true, label: 'Cost of H200 FP8 over GB200 FP4, DeepSeek-R1 8k/1k', modelId: 'deepseek-r1',
    isl: 8192, osl: 1024,
    newer: { label: 'GB200 FP4', acceleratorId: 'gb200', precision: 'fp4' },
    older: { label: 'H200 FP8', acceleratorId: 'h200_sxm', precision: 'fp8' },
    factor: (of) => of('oldRate') / of('standInRate'), quoted: quotedByUsers,
    caveat: 'GB200 stands in: the catalogue holds no measured points of GB300. Quoted points are against '
      + 'H100.',
  },
  scenario: hopperVsGb300,
});
