import { assume, choice, decide, integer, number } from '../define.ts';

const leiMasanet = 'Lei & Masanet 2022, Resources, Conservation & Recycling 182:106323 (midpoint of the large-site range)';

/** From the utility connection to the rack: losses, redundancy and what is held back. */
export const powerFields = [
  choice('redundancy', 'Redundancy', [
    ['n', 'N'], ['n+1', 'N+1'], ['2n', '2N'], ['3m2', '3-make-2'], ['4m3', '4-make-3'], ['block', 'Block redundant'], ['2n+1', '2(N+1)'],
  ], '4m3', decide('Redundancy', 'How much installed UPS capacity is held back for the failure of a block.')),
  integer('blocks', 'Active blocks', 'count', [1, 64], 4,
    decide('Redundancy', 'Active UPS blocks n for N+1, block redundant and 2(N+1).', { activeWhen: 'power.redundancy in n+1, block, 2n+1' })),
  number('upsInstalledMw', 'Installed UPS capacity', 'MW', [0.05, 20_000], null,
    decide('Redundancy', 'Installed UPS rating; empty installs what the racks need.', { source: 'Computed from the racks', evidence: 'derived' })),
  number('upsBlockKw', 'UPS block', 'kW', [50, 10_000], 1500,
    assume('Redundancy', 'Rating of one UPS block; with the redundancy it gives the number of blocks.',
      { source: 'Block size of a published 4-make-3 reference site' })),
  number('generatorKw', 'Generator set', 'kW', [50, 20_000], 3000,
    assume('Generators', 'Rating of one generator set.', { source: 'Set size of a published reference site' })),
  integer('generatorSpares', 'Spare generator sets', 'count', [0, 50], 1,
    decide('Generators', 'Sets that may fail to start in the design hour.')),
  number('transformerEfficiency', 'Transformer efficiency', 'fraction', [0.9, 1], 0.99, assume('Losses', 'Efficiency of the MV/LV transformers.')),
  number('upsLossFixed', 'UPS fixed loss', 'fraction', [0, 0.1], 0.006,
    assume('Losses', 'Loss at no load over rated power (a of a + bL + cL²).', { advanced: true })),
  number('upsLossLinear', 'UPS proportional loss', 'fraction', [0, 0.1], 0.016,
    assume('Losses', 'Part of the loss that grows with load L (b of a + bL + cL²).', { advanced: true })),
  number('upsLossSquare', 'UPS square loss', 'fraction', [0, 0.1], 0.009,
    assume('Losses', 'Part of the loss that grows with L² (c of a + bL + cL²); with the others 97 % efficient at full load.', { advanced: true })),
  number('distributionLoss', 'Distribution loss', 'fraction', [0, 0.15], 0.01,
    assume('Losses', 'Loss in PDU, busway and cable as a share of IT power.', { source: leiMasanet, evidence: 'measured' })),
  number('otherLoad', 'Lighting and other', 'fraction', [0, 0.2], 0.001,
    assume('Losses', 'Lighting, offices and controls as a share of IT power.', { source: leiMasanet, evidence: 'measured' })),
  choice('basis', 'Rack power for planning', [['max', 'Maximum'], ['typical', 'Typical']], 'max',
    decide('Racks', 'Which catalogue figure of the system the power budget reserves.')),
  number('powerCap', 'Power cap', 'fraction', [0.5, 1], 1,
    decide('Racks', 'Rack power is held to this share of the planning figure; throughput falls with it.')),
  number('oversubscription', 'Oversubscription', 'fraction', [0, 0.5], 0,
    decide('Racks', 'Extra racks placed on the same power, relying on capping.',
      { source: 'Design choice; up to 0.3 published for LLM inference (POLCA, arXiv 2308.12908)' })),
  number('idleShare', 'Idle power', 'fraction', [0, 1], 0.35, assume('Racks', 'Power of a rack in service but idle, as a share of its full power.')),
] as const;
