import type { SwitchModel } from '../types.ts';
import { cite, unverified } from '../cite.ts';

const qm97 = cite('docs.nvidia.com QM97XX manual', null, 'vendor');
const x800 = cite('NVIDIA Quantum-X800 platform description', null, 'vendor');
const sn5600 = cite('DGX SuperPOD B300 and GB200 reference architectures, docs.nvidia.com',
  null, 'vendor');
const h100Ra = cite('DGX SuperPOD H100 reference architecture RA-11333-001 V11',
  '2023-09-22', 'vendor');
const inferencex =
  cite('Vendor claim as listed in SemiAnalysisAI/InferenceX-app @77ca49a, gpu-specs.ts',
    '2026-04-03', 'vendor');

const supplies = cite('Supplies of the Q3400-RA in netbox-community/devicetype-library @edd51b5 '
  + '(8 of 875 W)', '2026', 'derived');

const split = { note: 'with splitters' } as const;

export const switchModels: readonly SwitchModel[] = [
  {
    id: 'qm9700', name: 'Quantum-2 QM9700/QM9790', fabric: 'infiniband',
    radix: [{ gbps: 400, ports: qm97(64, 'count') },
      { gbps: 200, ports: qm97(128, 'count', split) }],
    capacityTbps: qm97(25.6, 'Tb/s', { note: 'one way; 51.2 Tb/s counts both directions' }),
    heightU: qm97(1, 'U'),
    latencyNs: unverified(130, 'ns', { note: 'claim of less than 130 ns per port' }),
    typicalPowerW: unverified(747, 'W',
      { note: 'passive cables; a device library gives 750 W' }),
    maxPowerW: unverified(1720, 'W', { note: 'with active modules' }),
    note: 'NDR. No street price found.',
  },
  {
    id: 'q3400', name: 'Quantum-X800 Q3400-RA', fabric: 'infiniband',
    radix: [{ gbps: 800, ports: x800(144, 'count') },
      { gbps: 400, ports: x800(288, 'count', split) }],
    capacityTbps: x800(115.2, 'Tb/s', { note: 'one way' }), heightU: x800(4, 'U'),
    typicalPowerW: supplies(1340, 'W', {
      low: 733, high: 3500,
      note: 'without modules; no draw is published: half of the supplies (3,500 W) less 72 modules of '
        + '30 W. 733 W is what one planner allows (neocloud.kedios.io, 8.8 kW for twelve)',
    }),
    maxPowerW: supplies(3500, 'W', {
      low: 3500, high: 7000,
      note: 'with modules; half of the supplies, the other half standing by: 7,000 W is their sum, no draw',
    }),
    note: 'XDR. Street price not found: two tiers reach 144^2 / 2 = 10,368 endpoints.',
  },
  {
    id: 'q3200', name: 'Quantum-X800 Q3200-RA', fabric: 'infiniband',
    radix: [{ gbps: 800, ports: x800(36, 'count') }],
    capacityTbps: x800(28.8, 'Tb/s', { note: 'one way, per switch' }), heightU: x800(2, 'U'),
    note: 'XDR. Two independent 36-port switches in 2U.',
  },
  {
    id: 'sn5600', name: 'Spectrum-4 SN5600', fabric: 'spectrum-x',
    radix: [
      { gbps: 800, ports: sn5600(64, 'count') },
      { gbps: 400, ports: sn5600(128, 'count', split) },
      { gbps: 200, ports: sn5600(256, 'count', split) },
    ],
    capacityTbps: sn5600(51.2, 'Tb/s', { note: 'one way' }), heightU: sn5600(2, 'U'),
    typicalPowerW: unverified(940, 'W'), maxPowerW: unverified(2167, 'W'),
  },
  {
    id: 'sn4600c', name: 'SN4600C', fabric: 'ethernet',
    radix: [{ gbps: 100, ports: h100Ra(64, 'count') }],
    capacityTbps: h100Ra(6.4, 'Tb/s', { note: 'one way' }), heightU: h100Ra(2, 'U'),
    note: 'In-band management.',
  },
  {
    id: 'sn2201', name: 'SN2201', fabric: 'ethernet',
    radix: [{ gbps: 1, ports: h100Ra(48, 'count') }],
    heightU: h100Ra(1, 'U'),
    note: 'Out-of-band management.',
  },
  {
    id: 'th5_64x800', name: 'Tomahawk 5 class (Arista 7060X6-64PE and others)', fabric: 'roce',
    radix: [{ gbps: 800, ports: inferencex(64, 'count') },
      { gbps: 400, ports: inferencex(128, 'count', split) }],
    capacityTbps: inferencex(51.2, 'Tb/s', { note: 'one way' }), heightU: inferencex(2, 'U'),
  },
  {
    id: 'th4_64x400', name: 'Tomahawk 4 class (Arista 7060DX5-64S)', fabric: 'roce',
    radix: [{ gbps: 400, ports: inferencex(64, 'count') }],
    capacityTbps: inferencex(25.6, 'Tb/s', { note: 'one way' }), heightU: inferencex(2, 'U'),
  },
  {
    id: 'nvswitch3', name: 'NVSwitch generation 3 chip (Hopper)', fabric: 'nvlink', radix: [],
    capacityTbps: inferencex(7.2, 'Tb/s', { note: 'one way, in use; 4 chips per HGX H100' }),
    note: '64 NVLink 4 links.',
  },
  {
    id: 'nvswitch4', name: 'NVSwitch chip for NVLink 5', fabric: 'nvlink',
    radix: [{ gbps: 400, ports: inferencex(72, 'count', { note: '28.8 Tb/s / 72 ports' }) }],
    capacityTbps: inferencex(28.8, 'Tb/s',
      { note: 'one way; 18 chips give 129.6 TB/s both ways in an '
        + 'NVL72 rack' }),
  },
];
