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

/** How long a model of any other family is sold. */
export const usualLife: Sourced =
  cite('presenc.ai on life cycles of models: 6 to 12 months, 18 to 24 before', '2026-05-15',
    'analyst')(9, 'month', { low: 6, high: 12 });
