import { cite, unverified, type Remark } from '../cite.ts';
import type { CatalogMove, CatalogValue } from './types.ts';

const spring = cite('SemiAnalysisAI/InferenceX-app @77ca49a, constants.ts', '2026-04-03',
  'analyst');
const epochBand = cite('72 x per-GPU band of epoch-research/ai-chip-counts @d1b1bc3',
  '2025', 'derived');
const rubinRack = cite('regantih.github.io reports-lab ch. 14; moduledge.com', '2026',
  'assumed');

const moved = (ref: string, before: CatalogValue, why: string): CatalogMove =>
  ({ ref, before, why });
const found = (ref: string, why: string): CatalogMove => ({ ref, before: null, why });

const placeholder = (of: string): Remark => ({
  evidence: 'assumed', note: `placeholder: the source sets it to 1.2 x ${of} in a code comment`,
});

type Tiers = readonly [
  id: string, own: number, neocloud: number, rental: number, allInKw: number, remark?: Remark,
];

/** Hourly costs and all-in power of spring 2026. */
const springTiers: readonly Tiers[] = [
  ['h100_sxm', 1.3, 1.69, 1.3, 1.73], ['h200_sxm', 1.41, 1.74, 1.6, 1.73],
  ['b200_sxm', 1.95, 2.34, 2.9, 2.17],
  ['b300_sxm', 2.34, 2.808, 3.48, 2.17, placeholder('B200')],
  ['gb200', 2.21, 2.75, 3.3, 2.1], ['gb300', 2.652, 3.3, 3.96, 2.1, placeholder('GB200')],
  ['mi300x', 1.12, 1.4, 1.55, 1.79], ['mi325x', 1.28, 1.59, 1.8, 2.18],
  ['mi355x', 1.48, 1.9, 2.1, 2.65],
];

function tierMoves([id, own, neocloud, rental, kw, remark]: Tiers): readonly CatalogMove[] {
  const why = 'The cost model with surveys of July 2026 replaces that of spring 2026';
  const at = (figure: string): string => `accelerators/${id}/${figure}`;
  return [
    moved(at('hourlyHyperscalerUsd'), spring(own, 'USD/h', remark), why),
    moved(at('hourlyNeocloudUsd'), spring(neocloud, 'USD/h', remark), why),
    moved(at('hourlyRental3yrUsd'), spring(rental, 'USD/h', remark), why),
    moved(at('allInPowerKw'), spring(kw, 'kW',
      { note: 'holds PUE, network and host: never multiplied by PUE again' }), why),
  ];
}

const gpuShare = epochBand(2_700_000, 'USD', {
  low: 2_160_000, high: 3_240_000,
  note: 'GPU share only; about 3.1 M for the rack as a server and 3.9 M with network and storage are '
    + 'quoted, unverified',
});
const rackPrice = 'A price of the whole rack is quoted; before, that of its accelerators alone';
const rackMoves = ['gb200_nvl72', 'gb300_nvl72'].flatMap((id) => [
  moved(`systems/${id}/priceUsd`, gpuShare, rackPrice),
  moved(`systems/${id}/priceCovers`, 'accelerators', rackPrice),
]);

const plannedKw = (kw: number): CatalogValue => rubinRack(kw, 'kW', { low: 120, high: 230,
  note: 'unverified; 190 (Max-Q) to 230 kW (Max-P) planned, other pages still say 120' });
const measured = 'First rack measured in September 2026';
const tooLow = 'Its accelerators alone draw 166 kW, so that the low end of 120 kW cannot be';
const boardPower = 'Published by the maker';

const rubinMoves: readonly CatalogMove[] = [
  moved('accelerators/vr200/memoryBandwidthTbs', unverified(22, 'TB/s',
    { low: 13, high: 22, note: 'conflict: 13 TB/s was announced in 2025' }),
    'The bandwidth announced in 2025 is superseded'),
  found('accelerators/vr200/tdpW', measured),
  found('accelerators/vr200/priceUsd', 'Quoted since'),
  found('accelerators/vr200/hourlyHyperscalerUsd', measured),
  found('accelerators/vr200/hourlyRental3yrUsd', measured),
  found('accelerators/vr200/allInPowerKw', measured),
  moved('systems/vr_nvl72/maxPowerKw', plannedKw(230), tooLow),
  moved('systems/vr_nvl72/typicalPowerKw', plannedKw(190), tooLow),
  found('systems/vr_nvl72/priceUsd', 'Quoted since'),
  found('systems/dgx_rubin_nvl8/maxPowerKw', 'Published by a maker of the system'),
  found('systems/dgx_rubin_nvl8/rackUnits', 'Published by a maker of the system'),
];

/** What catalogue 2026.12.1 changed of 2026.11.1. */
export const changes2026y12: readonly CatalogMove[] = [
  ...springTiers.flatMap(tierMoves), ...rackMoves, ...rubinMoves,
  moved('accelerators/mi350x/tdpW', unverified(1000, 'W', { note: 'air cooled' }), boardPower),
  moved('accelerators/mi355x/tdpW', unverified(1400, 'W', { note: 'direct liquid cooling' }),
    boardPower),
  ...['deepseek-v4-pro', 'deepseek-v4-flash'].map((id) => found(`models/${id}/kvWindow`,
    'Its compressed cache is counted by its published layout, window included')),
  found('accelerators/tpu7x/hourlyHyperscalerUsd', 'Cost model published in September 2026'),
  found('switches/q3400/typicalPowerW',
    'Worked back from its supplies: before, the draw of the network was left out'),
  found('switches/q3400/maxPowerW', 'Worked back from its supplies'),
  moved('tokenPrices/fireworks-gpt-oss-120b/cachedUsdPerMtok',
    cite('pydantic/genai-prices @47df840a, prices/data.json (MIT), list price', '2026-08-04',
      'vendor')(0.07, 'USD/Mtok'),
    'The provider’s own list of the same day has the lower price'),
];

const drafts = [1, 2, 3, 4, 5, 6, 7, 8];

/** Entries that came with it. */
export const additions2026y12: readonly string[] = [
  'peers', 'markets',
  ...['glm-5.2', 'kimi-k2.5', 'minimax-m2.7', 'qwen3.5-122b-a10b'].map((id) => `models/${id}`),
  ...['kimi-k2.5-plain', 'minimax-m3-plain', 'qwen3.5-397b-plain'].flatMap((id) =>
    drafts.map((drafted) => `constants/accepted-${id}-${drafted}`)),
  ...[
    'moonshotai-kimi-k3', 'zai-glm-5.2', 'zai-glm-5.3', 'minimax-minimax-m3', 'fireworks-kimi-k3',
    'fireworks-qwen3.7-plus', 'fireworks-qwen3.6-plus', 'fireworks-kimi-k3-fast-tier',
    'fireworks-kimi-k3-us-residency', 'fireworks-glm-5p2-fast-tier',
    'fireworks-kimi-k2p6-fast-tier', 
  ].map((id) => `tokenPrices/${id}`),
  ...[
    'deepseek-r1', 'deepseek-v3.2', 'kimi-k2', 'deepseek-v4-pro', 'deepseek-v4-flash',
    'llama-3.1-70b', 'llama-3.1-405b', 'gpt-oss-120b', 'gpt-oss-20b', 'minimax-m2.5', 'glm-5',
    'qwen3.5-397b-a17b', 'minimax-m3',
  ].map((id) => `tokenPrices/former-median-${id}`),
];
