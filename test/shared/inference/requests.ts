import fc from 'fast-check';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { Accelerator, ModelSpec, Precision } from '../../../shared/catalog/types.ts';
import { defaultLinks } from '../../../shared/inference/defaults.ts';
import type { ServingRequest } from '../../../shared/inference/types.ts';

export function modelOf(id: string): ModelSpec {
  const model = builtInCatalog.models[id];
  if (model === undefined) throw new Error(`no model ${id}`);
  return model;
}

export function acceleratorOf(id: string): Accelerator {
  const accelerator = builtInCatalog.accelerators[id];
  if (accelerator === undefined) throw new Error(`no accelerator ${id}`);
  return accelerator;
}

export interface Question {
  readonly model?: string;
  readonly accelerator?: string;
  readonly precision?: Precision;
}

/** A request with everyday values; `changes` replace any of them. */
export function requestOf(
  { model = 'llama-3.1-70b', accelerator = 'h100_sxm', precision = 'fp8' }: Question,
  changes: Partial<ServingRequest> = {},
): ServingRequest {
  const built = acceleratorOf(accelerator);
  return {
    model: modelOf(model), accelerator: built, precision, framework: 'trtllm', isl: 1024,
    osl: 1024, cacheHit: 0, speculativeDraft: 0, mode: 'auto', links: defaultLinks(built),
    limits: { minTokPerSecPerUser: null, maxTtftMs: null },
    maxAcceleratorsPerInstance: 16, ...changes,
  };
}

/** Models of every kind: dense, expert, latent attention, window, sparse, linear. */
const models = [
  'llama-3.1-8b', 'llama-3.1-70b', 'gpt-oss-120b', 'deepseek-r1', 'deepseek-v3.2',
  'qwen3-235b-a22b', 'minimax-m2.5', 'qwen3.5-397b-a17b', 'llama-4-scout',
] as const;
const accelerators = ['h200_sxm', 'b200_sxm', 'gb200', 'mi355x', 'mi300x', 'tpu7x'] as const;

/** Random requests that may or may not fit. */
export const anyRequest: fc.Arbitrary<ServingRequest> = fc.record({
  model: fc.constantFrom(...models), accelerator: fc.constantFrom(...accelerators),
  isl: fc.integer({ min: 16, max: 16_000 }), osl: fc.integer({ min: 16, max: 4000 }),
  cacheHit: fc.constantFrom(0, 0.3, 0.9), draft: fc.constantFrom(0, 0, 1, 3),
  framework: fc.constantFrom('trtllm', 'vllm', 'sglang', 'unheard-of'),
  mode: fc.constantFrom('auto' as const, 'agg' as const, 'disagg' as const),
}).map(({ model, accelerator, isl, osl, cacheHit, draft, framework, mode }) => requestOf(
  { model, accelerator, precision: 'fp8' },
  { isl, osl, cacheHit, speculativeDraft: draft, framework, mode,
    maxAcceleratorsPerInstance: 32 }));
