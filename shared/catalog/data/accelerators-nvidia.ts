import type { Accelerator } from '../types.ts';
import { cite, unverified } from '../cite.ts';
import { hourly } from './hourly.ts';

const spec =
  cite('NVIDIA specification as listed in SemiAnalysisAI/InferenceX-app @77ca49a, gpu-specs.ts',
    '2026-04-03', 'vendor');
const datasheetTdp = cite('NVIDIA datasheet via aiinframap.com', null, 'vendor');
const dgxB200 = cite('docs.nvidia.com/dgx/dgxb200-user-guide', null, 'vendor');
const nvl72Page = cite('NVIDIA GB200 NVL72 product page, rack figure / 72', null, 'vendor');
const epochBand = cite('epoch-research/ai-chip-counts @d1b1bc3, Nvidia annual prices.csv',
  '2025', 'analyst');
const epochPrice =
  cite('epoch-research/training-cost-trends @263c40a, Hardware prices.csv', '2025-01',
    'analyst');
const rubin =
  cite('DGX Rubin NVL8 SuperPOD reference architecture, docs.nvidia.com (8-GPU figure / 8)',
    '2026', 'vendor');
const rubinPress = cite('neuralwired.com, quoting NVIDIA', '2026', 'vendor');

const h20Page = cite('willitrunai.com/gpus/h20-96gb, quoting the NVIDIA specification',
  null, 'vendor');
const l40sSheet = cite('NVIDIA L40S data sheet as listed by mullet.se', null, 'vendor');

const agentic = cite('SemiAnalysis, Vera Rubin NVL72 agentic inference', '2026-09-14', 'analyst');
const operator = (usd: number) =>
  `${usd} in the same publisher’s comparison of 2026-07-23` as const;
const oneWay900 = { note: 'one way; the marketed 1.8 TB/s counts both directions' } as const;

