import { casesAround } from './cases.ts';
import {
  ofCountedMarket, qwenListing, sharedUse as utilisation, soldClass,
} from './rules.ts';
import type { TemplateSpec } from './spec.ts';

/** Hopper servers serve until month 24, then make room and power for Blackwell. */
export const hopperToBlackwell: TemplateSpec = {
  id: 'hopper-to-blackwell',
  name: 'Hopper to Blackwell refresh',
  summary:
    'Ten megawatts of H200 servers, replaced in month 24 by GB200 NVL72 racks on the same power.',
  scenario: 'Refresh in month 24',
  values: [
    { kind: 'project', values: { name: 'Hopper to Blackwell refresh' } },
    { kind: 'site', values: { site: 'ashburn', utilityMw: 10 } },
    ofCountedMarket(soldClass('reasoning', {
      name: 'Reasoning', model: 'qwen3.5-397b-a17b', isl: 8192, osl: 1024, cacheHit: 0.5,
      minTokPerSecPerUser: 35, maxTtftS: 20, listing: qwenListing,
    })),
    { kind: 'rackGroup', key: 'hopper', values: {
      name: 'H200 servers', system: 'dgx_h200', traffic: 'reasoning', precision: 'fp8',
      framework: 'vllm', retireMonth: 24,
    } },
    { kind: 'rackGroup', key: 'blackwell', values: {
      name: 'GB200 NVL72 racks', system: 'gb200_nvl72', traffic: 'reasoning',
      precision: 'fp4', framework: 'dynamo-trt', startMonth: 25, freesPower: true,
    } },
    { kind: 'demand', values: { horizonMonths: 72 } },
    { kind: 'network', values: { switchModel: 'qm9700' } },
  ],
  cases: casesAround({ sold: ['reasoning'], utilisation }),
};
