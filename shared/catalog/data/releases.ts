import type { SoftwareRelease } from '../types.ts';
import type { Remark } from '../cite.ts';
import { cite } from '../cite.ts';

/**
 * Results appear each April and September: v5.0 2025-04, v5.1 2025-09, v6.0 2026-04, v6.1
 * 2026-09.
 */
const mlperf = (round: string, date: string) =>
  cite(`MLPerf Inference ${round} closed results, own ratio; not verified by MLCommons`,
    date, 'measured');
const v61 = mlperf('v5.1 to v6.1', '2026-09');
const v60 = mlperf('v5.1 to v6.0', '2026-04');
const v50to60 = mlperf('v5.0 to v6.0', '2026-04');
const v60to61 = mlperf('v6.0 to v6.1', '2026-09');
const matured =
  cite('MLPerf Inference closed results, own ratio, rounds not stated; not verified by '
    + 'MLCommons', null, 'measured');
const inferencex = cite('SemiAnalysis InferenceX', '2026-02', 'measured');
const blog03 = cite('NVIDIA/TensorRT-LLM tech blog 03', '2025-05', 'vendor');
const dwdp = cite('NVIDIA/TensorRT-LLM tech blog 19, arXiv 2604.01621 (DWDP)', '2026-04',
  'vendor');
const nvidia = (date: string) =>
  cite('NVIDIA developer blog and press reports of it', date, 'vendor');

const past = 'already part of newer measured points';

/** One line of evidence: a gain shown in `month` on the same hardware. */
function release(
  id: string, name: string, framework: string, month: string,
  scope: { readonly on: readonly string[]; readonly for: readonly string[] },
  throughput: SoftwareRelease['throughputMultiplier'], note: string,
): SoftwareRelease {
  return {
    id, name, framework, month, accelerators: scope.on, models: scope.for,
    throughputMultiplier: throughput,
    note,
  };
}

const r1 = ['deepseek-r1'];
const oss = ['gpt-oss-120b'];
const times = (from: number, to: number): Remark => ({ low: from, high: to });

