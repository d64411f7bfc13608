import type { Sourced } from '../../units/provenance.ts';
import { applies, factsOf, given, missing, printed, without } from '../quote.ts';
import type { ClaimCard, ClaimCheck, QuotedMultiple, Reader } from '../types.ts';

const article = { source: 'SemiAnalysis, Vera Rubin NVL72 agentic inference', date: '2026-09-14',
  evidence: 'analyst' } as const;
const fact = factsOf(article.source, article.date, article.evidence);
const times = (value: number, note: string): Sourced =>
  ({ ...article, value, unit: 'ratio', note });

/** Against the stronger engine of GB300 at each speed. */
const strongest: readonly QuotedMultiple[] = [
  { tokPerSecPerUser: 100, multiple: times(2.09, 'against SGLang') },
  { tokPerSecPerUser: 150, multiple: times(7.2, 'against SGLang') },
  { tokPerSecPerUser: 170, multiple: times(5.56, 'against SGLang') },
  { tokPerSecPerUser: 200, multiple: times(2.72, 'against SGLang') },
];

const multiple = (of: Reader): number => of('overStrongest') * of('engineGap');

const checks: readonly ClaimCheck[] = [
  { id: 'engine', label: 'What the choice of engine makes of it at 170 tok/s/user', origin: 'derived',
    printed: printed(11.3, 0.1, '11.3x'), unit: 'ratio', expression: '62.9 / 5.56',
    compute: (of) => of('overTrt') / of('overStrongest') },
  { id: 'at-100', label: 'Over GB300 with SGLang at 100 tok/s/user', origin: 'published',
    printed: printed(2.09, 0.01, '2.09x'), unit: 'ratio', expression: '59.4M / 28.5M tok/s/MW',
    compute: (of) => of('newPerMw') / of('sglangPerMw'), contradicts: true },
  { id: 'trt-100', label: 'Over GB300 with TensorRT-LLM at 100 tok/s/user', origin: 'derived',
    printed: printed(2.8, 0.1, '2.8x'), unit: 'ratio', expression: '59.4M / 21.1M tok/s/MW',
    compute: (of) => of('newPerMw') / of('trtPerMw') },
  { id: 'revenue', label: 'More modelled revenue per gigawatt at 75 tok/s/user', origin: 'published',
    printed: printed(0.39, 0.01, '39 %'), unit: 'fraction', expression: '$159.5B / $114.9B - 1',
    compute: (of) => of('newRevenue') / of('oldRevenue') - 1 },
  { id: 'profit', label: 'More modelled profit per gigawatt at 75 tok/s/user', origin: 'published',
    printed: printed(0.42, 0.01, '42 %'), unit: 'fraction', expression: '$149.9B / $105.3B - 1',
    compute: (of) => of('newProfit') / of('oldProfit') - 1 },
  { id: 'headroom', label: 'How much lower its prices could be at equal revenue', origin: 'published',
    printed: printed(0.28, 0.01, '28 %'), unit: 'fraction', expression: '1 - $114.9B / $159.5B',
    compute: (of) => 1 - of('oldRevenue') / of('newRevenue') },
  { id: 'rate', label: 'Hourly cost per kW over that of GB300', origin: 'derived',
    printed: printed(0.94, 0.01, '0.94x'), unit: 'ratio', expression: '62.9 / 67',
    compute: (of) => of('overTrt') / of('perDollar') },
];

const facts = [
  fact('model', 'Model', 'DeepSeek-V4-Pro'), fact('workload', 'Workload', 'AgentX, agentic sessions'),
  fact('metric', 'Metric', 'Total tokens per second per utility megawatt, at P90 interactivity'),
  fact('software', 'Software', 'Early release of TensorRT-LLM on Rubin; FP4 on both sides'),
  fact('overTrt', 'Over GB300 with TensorRT-LLM at 170 tok/s/user', 62.9, 'ratio'),
  fact('perDollar', 'The same per dollar of an owner’s cost, about', 67, 'ratio'),
  fact('newPerMw', 'Vera Rubin at 100 tok/s/user', 59.4e6, 'tok/s/MW'),
  fact('sglangPerMw', 'GB300 with SGLang at 100 tok/s/user', 28.5e6, 'tok/s/MW'),
  fact('trtPerMw', 'GB300 with TensorRT-LLM at 100 tok/s/user', 21.1e6, 'tok/s/MW'),
  fact('newRevenue', 'Modelled revenue of a gigawatt-year, Vera Rubin', 159.5e9, 'USD'),
  fact('oldRevenue', 'Modelled revenue of a gigawatt-year, GB300 with SGLang', 114.9e9, 'USD'),
  fact('newProfit', 'Modelled profit of a gigawatt-year, Vera Rubin', 149.9e9, 'USD'),
  fact('oldProfit', 'Modelled profit of a gigawatt-year, GB300 with SGLang', 105.3e9, 'USD'),
];

