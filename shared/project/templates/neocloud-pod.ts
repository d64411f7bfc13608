import { casesAround } from './cases.ts';
import { fastNote, qwenListing, sharedUse as utilisation, soldClass } from './rules.ts';
import type { TemplateSpec } from './spec.ts';

/** A neocloud's first pod: servers of its own in somebody else's building, on borrowed money. */
export const neocloudPod: TemplateSpec = {
  id: 'neocloud-pod',
  name: 'Neocloud pod, 5 MW of B200',
  summary:
    'Five megawatts of DGX B200 servers in a colocation hall, two thirds borrowed, selling GPT-OSS-120B and Qwen3.5-397B for four years.',
  scenario: 'Base case',
  values: [
    { kind: 'project', values: { name: 'Neocloud pod, 5 MW of B200' } },
    { kind: 'site', values: { site: 'dallas', utilityMw: 5 } },
    soldClass('chat', { name: 'Chat', model: 'gpt-oss-120b', isl: 2048, osl: 1024,
      cacheHit: 0.3, minTokPerSecPerUser: 165, maxTtftS: 5 }, fastNote),
    soldClass('agents', { name: 'Agents', model: 'qwen3.5-397b-a17b', isl: 8192, osl: 1024,
      cacheHit: 0.5, minTokPerSecPerUser: 60, maxTtftS: 15, listing: qwenListing }),
    { kind: 'rackGroup', key: 'chat', values: { name: 'Chat racks', system: 'dgx_b200',
      traffic: 'chat', powerShare: 0.5, precision: 'fp4', framework: 'trtllm' } },
    { kind: 'rackGroup', key: 'agents', values: { name: 'Agent racks', system: 'dgx_b200',
      traffic: 'agents', powerShare: 0.5, precision: 'fp4', framework: 'vllm' } },
    { kind: 'demand', values: { horizonMonths: 48 } },
    { kind: 'power', values: { redundancy: 'n+1' } },
    { kind: 'cooling', values: { rejection: 'chiller' } },
    { kind: 'network', values: { switchModel: 'qm9700' } },
    { kind: 'finance', values: { ownership: 'colo', debtShare: 0.65, interestRate: 0.1,
      tenorMonths: 42, debtKind: 'sculpted', targetDscr: 1.4 } },
  ],
  cases: casesAround({ sold: ['chat', 'agents'], utilisation }),
};
