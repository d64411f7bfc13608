/** A published rate of prefill or decode workers, by the column names of such tables. */
export interface WideExpertRow {
  readonly [column: string]: string;
}

/**
 * What reports of wide expert parallelism state: rates of one phase by itself. As published by
 * LMSYS/SGLang, 2025-05 to 2025-09.
 */
export const wideExpertRows: readonly WideExpertRow[] = [
  { source: 'LMSYS/SGLang blogs', date: '2025-09', model: 'DeepSeek-R1', precision: 'fp8 attn+nvfp4 moe',
    isl: '2000', accelerator: 'GB200', n_accelerators: '48', framework: 'SGLang',
    scenario_or_interactivity: 'prefill',
    metric: 'input_tok_s_per_gpu', value: '26156' },
  { source: 'LMSYS/SGLang blogs', date: '2025-09', model: 'DeepSeek-R1', precision: 'fp8 attn+nvfp4 moe',
    isl: '2000', accelerator: 'GB200', n_accelerators: '48', framework: 'SGLang',
    scenario_or_interactivity: 'decode EP48 bs1408',
    metric: 'output_tok_s_per_gpu', value: '13386' },
  { source: 'LMSYS/SGLang blogs', date: '2025-09', model: 'DeepSeek-R1', precision: 'bf16 attn+fp8 moe',
    isl: '2000', accelerator: 'GB200', n_accelerators: '48', framework: 'SGLang',
    scenario_or_interactivity: 'prefill',
    metric: 'input_tok_s_per_gpu', value: '18471' },
  { source: 'LMSYS/SGLang blogs', date: '2025-09', model: 'DeepSeek-R1', precision: 'bf16 attn+fp8 moe',
    isl: '2000', accelerator: 'GB200', n_accelerators: '48', framework: 'SGLang',
    scenario_or_interactivity: 'decode',
    metric: 'output_tok_s_per_gpu', value: '9087' },
  { source: 'LMSYS/SGLang blogs', date: '2025-05', model: 'DeepSeek-V3', precision: 'fp8',
    isl: '2000', accelerator: 'H100', n_accelerators: '96', framework: 'SGLang',
    scenario_or_interactivity: 'prefill per 8-GPU node',
    metric: 'input_tok_s_per_node', value: '52300' },
  { source: 'LMSYS/SGLang blogs', date: '2025-05', model: 'DeepSeek-V3', precision: 'fp8',
    isl: '2000', accelerator: 'H100', n_accelerators: '96', framework: 'SGLang',
    scenario_or_interactivity: 'decode per 8-GPU node',
    metric: 'output_tok_s_per_node', value: '22300' },
  { source: 'LMSYS/SGLang blogs', date: '2025-05', model: 'DeepSeek-V3', precision: 'fp8',
    isl: '4096', accelerator: 'H100', n_accelerators: '32', framework: 'SGLang',
    scenario_or_interactivity: 'prefill default EPLB',
    metric: 'input_tok_s_per_node', value: '50302' },
  { source: 'LMSYS/SGLang blogs', date: '2025-05', model: 'DeepSeek-V3', precision: 'fp8',
    isl: '4096', accelerator: 'H100', n_accelerators: '32', framework: 'SGLang',
    scenario_or_interactivity: 'prefill simulated perfect EPLB',
    metric: 'input_tok_s_per_node', value: '59337' },
  { source: 'LMSYS/SGLang blogs', date: '2025-05', model: 'DeepSeek-V3', precision: 'fp8',
    isl: '2000', accelerator: 'H100', n_accelerators: '72', framework: 'SGLang',
    scenario_or_interactivity: 'decode EP72 bs256',
    metric: 'output_tok_s_per_node', value: '22282' },
  { source: 'LMSYS/SGLang blogs', date: '2025-05', model: 'DeepSeek-V3', precision: 'fp8',
    isl: '4000', accelerator: 'H100', n_accelerators: '72', framework: 'SGLang',
    scenario_or_interactivity: 'decode simulated MTP',
    metric: 'output_tok_s_per_node', value: '17373' },
];
