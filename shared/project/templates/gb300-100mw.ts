import { casesAround } from './cases.ts';
import {
  ofCountedMarket, qwenListing, sharedUse as utilisation, soldClass,
} from './rules.ts';
import type { TemplateSpec } from './spec.ts';

/** 100 MW of GB300 NVL72 serving two models over InfiniBand. */
export const factory100Mw: TemplateSpec = {
  id: 'gb300-100mw',
  name: '100 MW factory, GB300 NVL72',
  summary:
    'A 100 MW facility filled with GB300 NVL72 racks on InfiniBand, serving DeepSeek-V4-Pro and Qwen3.5-397B for five years.',
  scenario: 'Base case',
  values: [
    { kind: 'project', values: { name: '100 MW factory, GB300 NVL72' } },
    { kind: 'site', values: { site: 'ashburn', utilityMw: 100 } },
    ofCountedMarket(soldClass('reasoning', {
      name: 'Reasoning', model: 'deepseek-v4-pro', isl: 8192, osl: 1024, cacheHit: 0.5,
      minTokPerSecPerUser: 40, maxTtftS: 15,
    })),
    ofCountedMarket(soldClass('chat', { name: 'Chat', model: 'qwen3.5-397b-a17b', isl: 4096,
      osl: 1024, cacheHit: 0.4, minTokPerSecPerUser: 70, maxTtftS: 5, listing: qwenListing })),
    { kind: 'rackGroup', key: 'reasoning', values: {
      name: 'Reasoning racks', system: 'gb300_nvl72', traffic: 'reasoning',
      powerShare: 0.6, precision: 'fp4', framework: 'dynamo-trt', startMonth: 7,
    } },
    { kind: 'rackGroup', key: 'chat', values: {
      name: 'Chat racks', system: 'gb300_nvl72', traffic: 'chat', powerShare: 0.4,
      precision: 'fp4', framework: 'dynamo-trt', startMonth: 7,
    } },
    { kind: 'demand', values: { horizonMonths: 66 } },
    { kind: 'network', values: { fabric: 'infiniband', switchModel: 'q3400' } },
    { kind: 'release', key: 'dwdp', values: {
      name: 'DWDP (distributed weight data parallelism)', month: 18, throughput: 1.088,
      ttft: 2.3, probability: 0.5, accelerator: 'gb300', model: 'deepseek-v4-pro',
      leastSpeed: 20, mostSpeed: 100, evidence: 'user',
      source: 'Gain on DeepSeek-R1 by NVIDIA/TensorRT-LLM tech blog 19, arXiv 2604.01621; taken '
        + 'over to DeepSeek-V4-Pro as a planning value',
    } },
    { kind: 'release', key: 'next-round', values: {
      name: 'One more MLPerf round’s gain', month: 24, throughput: 1.075,
      probability: 0.5, accelerator: 'gb300', model: 'qwen3.5-397b-a17b',
      evidence: 'user',
      source: 'Gain on GPT-OSS-120B from MLPerf Inference v6.0 to v6.1 closed results, own ratio, '
        + 'not verified by MLCommons; taken over to Qwen3.5-397B as a planning value',
    } },
  ],
  cases: casesAround({ sold: ['reasoning', 'chat'], utilisation }),
};
