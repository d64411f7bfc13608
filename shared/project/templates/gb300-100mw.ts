import type { TemplateSpec } from './spec.ts';

/** 100 MW of GB300 NVL72 serving two models over InfiniBand. */
export const factory100Mw: TemplateSpec = {
  id: 'gb300-100mw',
  name: '100 MW factory, GB300 NVL72',
  summary:
    'A 100 MW facility filled with GB300 NVL72 racks on InfiniBand, serving DeepSeek-R1 and GPT-OSS-120B for five years.',
  scenario: 'Base case',
  values: [
    { kind: 'project', values: { name: '100 MW factory, GB300 NVL72' } },
    { kind: 'site', values: { site: 'ashburn', utilityMw: 100 } },
    { kind: 'traffic', key: 'reasoning', values: {
      name: 'Reasoning', model: 'deepseek-r1', isl: 8192, osl: 1024,
      listing: 'deepseek-deepseek-reasoner-peak-hours-00-30-16-30-utc',
      minTokPerSecPerUser: 40, maxTtftS: 15,
    } },
    { kind: 'traffic', key: 'chat', values: { name: 'Chat', model: 'gpt-oss-120b',
      isl: 1024, osl: 1024, minTokPerSecPerUser: 80, maxTtftS: 5 } },
    { kind: 'rackGroup', key: 'reasoning', values: {
      name: 'Reasoning racks', system: 'gb300_nvl72', traffic: 'reasoning',
      powerShare: 0.7, precision: 'fp4', framework: 'dynamo-trt', startMonth: 7,
    } },
    { kind: 'rackGroup', key: 'chat', values: {
      name: 'Chat racks', system: 'gb300_nvl72', traffic: 'chat', powerShare: 0.3,
      precision: 'fp4', framework: 'dynamo-trt', startMonth: 7,
    } },
    { kind: 'demand', values: { horizonMonths: 66, utilisation: 0.6 } },
    { kind: 'network', values: { fabric: 'infiniband', switchModel: 'q3400' } },
    { kind: 'release', key: 'dwdp', values: {
      name: 'DWDP (distributed weight data parallelism)', month: 18, throughput: 1.088,
      ttft: 2.3, probability: 0.8, accelerator: 'gb300', model: 'deepseek-r1',
      leastSpeed: 20, mostSpeed: 100, evidence: 'vendor',
      source: 'NVIDIA/TensorRT-LLM tech blog 19, arXiv 2604.01621 (DWDP)',
    } },
    { kind: 'release', key: 'next-round', values: {
      name: 'One more MLPerf round’s gain, GPT-OSS-120B', month: 24, throughput: 1.075,
      probability: 0.5, accelerator: 'gb300', model: 'gpt-oss-120b',
      evidence: 'independent',
      source:
        'MLPerf Inference v6.0 to v6.1 closed results, own ratio; not verified by MLCommons',
    } },
  ],
};
