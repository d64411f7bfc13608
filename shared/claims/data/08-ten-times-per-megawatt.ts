import type { Catalog } from '../../catalog/types.ts';
import type { Sourced } from '../../units/provenance.ts';
import { allInKw, applies, factsOf, missing, powerToday, printed, without } from '../quote.ts';
import type { ClaimCard } from '../types.ts';

const fact = factsOf('NVIDIA, GB200 NVL72 for mixture-of-experts models', '2025', 'vendor');
const v1 = (value: number, note: string): Sourced =>
  ({ value, unit: 'ratio', source: 'SemiAnalysis InferenceMAX v1 article', date: '2025-10',
    evidence: 'analyst', note });
const r1At30 = v1(8, 'DeepSeek-R1, H200 FP8 one server against GB200 FP4 without MTP, about');

/** Workload-specific: independent figures for other workloads are lower. */
export const tenTimesPerMegawatt = (catalog: Catalog, today: Catalog): ClaimCard => ({
  id: '08-ten-times-per-megawatt',
  title: '10 times the throughput per megawatt (GB200 NVL72, mixture of experts)',
  text: 'A megawatt of GB200 NVL72 is said to serve ten times the tokens of a megawatt of Hopper for '
    + 'mixture-of-experts models.',
  published: printed(10, 1, '10x'),
  formula: {
    id: 'claim.powerRatio', unit: 'ratio', expression: 'throughput ratio x Hopper kW / GB200 kW',
    compute: (of) => (of('throughputRatio') * of('oldKw')) / of('newKw'),
  },
  facts: [fact('newer', 'Newer platform', 'GB200 NVL72'), fact('older', 'Older platform', 'Hopper')],
  inputs: [
    missing('throughputRatio', 'Throughput per GPU, GB200 over Hopper, at the same speed', 'ratio',
      [0.1, 1000], {
      ...r1At30, value: 9.71, evidence: 'derived', note: '8x per MW at 30 tok/s/user times 2.10 / 1.73 kW',
    }),
    allInKw(catalog, 'oldKw', 'H200 all-in power', 'h200_sxm'),
    allInKw(catalog, 'newKw', 'GB200 all-in power', 'gb200'),
  ],
  checks: [{
    id: 'needed', label: 'Throughput ratio it takes', origin: 'derived', printed: printed(12.1, 0.1, '12.1x'),
    unit: 'ratio',
    expression: '10 x 2.10 / 1.73', compute: (of) => (10 * of('newKw')) / of('oldKw'),
  }],
  unstated: ['Model', 'Interactivity', 'Precision on each side', 'Lengths'],
  verdict: 'depends-on',
  findings: [{ origin: 'published', source: 'SemiAnalysis InferenceMAX v1 article',
    text: 'Independent figures: about 8x for DeepSeek-R1 at 30 tok/s/user; for GPT-OSS 1k/8k about 3x at '
      + '90 tok/s/user (0.9M to 2.8M, H100 to B200) and 7x at 180.' }],
  quotable: 'For DeepSeek-R1 at 30 tok/s per user an independent benchmark has GB200 NVL72 in FP4 '
    + 'serve about 8x the tokens per second of H200 in FP8 per megawatt of all-in power; the '
    + 'vendor’s 10x names no conditions.',
  stress: {
    priceDecline: without('No price enters it.'), utilisation: without('Full load on both sides.'),
    tier: applies(...powerToday(today, { oldKw: 'h200_sxm', newKw: 'gb200' })),
    precision: without('The claim names no precision.'),
    interactivity: applies(
      { label: 'DeepSeek-R1, 30 tok/s/user', quoted: r1At30 },
      { label: 'GPT-OSS-120B 1k/8k, 90 tok/s/user (H100 to B200)',
        quoted: v1(3, 'about; 0.9M to 2.8M tok/s/MW') },
      { label: 'GPT-OSS-120B 1k/8k, 180 tok/s/user (H100 to B200)', quoted: v1(7, '') },
    ),
  },
  curve: {
    applies: true, label: 'Throughput per megawatt of GB200 FP4 over H200 FP8, DeepSeek-R1 1k/1k',
    modelId: 'deepseek-r1', isl: 1024, osl: 1024,
    newer: { label: 'GB200 FP4', acceleratorId: 'gb200', precision: 'fp4' },
    older: { label: 'H200 FP8', acceleratorId: 'h200_sxm', precision: 'fp8' },
    factor: (of) => of('oldKw') / of('newKw'), quoted: [{ tokPerSecPerUser: 30, multiple: r1At30 }],
    caveat: 'The claim’s workload is not stated; DeepSeek-R1 is a mixture of experts.',
  },
  scenario: { 'rackGroup.system': 'gb200_nvl72', 'rackGroup.precision': 'fp4',
    'rackGroup.framework': 'dynamo-trt', 'traffic.model': 'deepseek-r1' },
});
