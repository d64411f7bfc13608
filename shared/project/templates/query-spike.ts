import { casesAround } from './cases.ts';
import { soldClass } from './rules.ts';
import type { TemplateSpec } from './spec.ts';

/**
 * One week of far more queries than usual: what is served, what is lost, and what idle
 * capacity costs beside it.
 */
export const querySpike: TemplateSpec = {
  id: 'query-spike',
  name: 'Week of 5.6 million queries',
  summary:
    'Two racks of B200 servers answering with MiniMax-M3, replicas that follow demand, and a week in which 5.6 million queries come on top.',
  scenario: 'Base case',
  values: [
    { kind: 'project', values: { name: 'Week of 5.6 million queries' } },
    { kind: 'site', values: { site: 'ashburn', utilityMw: 0.5 } },
    soldClass('chat', { name: 'Chat', model: 'minimax-m3', isl: 8192, osl: 1024,
      cacheHit: 0.4, minTokPerSecPerUser: 30, maxTtftS: 15 }),
    { kind: 'rackGroup', key: 'main', values: { name: 'B200 racks', system: 'dgx_b200',
      traffic: 'chat', racks: 2, mode: 'agg', precision: 'fp4', framework: 'vllm' } },
    { kind: 'demand',
      values: { horizonMonths: 36, mode: 'tokens', tokensPerDay: 2.8e10, scaling: 'scaled' } },
    { kind: 'network', values: { switchModel: 'qm9700' } },
    { kind: 'spike', key: 'week', values: { name: '5.6 million queries in a week',
      traffic: 'chat', month: 13, days: 7, queries: 5_600_000 } },
  ],
  cases: casesAround({ sold: ['chat'], utilisation: null }),
};
