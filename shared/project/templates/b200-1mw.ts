import { casesAround } from './cases.ts';
import { fastNote, sharedUse as utilisation, soldClass } from './rules.ts';
import type { TemplateSpec } from './spec.ts';

/** The smallest sensible plan: one megawatt of air-cooled servers and one model. */
export const pod1Mw: TemplateSpec = {
  id: 'b200-1mw',
  name: '1 MW pod, B200',
  summary:
    'An enterprise’s own megawatt of DGX B200 servers, GPT-OSS-120B for four years, at what its tokens would cost to buy.',
  scenario: 'Base case',
  values: [
    { kind: 'project', values: { name: '1 MW pod, B200' } },
    { kind: 'site', values: { site: 'ashburn', utilityMw: 1 } },
    soldClass('chat', { name: 'Chat', model: 'gpt-oss-120b', isl: 1024, osl: 1024,
      cacheHit: 0.3, minTokPerSecPerUser: 165, maxTtftS: 5 }, fastNote),
    { kind: 'rackGroup', key: 'main', values: { name: 'B200 racks', system: 'dgx_b200',
      traffic: 'chat', precision: 'fp4', framework: 'trtllm' } },
    { kind: 'demand', values: { horizonMonths: 48 } },
    { kind: 'power', values: { redundancy: 'n+1' } },
    { kind: 'cooling', values: { rejection: 'chiller' } },
    { kind: 'network', values: { switchModel: 'qm9700' } },
    { kind: 'release', key: 'next', values: {
      name: 'Next serving release', month: 12, throughput: 1.38, probability: 0.5,
      accelerator: 'b200_sxm', model: 'gpt-oss-120b',
    } },
  ],
  cases: casesAround({ sold: ['chat'], utilisation }),
};
