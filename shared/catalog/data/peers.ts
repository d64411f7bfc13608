import type { Peer, PeerSubject } from '../market-types.ts';
import { cite, type Quote, type Remark } from '../cite.ts';

/** A figure somebody worked out from two published ones. */
const derived = (note: string, more: Remark = {}): Remark =>
  ({ evidence: 'derived', note, ...more });

const peer = (
  subject: PeerSubject, id: string, name: string, figure: Peer['figure'],
  accelerators: readonly string[] = [],
): Peer => ({ id, name, subject, accelerators, figure });

const openai = (date: string): Quote =>
  cite('OpenAI CFO on revenue and compute, as quoted by The Decoder 2026-01-19', date,
    'vendor');
const allCompute = 'over all compute of the company, training and free use included; secondary';
const coreweave = (date: string): Quote =>
  cite('CoreWeave quarterly results and active power, quoted by trade press', date, 'vendor');
const activePower =
  'four times the quarter over mean active power; low and high by power at its end and start';

/** Revenue of a year over power, in dollars per MW and year. */
const revenues: readonly Peer[] = [
  peer('revenuePerMwYear', 'openai-2023', 'OpenAI 2023',
    openai('2023-12')(10e6, 'USD/MW-year', derived(`2 B USD over 0.2 GW, ${allCompute}`))),
  peer('revenuePerMwYear', 'openai-2024', 'OpenAI 2024',
    openai('2024-12')(10e6, 'USD/MW-year', derived(`6 B USD over 0.6 GW, ${allCompute}`))),
  peer('revenuePerMwYear', 'openai-2025', 'OpenAI 2025',
    openai('2025-12')(10_526_316, 'USD/MW-year',
      derived(`20 B USD over 1.9 GW, ${allCompute}`))),
  peer('revenuePerMwYear', 'anthropic-2026', 'Anthropic 2026 (rough)',
    cite('Anthropic’s run rate (Reuters) over its compute as a rival’s memo states it', '2026-04',
      'analyst')(21_428_571, 'USD/MW-year',
      derived('30 B USD over 1.4 GW, from two sources, partner sales counted gross; secondary'))),
  peer('revenuePerMwYear', 'coreweave-2025q2', 'CoreWeave 2025 Q2',
    coreweave('2025-06-30')(10_901_465, 'USD/MW-year',
      derived(activePower, { low: 10_321_600, high: 11_550_362 }))),
  peer('revenuePerMwYear', 'coreweave-2025q3', 'CoreWeave 2025 Q3',
    coreweave('2025-09-30')(10_299_442, 'USD/MW-year',
      derived(activePower, { low: 9_252_041, high: 11_614_264 }))),
  peer('revenuePerMwYear', 'coreweave-2026q1', 'CoreWeave 2026 Q1',
    coreweave('2026-03-31')(8_994_595, 'USD/MW-year',
      derived(`${activePower}; secondary`, { low: 8_320_000, high: 9_788_235 }))),
  peer('revenuePerMwYear', 'nebius-2025', 'Nebius 2025',
    cite('Nebius results for the fourth quarter of 2025', '2025-12-31', 'vendor')(5_454_545,
      'USD/MW-year', derived('run rate of 1.2 B USD over 220 MW connected, of which not all is active'))),
  peer('revenuePerMwYear', 'oracle-openai', 'Oracle (contract with OpenAI)',
    cite('DigiTimes 2025-10-08: 300 B USD in five years for 4.5 GW', '2025-09', 'analyst')(
      13_333_333, 'USD/MW-year', derived('at full capacity, the ramp left out'))),
  peer('revenuePerMwYear', 'iren-microsoft', 'IREN (contract with Microsoft)',
    cite('IREN on its contract with Microsoft: 9.7 B USD in five years, 200 MW', '2025-11-03',
      'vendor')(9_700_000, 'USD/MW-year', derived('per MW of critical IT power'))),
];

const silicon = cite('Silicon Data rental indices, quoted by chris-gpu-rental', '2026-06',
  'analyst');
const kael = cite('CoreWeave on-demand list, quoted by kaelresearch.com', '2026-02', 'vendor');
const spheron = cite('Spheron on-demand list', '2026-03-17', 'vendor');
const cliff = cite('cliffcenter.com survey of MI300X rentals', '2026-05-18', 'analyst');