/** One rack against one rack: 62.9 times or 5.56 times, by the engine of the older one. */
export const rubinMeasured = (): ClaimCard => ({
  id: '14-rubin-measured',
  title: '62.9 times the throughput per megawatt (Vera Rubin NVL72 against GB300 NVL72)',
  text: 'A megawatt of Vera Rubin NVL72 is said to serve 62.9 times the tokens of a megawatt of GB300 '
    + 'NVL72, and 67 times as many per dollar.',
  published: printed(62.9, 0.1, '62.9x'),
  formula: { id: 'claim.engineMultiple', unit: 'ratio', compute: multiple,
    expression: 'multiple over the stronger engine x stronger over named engine of GB300' },
  facts,
  inputs: [
    given('overStrongest', 'Over GB300 with its stronger engine at 170 tok/s/user', 'ratio',
      [0.1, 1000], times(5.56, 'GB300 with SGLang')),
    missing('engineGap', 'Stronger over named engine of GB300 at 170 tok/s/user', 'ratio', [1, 1000], {
      value: 11.313, unit: 'ratio', low: 1, high: 11.33, date: null, evidence: 'derived',
      source: 'Worked back from the two multiples, 62.9 / 5.56; 1 compares with the stronger engine' }),
  ],
  checks,
  unstated: ['Throughput of each rack at 170 tok/s/user', 'Sessions in flight of each point'],
  verdict: 'depends-on',
  findings: [
    { origin: 'published', source: article.source,
      text: 'At 170 tok/s/user the TensorRT-LLM curve of GB300 is near its fastest measured point; SGLang '
        + 'on the same rack is not, which leaves 5.56x.' },
    { origin: 'published', source: article.source,
      text: 'Where most providers would serve this model, at 60 to 100 tok/s/user, the gain per dollar is '
        + '1.4x to 3x.' },
    { origin: 'published', source: article.source,
      text: 'The stronger engine of GB300 changes with the speed: TensorRT-LLM at 75 tok/s/user, SGLang '
        + 'above.' },
    { origin: 'derived',
      text: 'The printed 59.4M over 28.5M give 2.08x, not 2.09x: the inputs are rounded.' },
    { origin: 'derived',
      text: 'The modelled $114.9B of revenue of a gigawatt-year is 10.9 times the $10.5B that OpenAI '
        + 'reports per gigawatt (the-decoder.com, 2026-01-19): it multiplies prices by capacity.' },
  ],
  quotable: 'On DeepSeek-V4-Pro with agentic sessions (SemiAnalysis, 2026-09-14, FP4, early software) '
    + 'Vera Rubin NVL72 serves 2.09 times the total tokens per second per utility megawatt of GB300 NVL72 '
    + 'with its stronger engine at 100 tok/s per user, and 5.56 times at 170; the 62.9 times quoted at 170 '
    + 'compares with an engine at the end of its range.',
  stress: {
    priceDecline: without('No price enters it.'), utilisation: without('Full load on both sides.'),
    tier: applies({ label: 'Per dollar of an owner’s cost, against TensorRT-LLM',
      quoted: times(67, '170 tok/s/user, about') }),
    precision: without('FP4 on both sides.'),
    interactivity: applies(
      { label: '170 tok/s/user, against TensorRT-LLM', quoted: times(62.9, '') },
      ...strongest.map(({ tokPerSecPerUser, multiple: quoted }) =>
        ({ label: `${tokPerSecPerUser} tok/s/user, against SGLang`, quoted }))),
  },
  curve: { applies: false,
    reason: 'Published as multiples; the catalogue holds no measured points of Rubin.',
    quoted: strongest },
  scenario: { 'rackGroup.system': 'vr_nvl72', 'rackGroup.precision': 'fp4',
    'rackGroup.framework': 'dynamo-trt', 'traffic.model': 'deepseek-v4-pro',
    'traffic.minTokPerSecPerUser': 100 },
});
