import { stated } from './statement.ts';
import type { NicRow, SwitchRow } from './types.ts';

const snapshot = stated(
  'pi4-dev/nvidia-networking data/nvidia-interconnects.json @194bc04', '2026-09-23',
  'secondary');

/**
 * Cards by the fabrics they join. What no row speaks of is not known to work. Switches whose
 * power is published stand first: the first one is chosen with a system.
 */
export const nicRows: readonly NicRow[] = [
  { nic: 'ConnectX-7', fabrics: { infiniband: 'yes', roce: 'yes', 'spectrum-x': 'partial' },
    switches: ['qm9700', 'sn5600', 'th5_64x800'],
    statement: stated('docs.nvidia.com/dgx/dgxb200-user-guide', null)(
      'NDR InfiniBand or 400 Gb/s Ethernet; Spectrum-X is described with BlueField-3') },
  { nic: 'ConnectX-8', fabrics: { infiniband: 'yes', roce: 'yes', 'spectrum-x': 'yes' },
    switches: ['q3400', 'sn5600'],
    statement: stated('docs.nvidia.com, ConnectX-8 firmware release notes v40.44', '2025')(
      'XDR InfiniBand, or two planes of 400 Gb/s Ethernet') },
  { nic: 'ConnectX-9', fabrics: { infiniband: 'yes', roce: 'yes', 'spectrum-x': 'yes' },
    switches: ['q3400', 'sn5600'],
    statement: snapshot('rate of one port was not read') },
  { nic: 'BlueField-3', fabrics: { infiniband: 'yes', roce: 'yes', 'spectrum-x': 'yes' },
    switches: ['qm9700', 'sn5600'],
    statement: stated('docs.nvidia.com/dgx/dgxb200-user-guide', null)() },
  { nic: 'Pollara', fabrics: { infiniband: 'no', roce: 'yes' },
    switches: ['sn5600', 'th5_64x800', 'th4_64x400'],
    statement: stated('amd.com, Pensando network interface cards', '2025-08')(
      'Ethernet only') },
  { nic: 'Vulcano', fabrics: { infiniband: 'no', roce: 'yes' },
    switches: ['sn5600', 'th5_64x800'],
    statement: stated('aiwiki.ai on the Helios rack', '2026-05-31', 'secondary')('Ethernet') },
  { nic: 'RoCE', fabrics: { roce: 'yes' }, switches: ['sn5600', 'th5_64x800', 'th4_64x400'],
    statement: stated('SemiAnalysisAI/InferenceX-app @77ca49a, gpu-specs.ts', '2026-04-03',
      'secondary')('rails of Ethernet switches on MI300X to MI355X') },
  { nic: 'on die', fabrics: { roce: 'yes' }, switches: ['sn5600', 'th5_64x800'],
    statement: stated('Ports named by the accelerator’s entry', null, 'derived')() },
];

/** Switches by the fabrics they form. */
export const switchRows: readonly SwitchRow[] = [
  { kind: 'infiniband', fabrics: { infiniband: 'yes', roce: 'no', 'spectrum-x': 'no' },
    statement: snapshot('Quantum switches: InfiniBand only') },
  { kind: 'spectrum-x', fabrics: { infiniband: 'no', roce: 'yes', 'spectrum-x': 'yes' },
    statement: snapshot('Spectrum switches: Ethernet, RoCE and Spectrum-X') },
  { kind: 'roce', fabrics: { infiniband: 'no', roce: 'yes', 'spectrum-x': 'no' },
    statement: stated(
      'netbox-community/devicetype-library, Arista DCS-7060X6-64PE @a817d6e', null,
      'secondary')('Ethernet; Spectrum-X is formed by Spectrum switches') },
  { kind: 'ethernet', fabrics: { infiniband: 'no', roce: 'partial', 'spectrum-x': 'no' },
    statement: stated('DGX SuperPOD H100 reference architecture RA-11333-001 V11',
      '2023-09-22')('used for management') },
  { kind: 'nvlink', fabrics: { infiniband: 'no', roce: 'no', 'spectrum-x': 'no' },
    statement: snapshot('joins accelerators inside a scale-up domain') },
];
