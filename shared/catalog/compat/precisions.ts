import { stated } from './statement.ts';
import type { PrecisionRow } from './types.ts';

const transformerEngine = stated('nvidia.github.io/TransformerEngine support matrix', null);
const trtTable = stated('NVIDIA/TensorRT-LLM docs/source/features/quantization.md @09d4c79',
  null);
const vllmTable = stated('vllm-project/vllm docs/features/quantization/README.md @0328802',
  null);
const sglangTable = stated(
  'sgl-project/sglang docs/advanced_features/quantization.md @0f4513c', null);
const recipes = stated('vllm-project/recipes models/*.yaml @8959cf6', '2026-08-21');
const rocm = stated('rocm.docs.amd.com precision support', '2025-10-30');
const cdnaMatrix = stated('docs.modular.com, AMD matrix kernels', null);
const tpu = stated('vllm-project/tpu-inference data type matrix @b8692ff', '2026-08-20');
const neuron = stated('aws-neuron/aws-neuron-sdk @81ce03a, NeuronCore pages', '2026-08-21');
const gaudi = stated('docs.vllm.ai/projects/gaudi release notes', null);
const bringUp = stated('github.com/vllm-project/vllm/issues/49735', '2026-08-23')(
  'bring-up of SM107; no table of precisions was read');
const measured = stated('Measured serving points of this catalogue', null);

const blackwell = ['NVIDIA blackwell', 'NVIDIA blackwell-nvl72'] as const;
const trtllm = ['trtllm', 'dynamo-trt'] as const;
const sglang = ['sglang', 'dynamo-sglang'] as const;

/**
 * Weight precisions by accelerator. `stored`: weights are kept in it and widened before
 * they are multiplied, so that memory is saved and arithmetic is not.
 */
export const precisionRows: readonly PrecisionRow[] = [
  { precision: 'bf16', on: ['NVIDIA ada', 'NVIDIA hopper', ...blackwell], standing: 'yes',
    path: 'native', statement: transformerEngine('compute capability 8.0 and above') },
  { precision: 'fp8', on: ['NVIDIA ada'], standing: 'yes', path: 'native',
    statement: trtTable('per tensor; no block scaling') },
  { precision: 'fp8', on: ['NVIDIA hopper'], standing: 'yes', path: 'native',
    statement: vllmTable('per tensor, row and block') },
  { precision: 'fp8', on: blackwell, standing: 'yes', path: 'native',
    statement: trtTable('block products use the MXFP8 recipe') },
  { precision: 'fp4', on: blackwell, standing: 'yes', path: 'native',
    statement: trtTable('NVFP4 and MXFP4') },
  { precision: 'fp4', on: ['NVIDIA hopper', 'NVIDIA ada'], frameworks: trtllm,
    standing: 'no', path: 'native', statement: trtTable('no NVFP4 before Blackwell') },
  { precision: 'fp4', on: ['NVIDIA hopper', 'NVIDIA ada'], frameworks: sglang,
    standing: 'no', path: 'native', statement: sglangTable('NVFP4 needs SM100') },
  { precision: 'fp4', on: ['NVIDIA hopper'], frameworks: ['vllm'], standing: 'yes',
    path: 'stored', statement: recipes('Marlin kernels, 16-bit arithmetic') },
  { precision: 'fp4', on: ['h200_sxm'], frameworks: ['trtllm'], standing: 'yes',
    path: 'stored', statement: measured('GPT-OSS with MXFP4 experts') },
  { precision: 'fp4', on: ['NVIDIA rubin'], standing: 'partial', path: 'native',
    statement: bringUp },
  { precision: 'fp8', on: ['NVIDIA rubin'], standing: 'partial', path: 'native',
    statement: bringUp },

  { precision: 'int4', on: ['NVIDIA hopper', 'NVIDIA ada'], standing: 'yes', path: 'stored',
    statement: vllmTable('Marlin kernels widen GPTQ and AWQ weights to 16 bit') },
  { precision: 'int4', on: blackwell, frameworks: ['vllm'], standing: 'yes', path: 'stored',
    statement: vllmTable('widened to 16 bit') },
  { precision: 'int4', on: blackwell, frameworks: trtllm, standing: 'no', path: 'stored',
    statement: trtTable('no INT4 weights on Blackwell') },
  { precision: 'int4', on: ['AMD cdna3'], frameworks: sglang, standing: 'yes', path: 'stored',
    statement: sglangTable('widened by Triton kernels') },
  { precision: 'int4', on: ['AMD cdna4'], frameworks: ['vllm'], standing: 'yes', path: 'stored',
    statement: vllmTable('widened to 16 bit') },

  { precision: 'bf16', on: ['AMD cdna3', 'AMD cdna4'], standing: 'yes', path: 'native',
    statement: rocm() },
  { precision: 'fp8', on: ['AMD cdna3'], standing: 'yes', path: 'native',
    statement: vllmTable('FNUZ; checkpoints in OCP form are converted') },
  { precision: 'fp8', on: ['AMD cdna4'], standing: 'yes', path: 'native',
    statement: sglangTable('OCP form') },
  { precision: 'fp4', on: ['AMD cdna4'], standing: 'yes', path: 'native',
    statement: cdnaMatrix('MXFP4') },
  { precision: 'fp4', on: ['AMD cdna3'], standing: 'yes', path: 'stored',
    statement: sglangTable('MXFP4, widened: no FP4 matrix cores') },

  { precision: 'bf16', on: ['tpu_v6e', 'tpu7x'], standing: 'yes', path: 'native',
    statement: tpu() },
  { precision: 'fp8', on: ['tpu7x'], standing: 'yes', path: 'native',
    statement: tpu('marked native, tests untested') },
  { precision: 'fp8', on: ['tpu_v6e'], standing: 'partial', path: 'native',
    statement: tpu('its eight bits are INT8; FP8 is not in the native list') },
  { precision: 'fp4', on: ['tpu7x'], standing: 'partial', path: 'stored',
    statement: tpu('MXFP4 widened to 16 bit, tests untested') },
  { precision: 'bf16', on: ['trn2', 'trn3'], standing: 'yes', path: 'native',
    statement: neuron() },
  { precision: 'fp8', on: ['trn2', 'trn3'], standing: 'yes', path: 'native',
    statement: neuron('cFP8 on the second, MXFP8 on the third generation') },
  { precision: 'fp4', on: ['trn3'], standing: 'yes', path: 'stored',
    statement: neuron('MXFP4 is widened to MXFP8: memory is saved, time is not') },
  { precision: 'fp8', on: ['gaudi3'], standing: 'yes', path: 'native', statement: gaudi() },
  { precision: 'fp4', on: ['gaudi3'], standing: 'yes', path: 'stored',
    statement: gaudi('MXFP4 is loaded and widened, since 0.17.1') },
];
