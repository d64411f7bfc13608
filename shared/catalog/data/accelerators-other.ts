import type { Accelerator } from '../types.ts';
import { cite, unverified } from '../cite.ts';
import { hourly } from './hourly.ts';

const spec =
  cite('AMD specification as listed in SemiAnalysisAI/InferenceX-app @77ca49a, gpu-specs.ts',
    '2026-04-03', 'vendor');
const helios =
  cite('awesomeagents.ai/hardware/amd-mi455x and amd-helios, quoting AMD before shipment',
    '2026', 'vendor');
const boardPower = cite('servethehome.com and theregister.com, quoting AMD', '2025-06-12', 'vendor');
const googleTable = cite('docs.cloud.google.com/tpu/docs/tpu7x, comparison table', null,
  'vendor');
const googleList =
  cite('Google Cloud list price in epoch-research/training-cost-trends @263c40a', '2025-03',
    'vendor');
const tpuDeck = cite('brendanjameslynskey.github.io TPU deck, quoting Google', null, 'vendor');
const neuron = cite('AWS Neuron documentation, trn3-arch.rst', '2025-12-05', 'vendor');

const perPair = (
  gbs: number,
) => ({ note: `sum of 7 links; any one pair sees ${gbs} GB/s only` });
const halfOf = (gbs: number) => ({
  low: gbs / 2, high: gbs, evidence: 'derived' as const,
  note: `${gbs} GB/s read as both directions; the source states no direction`,
});

export const amdAccelerators: readonly Accelerator[] = [
  {
    id: 'mi300x', name: 'Instinct MI300X', vendor: 'AMD',
    availability: 'shipping 2023-12', family: 'cdna3',
    bf16Tflops: spec(1307, 'TFLOPS'), fp8Tflops: spec(2615, 'TFLOPS'),
    memoryGb: spec(192, 'GB'), memoryBandwidthTbs: spec(5.3, 'TB/s'),
    tdpW: cite('AMD datasheet via aiinframap.com', null, 'vendor')(750, 'W'),
    scaleUp: { kind: 'full-mesh', fabric: 'Infinity Fabric (xGMI)',
      oneWayGBs: spec(448, 'GB/s', perPair(64)),
      domain: spec(8, 'count') },
    scaleOutGbps: spec(400, 'Gb/s'), nic: '400GbE RoCEv2',
    priceUsd: cite(
      'epoch-research/training-cost-trends @263c40a, Hardware prices.csv', '2025-02',
      'analyst',
    )(
      25_700, 'USD', { note: 'share of an 8-GPU baseboard' }),
    ...hourly(0.95, 1.16, 1.3, 1.39),
  },
  {
    id: 'mi325x', name: 'Instinct MI325X', vendor: 'AMD', availability: 'shipping 2024Q4',
    family: 'cdna3',
    bf16Tflops: spec(1307, 'TFLOPS'), fp8Tflops: spec(2615, 'TFLOPS'),
    memoryGb: spec(256, 'GB'), memoryBandwidthTbs: spec(6, 'TB/s'), tdpW: unverified(1000, 'W'),
    scaleUp: { kind: 'full-mesh', fabric: 'Infinity Fabric (xGMI)',
      oneWayGBs: spec(448, 'GB/s', perPair(64)),
      domain: spec(8, 'count') },
    scaleOutGbps: spec(400, 'Gb/s'), nic: 'Pollara 400GbE',
    ...hourly(1.1, 1.32, 1.6, 1.69),
  },
  {
    id: 'mi350x', name: 'Instinct MI350X', vendor: 'AMD', availability: 'shipping 2025H2',
    family: 'cdna4',
    bf16Tflops: unverified(2307, 'TFLOPS'), fp8Tflops: unverified(4614, 'TFLOPS'),
    fp4Tflops: unverified(9227, 'TFLOPS'),
    memoryGb: unverified(288, 'GB'), memoryBandwidthTbs: unverified(8, 'TB/s'),
    tdpW: boardPower(1000, 'W', { note: 'air cooled' }),
    scaleUp: {
      kind: 'full-mesh', fabric: 'Infinity Fabric 4',
      oneWayGBs: unverified(538, 'GB/s', perPair(76.8)), domain: unverified(8, 'count'),
    },
    scaleOutGbps: unverified(400, 'Gb/s'), nic: 'Pollara 400GbE',
  },
  {
    id: 'mi355x', name: 'Instinct MI355X', vendor: 'AMD', availability: 'shipping 2025H2',
    family: 'cdna4',
    bf16Tflops: spec(2516, 'TFLOPS'), fp8Tflops: spec(5033, 'TFLOPS'),
    fp4Tflops: spec(10_066, 'TFLOPS'),
    memoryGb: spec(288, 'GB'), memoryBandwidthTbs: spec(8, 'TB/s'),
    tdpW: boardPower(1400, 'W', { note: 'direct liquid cooling' }),
    scaleUp: {
      kind: 'full-mesh', fabric: 'Infinity Fabric',
      oneWayGBs: spec(576, 'GB/s', {
        low: 538, high: 576,
        note: 'conflict inside the source: its text gives 7 x 76.8 = 538; any one '
          + 'pair sees a seventh',
      }),
      domain: spec(8, 'count'),
    },
    scaleOutGbps: spec(400, 'Gb/s'), nic: 'Pollara 400GbE',
    ...hourly(1.5, 2.09, 2.1, 2.09),
  },
  {
    id: 'mi455x', name: 'Instinct MI455X (Helios)', vendor: 'AMD',
    availability: 'announced 2026-01; samples 2026H2, volume expected 2027Q2', family: 'cdna5',
    fp8Tflops: helios(20_000, 'TFLOPS'), fp4Tflops: helios(40_000, 'TFLOPS'),
    memoryGb: helios(432, 'GB'), memoryBandwidthTbs: helios(19.6, 'TB/s'),
    scaleUp: {
      kind: 'switched', fabric: 'UALink over Ethernet, 260 TB/s per rack both ways',
      oneWayGBs: helios(1800, 'GB/s', { note: 'half of 3.6 TB/s both ways' }),
      domain: helios(72, 'count'),
    },
    scaleOutGbps: unverified(2400, 'Gb/s', { note: '3 x 800G' }), nic: '3x Vulcano 800G',
    note: 'Figures claimed before shipment; BF16 peak and TDP are not disclosed.',
  },
];

