import type { TokenPrice } from '../types.ts';
import type { Quote } from '../cite.ts';
import { cite } from '../cite.ts';
import { formerMedians } from './former-medians.ts';
import { laterListings } from './token-listings.ts';
import { tokenPrice } from './token-price.ts';
import { historyRows, listRows } from './token-price-rows.ts';

const genaiPrices = 'pydantic/genai-prices @47df840a, prices/data.json (MIT), list price';
const snapshotDate = '2026-08-21';
const history = 'pydantic/genai-prices, git history of prices/data.json (MIT)';
const inferencexV2 = cite('SemiAnalysis InferenceX v2 article', '2026-02', 'analyst');
const deepseek545 = cite('deepseek-ai/open-infra-index, day 6 footnote (CC0)',
  '2025-02-28', 'vendor');
const page = (of: string): Quote => cite(`${of} price page`, null, 'vendor');

/** Prices told elsewhere than in the price list. */
const quoted: readonly TokenPrice[] = [
  tokenPrice([
    'deepseek-r1', 'deepseek-r1', 'deepseek', 0.55, 0.14, 2.19, '2025-02-28',
  ], 'history',
    deepseek545,
    'official price behind the stated margin of 545 %'),
  tokenPrice(['deepseek-v3.1', null, 'deepseek', 0.56, 0.07, 1.68, null], 'history',
    page('DeepSeek'),
    'undated'),
  tokenPrice(['deepseek-r1-0528 FP8', 'deepseek-r1', 'crusoe', 1.35, null, 5.4, '2026-02',
    '36 tok/s/user'],
    'conditional', inferencexV2, 'via OpenRouter'),
  tokenPrice(['deepseek-r1-0528 FP4', 'deepseek-r1', 'nebius', 2, null, 6, '2026-02',
    '167 tok/s/user'],
    'conditional', inferencexV2, 'via OpenRouter; premium for speed'),
  tokenPrice(['llama-3.3-70b-instruct-turbo', 'llama-3.1-70b', 'deepinfra', 0.13, null,
    0.38, null],
    'history',
    page('DeepInfra'), 'undated; other copies of the page show 0.12/0.30 and 0.13/0.40'),
  tokenPrice(['gpt-oss-120b', 'gpt-oss-120b', 'cerebras', 0.25, null, 0.69, null,
    'about 3,000 tok/s'],
    'history', page('Cerebras'), 'undated; superseded'),
];

export const tokenPrices: readonly TokenPrice[] = [
  ...listRows.map((row) => tokenPrice(row, row[7] === undefined ? 'list' : 'conditional',
    cite(genaiPrices, row[6] ?? snapshotDate, 'vendor'))),
  ...historyRows.map((row) => tokenPrice(row, 'history', cite(history, row[6], 'vendor'),
    'first seen at this price on that day')),
  ...quoted, ...laterListings, ...formerMedians,
];
