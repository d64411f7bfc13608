import { stated } from './statement.ts';
import type { HostMemory, HostNeed, ModelRow } from './types.ts';

const recipes = stated('vllm-project/recipes models/*.yaml @8959cf6', '2026-08-21')();
const trtModels = stated('NVIDIA/TensorRT-LLM docs/source/models/supported-models.md @00b6d5a',
  null);
const inferencex = stated('SemiAnalysisAI/InferenceX perf-changelog.yaml @843c625',
  '2026-08-21')();
const cookbook = stated('sgl-project/sgl-cookbook @7b5bd9c', '2026-05-01');
const sglangNews = stated('SGLang README news (fork copies)', null, 'secondary')();
const atom = stated('ROCm/ATOM git log and model guide @ffdf3bb', '2026-08-22');

const vllm = ['vllm'] as const;
const sglang = ['sglang', 'dynamo-sglang'] as const;
const trtllm = ['trtllm', 'dynamo-trt'] as const;

/** Models by engine. A model no row speaks of is not known to run. */
export const modelRows: readonly ModelRow[] = [
  { models: ['deepseek-r1', 'deepseek-v3.2', 'deepseek-v4-pro', 'deepseek-v4-flash',
    'gpt-oss-120b', 'gpt-oss-20b', 'kimi-k2', 'kimi-k3', 'glm-4.5', 'glm-5', 'minimax-m2.5',
    'minimax-m3', 'qwen3-235b-a22b', 'qwen3.5-397b-a17b', 'llama-4-scout'],
  frameworks: vllm, standing: 'yes', statement: recipes },
  { models: ['deepseek-v4-pro'], frameworks: vllm, on: ['mi300x', 'mi325x'], standing: 'no',
    statement: recipes },
  { models: ['deepseek-v4-flash'], frameworks: vllm, on: ['mi300x'], standing: 'no',
    statement: recipes },
  { models: ['deepseek-v4.1-flash'], frameworks: vllm, standing: 'yes',
    statement: stated('SemiAnalysisAI/InferenceX-app blog on Engram @ef6df98', '2026-09-18',
      'secondary')('from its first day') },
  { models: ['deepseek-v4.1-flash'], frameworks: sglang, standing: 'yes',
    statement: stated('ai-dynamo/aisimulate docs/deepseek-v41.md @24b9af3', '2026-09')(
      'measured on GB300') },
  { models: ['deepseek-v4.1-flash'], frameworks: trtllm, standing: 'partial',
    statement: stated('ai-dynamo/aisimulate docs/deepseek-v41.md @24b9af3', '2026-09')(
      'an analytical graph only; its run is not qualified') },

  { models: ['deepseek-r1', 'deepseek-v4-pro', 'glm-5', 'qwen3.5-397b-a17b'],
    frameworks: sglang, standing: 'yes', statement: inferencex },
  { models: ['deepseek-v3.2', 'gpt-oss-120b', 'gpt-oss-20b'], frameworks: sglang,
    standing: 'yes', statement: sglangNews },
  { models: ['kimi-k2', 'minimax-m2.5', 'glm-4.5', 'qwen3-235b-a22b', 'llama-4-scout'],
    frameworks: sglang, standing: 'yes', statement: cookbook() },
  { models: ['kimi-k3'], frameworks: ['sglang'], standing: 'partial',
    statement: atom('by the ATOM plug-in on MI355X') },

  { models: ['deepseek-r1', 'deepseek-v3.2', 'gpt-oss-120b', 'gpt-oss-20b', 'kimi-k2',
    'glm-4.5', 'glm-5', 'minimax-m2.5', 'qwen3-235b-a22b', 'qwen3.5-397b-a17b',
    'llama-4-scout'], frameworks: trtllm, standing: 'yes', statement: trtModels() },
  { models: ['minimax-m3'], frameworks: trtllm, standing: 'yes',
    statement: trtModels('MXFP8 is widened to BF16 when it is loaded') },
  { models: ['deepseek-v4-pro'], frameworks: trtllm, standing: 'no',
    on: ['NVIDIA hopper', 'NVIDIA ada'], statement: trtModels('Blackwell SM100 and above') },
  { models: ['deepseek-v4-pro'], frameworks: trtllm, standing: 'yes',
    statement: trtModels('Blackwell SM100 and above') },
  { models: ['kimi-k3'], frameworks: trtllm, standing: 'partial',
    statement: trtModels('not listed') },

  { models: ['deepseek-r1', 'deepseek-v4-pro', 'minimax-m2.5', 'minimax-m3'],
    frameworks: ['atom'], standing: 'yes', statement: inferencex },
  { models: ['deepseek-v3.2', 'gpt-oss-120b', 'gpt-oss-20b', 'kimi-k2', 'kimi-k3', 'glm-5',
    'qwen3.5-397b-a17b'], frameworks: ['atom'], standing: 'yes', statement: atom() },
];

/** Models whose tables lie in host memory. */
export const hostNeeds: readonly HostNeed[] = [
  { model: 'deepseek-v4.1-flash', gib: 189,
    statement: stated('SemiAnalysisAI/InferenceX-app blog on Engram @ef6df98', '2026-09-18',
      'secondary')('about; Engram tables in host memory, read over the bus') },
];

/** Vendors count host memory in decimal terabytes; a tray's share of a rack is derived. */
const gibOf = (terabytes: number): number => (terabytes * 1e12) / 2 ** 30;

export const hostMemories: readonly HostMemory[] = [
  { system: 'dgx_h100', gib: gibOf(2),
    statement: stated('DGX SuperPOD H100 reference architecture RA-11333-001 V11',
      '2023-09-22')() },
  { system: 'dgx_b200', gib: gibOf(2),
    statement: stated('docs.nvidia.com/dgx/dgxb200-user-guide', null)('2 to 4 TB') },
  { system: 'gb200_nvl72', gib: gibOf(17 / 18),
    statement: stated('DGX SuperPOD GB200 reference architecture', null, 'derived')(
      '17 TB in 18 trays') },
  { system: 'vr_nvl72', gib: gibOf(1.5),
    statement: stated('SemiAnalysisAI/InferenceX-app blog on Vera Rubin @1d5084a',
      '2026-09-14', 'secondary')('a tray; halved from what was announced') },
  { system: 'tpu7x_4', gib: gibOf(0.96),
    statement: stated('docs.cloud.google.com/tpu/docs/tpu7x', null)() },
];