export const otherAccelerators: readonly Accelerator[] = [
  {
    id: 'gaudi3', name: 'Gaudi 3 (HL-325L OAM)', vendor: 'Intel',
    availability: 'shipping 2024H2',
    family: 'gaudi',
    bf16Tflops: unverified(1835, 'TFLOPS'), fp8Tflops: unverified(1835, 'TFLOPS'),
    memoryGb: unverified(128, 'GB'), memoryBandwidthTbs: unverified(3.7, 'TB/s'),
    tdpW: unverified(900, 'W'),
    scaleUp: {
      kind: 'full-mesh', fabric: '21 of 24 on-die 200GbE RoCE ports, 3 per pair',
      oneWayGBs: unverified(525, 'GB/s', { note: '21 x 25 GB/s; any one pair sees 75' }),
      domain: unverified(8, 'count'),
    },
    scaleOutGbps: unverified(600, 'Gb/s'), nic: '3x 200GbE on die',
    priceUsd: unverified(15_600, 'USD',
      { note: 'list price 125,000 per 8-accelerator baseboard, 2024' }),
  },
  {
    id: 'tpu_v5e', name: 'TPU v5e', vendor: 'Google', availability: 'cloud 2023', family: 'tpu',
    bf16Tflops: tpuDeck(197, 'TFLOPS'), fp8Tflops: tpuDeck(197, 'TFLOPS',
      { note: 'no faster than BF16; INT8 393 TOPS' }),
    memoryGb: tpuDeck(17.2, 'GB', { note: '16 GiB' }),
    memoryBandwidthTbs: unverified(0.82, 'TB/s'),
    scaleUp: { kind: 'torus', fabric: 'ICI, 2D torus', oneWayGBs: unverified(200, 'GB/s'),
      domain: tpuDeck(256, 'count') },
    hourlyRental3yrUsd: googleList(0.54, 'USD/h',
      { low: 0.54, high: 1.2, note: 'US, 3-year commitment; on demand 1.20' }),
    note: 'Power is not disclosed.',
  },
  {
    id: 'tpu_v5p', name: 'TPU v5p', vendor: 'Google', availability: 'cloud 2023', family: 'tpu',
    bf16Tflops: googleTable(459, 'TFLOPS'), fp8Tflops: googleTable(459, 'TFLOPS',
      { note: 'no faster than BF16; INT8 918 TOPS' }),
    memoryGb: googleTable(102, 'GB', { note: '95 GiB' }),
    memoryBandwidthTbs: googleTable(2.765, 'TB/s'),
    scaleUp: { kind: 'torus', fabric: 'ICI, 3D torus with optical switches',
      oneWayGBs: googleTable(600, 'GB/s'), domain: googleTable(8960, 'count') },
    scaleOutGbps: googleTable(50, 'Gb/s'), nic: 'data centre network',
    note: 'Power is not disclosed.',
  },
  {
    id: 'tpu_v6e', name: 'TPU v6e Trillium', vendor: 'Google', availability: 'cloud 2024',
    family: 'tpu',
    bf16Tflops: googleTable(918, 'TFLOPS'), fp8Tflops: googleTable(918, 'TFLOPS',
      { note: 'no faster than BF16' }),
    memoryGb: googleTable(34.4, 'GB', { note: '32 GiB' }),
    memoryBandwidthTbs: googleTable(1.638, 'TB/s'),
    scaleUp: { kind: 'torus', fabric: 'ICI, 2D torus', oneWayGBs: googleTable(400, 'GB/s'),
      domain: googleTable(256, 'count') },
    scaleOutGbps: googleTable(100, 'Gb/s'), nic: 'data centre network',
    hourlyRental3yrUsd: googleList(1.22, 'USD/h',
      { low: 1.22, high: 2.7, note: 'East US, 3-year commitment; on demand 2.70' }),
    note: 'Power is not disclosed.',
  },
  {
    id: 'tpu7x', name: 'TPU7x Ironwood', vendor: 'Google',
    availability: 'general availability 2025-11',
    family: 'tpu',
    bf16Tflops: googleTable(2307, 'TFLOPS'), fp8Tflops: googleTable(4614, 'TFLOPS'),
    memoryGb: googleTable(206, 'GB', { note: '192 GiB' }),
    memoryBandwidthTbs: googleTable(7.38, 'TB/s'),
    scaleUp: {
      kind: 'torus', fabric: 'ICI, 3D torus with optical switches',
      oneWayGBs: googleTable(600, 'GB/s',
        { note: 'half of 1,200 GB/s both ways; press figures of 1.2 Tb/s '
          + 'use the wrong unit' }),
      domain: googleTable(9216, 'count'),
    },
    scaleOutGbps: googleTable(100, 'Gb/s'), nic: 'data centre network',
    hourlyHyperscalerUsd: cite('SemiAnalysis InferenceX, TPU full steam', '2026-09-07', 'analyst')(
      1.03, 'USD/h', { low: 1.03, high: 1.21,
        note: 'Google’s own cost; 1.21 to others, worked back from its ratios to B200 and B300' }),
    note: 'Power and list price are not disclosed.',
  },
  {
    id: 'trn2', name: 'Trainium2', vendor: 'AWS', availability: 'cloud 2024-12',
    family: 'trainium',
    bf16Tflops: neuron(667, 'TFLOPS'), fp8Tflops: neuron(1299, 'TFLOPS'),
    memoryGb: neuron(103, 'GB', { note: '96 GiB' }), memoryBandwidthTbs: neuron(2.9, 'TB/s'),
    tdpW: unverified(500, 'W'),
    scaleUp: {
      kind: 'torus',
      fabric: 'NeuronLink-v3, 4x4 2D torus per 16-chip node, 4 nodes per UltraServer',
      oneWayGBs: neuron(640, 'GB/s', halfOf(1280)),
      domain: neuron(64, 'count', { note: 'UltraServer; an instance holds 16' }),
    },
  },
  {
    id: 'trn3', name: 'Trainium3', vendor: 'AWS', availability: 'general availability 2025-12',
    family: 'trainium',
    bf16Tflops: neuron(671, 'TFLOPS'), fp8Tflops: neuron(2517, 'TFLOPS'),
    fp4Tflops: neuron(2517, 'TFLOPS', { note: 'MXFP4 runs at the rate of MXFP8' }),
    memoryGb: neuron(155, 'GB', { note: '144 GiB' }), memoryBandwidthTbs: neuron(4.9, 'TB/s'),
    tdpW: cite('servernews press report', '2025-12', 'assumed')(1000, 'W',
      { note: 'unverified; press rumour of up to about 1 kW' }),
    scaleUp: {
      kind: 'switched', fabric: 'NeuronLink-v4 with NeuronSwitch-v1',
      oneWayGBs: neuron(1280, 'GB/s', halfOf(2560)),
      domain: neuron(144, 'count', { note: 'Gen2, liquid cooled; Gen1 has 64, air cooled' }),
    },
  },
];