/** What an hour of an accelerator is rented for; three-year rents stand with the accelerators. */
const rentals: readonly Peer[] = [
  peer('rental', 'rent-h100-1yr', 'H100 for a year',
    cite('SemiAnalysis, quoted by theinformationmachine.fyi', '2026-06', 'analyst')(2.65,
      'USD/h'), ['h100_sxm']),
  peer('rental', 'rent-h100-spot', 'H100 at spot',
    cite('SemiAnalysis, quoted by theinformationmachine.fyi', '2026-06-26', 'analyst')(2.42,
      'USD/h', { note: 'about 40 % under its peak of May 2026' }), ['h100_sxm']),
  peer('rental', 'rent-h100-index', 'H100 (index of neoclouds)',
    silicon(2.6, 'USD/h', { note: 'approximate' }), ['h100_sxm']),
  peer('rental', 'rent-h100-median', 'H100 (median on demand)',
    cite('AIMultiple index of 37 providers', '2026-05-20', 'analyst')(2.95, 'USD/h'),
    ['h100_sxm']),
  peer('rental', 'rent-h100-coreweave', 'H100 (CoreWeave on demand)',
    kael(6.155, 'USD/h', derived('49.24 USD for 8')), ['h100_sxm']),
  peer('rental', 'rent-h200-coreweave', 'H200 (CoreWeave on demand)',
    kael(6.305, 'USD/h', derived('50.44 USD for 8')), ['h200_sxm']),
  peer('rental', 'rent-h200-spheron', 'H200 (Spheron on demand)', spheron(4.54, 'USD/h'),
    ['h200_sxm']),
  peer('rental', 'rent-b200-index', 'B200 (index of neoclouds)',
    silicon(5.3, 'USD/h', { note: 'approximate' }), ['b200_sxm']),
  peer('rental', 'rent-b200-specialist', 'B200 (specialists on demand)',
    cite('Lyceum Technology survey', '2026-03-11', 'analyst')(5.25, 'USD/h',
      { low: 4.5, high: 6 }), ['b200_sxm']),
  peer('rental', 'rent-b200-coreweave', 'B200 (CoreWeave on demand)',
    kael(8.6, 'USD/h', derived('68.8 USD for 8')), ['b200_sxm']),
  peer('rental', 'rent-b200-spheron', 'B200 (Spheron on demand)', spheron(6.03, 'USD/h'),
    ['b200_sxm']),
  peer('rental', 'rent-gb200-spheron', 'GB200 (Spheron on demand)',
    spheron(4.54, 'USD/h', derived('9.08 USD for two')), ['gb200']),
  peer('rental', 'rent-gb200-coreweave', 'GB200 (CoreWeave on demand)',
    kael(10.5, 'USD/h', derived('42.0 USD for 4')), ['gb200']),
  peer('rental', 'rent-gb300-survey', 'GB300 for three years (survey)',
    cite('SemiAnalysis, Vera Rubin NVL72 agentic inference', '2026-07', 'analyst')(5, 'USD/h',
      { note: 'the same house’s cost model of August 2026 says 3.30' }), ['gb300']),
  peer('rental', 'rent-mi300x-median', 'MI300X (median)', cliff(1.99, 'USD/h'), ['mi300x']),
  peer('rental', 'rent-mi300x-list', 'MI300X (Azure and Oracle list)', cliff(6, 'USD/h'),
    ['mi300x']),
  peer('rental', 'rent-mi325x-tensorwave', 'MI325X (TensorWave)', cliff(1.95, 'USD/h'),
    ['mi325x']),
];

const operator = cite('SemiAnalysis, Vera Rubin NVL72 against GB200 NVL72', '2026-07-23',
  'analyst');
const epoch = cite('Epoch AI, AI datacenter cost breakdown (CC BY)', '2026-05-14', 'analyst');
const perItMw = 'per MW of IT power';

/** What others pay: an hour of an owned accelerator, a MW built, a MW kept for a year. */
const costs: readonly Peer[] = [
  peer('ownCost', 'own-gb200', 'GB200 NVL72 (operator’s cost)', operator(1.84, 'USD/h'),
    ['gb200']),
  peer('ownCost', 'own-gb300', 'GB300 NVL72 (operator’s cost)', operator(2.36, 'USD/h'),
    ['gb300']),
  peer('capexPerMw', 'epoch-capex', 'Epoch AI (GB200 campus)',
    epoch(38e6, 'USD/MW', { note: perItMw })),
  peer('capexPerMw', 'bernstein-capex', 'Bernstein (campus)',
    cite('Bernstein, quoted by Investing.com', '2025', 'analyst')(35e6, 'USD/MW',
      { note: 'secondary' })),
  peer('capexPerMw', 'thundersaid-capex', 'Thunder Said Energy (AI)',
    cite('Thunder Said Energy, economics of data centres', '2025', 'analyst')(40e6, 'USD/MW')),
  peer('capexPerMw', 'iren-capex', 'IREN (GB300 without the building)',
    cite('IREN’s order for its contract with Microsoft', '2026-06-01', 'vendor')(29_050_000,
      'USD/MW', derived(`5.81 B USD over 200 MW, ${perItMw}; secondary`))),
  peer('costPerMwYear', 'epoch-tco', 'Epoch AI (all cost)',
    epoch(8_500_000, 'USD/MW-year',
      { low: 7e6, high: 12e6, note: `${perItMw}; low and high with lives of 7 and 3 years` })),
  peer('costPerMwYear', 'epoch-tco-h100', 'Epoch AI (H100, 100 MW)',
    epoch(10_800_000, 'USD/MW-year', { note: `${perItMw}; older model` })),
];