export const nvidiaAccelerators: readonly Accelerator[] = [
  {
    id: 'h100_sxm', name: 'H100 SXM5', vendor: 'NVIDIA', availability: 'shipping 2022',
    family: 'hopper',
    bf16Tflops: spec(989, 'TFLOPS'), fp8Tflops: spec(1979, 'TFLOPS'),
    memoryGb: spec(80, 'GB'), memoryBandwidthTbs: spec(3.35, 'TB/s'),
    tdpW: datasheetTdp(700, 'W'),
    scaleUp: { kind: 'switched', fabric: 'NVLink 4, 4 NVSwitch3', oneWayGBs: spec(450, 'GB/s'),
      domain: spec(8, 'count') },
    scaleOutGbps: spec(400, 'Gb/s'), nic: '1x ConnectX-7 400G',
    priceUsd: epochBand(23_500, 'USD', {
      low: 20_000, high: 27_000,
      note:
        'midpoint of the 2025 band per GPU; 8-GPU server 31,905 per GPU (2025-01), DGX H100 33,750 '
        + '(2023) to 46,875 (2025)',
    }),
    ...hourly(1.17, 1.55, 1.78, 1.37),
  },
  {
    id: 'h200_sxm', name: 'H200 SXM', vendor: 'NVIDIA', availability: 'shipping 2024',
    family: 'hopper',
    bf16Tflops: spec(989, 'TFLOPS'), fp8Tflops: spec(1979, 'TFLOPS'),
    memoryGb: spec(141, 'GB'), memoryBandwidthTbs: spec(4.8, 'TB/s'),
    tdpW: datasheetTdp(700, 'W'),
    scaleUp: { kind: 'switched', fabric: 'NVLink 4, 4 NVSwitch3', oneWayGBs: spec(450, 'GB/s'),
      domain: spec(8, 'count') },
    scaleOutGbps: spec(400, 'Gb/s'), nic: '1x ConnectX-7 400G',
    priceUsd: epochPrice(36_450, 'USD', {
      low: 33_800, high: 39_100,
      note: 'midpoint; 8-GPU baseboard 270,565 (2024-03), HGX server 39,083 per '
        + 'GPU (2025-01)',
    }),
    ...hourly(1.22, 1.59, 2.05, 1.37),
  },
  {
    id: 'h20_sxm', name: 'H20', vendor: 'NVIDIA',
    availability: 'shipping 2024, export variant', family: 'hopper',
    bf16Tflops: h20Page(148, 'TFLOPS'),
    fp8Tflops: h20Page(296, 'TFLOPS', { note: 'stated as INT8; equal on Hopper' }),
    memoryGb: h20Page(96, 'GB'), memoryBandwidthTbs: h20Page(4, 'TB/s'),
    tdpW: h20Page(400, 'W'),
    scaleUp: { kind: 'switched', fabric: 'NVLink 4',
      oneWayGBs: h20Page(450, 'GB/s', { note: 'one way; 900 GB/s counts both directions' }),
      domain: h20Page(8, 'count', { evidence: 'derived', note: '8-GPU server, as H100' }) },
    scaleOutGbps: h20Page(400, 'Gb/s', { evidence: 'assumed', note: 'unverified; as H100' }),
    note: 'Price and hourly rates not found.',
  },
  {
    id: 'l40s', name: 'L40S', vendor: 'NVIDIA', availability: 'shipping 2023', family: 'ada',
    bf16Tflops: l40sSheet(362.05, 'TFLOPS'), fp8Tflops: l40sSheet(733, 'TFLOPS'),
    memoryGb: l40sSheet(48, 'GB'), memoryBandwidthTbs: l40sSheet(0.864, 'TB/s'),
    tdpW: l40sSheet(350, 'W'),
    scaleUp: { kind: 'pcie', fabric: 'PCIe 4.0 x16',
      oneWayGBs: l40sSheet(32, 'GB/s', { note: 'one way; 64 GB/s counts both directions' }),
      domain: l40sSheet(8, 'count',
        { evidence: 'assumed', note: 'unverified; cards in one host' }) },
    note: 'Price and hourly rates not found. No NVLink.',
  },
  {
    id: 'b200_sxm', name: 'B200 SXM (HGX/DGX B200)', vendor: 'NVIDIA',
    availability: 'shipping 2025',
    family: 'blackwell',
    bf16Tflops: spec(2250, 'TFLOPS'), fp8Tflops: spec(4500, 'TFLOPS'),
    fp4Tflops: spec(9000, 'TFLOPS', { note: 'dense; DGX B200 72 PFLOPS / 8' }),
    memoryGb: dgxB200(180, 'GB', { note: '1,440 GB / 8' }), memoryBandwidthTbs: spec(8, 'TB/s'),
    tdpW: datasheetTdp(1000, 'W'),
    scaleUp: {
      kind: 'switched', fabric: 'NVLink 5, 2 NVSwitch4 (14.4 TB/s aggregate)',
      oneWayGBs: dgxB200(900, 'GB/s', oneWay900), domain: dgxB200(8, 'count'),
    },
    scaleOutGbps: spec(400, 'Gb/s'), nic: '1x ConnectX-7 400G',
    priceUsd: epochPrice(41_200, 'USD', {
      low: 35_000, high: 47_400, evidence: 'assumed',
      note:
        'midpoint; high end is a DGX B200 retail price (EU, 2024-12, 47,409 per GPU), low end unverified',
    }),
    ...hourly(1.73, 2.07, 2.6, 1.71),
  },
  {
    id: 'b300_sxm', name: 'B300 SXM (HGX/DGX B300)', vendor: 'NVIDIA',
    availability: 'shipping 2025H2',
    family: 'blackwell',
    bf16Tflops: spec(2250, 'TFLOPS'), fp8Tflops: spec(4500, 'TFLOPS'),
    fp4Tflops: spec(13_500, 'TFLOPS'),
    memoryGb: spec(288, 'GB', {
      low: 268, high: 288,
      note: 'conflict: user guide 288 GB; InferenceX 268 GB usable; SuperPOD '
        + 'reference architecture 2.1 TB / 8 = 268',
    }),
    memoryBandwidthTbs: spec(8, 'TB/s'),
    tdpW: unverified(1100, 'W', { low: 1100, high: 1400,
      note: 'conflict: 1,100 W (HGX, air) against 1,400 W for air-cooled DGX B300' }),
    scaleUp: { kind: 'switched', fabric: 'NVLink 5, 2 NVSwitch4',
      oneWayGBs: spec(900, 'GB/s', oneWay900),
      domain: spec(8, 'count') },
    scaleOutGbps: spec(800, 'Gb/s'), nic: '1x ConnectX-8 800G',
    ...hourly(2.26, 2.52, 3, 1.9),
  },
  {
    id: 'gb200', name: 'GB200 (NVL72), per GPU', vendor: 'NVIDIA',
    availability: 'shipping 2025',
    family: 'blackwell-nvl72',
    bf16Tflops: nvl72Page(2500, 'TFLOPS', { note: 'dense; rack 180 PFLOPS' }),
    fp8Tflops: nvl72Page(5000, 'TFLOPS', { note: 'dense; rack 360 PFLOPS' }),
    fp4Tflops: nvl72Page(10_000, 'TFLOPS',
      { note: 'dense; rack 720 PFLOPS, marketed 1,440 is sparse' }),
    memoryGb: nvl72Page(186, 'GB', { low: 186, high: 192,
      note: 'usable, 13.4 TB / 72; InferenceX lists 192 GB physical' }),
    memoryBandwidthTbs: nvl72Page(8, 'TB/s', { note: '576 TB/s / 72' }),
    tdpW: unverified(1200, 'W'),
    scaleUp: {
      kind: 'switched',
      fabric: 'NVLink 5, one stage of 18 NVSwitch chips, 130 TB/s per rack both ways',
      oneWayGBs: nvl72Page(900, 'GB/s', oneWay900), domain: nvl72Page(72, 'count'),
    },
    scaleOutGbps: spec(400, 'Gb/s',
      { note: 'SuperPOD reference architecture (QM9700 NDR); ConnectX-8 800G '
        + 'is an option' }),
    nic: '1x ConnectX-7 400G',
    priceUsd: epochBand(37_500, 'USD', { low: 30_000, high: 45_000,
      note: 'midpoint of the 2025 band per GPU; 2024 band 35,000-45,000' }),
    ...hourly(1.86, 2.26, 2.6, 1.87, { hyperscaler: { low: 1.84, high: 1.86, note: operator(1.84) } }),
  },
  {
    id: 'gb300', name: 'GB300 (NVL72), per GPU', vendor: 'NVIDIA',
    availability: 'shipping 2025H2',
    family: 'blackwell-nvl72',
    bf16Tflops: spec(2500, 'TFLOPS'), fp8Tflops: spec(5000, 'TFLOPS'),
    fp4Tflops: spec(15_000, 'TFLOPS',
      { note: 'dense; rack 1,080 PFLOPS (Tom’s Hardware table, 2025-06)' }),
    memoryGb: spec(288, 'GB', { note: 'physical; usable capacity not stated' }),
    memoryBandwidthTbs: spec(8, 'TB/s'),
    tdpW: cite('ai-infrastructure.net/datacentre-physical', null, 'analyst')(1400, 'W',
      { note: 'secondary source' }),
    scaleUp: {
      kind: 'switched',
      fabric: 'NVLink 5, one stage of 18 NVSwitch chips, 130 TB/s per rack both ways',
      oneWayGBs: spec(900, 'GB/s', oneWay900), domain: spec(72, 'count'),
    },
    scaleOutGbps: spec(800, 'Gb/s', { note: 'dual-plane 2 x 400G is an option' }),
    nic: '1x ConnectX-8 800G',
    priceUsd: epochBand(37_500, 'USD', { low: 30_000, high: 45_000,
      note: 'midpoint of the 2025 band per GPU' }),
    ...hourly(2.31, 2.79, 3.3, 2.12, {
      hyperscaler: { low: 2.31, high: 2.36, note: operator(2.36) },
      rental: { low: 3.3, high: 5,
        note: 'conflict: the publisher’s article of 2026-09-14 puts the same survey at 5' },
    }),
  },
  {
    id: 'vr200', name: 'Vera Rubin (NVL72, formerly NVL144), per GPU package', vendor: 'NVIDIA',
    availability: 'first rack measured 2026-09; ramp 2026H2', family: 'rubin',
    fp8Tflops: rubin(17_500, 'TFLOPS', { note: 'vendor’s training figure' }),
    fp4Tflops: rubin(50_000, 'TFLOPS',
      { note: 'vendor’s NVFP4 inference figure, not a classical dense '
        + 'peak' }),
    memoryGb: rubin(288, 'GB'),
    memoryBandwidthTbs: cite('buysellram.com and 3dtested.com, quoting NVIDIA', '2026-05', 'vendor')(
      22, 'TB/s', { note: 'the 13 TB/s announced in 2025 is superseded' }),
    tdpW: agentic(2300, 'W', { note: 'production part of the rack that was measured' }),
    scaleUp: {
      kind: 'switched', fabric: 'NVLink 6, 9 switch trays, 260 TB/s per rack both ways',
      oneWayGBs: rubinPress(1800, 'GB/s', { note: 'half of 3.6 TB/s both ways' }),
      domain: rubinPress(72, 'count'),
    },
    scaleOutGbps: rubinPress(1600, 'Gb/s'), nic: '2x ConnectX-9 800G',
    priceUsd: cite('Morgan Stanley, as quoted by faq.com.tw', '2026-05', 'analyst')(
      55_000, 'USD', { note: 'about; share of a rack' }),
    hourlyHyperscalerUsd: cite('SemiAnalysis InferenceX, Vera Rubin NVL72 against GB200 NVL72',
      '2026-07-23', 'analyst')(3.57, 'USD/h', { note: 'cost of an owner, no price of renting' }),
    hourlyRental3yrUsd: agentic(8.5, 'USD/h', { note: 'survey of July 2026: over 8.5' }),
    allInPowerKw: cite('Ratio of the multiples per dollar (67) and per megawatt (62.9) over GB300 in '
      + 'SemiAnalysis, Vera Rubin NVL72 agentic inference', '2026-09-14', 'derived')(3.49, 'kW', {
      low: 3.46, high: 3.52,
      note: '3.57 x 67 x 2.12 / (62.9 x 2.31); the range is the rounding of 67. Holds PUE, network and '
        + 'host: never multiplied by PUE again',
    }),
    note: 'NVL144 and NVL72 name the same rack: dies against packages. The BF16 peak is not disclosed. '
      + 'Memory per compute tray was halved to 1.5 TB (27 TB a rack).',
  },
  {
    id: 'rubin_cpx', name: 'Rubin CPX (prefill)', vendor: 'NVIDIA',
    availability: 'announced 2025-09, off the roadmap since 2026-03', family: 'rubin',
    fp4Tflops: unverified(30_000, 'TFLOPS', { note: 'NVFP4, announcement of 2025-09' }),
    memoryGb: unverified(128, 'GB', { note: 'GDDR7' }),
    memoryBandwidthTbs: unverified(2, 'TB/s'),
    scaleUp: { kind: 'pcie', fabric: 'PCIe and ConnectX-9, no NVLink' },
  },
];
