import { stated } from './statement.ts';
import type { CoolingRow } from './types.ts';

const published = stated('Supply of 20-45 °C published for direct-to-chip racks (class S45)',
  null, 'secondary');
const gbGuide = 'NVIDIA DGX GB Rack Scale Systems user guide';

/** Their makers describe no immersion, and do not rule it out. */
const noBathKnown = { 'direct-to-chip': 'yes', 'rear-door': 'yes' } as const;
/** Cold plates are part of these: a bath has no place for them. */
const noBathPossible = { 'direct-to-chip': 'yes', 'rear-door': 'yes', immersion: 'no' } as const;

/** Systems by how they may be cooled. What no row speaks of is not known to be possible. */
export const coolingRows: readonly CoolingRow[] = [
  { systems: ['dgx_h100', 'dgx_h200'], terminals: noBathKnown,
    statement: stated('DGX SuperPOD H100 reference architecture RA-11333-001 V11',
      '2023-09-22')('air cooled') },
  { systems: ['dgx_b200'], terminals: noBathKnown,
    statement: stated('docs.nvidia.com/dgx/dgxb200-user-guide', null)('air cooled') },
  { systems: ['dgx_b300'], terminals: noBathKnown,
    statement: stated('DGX SuperPOD B300 XDR reference architecture RA-11339-001', null)(
      'air and liquid versions') },
  { systems: ['dgx_rubin_nvl8'], terminals: noBathPossible,
    statement: stated('ngtimes.org on HGX Rubin NVL8', '2026-06-02', 'secondary')(
      'direct liquid cooling') },
  { systems: ['gb200_nvl72'], terminals: noBathPossible, supplyC: { least: 20, most: 45 },
    statement: published(
      `${gbGuide}: cold plates on processors and switches, air for the rest; no other version`) },
  { systems: ['gb300_nvl72'], terminals: noBathPossible, supplyC: { least: 20, most: 45 },
    statement: published(
      `${gbGuide}: cold plates and air; one essay of 2026-04-14 gives 30 to 35 °C`) },
  { systems: ['vr_nvl72', 'vr_pod'], terminals: noBathPossible, supplyC: { least: 20, most: 45 },
    statement: stated('NVIDIA blog on Vera Rubin, quoted by others', '2026-06-21',
      'secondary')('all heat to liquid, no fans, supply of 45 °C') },
  { systems: ['mi300x_8', 'mi325x_8'], terminals: noBathKnown,
    statement: stated('An air-cooled server is assumed', null, 'derived')() },
  { systems: ['mi355x_8'], terminals: noBathKnown,
    statement: stated('theregister.com and servethehome.com on MI355X', '2025-06-12',
      'secondary')('direct liquid cooling; some clients may cool it by air') },
  { systems: ['helios'], terminals: noBathKnown,
    statement: stated('cloudnews.tech, OCP 2025', '2025', 'secondary')(
      'liquid, with quick disconnects') },
  { systems: ['trn3_gen1'], terminals: noBathKnown,
    statement: stated('AWS Neuron documentation', '2025-12-05')('air cooled') },
  { systems: ['tpu7x_4', 'tpu7x_pod'], terminals: noBathKnown,
    statement: stated('tnpscthervupettagam.com on TPU v7', null, 'secondary')('liquid') },
];