const hkex = 'reportify.ai on the prospectus in Hong Kong';
const wsj = 'Wall Street Journal on investor documents, quoted by techstory.ai 2026-04';

/** Gross margins after depreciation, paybacks, returns and rates of loans. */
const returns: readonly Peer[] = [
  peer('grossMargin', 'margin-openai', 'OpenAI 2025',
    cite(wsj, '2025', 'analyst')(0.33, 'fraction', { note: 'secondary' })),
  peer('grossMargin', 'margin-anthropic', 'Anthropic 2025',
    cite(wsj, '2025', 'analyst')(0.4, 'fraction',
      { low: 0.4, high: 0.5, note: 'secondary; sources disagree' })),
  peer('grossMargin', 'margin-oracle', 'Oracle (rented GPUs)',
    cite('The Information on internal documents, quoted by DigiTimes', '2025-08-31', 'analyst')(
      0.16, 'fraction', { low: 0.1, high: 0.2, note: 'secondary' })),
  peer('grossMargin', 'margin-oracle-contract', 'Oracle (life of an AI contract)',
    cite('Oracle investor day, quoted by Longbridge', '2025-10-16', 'vendor')(0.35, 'fraction',
      { low: 0.3, high: 0.4 })),
  peer('grossMargin', 'margin-minimax', 'MiniMax 2025',
    cite(hkex, '2025-09-30', 'vendor')(0.233, 'fraction')),
  peer('grossMargin', 'margin-zhipu', 'Zhipu 2025',
    cite(hkex, '2025-06-30', 'vendor')(0.5, 'fraction',
      { note: 'local deployment near 60 %' })),
  peer('payback', 'payback-iren', 'IREN (contract with Microsoft)',
    cite('IREN’s order and its contract with Microsoft', '2026-06', 'vendor')(42.2, 'month',
      derived('5.81 B USD over 85 % of 1.94 B a year: GPUs alone, after the ramp; secondary'))),
  peer('payback', 'payback-coreweave', 'CoreWeave (mean contract)',
    cite('CoreWeave small group meeting, notes of wukong123.substack.com', null, 'analyst')(30,
      'month', { note: 'about two and a half years; secondary' })),
  peer('irr', 'irr-coreweave', 'CoreWeave (recent contracts, with debt)',
    cite('CoreWeave small group meeting, notes of wukong123.substack.com', null, 'analyst')(0.4,
      'fraction/year', { note: 'with about 85 % of the cost borrowed; secondary' })),
  peer('irr', 'irr-compute-labs', 'Compute Labs (least it offers)',
    cite('Compute Labs, expected IRR', null, 'vendor')(0.2, 'fraction/year',
      { note: 'projected, before it is offered to investors' })),
  peer('irr', 'irr-thundersaid', 'Thunder Said Energy (without AI)',
    cite('Thunder Said Energy, economics of data centres', '2025', 'analyst')(0.1,
      'fraction/year', { note: 'the return its economics are stated for' })),
  peer('loanRate', 'loan-coreweave-1', 'CoreWeave (first GPU loan)',
    cite('CoreWeave 10-Q, note on debt', '2025-06-30', 'vendor')(0.15, 'fraction/year',
      { note: 'effective rate of 1.78 B USD due 2028-03' })),
];

const ofMargin = (margin: string, more = ''): Remark => derived(
  `1 / (1 - gross margin of ${margin}): cost of sales is rented compute for the most part${more}`);

/** What sellers of tokens on rented accelerators take in for each dollar of what serving costs. */
const salesOverRent: readonly Peer[] = [
  peer('salesOverRent', 'over-rent-openai', 'OpenAI 2025',
    cite(wsj, '2025', 'analyst')(1.493, 'ratio', ofMargin('33 %', '; secondary'))),
  peer('salesOverRent', 'over-rent-anthropic', 'Anthropic 2025',
    cite(wsj, '2025', 'analyst')(1.667, 'ratio',
      { ...ofMargin('40 %', '; secondary; sources disagree'), low: 1.667, high: 2 })),
  peer('salesOverRent', 'over-rent-minimax', 'MiniMax 2025',
    cite(hkex, '2025-09-30', 'vendor')(1.304, 'ratio', ofMargin('23.3 %'))),
];

/** How long models are sold, in months. */
const lives: readonly Peer[] = [
  peer('modelLife', 'life-presenc', 'Models in general (survey)',
    cite('presenc.ai on model lifecycles', '2026-05-15', 'analyst')(9, 'month',
      { low: 6, high: 12, note: 'was 18 to 24' })),
  peer('modelLife', 'life-claude-1', 'Claude 1.0',
    cite('Anthropic’s deprecations, quoted by ghost.fail', '2024-11-06', 'vendor')(19.8, 'month',
      derived('603 days from 2023-03-14'))),
];

export const peers: readonly Peer[] = [...revenues, ...rentals, ...costs, ...returns,
  ...salesOverRent, ...lives];
