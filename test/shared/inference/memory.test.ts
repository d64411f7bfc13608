import { describe, expect, it } from 'vitest';
import { computeFrontier } from '../../../shared/inference/frontier.ts';
import { kvBytesPerSequence, weightBytesPerRank } from '../../../shared/inference/memory.ts';
import { shapeModel } from '../../../shared/inference/shape.ts';
import { modelOf, requestOf } from './requests.ts';

describe('KV cache', () => {
  // Per token in bf16, as the published configurations give it: 2 x heads x dim x layers
  // x 2 bytes, or latent + rope.
  it.each([['llama-3.1-70b', 327_680], ['deepseek-r1', 70_272], ['kimi-k2', 70_272],
    ['qwen3-235b-a22b', 192_512]])(
    '%s holds %i bytes per token', (id, bytes) => {
      const shape = shapeModel(modelOf(id), 'bf16', 'bf16', 'vllm');
      expect(kvBytesPerSequence(shape, 1000, 1) / 1000).toBe(bytes);
    });

  it('stops growing in windowed layers', () => {
    // gpt-oss-120b: 18 full layers and 18 of window 128, 2,048 bytes per token and layer
    // in bf16.
    const shape = shapeModel(modelOf('gpt-oss-120b'), 'bf16', 'bf16', 'vllm');
    expect(kvBytesPerSequence(shape, 100_000, 1)).toBe(2048 * (18 * 100_000 + 18 * 128));
  });

  it('is cut over tensor ranks up to the number of KV heads, and not at all for a latent', () => {
    const gqa = shapeModel(modelOf('llama-3.1-70b'), 'fp8', 'fp8', 'trtllm');
    const mla = shapeModel(modelOf('deepseek-r1'), 'fp8', 'fp8', 'trtllm');
    expect(kvBytesPerSequence(gqa, 1000, 1) / kvBytesPerSequence(gqa, 1000, 16)).toBe(8);
    expect(kvBytesPerSequence(mla, 1000, 8)).toBe(kvBytesPerSequence(mla, 1000, 1));
  });
});

describe('weights', () => {
  // TensorRT-LLM tech blog 03: the NVFP4 checkpoint of DeepSeek-R1 has about 400 GB, the
  // FP8 one about 640 GB.
  it.each([['fp4', 400], ['fp8', 640]] as const)('of DeepSeek-R1 at %s are about %i GB',
    (precision, gb) => {
    const bytes = weightBytesPerRank(shapeModel(modelOf('deepseek-r1'), precision,
      precision, 'trtllm'),
      1, 1);
    expect(Math.abs(bytes / 1e9 / gb - 1)).toBeLessThan(0.08);
  });
});

describe('memory fit', () => {
  it('refuses DeepSeek-R1 in FP8 on eight H100 and names the width that holds it', () => {
    const frontier = computeFrontier(requestOf({ model: 'deepseek-r1' },
      { maxAcceleratorsPerInstance: 8 }));
    if (frontier.ok) throw new Error('fits');
    expect(frontier.error).toMatchObject({ code: 'does-not-fit', unit: 'GB' });
    expect(frontier.error.value).toBeGreaterThan(0);
    expect(frontier.error.nearestFix).toContain('16 accelerators');
  });

  it('holds it on eight H200, as it is served', () => {
    const request = requestOf({ model: 'deepseek-r1', accelerator: 'h200_sxm' },
      { maxAcceleratorsPerInstance: 8 });
    expect(computeFrontier(request).ok).toBe(true);
  });
});
