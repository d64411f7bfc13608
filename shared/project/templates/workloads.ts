import { qwenListing } from './rules.ts';

/** Traffic a plan may serve: the shape of its requests, and the model that usually answers. */
export interface WorkloadPreset {
  readonly id: string;
  readonly name: string;
  /** Catalogue id of the model it starts with. */
  readonly model: string;
  /** Listing its model sells at, where the rule of the price desk would take another. */
  readonly listing?: string;
  readonly isl: number;
  readonly osl: number;
  readonly cacheHit: number;
  readonly minTokPerSecPerUser: number;
  readonly maxTtftS: number;
}

const qwen = { model: 'qwen3.5-397b-a17b', listing: qwenListing };

/**
 * Workloads to start from, with the lengths the templates plan with, and speeds that most
 * systems and models can promise.
 */
export const workloadPresets: readonly WorkloadPreset[] = [
  { id: 'reasoning', name: 'Reasoning', model: 'deepseek-v4-pro', isl: 8192, osl: 1024,
    cacheHit: 0.5, minTokPerSecPerUser: 30, maxTtftS: 15 },
  { id: 'chat', name: 'Chat', model: 'gpt-oss-120b', isl: 2048, osl: 1024,
    cacheHit: 0.3, minTokPerSecPerUser: 60, maxTtftS: 5 },
  { id: 'assistant', name: 'Assistant', ...qwen, isl: 4096, osl: 1024,
    cacheHit: 0.4, minTokPerSecPerUser: 50, maxTtftS: 10 },
  { id: 'agents', name: 'Agents', ...qwen, isl: 8192, osl: 1024,
    cacheHit: 0.5, minTokPerSecPerUser: 40, maxTtftS: 15 },
  { id: 'queries', name: 'Queries', model: 'minimax-m3', isl: 8192, osl: 1024,
    cacheHit: 0.4, minTokPerSecPerUser: 30, maxTtftS: 15 },
];

/** @example findWorkload('chat')?.model // 'gpt-oss-120b' */
export const findWorkload = (id: string): WorkloadPreset | undefined =>
  workloadPresets.find((each) => each.id === id);
