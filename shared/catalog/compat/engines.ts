import { stated } from './statement.ts';
import type { EngineRow, ModeRow } from './types.ts';

const quantisation = stated(
  'vllm-project/vllm docs/features/quantization/README.md @0328802', null);
const recipes = stated('vllm-project/recipes taxonomy.yaml and models/*.yaml @8959cf6',
  '2026-08-21');
const inferencex = (date: string) =>
  stated('SemiAnalysisAI/InferenceX @843c625 configs/*master*.yaml, first seen', date);
const vllmBlog = (date: string) => stated('vllm-project.github.io blog', date);
const tpu = stated('vllm-project/tpu-inference README and support matrices @b8692ff',
  '2026-08-20');
const neuron = stated('aws-neuron/aws-neuron-sdk @81ce03a', '2026-08-21');
const gaudi = stated('docs.vllm.ai/projects/gaudi release notes 0.21.0', null);
const trtHardware = stated('nvidia.github.io/TensorRT-LLM supported hardware', null);
const trtNotes = stated('NVIDIA/TensorRT-LLM docs/source/release-notes.md @001eaec', null);
const dynamo = stated('ai-dynamo/dynamo docs/reference/support-matrix.md @00552b2', null);
const sglangPlatforms = stated('docs.sglang.io hardware platforms', null);
const sglangNews = (date: string) => stated('SGLang README news (fork copies)', date,
  'secondary');
const atom = stated('ROCm/ATOM README.md and git log @ffdf3bb', '2026-08-22');
const kin = (of: string) => stated(`As ${of} of the same family`, null, 'derived')();

const dynamos = ['dynamo-trt', 'dynamo-sglang'] as const;
const nvidiaBuilt = ['NVIDIA ada', 'NVIDIA hopper', 'NVIDIA blackwell',
  'NVIDIA blackwell-nvl72'] as const;
const otherVendors = ['AMD', 'Google', 'AWS', 'Intel'] as const;

