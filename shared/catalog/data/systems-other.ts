import type { System } from '../types.ts';
import type { Sourced } from '../../units/provenance.ts';
import { cite, unverified } from '../cite.ts';

const baseboard =
  cite('AMD specification as listed in SemiAnalysisAI/InferenceX-app @77ca49a, gpu-specs.ts',
    '2026-04-03', 'vendor');
const tomsHardware = cite('Tom’s Hardware rack table', '2025-06', 'analyst');
const helios = cite('awesomeagents.ai/hardware/amd-helios, quoting AMD', '2026', 'vendor');
const neuron = cite('AWS Neuron documentation', '2025-12-05', 'vendor');
const google = cite('docs.cloud.google.com/tpu/docs/tpu7x', null, 'vendor');
const density =
  cite('Air-cooling ceiling of 41 kW per rack (ASHRAE TC9.9 / SemiAnalysis) over the derived '
    + 'server power', null, 'derived');

/** kW per server of NVIDIA's 8-GPU servers over 8 x their all-in kW per GPU: 14.3 of 17.36 and 10.2 of '
  + '13.84. */
const dgxB200Share = 14.3 / (8 * 2.17);
const dgxH100Share = 10.2 / (8 * 1.73);

/**
 * No server power is published: scale the all-in figure (it holds PUE and network) as for
 * a DGX B200.
 */
function serverPowerKw(allInKw: number): Sourced {
  const round = (kw: number): number => Math.round(kw * 10) / 10;
  return cite(
    'All-in kW per GPU of SemiAnalysisAI/InferenceX-app @77ca49a', '2026-04-03', 'derived',
  )(
    round(8 * allInKw * dgxB200Share), 'kW', {
      low: round(8 * allInKw * dgxH100Share), high: round(8 * allInKw),
      note:
        `8 x ${allInKw} kW all-in x 14.3 / (8 x 2.17), the share of DGX B200; low end by DGX H100, `
        + `high end all-in`,
    });
}

const assumedAir = unverified(0, 'fraction', { note: 'air-cooled server assumed' });

export const otherSystems: readonly System[] = [
  {
    id: 'mi300x_8', name: '8x MI300X server', acceleratorId: 'mi300x', form: 'server',
    accelerators: baseboard(8, 'count'),
    perRack: density(3, 'count', { note: 'floor(41 / 11.8)' }), maxPowerKw: serverPowerKw(1.79),
    liquidFraction: assumedAir,
  },
  {
    id: 'mi325x_8', name: '8x MI325X server', acceleratorId: 'mi325x', form: 'server',
    accelerators: baseboard(8, 'count'),
    perRack: density(2, 'count', { note: 'floor(41 / 14.4)' }), maxPowerKw: serverPowerKw(2.18),
    liquidFraction: assumedAir,
  },
  {
    id: 'mi355x_8', name: '8x MI355X server', acceleratorId: 'mi355x', form: 'server',
    accelerators: tomsHardware(8, 'count'),
    perRack: tomsHardware(16, 'count', { note: 'liquid-cooled rack of 128 accelerators' }),
    maxPowerKw: serverPowerKw(2.65),
    liquidFraction: unverified(0.87, 'fraction',
      { note: 'not published; taken as for GB200 NVL72' }),
    cooling: 'DLC',
  },
  {
    id: 'helios', name: 'AMD Helios', acceleratorId: 'mi455x', form: 'rack',
    accelerators: helios(72, 'count'),
    perRack: helios(1, 'count', { note: 'double-wide rack' }),
    weightKg: helios(3175, 'kg', { note: 'about 7,000 lb' }),
    cooling: 'liquid', cpus: '18x EPYC Venice',
    note: 'Double-wide OCP rack; power is not disclosed.',
  },
  {
    id: 'trn2_16', name: 'Trn2 instance', acceleratorId: 'trn2', form: 'server',
    accelerators: neuron(16, 'count'),
    scaleUpDomain: neuron(16, 'count'), note: 'Power is not published.',
  },
  {
    id: 'trn2_ultra', name: 'Trn2 UltraServer', acceleratorId: 'trn2', form: 'rack',
    accelerators: neuron(64, 'count'),
    note: '4 instances of 16; power is not published.',
  },
  {
    id: 'trn3_gen1', name: 'Trn3 Gen1 UltraServer', acceleratorId: 'trn3', form: 'rack',
    accelerators: neuron(64, 'count'),
    scaleUpDomain: neuron(64, 'count'),
    liquidFraction: neuron(0, 'fraction', { note: 'air cooled' }),
    cooling: 'air',
    note: '4 servers of 16; power is not published.',
  },
  {
    id: 'trn3_gen2', name: 'Trn3 Gen2 UltraServer', acceleratorId: 'trn3', form: 'rack',
    accelerators: neuron(144, 'count'),
    cooling: 'liquid', note: '36 servers of 4; power is not published.',
  },
  {
    id: 'tpu7x_4', name: 'TPU7x host (4 chips)', acceleratorId: 'tpu7x', form: 'server',
    accelerators: google(4, 'count'),
    cooling: 'liquid', cpus: '224 vCPU, 960 GB',
    note: 'Part of a larger torus; power is not published.',
  },
  {
    id: 'tpu7x_pod', name: 'TPU7x superpod', acceleratorId: 'tpu7x', form: 'pod',
    accelerators: google(9216, 'count'),
    cooling: 'liquid', note: '42.5 EFLOPS FP8; power is not published.',
  },
];
