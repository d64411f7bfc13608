import { loadPublishedResults } from '../../catalog/published.ts';
import type { Catalog } from '../../catalog/types.ts';
import { applies, printed, rounding, without } from '../quote.ts';
import type { ClaimCard, Fact, Reader } from '../types.ts';

/**
 * Bins of 20 to 100 tok/s/user, which the headline averages, as the paper's table prints
 * them.
 */
const bins = ['20-30', '40-50', '60-70', '80-90'];
const metric = 'output_tok_s_per_gpu_ratio';

/**
 * The paper's gains by bin, from the catalogue's published results; each printed to a
 * hundredth.
 */
function binFacts(): readonly Fact[] {
  return loadPublishedResults().filter((row) =>
    row.metric === metric).flatMap(({ scenario, value, source, date }): readonly Fact[] => {
    const bin = scenario.replace(' tok/s/user', '');
    if (!/^\d+-\d+$/.test(bin)) return [];
    return [{ key: bin, label: `Throughput with over without, ${scenario}`, value,
      unit: 'ratio', source,
      date, evidence: 'vendor', ...rounding(value, 0.01) }];
  });
}

const gain = (of: Reader): number =>
  bins.reduce((sum, bin) => sum + of(bin), 0) / bins.length - 1;

/** A small gain with its price: time to first token. */
export function dwdp(catalog: Catalog): ClaimCard {
  const release = catalog.releases['dwdp'];
  const ttft = release?.ttftMultiplier;
  const facts = binFacts();
  return {
    id: '13-dwdp', title: '8.8 % more throughput per GPU (DWDP)',
    text:
      'Distributed weight data parallelism is said to raise DeepSeek-R1 throughput on GB200 NVL72 by '
      + '8.8 % on average between 20 and 100 tok/s/user.',
    published: printed(0.088, 0.001, '8.8 %'),
    formula: { id: 'claim.meanGain', unit: 'fraction', compute: gain,
      expression: 'mean of the printed bins - 1' },
    facts: [...facts,
      ...(ttft === undefined ? [] : [{ ...ttft, key: 'ttft',
        label: 'Time to first token, with over without' }])],
    inputs: [],
    checks: [{ id: 'bins', label: 'Mean of the four printed bins, to a hundredth',
      origin: 'published',
      printed: printed(0.09, 0.01, '8.8 %, to a hundredth'), unit: 'fraction',
      expression: '(1.10 + 1.08 + 1.10 + 1.06) / 4 - 1', compute: gain }],
    unstated: ['How the bins are weighted in the average'],
    verdict: 'consistent',
    findings: [
      { origin: 'published', source: 'NVIDIA/TensorRT-LLM tech blog 19, arXiv 2604.01621',
        text:
          'Time to first token rises 1.3 to 3.7 times in the same bins; at 170 to 180 tok/s/user '
          + 'throughput falls by 3 %.' },
      { origin: 'derived',
        text:
          'A second row in the bin of 60 to 70 tok/s/user (1.12x) would lift the mean to 9.2 %.' },
    ],
    quotable: 'The publisher reports 8.8 % more DeepSeek-R1 throughput per GPU on GB200 NVL72 between '
      + '20 and 100 tok/s per user, with a first token 1.3 to 3.7 times later.',
    stress: {
      priceDecline: without('A ratio of throughputs.'),
      utilisation: without('A ratio of throughputs.'),
      tier: without('A ratio of throughputs.'),
      precision: without('NVFP4 on both sides.'),
      interactivity:
        applies(...facts.map(({ label, value, low: _low, high: _high, ...about }) => (
          { label,
            quoted: { ...about, value: (typeof value === 'number' ? value : Number.NaN) - 1,
              unit: 'fraction' } }))),
    },
    curve: { applies: false, reason: 'Published as ratios by bin; the throughputs are not.',
      quoted: facts.flatMap(quotedBin) },
    scenario: { 'rackGroup.system': 'gb200_nvl72', 'rackGroup.precision': 'fp4',
      'traffic.model': 'deepseek-r1', 'traffic.isl': 8192, 'traffic.osl': 1024 },
  };
}

/** The bin's middle speed and its gain as a multiple. */
function quotedBin({ key, value, label: _label, low: _low, high: _high, ...about }: Fact) {
  const [from = Number.NaN, to = Number.NaN] = key.split('-').map(Number);
  return typeof value === 'number'
    ? [{ tokPerSecPerUser: (from + to) / 2, multiple: { ...about, value } }]
    : [];
}
