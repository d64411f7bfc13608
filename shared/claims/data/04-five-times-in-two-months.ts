import type { Catalog } from '../../catalog/types.ts';
import { costPerMtokFromHourly } from '../../economics/functions/token-metrics.ts';
import {
  applies, factsOf, hourlyRate, printed, rounding, tierCases, tiersToday, without,
} from '../quote.ts';
import type { ClaimCard } from '../types.ts';

const blog = factsOf('NVIDIA blog, October 2025', '2025-10', 'vendor');
const report = factsOf('gpuaas.com, quoting the NVIDIA blog', '2025', 'vendor');
const worked = factsOf('Worked back from the published cost at the B200 hyperscaler rate',
  null, 'derived');

/** The same hardware five times cheaper per token after two months of software. */
export const fiveTimesInTwoMonths = (catalog: Catalog, today: Catalog): ClaimCard => ({
  id: '04-five-times-in-two-months',
  title: 'Five times cheaper in two months (TensorRT-LLM, GPT-OSS-120B, B200)',
  text: 'Two months of TensorRT-LLM releases are said to have cut the cost of a GPT-OSS-120B token on B200 '
    + 'to a fifth.',
  published: printed(5, 1, '5x'),
  formula: { id: 'claim.costRatio', unit: 'ratio', compute: (of) => of('before') / of('after'),
    expression: 'cost before / cost after' },
  facts: [
    blog('model', 'Model', 'GPT-OSS-120B'),
    report('before', 'Cost at launch', 0.11, 'USD/Mtok', rounding(0.11, 0.01)),
    report('after', 'Cost two months later', 0.02, 'USD/Mtok', rounding(0.02, 0.01)),
    worked('tokBefore', 'Throughput at launch', 4924, 'tok/s/accelerator'),
    worked('tokAfter', 'Throughput two months later', 27_083, 'tok/s/accelerator'),
  ],
  inputs: [hourlyRate(catalog, 'rate', 'B200 hourly cost', 'b200_sxm')],
  checks: [
    { id: 'cost-before', label: 'Cost at launch from the throughput worked back', origin: 'published',
      printed: printed(0.11, 0.01, '$0.11'), unit: 'USD/Mtok',
      expression: 'rate / (4,924 tok/s x 0.0036)',
      compute: (of) => costPerMtokFromHourly(of('rate'), of('tokBefore')) },
    { id: 'cost-after', label: 'Cost two months later, likewise', origin: 'published',
      printed: printed(0.02, 0.01, '$0.02'), unit: 'USD/Mtok',
      expression: 'rate / (27,083 tok/s x 0.0036)',
      compute: (of) => costPerMtokFromHourly(of('rate'), of('tokAfter')) },
    { id: 'ratio', label: 'Ratio of the printed costs', origin: 'derived', printed: printed(5.5, 0.1, '5.5x'),
      unit: 'ratio',
      expression: '$0.11 / $0.02', compute: (of) => of('before') / of('after') },
    { id: 'throughput', label: 'Ratio of throughputs', origin: 'derived', printed: printed(5.5, 0.1, '5.5x'),
      unit: 'ratio',
      expression: '27,083 / 4,924', compute: (of) => of('tokAfter') / of('tokBefore') },
  ],
  unstated: ['Interactivity of each point', 'Whether both points use speculative decoding'],
  verdict: 'consistent',
  findings: [
    { origin: 'derived', text: 'The rounding of the two costs leaves anything from 4.2x to 7.7x.' },
    { origin: 'published', source: 'epium.com',
      text: 'Another account: 30,000 tokens per GPU, five times more than before, with Eagle3-v2 '
        + 'speculative decoding.' },
    { origin: 'derived',
      text: 'A gain of bring-up after the model’s release; it is no forecast of later releases.' },
  ],
  quotable: 'Two months of TensorRT-LLM took the published cost of GPT-OSS-120B on B200 from $0.11 '
    + 'to $0.02 per million tokens; rounding leaves 4.2x to 7.7x.',
  stress: {
    priceDecline: without('A ratio of costs: no price enters it.'),
    utilisation: without('The same share of hours on both sides cancels.'),
    tier: applies(...tierCases(catalog, { rate: 'b200_sxm' }),
      ...tiersToday(today, { rate: 'b200_sxm' })),
    precision: without('Both points are FP4.'),
    interactivity: without('Neither point’s speed per user is published.'),
  },
  curve: { applies: false, reason: 'The two points of the same hardware are published without their speeds.',
    quoted: [] },
  scenario: { 'rackGroup.system': 'dgx_b200', 'rackGroup.precision': 'fp4', 'rackGroup.framework': 'trtllm',
    'traffic.model': 'gpt-oss-120b' },
});