export const softwareReleases: readonly SoftwareRelease[] = [
  release('trtllm-r1-b200-2025-05', 'TensorRT-LLM, DeepSeek-R1 on B200, Feb to May 2025',
    'trtllm', '2025-05',
    { on: ['b200_sxm'], for: r1 }, blog03(2.3, 'ratio',
      { note: 'about 2,000 to 4,600 tok/s per GPU, 1k/2k' }), past),
  release('trtllm-gpt-oss-b200-2025-10', 'TensorRT-LLM, GPT-OSS-120B on B200, five times in two months',
    'trtllm', '2025-10',
    { on: ['b200_sxm'], for: oss }, nvidia('2025-10')(5, 'ratio', {
      low: 5, high: 5.5,
      note: 'cost 0.11 to 0.02 USD per M tokens is 5.5; 4,924 to 27,083 tok/s per GPU '
        + 'at 1.95 USD/h',
    }), `Bring-up after the model’s release, with speculative decoding; ${past}.`),
  release('trtllm-r1-gb200-2026-01', 'TensorRT-LLM, DeepSeek-R1 on GB200, three months',
    'trtllm', '2026-01',
    { on: ['gb200'], for: r1 }, nvidia('2026-01')(2.8, 'ratio', {
      evidence: 'assumed', note: 'unverified; only titles and press reports seen',
    }), past),
  release('trtllm-gb200-low-latency', 'TensorRT-LLM, GB200 at low latency, four months',
    'trtllm', '2026-04',
    { on: ['gb200'], for: [] }, nvidia('2026-04')(5, 'ratio',
      { note: 'vendor claim, workload not stated; month assumed' }), past),
  release('trtllm-mlperf-v6.0', 'TensorRT-LLM updates between MLPerf rounds', 'trtllm',
    '2026-04',
    { on: [], for: [] }, nvidia('2026-04')(2.7, 'ratio', {
      note: 'vendor claim for MLPerf v6.0, workload not stated in the report',
    }), past),
  release('vllm-gpt-oss-b200-2026-02', 'vLLM, GPT-OSS-120B on B200, Oct 2025 to Feb 2026',
    'vllm', '2026-02',
    { on: ['b200_sxm'], for: oss }, inferencex(1.38, 'ratio'), past),
  release('mlperf-r1-gb300-offline', 'MLPerf DeepSeek-R1 on GB300 NVL72, offline, 12 months',
    'trtllm',
    '2026-09',
    { on: ['gb300'], for: r1 }, v61(1.64, 'ratio'), past),
  release('mlperf-r1-gb300-server', 'MLPerf DeepSeek-R1 on GB300 NVL72, server, 12 months',
    'trtllm',
    '2026-09',
    { on: ['gb300'], for: r1 }, v61(2.88, 'ratio'), past),
  release('mlperf-r1-gb200-offline', 'MLPerf DeepSeek-R1 on GB200 NVL72, offline',
    'trtllm', '2026-04',
    { on: ['gb200'], for: r1 }, v60(1.68, 'ratio'), past),
  release('mlperf-r1-gb200-server', 'MLPerf DeepSeek-R1 on GB200 NVL72, server', 'trtllm',
    '2026-04',
    { on: ['gb200'], for: r1 }, v60(2, 'ratio'), past),
  release('mlperf-r1-b200-server', 'MLPerf DeepSeek-R1 on 8 B200, server, 12 months',
    'trtllm', '2026-09',
    { on: ['b200_sxm'], for: r1 }, v61(3, 'ratio'), past),
  release('mlperf-405b-gb200-offline', 'MLPerf Llama-3.1-405B on GB200, offline',
    'trtllm', '2026-04',
    { on: ['gb200'], for: ['llama-3.1-405b'] }, v50to60(1.11, 'ratio'), past),
  release('mlperf-405b-gb200-server', 'MLPerf Llama-3.1-405B on GB200, server', 'trtllm',
    '2026-04',
    { on: ['gb200'], for: ['llama-3.1-405b'] }, v50to60(1.6, 'ratio'), past),
  release('mlperf-llama2-b200', 'MLPerf Llama-2-70B on B200', 'trtllm', '2026-04',
    { on: ['b200_sxm'], for: ['llama-2-70b'] }, matured(1.06, 'ratio'),
    `A mature pair; ${past}.`),
  release('mlperf-gpt-oss-mi355x', 'MLPerf GPT-OSS-120B on MI355X, v6.0 to v6.1',
    'not stated', '2026-09',
    { on: ['mi355x'], for: oss }, v60to61(1.33, 'ratio',
      { ...times(1.28, 1.38), note: 'middle of two scenarios' }), past),
  release('mlperf-gpt-oss-gb300', 'MLPerf GPT-OSS-120B on GB300, v6.0 to v6.1', 'trtllm',
    '2026-09',
    { on: ['gb300'], for: oss }, v60to61(1.075, 'ratio',
      { ...times(1.02, 1.13), note: 'middle of two scenarios' }), past),
  {
    ...release('dwdp', 'DWDP (distributed weight data parallelism)', 'trtllm', '2026-04',
      { on: ['gb200', 'gb300'], for: r1 }, dwdp(1.088, 'ratio', {
        low: 0.97, high: 1.1,
        note: 'mean of 20-100 tok/s/user, R1 NVFP4 8k/1k, GB200 NVL72; 0.97 at 170-180',
      }),
      'Throughput against time to first token: not in the measured points. On GB300 it is carried over.'),
    ttftMultiplier: dwdp(2.3, 'ratio', {
      low: 1.34, high: 3.65, evidence: 'derived',
      note:
        'geometric mean of 4 bins of 20-90 tok/s/user: 2,538 to 8,314 ms, 1,919 to 7,012, 965 to '
        + '1,640, 1,669 to 2,280',
    }),
    bandTokPerSecPerUser: [20, 100],
  },
];