/** Engines by accelerator. What no row speaks of is not known to run. */
export const engineRows: readonly EngineRow[] = [
  { frameworks: ['vllm'], on: ['NVIDIA hopper', 'NVIDIA ada'], standing: 'yes',
    statement: quantisation('columns Hopper SM9.0 and Ada SM8.9') },
  { frameworks: ['vllm'], on: ['h100_sxm', 'h200_sxm', 'b200_sxm', 'mi300x', 'mi325x',
    'mi355x'], standing: 'yes', statement: recipes('profiles marked verified') },
  { frameworks: ['vllm'], on: ['b300_sxm'], standing: 'yes',
    statement: inferencex('2026-04-17')() },
  { frameworks: ['vllm'], on: ['gb200'], standing: 'yes', statement: vllmBlog('2026-02-03')() },
  { frameworks: ['vllm'], on: ['gb300'], standing: 'yes', statement: vllmBlog('2026-02-13')() },
  { frameworks: ['vllm'], on: ['NVIDIA blackwell', 'NVIDIA blackwell-nvl72'], standing: 'yes',
    statement: kin('B200, B300, GB200 and GB300') },
  { frameworks: ['vllm'], on: ['vr200'], standing: 'partial',
    statement: stated('github.com/vllm-project/vllm/issues/49735', '2026-08-23')(
      'bring-up: the build is merged, NVLink reduction and CUDA 13.4 are open') },
  { frameworks: ['vllm'], on: ['AMD cdna3', 'AMD cdna4'], standing: 'yes',
    statement: kin('MI300X, MI325X and MI355X') },
  { frameworks: ['vllm'], on: ['tpu_v6e', 'tpu7x'], standing: 'yes',
    statement: tpu('backend tpu-inference; several hosts are listed as failing') },
  { frameworks: ['vllm'], on: ['trn2', 'trn3'], standing: 'yes',
    statement: neuron('plugin vLLM Neuron, beta') },
  { frameworks: ['vllm'], on: ['gaudi3'], standing: 'yes', statement: gaudi('plugin') },

  { frameworks: ['sglang'], on: ['h200_sxm', 'b200_sxm', 'mi300x', 'mi325x', 'mi355x'],
    standing: 'yes', statement: inferencex('2025-11-03')() },
  { frameworks: ['sglang'], on: ['h100_sxm'], standing: 'yes',
    statement: inferencex('2026-05-18')() },
  { frameworks: ['sglang'], on: ['b300_sxm'], standing: 'yes',
    statement: inferencex('2026-04-16')() },
  { frameworks: ['sglang'], on: ['gb200'], standing: 'yes', statement: sglangNews('2025-06')() },
  { frameworks: ['sglang'], on: ['gb300'], standing: 'yes', statement: sglangNews('2026-02')() },
  { frameworks: ['sglang'], on: ['NVIDIA hopper'], standing: 'yes',
    statement: kin('H100 and H200') },
  { frameworks: ['sglang'], on: ['NVIDIA blackwell', 'NVIDIA blackwell-nvl72'],
    standing: 'yes', statement: kin('B200, B300, GB200 and GB300') },
  { frameworks: ['sglang'], on: ['AMD cdna3', 'AMD cdna4'], standing: 'yes',
    statement: kin('MI300X, MI325X and MI355X') },
  { frameworks: ['sglang'], on: ['tpu_v6e', 'tpu7x'], standing: 'yes',
    statement: sglangPlatforms('an engine of its own, SGLang-JAX') },
  { frameworks: ['sglang'], on: ['Intel gaudi', 'AWS'], standing: 'no',
    statement: sglangPlatforms('the list of platforms leaves it out') },

  { frameworks: ['trtllm'], on: ['h100_sxm', 'h200_sxm', 'l40s', 'b200_sxm', 'gb200'],
    standing: 'yes', statement: trtHardware() },
  { frameworks: ['trtllm'], on: ['b300_sxm', 'gb300'], standing: 'yes',
    statement: trtNotes('since 1.1') },
  { frameworks: ['trtllm'], on: nvidiaBuilt, standing: 'yes',
    statement: kin('the accelerators on the list of supported hardware') },
  { frameworks: ['trtllm'], on: ['vr200'], standing: 'partial',
    statement: stated('github.com/NVIDIA/TensorRT-LLM/pull/18518', '2026-09-01')(
      'merged; whether a release ships it was not read') },
  { frameworks: ['trtllm'], on: otherVendors, standing: 'no',
    statement: trtHardware('the list of supported hardware is NVIDIA only') },

  { frameworks: dynamos, on: nvidiaBuilt, standing: 'yes',
    statement: dynamo('Ampere, Ada, Hopper and Blackwell, v1.1.1') },
  { frameworks: dynamos, on: ['NVIDIA rubin'], standing: 'partial',
    statement: dynamo('the support matrix predates Rubin') },
  { frameworks: dynamos, on: otherVendors, standing: 'no',
    statement: dynamo('the support matrix lists NVIDIA architectures only') },

  { frameworks: ['atom'], on: ['mi355x'], standing: 'yes',
    statement: inferencex('2026-01-14')() },
  { frameworks: ['atom'], on: ['AMD cdna4'], standing: 'yes', statement: kin('MI355X') },
  { frameworks: ['atom'], on: ['AMD cdna3'], standing: 'partial',
    statement: atom('gfx942 is being mended, commit of 2026-08-06') },
  { frameworks: ['atom'], on: ['mi455x'], standing: 'partial',
    statement: atom('gfx1250 is in development') },
  { frameworks: ['atom'], on: ['NVIDIA', 'Google', 'AWS', 'Intel'], standing: 'no',
    statement: atom('requires an AMD accelerator with ROCm') },
];

const measured = stated('Measured serving points of this catalogue', null);

/** Serving prefill and decode apart. Aggregated serving is what every engine does. */
export const modeRows: readonly ModeRow[] = [
  { mode: 'disagg', frameworks: ['trtllm', 'sglang', 'dynamo-trt', 'dynamo-sglang'],
    on: ['NVIDIA'], standing: 'yes', statement: measured('on B200, H200 and GB200') },
  { mode: 'disagg', frameworks: ['sglang'], on: ['AMD cdna4'], standing: 'yes',
    statement: measured('on MI355X') },
  { mode: 'disagg', frameworks: ['vllm'], on: ['NVIDIA'], standing: 'yes',
    statement: inferencex('2026-04-07')('under Dynamo, on GB200') },
  { mode: 'disagg', frameworks: ['vllm'], on: ['AWS'], standing: 'yes',
    statement: neuron('plugin vLLM Neuron') },
  { mode: 'disagg', frameworks: ['atom'], on: ['AMD'], standing: 'partial',
    statement: atom('prefill and decode apart since 2026-05, for one model') },
];
