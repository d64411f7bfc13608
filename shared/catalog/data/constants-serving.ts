import type { Constant } from '../types.ts';
import { cite, define } from '../cite.ts';
import { constant, midpoint } from './constant.ts';

const formats = define('Block sizes of the number formats');
const acceptance =
  cite('SemiAnalysisAI/InferenceX golden_al_distribution (SPEED-Bench, coding split) @843c6254',
    '2026-08-21', 'measured');
const inferencex = cite('SemiAnalysis InferenceX', '2026-04', 'measured');
const blog05 = cite('NVIDIA/TensorRT-LLM tech blog 05 (disaggregated serving)', '2025',
  'vendor');
const blog08 = cite('NVIDIA/TensorRT-LLM tech blog 08 (wide expert parallelism)', '2025',
  'vendor');
const a16z = cite('a16z, LLMflation', '2024-11-12', 'analyst');
const epoch = cite('Epoch AI, capability price index', null, 'analyst');

/** Bits per weight with the overhead of block scales: id, name, bits, how. */
const bits: readonly (readonly [string, string, number, string])[] = [
  ['bf16', 'BF16', 16, 'no scales'], ['fp8', 'FP8', 8, 'one scale per tensor'],
  ['fp8-block128', 'FP8, blocks of 128 x 128', 8.03, 'one scale per block'],
  ['int4-g128', 'INT4, groups of 128', 4.25, 'scale and zero point per group'],
  ['nvfp4', 'NVFP4, groups of 16', 4.5, 'one FP8 scale per group'],
  ['mxfp4', 'MXFP4, groups of 32', 4.25, 'one E8M0 scale per group'],
];

/** Mean tokens committed per step, bonus token included, for 1 to 8 draft tokens. */
const accepted: readonly (readonly [string, string, readonly number[]])[] = [
  ['deepseek-v4-pro-thinking', 'DeepSeek-V4-Pro, thinking, MTP',
    [1.79, 2.27, 2.49, 2.54, 2.55, 2.55, 2.54, 2.58]],
  ['deepseek-v4-pro-plain', 'DeepSeek-V4-Pro, no thinking, MTP',
    [1.92, 2.61, 2.97, 3, 3.1, 3.16, 3, 3.11]],
  ['deepseek-v4-pro-dspark', 'DeepSeek-V4-Pro 0813, thinking, DSpark',
    [1.84, 2.51, 3.01, 3.36, 3.61, 3.77, 3.73, 3.47]],
  ['glm-5.2', 'GLM-5.2 FP8, thinking, MTP', [1.84, 2.5, 2.99, 3.33, 3.61, 3.78, 3.91, 4.06]],
  ['kimi-k2.5', 'Kimi K2.5 NVFP4, thinking, EAGLE3',
    [1.83, 2.43, 2.88, 3.24, 3.46, 3.62, 3.71, 3.77]],
  ['kimi-k2.5-plain', 'Kimi K2.5 NVFP4, no thinking, EAGLE3',
    [1.8, 2.33, 2.75, 3.06, 3.25, 3.43, 3.46, 3.51]],
  ['kimi-k3', 'Kimi K3, thinking, DSpark', [1.84, 2.45, 2.87, 3.22, 3.44, 3.54, 3.78, 3.88]],
  ['minimax-m3', 'MiniMax-M3, thinking, EAGLE3',
    [1.78, 2.38, 2.83, 3.11, 3.35, 3.45, 3.53, 3.74]],
  ['minimax-m3-plain', 'MiniMax-M3, no thinking, EAGLE3',
    [1.84, 2.52, 2.93, 3.41, 3.59, 3.57, 3.85, 4.06]],
  ['qwen3.5-397b', 'Qwen3.5-397B NVFP4, thinking, MTP',
    [1.93, 2.73, 3.39, 3.97, 4.41, 4.8, 5.04, 5.21]],
  ['qwen3.5-397b-plain', 'Qwen3.5-397B NVFP4, no thinking, MTP',
    [1.92, 2.7, 3.33, 3.83, 4.2, 4.48, 4.73, 4.71]],
];

const gain = 'serving-gain';
const endToEnd = 'ideal rate matching; end to end 0-25 % below';

export const servingConstants: readonly Constant[] = [
  ...bits.map(([id, name, value, note]) =>
    constant('precision', `bits-${id}`, `Bits per weight, ${name}`,
      formats(value, 'bit/weight', { note }))),
  ...accepted.flatMap(([id, name, values]) => values.map((value, index) =>
    constant('speculative', `accepted-${id}-${index + 1}`,
      `Tokens per step, ${name}, ${index + 1} drafted`,
      acceptance(value, 'ratio')))),
  constant(gain, 'disaggregation-gb300',
    'Disaggregated over aggregated, DeepSeek-R1 8k/1k, GB300',
    inferencex(1.57, 'ratio')),
  constant(gain, 'disaggregation-b200',
    'Disaggregated over aggregated, DeepSeek-R1 8k/1k, B200',
    inferencex(1.28, 'ratio')),
  constant(gain, 'disaggregation-gb200',
    'Disaggregated over aggregated, DeepSeek-R1 4.4k/1.2k, GB200',
    midpoint(blog05, 1.4, 1.8, 'ratio', endToEnd)),
  constant(gain, 'disaggregation-gb200-mtp',
    'Disaggregated over aggregated with MTP, DeepSeek-R1, GB200',
    midpoint(blog05, 1.6, 2.5, 'ratio', endToEnd)),
  constant(gain, 'wide-ep',
    'Wide expert parallelism over EP4 and EP8 with MTP, DeepSeek-R1, GB200 NVL72',
    blog08(6.17, 'ratio', { low: 1, high: 6.17, note: 'per GPU, stated as up to' })),
  constant('price-index', 'price-gpt3-class-2021', 'GPT-3 class tokens, 2021-11',
    a16z(60, 'USD/Mtok', { note: 'average of input and output' })),
  constant('price-index', 'price-gpt3-class-2024', 'GPT-3 class tokens, 2024-11',
    a16z(0.06, 'USD/Mtok',
      { note: 'average of input and output; 1,000 times cheaper in 3 years' })),
  constant('price-index', 'price-fall-a16z',
    'Fall of the price of a constant capability, times per year',
    a16z(10, 'ratio')),
  constant('price-index', 'price-fall-epoch',
    'Fall of the price of a constant capability, times per year',
    epoch(90, 'ratio', { evidence: 'derived', low: 9, high: 900,
      note: 'geometric middle of 9 to 900 by benchmark' })),
];
