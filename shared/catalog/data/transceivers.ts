import type { Transceiver } from '../types.ts';
import { cite, unverified } from '../cite.ts';

const twinPort = cite('docs.nvidia.com mms4x00nm800g500m', null, 'vendor');
const singlePort = cite('docs.nvidia.com mms4x00ns400', null, 'vendor');
const blog = cite('context-x blog on compatible modules', '2026', 'assumed');

export const transceivers: readonly Transceiver[] = [
  {
    id: 'xcvr_800_2xdr4', name: 'MMS4X00-NM/NS 800G twin-port 2xDR4 OSFP',
    medium: 'single-mode',
    gbps: twinPort(800, 'Gb/s'),
    reachM: twinPort(500, 'm', { low: 100, high: 500, note: 'NS 100 m, NM 500 m' }),
    maxPowerW: twinPort(17, 'W',
      { note: 'the same in all configurations; one module carries 2 x 400G' }),
  },
  {
    id: 'xcvr_400_dr4', name: 'MMS4X00-NS400 400G DR4 OSFP', medium: 'single-mode',
    gbps: singlePort(400, 'Gb/s'),
    maxPowerW: singlePort(9, 'W', { note: 'NIC side; 5 W at 200G' }),
  },
  {
    id: 'xcvr_800_sr8', name: '800G SR8/2xSR4 OSFP', medium: 'multi-mode',
    gbps: blog(800, 'Gb/s', { note: 'unverified' }),
    reachM: blog(50, 'm', { note: 'unverified' }),
    typicalPowerW: blog(10, 'W', { low: 9, high: 11, note: 'unverified' }),
    maxPowerW: blog(15, 'W', { note: 'unverified' }),
    priceUsd: blog(899, 'USD', { low: 799, high: 999,
      note: 'unverified; compatible module, branded parts cost more' }),
  },
  {
    id: 'xcvr_1600_dr8', name: '1.6T DR8 OSFP', medium: 'single-mode',
    gbps: unverified(1600, 'Gb/s'), typicalPowerW: unverified(25, 'W'),
    maxPowerW: unverified(30, 'W'),
  },
  {
    id: 'dac_800', name: '800G passive copper cable', medium: 'copper',
    gbps: unverified(800, 'Gb/s'),
    reachM: unverified(3, 'm', { low: 2, high: 3 }), typicalPowerW: unverified(0.1, 'W'),
    maxPowerW: unverified(0.2, 'W'),
  },
];
