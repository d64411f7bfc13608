import type { Precision } from '../catalog/types.ts';
import type { Backend } from './framework.ts';

/** How an engine divides an accelerator's memory; read off measured runs that filled it. */
export interface MemoryPolicy {
  /** Activations, graphs, runtime and buffers of the collectives, bytes per accelerator. */
  readonly reservedBytes: number;
  /** Share of the memory it fills: of all of it, or of what weights leave free. */
  readonly share: number;
  readonly ofFree: boolean;
  /**
   * Whether a request's whole length is set aside when it starts, instead of growing into
   * it.
   */
  readonly wholeLength: boolean;
}

/**
 * TensorRT-LLM takes 0.9 of what weights leave and evicts nobody; runs fill 0.87-0.92 of
 * the memory.
 */
const tensorRt: MemoryPolicy = { reservedBytes: 3.85e9, share: 0.9, ofFree: true,
  wholeLength: true };
/** vLLM takes 0.9 of all, activations of its profiling run included; runs fill 0.80-0.87. */
const vllm: MemoryPolicy = { reservedBytes: 6e9, share: 0.9, ofFree: false,
  wholeLength: false };
/**
 * SGLang sets a fixed size aside by prefill chunk and graphs; runs fill 0.78 of 80 GB and
 * 0.9 of 180 GB.
 */
const sglang: MemoryPolicy = { reservedBytes: 16e9, share: 1, ofFree: false,
  wholeLength: false };

const policies: Readonly<Record<Backend, MemoryPolicy>> = {
  trtllm: tensorRt, vllm, sglang, atom: vllm, other: vllm,
};

export const memoryPolicyOf = (backend: Backend): MemoryPolicy => policies[backend];

/**
 * Bytes per KV cache element: full runs show eight-bit caches wherever weights have eight
 * bits or fewer; weights of four bits with 16-bit activations keep 16-bit caches.
 */
export const kvElementBytes = (precision: Precision): number =>
  (precision === 'bf16' || precision === 'int4' ? 2 : 1);
