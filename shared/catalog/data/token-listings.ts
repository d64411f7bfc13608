import { cite, type Quote } from '../cite.ts';
import type { TokenPrice } from '../types.ts';
import { tokenPrice } from './token-price.ts';
import type { PriceRow } from './token-price-rows.ts';

const genaiPrices = (file: string, date: string): Quote =>
  cite(`pydantic/genai-prices @47df840a, prices/providers/${file}.yml (MIT), list price`, date,
    'vendor');


const makers: readonly (readonly [file: string, row: PriceRow])[] = [
  ['moonshotai', ['kimi-k3', 'kimi-k3', 'moonshotai', 3, 0.3, 15, '2026-07-16']],
  ['zai', ['glm-5.2', 'glm-5.2', 'zai', 1.4, 0.26, 4.4, '2026-08-04']],
  ['zai', ['glm-5.3', null, 'zai', 1.4, 0.26, 4.4, '2026-08-19']],
  ['minimax', ['minimax-m3', 'minimax-m3', 'minimax', 0.3, 0.06, 1.2, '2026-07-01']],
];

const fireworks: readonly PriceRow[] = [
  ['kimi-k3', 'kimi-k3', 'fireworks', 3, 0.3, 15, '2026-08-04'],
  ['qwen3.7-plus', null, 'fireworks', 0.4, 0.08, 1.6, '2026-06-24'],
  ['qwen3.6-plus', null, 'fireworks', 0.5, 0.1, 3, '2026-05-28'],
];

const fireworksTiers: readonly PriceRow[] = [
  ['kimi-k3', 'kimi-k3', 'fireworks', 4.5, 0.45, 22.5, '2026-08-04', 'fast tier'],
  ['kimi-k3', 'kimi-k3', 'fireworks', 3.3, 0.33, 16.5, '2026-08-04', 'US residency'],
  ['glm-5p2', null, 'fireworks', 2.1, 0.21, 6.6, '2026-08-04', 'fast tier'],
  ['kimi-k2p6', null, 'fireworks', 2, 0.3, 8, '2026-08-04', 'fast tier'],
];

/** Listings read after those of the first catalogue. */
export const laterListings: readonly TokenPrice[] = [
  ...makers.map(([file, row]) =>
    tokenPrice(row, 'list', genaiPrices(file, row[6] ?? ''))),
  ...fireworks.map((row) => tokenPrice(row, 'list', genaiPrices('fireworks', row[6] ?? ''))),
  ...fireworksTiers.map((row) =>
    tokenPrice(row, 'conditional', genaiPrices('fireworks', row[6] ?? ''))),
];
