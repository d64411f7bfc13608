import type { Constant } from '../types.ts';
import type { Sourced } from '../../units/provenance.ts';
import { cite, define, unverified } from '../cite.ts';
import { constant, midpoint } from './constant.ts';

const lei = cite('Lei & Masanet 2022, Resources, Conservation & Recycling 182:106323',
  '2022', 'analyst');
const aus1 = cite('AUS-1 reference site document (fictional site, real product ratings)',
  null, 'analyst');
const guide = cite('aidatacenterguide.com', null, 'analyst');
const anatomy = cite('SemiAnalysis Datacenter Anatomy, via aidatacenterguide.com', null,
  'analyst');
const definition = define('Definition');

const power = (id: string, name: string, figure: Sourced): Constant =>
  constant('power', id, name, figure);

export const powerConstants: readonly Constant[] = [
  power('ups-efficiency-large', 'UPS efficiency, large sites',
    midpoint(lei, 0.9, 0.99, 'fraction')),
  power('ups-efficiency-midsize', 'UPS efficiency, midsize sites',
    midpoint(lei, 0.8, 0.94, 'fraction')),
  power('ups-efficiency-small', 'UPS efficiency, small sites',
    midpoint(lei, 0.77, 0.85, 'fraction')),
  power('ups-efficiency', 'UPS efficiency, double conversion, modern 1.5 MW',
    aus1(0.97, 'fraction', { evidence: 'vendor', note: 'rating of Galaxy VX' })),
  power('ups-efficiency-eco', 'UPS efficiency, eco mode', unverified(0.99, 'fraction')),
  power('distribution-loss-large', 'Distribution loss over IT power, large sites',
    midpoint(lei, 0, 0.02, 'fraction')),
  power('distribution-loss-midsize', 'Distribution loss over IT power, midsize',
    midpoint(lei, 0.02, 0.05, 'fraction')),
  power('other-load-large', 'Lighting and other over IT power, large sites',
    midpoint(lei, 0, 0.002, 'fraction')),
  power('other-load-midsize', 'Lighting and other over IT power, midsize',
    midpoint(lei, 0.02, 0.05, 'fraction')),
  power('transformer-efficiency', 'MV/LV transformer efficiency',
    unverified(0.99, 'fraction', { low: 0.985, high: 0.995, note: 'DOE 2016 levels' })),
  power('rack-psu-efficiency', 'Rack power supply efficiency at half load',
    unverified(0.975, 'fraction', {
      low: 0.96, high: 0.975, note: 'inside the IT boundary of PUE',
    })),
  power('vrm-efficiency', '54 V to core efficiency',
    unverified(0.9, 'fraction',
      { low: 0.87, high: 0.92, note: 'inside the IT boundary of PUE' })),
  power('chain-ac', 'Utility to core, AC chain',
    midpoint(anatomy, 0.61, 0.875, 'fraction', 'includes VRM: not a PUE term')),
  power('chain-800vdc', 'Utility to core, 800 VDC chain',
    anatomy(0.92, 'fraction', { note: 'includes VRM' })),
  power('gain-800vdc', 'Gain of 800 VDC over AC',
    cite('NVIDIA technical blog, via sector-signals.net', null, 'vendor')(
    0.05, 'fraction', { high: 0.05, low: 0, note: 'stated as up to 5 points' })),
  power('busbar-50v-limit', 'Rack power above which 50 V busbars become impractical',
    guide(200, 'kW', { note: 'per rack; also premiumpsu.com' })),
  power('power-shelf', 'Power shelf',
    cite('introl.com and serversimply.com, quoting Supermicro', null,
      'vendor')(33, 'kW', {
    note: '6 x 5.5 kW supplies',
  })),
  power('transient-peak', 'Transient over steady power, synchronous training',
    cite('ai-infrastructure.net', null, 'analyst')(1.4, 'ratio',
      { note: 'inference is less synchronous' })),
  power('oversubscription', 'Extra inference servers in the same power',
    cite('POLCA, Patel et al. (arXiv 2308.12908)',
    '2023-08', 'measured')(0.3, 'fraction',
      { low: 0, high: 0.3, note: 'needs capping; not for training' })),
  power('ups-load-limit', 'UPS utilisation limit, normal', aus1(0.8, 'fraction')),
  power('busway-limit', 'Busway utilisation limit with one feed lost', aus1(0.9, 'fraction')),
  power('branch-derating', 'Continuous-load branch derating',
    unverified(0.8, 'fraction', { note: 'NEC 210.20, 215.3' })),
  power('battery-recharge', 'UPS input allowance for recharge', aus1(0.1, 'fraction')),
  power('generator-set', 'Generator set (C175-16)', aus1(3000, 'kW', { evidence: 'vendor' })),
  power('ups-runtime', 'Runtime of Li-ion UPS', aus1(5, 'min')),
  power('generator-autonomy', 'Fuel autonomy of generators', aus1(48, 'h')),
  power('usable-n', 'Usable share of UPS capacity, N', definition(1, 'fraction')),
  power('usable-n-plus-1', 'Usable share of UPS capacity, N+1 with n = 4',
    definition(0.8, 'fraction', { note: 'n / (n + 1)' })),
  power('usable-2n', 'Usable share of UPS capacity, 2N', definition(0.5, 'fraction')),
  power('usable-4-make-3', 'Usable share of UPS capacity, 4-make-3',
    definition(0.75, 'fraction')),
  power('usable-3-make-2', 'Usable share of UPS capacity, 3-make-2',
    definition(0.6667, 'fraction', { note: '2 / 3' })),
];
