import { assume, choice, decide, integer, number, reference } from '../define.ts';

/** The scale-out fabric between scale-up domains. The scale-up fabric comes with the system. */
export const networkFields = [
  choice('fabric', 'Scale-out fabric', [['infiniband', 'InfiniBand'], ['spectrum-x', 'Spectrum-X Ethernet'], ['roce', 'RoCE Ethernet']], 'infiniband',
    decide('Fabric', 'Kind of network between scale-up domains; sets latency and congestion loss.')),
  reference('switchModel', 'Switch', 'switches', 'q3400', decide('Fabric', 'Switch used for leaf, spine and core.')),
  choice('topology', 'Topology', [['clos', 'Clos (fat tree)'], ['rail', 'Rail-optimised Clos'], ['rail-only', 'Rail only']], 'rail',
    decide('Fabric', 'How accelerators reach their leaf switches.')),
  number('oversubscription', 'Oversubscription', 'ratio', [1, 16], 1, decide('Fabric', 'Downlink over uplink bandwidth at the leaf; 1 is non-blocking.')),
  integer('scaleUpDomain', 'Scale-up domain', 'count', [1, 9216], null,
    decide('Scale-up', 'Accelerators that reach each other at the scale-up rate; empty takes the system’s own domain.', { source: 'System entry of the catalogue', evidence: 'vendor', advanced: true })),
  number('scaleOutGbps', 'Scale-out rate per accelerator', 'Gb/s', [10, 6400], null,
    decide('Fabric', 'NIC rate per accelerator, one way; empty takes the accelerator’s own.', { source: 'Accelerator entry of the catalogue', evidence: 'vendor' })),
  number('goodput', 'Usable share of the rate', 'fraction', [0.1, 1], null,
    assume('Fabric', 'Share of the scale-out rate left after protocol and congestion; empty takes 0.95 for InfiniBand and Spectrum-X, 0.8 for plain RoCE.', { advanced: true })),
  number('hopLatencyNs', 'Latency per switch', 'ns', [50, 20_000], null,
    assume('Fabric', 'Port to port latency of one switch; empty takes the switch entry, or 500 ns for Ethernet without one.', { advanced: true })),
  number('switchPriceUsd', 'Price of a switch', 'USD', [0, 1e6], 60_000, assume('Cost', 'Price of one scale-out switch.')),
  number('opticPriceUsd', 'Price of an optical module', 'USD', [0, 20_000], 899,
    assume('Cost', 'Price of one optical module.', { source: 'Compatible 800G modules at $799-999 (2026 list, unverified)' })),
  number('cablePriceUsd', 'Price of a cable', 'USD', [0, 5000], 120, assume('Cost', 'Price of one fibre or copper cable, laid.')),
  number('switchPowerW', 'Power of a switch', 'W', [0, 20_000], null,
    decide('Power', 'Power of one switch without its modules; empty takes the catalogue figure, or counts the network’s power as absent.', { source: 'Switch entry of the catalogue', evidence: 'vendor' })),
  number('storageShare', 'Storage and management network', 'fraction', [0, 1], 0.15, assume('Cost', 'Cost of storage and management networks as a share of the compute fabric.')),
] as const;
