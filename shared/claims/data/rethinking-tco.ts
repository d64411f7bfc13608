import type { Sourced } from '../../units/provenance.ts';
import { factsOf, missing } from '../quote.ts';
import type { ClaimInput, QuotedMultiple } from '../types.ts';

export const table =
  'NVIDIA blog, Rethinking AI TCO (DeepSeek-R1; NVIDIA analysis and SemiAnalysis InferenceX v2)';
export const tableFact = factsOf(table, '2026-04-15', 'vendor');
const shown =
  { source: table, date: '2026-04-15', evidence: 'vendor', unit: 'tok/s/accelerator' } as const;
const workedBack = { date: null, evidence: 'derived', unit: 'tok/s/accelerator' } as const;

/** Throughputs as printed, and as the table's other columns show them to be. */
export const tableThroughputs: readonly ClaimInput[] = [
  {
    ...missing('oldTokPerSec', 'H200 throughput per GPU', 'tok/s/accelerator', [1, 1e6],
      { ...workedBack, value: 93.25, low: 93.14, high: 93.36,
        source: 'Worked back from $4.20 at $1.41 per hour' }),
    value: { ...shown, value: 90 },
  },
  {
    ...missing('newTokPerSec', 'GB300 throughput per GPU', 'tok/s/accelerator', [1, 1e6],
      { ...workedBack, value: 6000, low: 5880, high: 6061,
        source: 'Printed 6,000; 2.8M tok/s/MW and 65x give 5,880 and 6,061' }),
    value: { ...shown, value: 6000 },
  },
];

const v2 = (value: number, note: string): Sourced =>
  ({ value, unit: 'ratio', source: 'SemiAnalysis InferenceX v2 article', date: '2026-02',
    evidence: 'analyst',
    note });

/** Tokens per dollar over an H100 baseline by speed. */
export const quotedByUsers: readonly QuotedMultiple[] = [
  { tokPerSecPerUser: 40,
    multiple: v2(9.7, 'tokens per dollar, against H100 disaggregated with wide EP and MTP') },
  { tokPerSecPerUser: 116, multiple: v2(65, 'tokens per dollar, up to') },
];
export const precisionQuotes = [
  { label: 'FP4 against FP8, best case', quoted: v2(100, 'up to') },
  { label: 'FP8 against FP8, best case', quoted: v2(65, 'up to') },
] as const;

export const hopperVsGb300 = {
  'rackGroup.system':
    'gb300_nvl72', 'rackGroup.precision': 'fp4', 'rackGroup.framework': 'dynamo-trt',
  'traffic.model': 'deepseek-r1',
  'traffic.isl': 8192, 'traffic.osl': 1024, 'demand.utilisation': 1,
} as const;
