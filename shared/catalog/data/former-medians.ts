import type { Sourced } from '../../units/provenance.ts';
import type { TokenPrice } from '../types.ts';

/** Value, lowest and highest listing, day of the newest, number of listings. */
type Median = readonly [number, number, number, string, number];
const today = '2026-08-21';

const rows: readonly (readonly [string, Median, Median | null, Median])[] = [
  ['deepseek-r1', [2.5, 0.45, 5, today, 10], null, [2.75, 2, 8, today, 10]],
  ['deepseek-v3.2', [0.2288, 0.2288, 0.269, today, 3], null,
    [0.3432, 0.3432, 0.4, today, 3]],
  ['kimi-k2', [0.6, 0.5, 1, today, 9], [0.15, 0.15, 0.5, '2026-03-11', 3],
    [2.5, 2.3, 3, today, 9]],
  ['deepseek-v4-pro', [1.0875, 0.435, 1.74, today, 4],
    [0.003625, 0.003625, 0.145, today, 3], [2.175, 0.87, 3.48, today, 4]],
  ['deepseek-v4-flash', [0.14, 0.0983, 0.14, today, 4],
    [0.0197, 0.0028, 0.028, today, 3], [0.28, 0.1966, 0.28, today, 4]],
  ['llama-3.1-70b', [0.59, 0.05, 0.9, today, 22], null, [0.77, 0.24, 1.2, today, 22]],
  ['llama-3.1-405b', [1.5, 0.59, 3.5, today, 7], null, [1.5, 0.79, 3.5, today, 7]],
  ['gpt-oss-120b', [0.15, 0.039, 0.35, today, 16], [0.0725, 0.07, 0.075, '2026-08-04', 2],
    [0.595, 0.18, 0.75, today, 16]],
  ['gpt-oss-20b', [0.05, 0.029, 0.1, today, 14], [0.03875, 0.0375, 0.04, '2026-08-04', 2],
    [0.2, 0.1, 0.5, today, 14]],
  ['minimax-m2.5', [0.15, 0.15, 0.15, today, 1], [0.05, 0.05, 0.05, today, 1],
    [0.9, 0.9, 0.9, today, 1]],
  ['glm-5', [0.8, 0.552, 1, today, 4], [0.129, 0.12, 0.138, today, 2],
    [2.8415, 1.92, 3.2, today, 4]],
  ['qwen3.5-397b-a17b', [0.6, 0.39, 0.6, today, 4], null, [3.6, 2.34, 3.6, today, 4]],
  ['minimax-m3', [0.3, 0.3, 0.3, today, 2], [0.06, 0.06, 0.06, today, 2],
    [1.2, 1.2, 1.2, today, 2]],
];

const figure = ([value, low, high, date, listings]: Median): Sourced => ({
  value, unit: 'USD/Mtok', source: 'Median of the catalogue’s list prices', date,
  evidence: 'derived', low, high, note: `${listings} listings`,
});

/** What stands before the model in the name of its former median. */
export const formerPrefix = 'former-median';

/**
 * Medians of the listings of catalogue 2026.11.1, part by part: the prices of projects
 * made before a class sold at one listing. They are kept for those and offered to nobody.
 */
export const formerMedians: readonly TokenPrice[] = rows.map(
  ([modelId, input, cached, output]) => ({
    id: `${formerPrefix}-${modelId}`, model: modelId, modelId, condition: '', kind: 'former',
    provider: 'median of listings', checked: input[3], inputUsdPerMtok: figure(input),
    ...(cached === null ? {} : { cachedUsdPerMtok: figure(cached) }),
    outputUsdPerMtok: figure(output),
  }));
