import { cite } from '../cite.ts';
import type { Sourced } from '../../units/provenance.ts';

/** Month a model came out, as its maker or a reader of its page says. */
export const releasedIn: Readonly<Record<string, string>> = {
  'deepseek-r1': '2025-01', 'deepseek-v4-pro': '2026-04', 'deepseek-v4-flash': '2026-04',
  'kimi-k3': '2026-07', 'minimax-m2.5': '2026-02', 'minimax-m3': '2026-06',
  'qwen3.5-397b-a17b': '2026-02',
};

/** How long a model is sold by its maker, by the beginning of its id. */
export const familyLives: readonly (readonly [family: string, life: Sourced])[] = [
  ['deepseek-', cite('DeepSeek-R1 from 2025-01 until the end of its name on 2026-07-24',
    '2026-07-24', 'derived')(18, 'month')],
];

/** List price of the newest successor over that of the model before, by the beginning of its id. */
export const familySteps: readonly (readonly [family: string, step: Sourced])[] = [
  ['deepseek-', cite('DeepSeek-R1 at 0.55 USD (input) to V4-Flash at 0.14, genai-prices',
    '2026-05-12', 'derived')(0.25, 'ratio')],
  ['minimax-', cite('MiniMax-M2, M2.7 and M3 at 0.30 USD (input), genai-prices', '2026-07-01',
    'derived')(1, 'ratio')],
  ['kimi-', cite('Kimi K2.5 at 0.60 USD (input) to K2.6 at 0.95, genai-prices', '2026-05-22',
    'derived')(1.6, 'ratio')],
];

/** How long a model of any other family is sold. */
export const usualLife: Sourced =
  cite('presenc.ai on life cycles of models: 6 to 12 months, 18 to 24 before', '2026-05-15',
    'analyst')(9, 'month', { low: 6, high: 12 });
