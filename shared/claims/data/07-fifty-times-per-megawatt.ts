import type { Catalog } from '../../catalog/types.ts';
import { acceleratorFigure, allInKw, applies, powerToday, printed, without } from '../quote.ts';
import type { ClaimCard, Reader } from '../types.ts';
import {
  hopperVsGb300, precisionQuotes, tableFact as fact, tableThroughputs,
} from './rethinking-tco.ts';

const oldPerMw = (of: Reader): number => (of('oldTokPerSec') / of('oldKw')) * 1000;
const newPerMw = (of: Reader): number => (of('newTokPerSec') / of('newKw')) * 1000;

function standInKw(catalog: Catalog) {
  const kw = acceleratorFigure(catalog, 'gb200', 'allInPowerKw');
  return kw === null ? [] : [{ ...kw, key: 'standInKw',
    label: 'GB200 all-in power, for the measured curve' }];
}

/** The power column of the same table. */
export const fiftyTimesPerMegawatt = (catalog: Catalog, today: Catalog): ClaimCard => ({
  id: '07-fifty-times-per-megawatt', title: '50 times the throughput per megawatt (GB300 NVL72 against H200)',
  text: 'A megawatt of GB300 NVL72 is said to serve fifty times the DeepSeek-R1 tokens of a megawatt of '
    + 'HGX H200.',
  published: printed(50, 10, '50x'),
  formula: {
    id: 'claim.powerMultiple', unit: 'ratio', compute: (of) => newPerMw(of) / oldPerMw(of),
    expression: '(GB300 tok/s / GB300 kW) / (H200 tok/s / H200 kW)',
  },
  facts: [
    fact('model', 'Model', 'DeepSeek-R1'), fact('oldPerMw', 'H200 throughput per MW', 54_000, 'tok/s/MW'),
    fact('newPerMw', 'GB300 throughput per MW', 2.8e6, 'tok/s/MW'), ...standInKw(catalog),
  ],
  inputs: [allInKw(catalog, 'oldKw', 'H200 all-in power', 'h200_sxm'),
    allInKw(catalog, 'newKw', 'GB300 all-in power', 'gb300'), ...tableThroughputs],
  checks: [
    { id: 'ratio', label: 'With more digits', origin: 'derived', printed: printed(53, 0.1, '53.0x'),
      unit: 'ratio', expression: '2.857M / 53.9K',
      compute: (of) => newPerMw(of) / oldPerMw(of) },
    { id: 'old', label: 'H200 throughput per MW', origin: 'published', printed: printed(54_000, 1000, '54K'),
      unit: 'tok/s/MW', expression: '93.25 / 1.73 kW', compute: oldPerMw },
    { id: 'new', label: 'GB300 throughput per MW', origin: 'published', printed: printed(2.8e6, 1e5, '2.8M'),
      unit: 'tok/s/MW', expression: '6,000 / 2.10 kW', compute: newPerMw, contradicts: true },
    { id: 'printed-ratio', label: 'Ratio of the printed throughputs', origin: 'published',
      printed: printed(50, 10, '50x'), unit: 'ratio', expression: '2.8M / 54K',
      compute: (of) => of('newPerMw') / of('oldPerMw') },
  ],
  unstated: ['Interactivity', 'Input and output lengths'],
  verdict: 'reproduced',
  findings: [
    { origin: 'derived',
      text: '6,000 tok/s over 2.10 kW is 2.86M tok/s/MW: the printed 2.8M is cut off, not rounded.' },
    { origin: 'published', source: 'InferenceX issue 2250',
      text: 'Power is the provisioned all-in figure, not measured; measuring it is an open issue of the '
        + 'benchmark.' },
  ],
  quotable: 'In NVIDIA’s table for DeepSeek-R1 (GB300 in FP4, H200 in FP8, at a high speed per '
    + 'user) GB300 NVL72 serves 53.0x the tokens per second of HGX H200 per megawatt of all- '
    + 'in power.',
  stress: {
    priceDecline: without('No price enters it.'), utilisation: without('Full load on both sides.'),
    tier: applies(...powerToday(today, { oldKw: 'h200_sxm', newKw: 'gb300' })),
    precision: applies(...precisionQuotes),
    interactivity: without('Published as one point; the curve shows what measured points give.'),
  },
  curve: {
    applies: true, label: 'Throughput per megawatt of GB200 FP4 over H200 FP8, DeepSeek-R1 8k/1k',
    modelId: 'deepseek-r1', isl: 8192, osl: 1024,
    newer: { label: 'GB200 FP4', acceleratorId: 'gb200', precision: 'fp4' },
    older: { label: 'H200 FP8', acceleratorId: 'h200_sxm', precision: 'fp8' },
    factor: (of) => of('oldKw') / of('standInKw'), quoted: [],
    caveat: 'GB200 stands in: the catalogue holds no measured points of GB300.',
  },
  scenario: hopperVsGb300,
});
