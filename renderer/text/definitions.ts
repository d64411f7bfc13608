/** A term as the glossary explains it, and what in the program it is about. */
export interface Definition {
  readonly term: string;
  readonly meaning: string;
  /** Topic of the palette that is opened for it: a figure, an input or a place. */
  readonly about: string;
}

/** Terms a reader may look up by name; the words are those of docs/glossary.md. */
export const definitions: readonly Definition[] = [
  { term: 'Accelerator', meaning: 'One GPU or TPU package as its vendor sells it',
    about: 'figure:headline.accelerators' },
  { term: 'Rack group',
    meaning: 'Racks of one system serving one traffic class, planned together',
    about: 'screen:hardware' },
  { term: 'ISL, OSL',
    meaning: 'Input and output sequence length of a request, in tokens',
    about: 'field:traffic.isl' },
  { term: 'KV cache',
    meaning: 'Keys and values kept for tokens already seen; the memory that grows with context and concurrency',
    about: 'field:traffic.cacheHit' },
  { term: 'TTFT', meaning: 'Time to first token', about: 'field:traffic.maxTtftS' },
  { term: 'TPOT',
    meaning: 'Time per output token after the first; 1 / TPOT is the interactivity',
    about: 'field:traffic.minTokPerSecPerUser' },
  { term: 'Interactivity', meaning: 'Output tokens per second seen by one user, tok/s/user',
    about: 'field:traffic.minTokPerSecPerUser' },
  { term: 'Frontier', meaning: 'The best throughput per accelerator at each interactivity',
    about: 'panel:frontier' },
  { term: 'PUE', meaning: 'Facility energy over IT energy, annual unless it says peak',
    about: 'figure:headline.pueAnnual' },
  { term: 'WUE', meaning: 'Litres of water per kWh of IT energy',
    about: 'figure:headline.wueLPerKwh' },
  { term: 'CDU',
    meaning: 'Coolant distribution unit: the heat exchanger between rack liquid and facility water',
    about: 'field:hall.cduKw' },
  { term: 'Redundancy N, N+1, 2N', meaning: 'Equipment needed; one more; everything twice',
    about: 'field:power.redundancy' },
  { term: 'Utilisation',
    meaning: 'Tokens served over tokens the installed replicas could serve at the service level',
    about: 'field:demand.utilisation' },
  { term: 'NPV, IRR, MIRR',
    meaning: 'Net present value; the rate at which it is zero (the only one above -90 %; all are listed); modified rate',
    about: 'figure:headline.npvUsd' },
  { term: 'LCOT',
    meaning: 'Levelised cost of tokens: the constant price at which NPV is zero',
    about: 'figure:headline.lcotNominalUsd' },
  { term: 'MOIC',
    meaning: 'Multiple on invested capital: what comes back for each dollar the owner had to put in, 1 + sum of the flow / deepest running sum',
    about: 'figure:headline.moic' },
  { term: 'Oversubscription',
    meaning: 'Downlink over uplink bandwidth at a tier; 1 is non-blocking',
    about: 'field:network.oversubscription' },
  { term: 'Stated range',
    meaning: 'Between what an input may lie: as its source says, else by the share of its class',
    about: 'place:assumptions.influence' },
];
