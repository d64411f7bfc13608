import { casesAround } from './cases.ts';
import {
  ofCountedMarket, qwenListing, sharedUse as utilisation, soldClass,
} from './rules.ts';
import type { TemplateSpec } from './spec.ts';

/** A hall of rack-scale systems on warm water, cooled by dry coolers. */
export const liquidHall20Mw: TemplateSpec = {
  id: 'liquid-20mw',
  name: 'Liquid-cooled hall, 20 MW of GB200',
  summary:
    'Twenty megawatts of GB200 NVL72 on warm water and dry coolers, serving Qwen3.5-397B and DeepSeek-V4-Pro for five years.',
  scenario: 'Base case',
  values: [
    { kind: 'project', values: { name: 'Liquid-cooled hall, 20 MW of GB200' } },
    { kind: 'site', values: { site: 'dallas', utilityMw: 20 } },
    ofCountedMarket(soldClass('chat', { name: 'Chat', model: 'qwen3.5-397b-a17b', isl: 4096,
      osl: 1024, cacheHit: 0.4, minTokPerSecPerUser: 70, maxTtftS: 10, listing: qwenListing })),
    ofCountedMarket(soldClass('reasoning', {
      name: 'Reasoning', model: 'deepseek-v4-pro', isl: 8192, osl: 1024, cacheHit: 0.5,
      minTokPerSecPerUser: 40, maxTtftS: 15 })),
    { kind: 'rackGroup', key: 'chat', values: { name: 'Chat racks', system: 'gb200_nvl72',
      traffic: 'chat', powerShare: 0.5, precision: 'fp4', framework: 'dynamo-trt',
      startMonth: 7 } },
    { kind: 'rackGroup', key: 'reasoning', values: { name: 'Reasoning racks',
      system: 'gb200_nvl72', traffic: 'reasoning', powerShare: 0.5, precision: 'fp4',
      framework: 'dynamo-trt', startMonth: 7 } },
    { kind: 'demand', values: { horizonMonths: 66 } },
    { kind: 'cooling', values: { rejection: 'dry', liquidSupplyC: 40 } },
    { kind: 'network', values: { fabric: 'infiniband', switchModel: 'qm9700' } },
  ],
  cases: casesAround({ sold: ['chat', 'reasoning'], utilisation }),
};
