import type { System, Tray } from '../types.ts';
import { cite, define, unverified } from '../cite.ts';

const h100Ra = cite('DGX SuperPOD H100 reference architecture RA-11333-001 V11',
  '2023-09-22', 'vendor');
const b200Guide = cite('docs.nvidia.com/dgx/dgxb200-user-guide', null, 'vendor');
const gbGuide = cite('NVIDIA DGX GB Rack Scale Systems user guide, hardware, docs.nvidia.com',
  null, 'vendor');
const nvl72Ra = cite(
  'NVIDIA NVL72 AI factory enterprise reference architecture, components, docs.nvidia.com',
  null, 'vendor',
);
const b200Ra = cite('DGX SuperPOD B200 reference architecture, docs.nvidia.com', null,
  'vendor');
const b300Ra = cite('DGX SuperPOD B300 XDR reference architecture RA-11339-001', null,
  'vendor');
const rubinRa = cite('DGX Rubin NVL8 SuperPOD reference architecture, docs.nvidia.com',
  '2026', 'vendor');
const gb200Ra = cite('DGX SuperPOD GB200 reference architecture, docs.nvidia.com', null,
  'vendor');
const epoch = cite('epoch-research/training-cost-trends @263c40a, Hardware prices.csv',
  '2025-01', 'analyst');
const morganStanley = (by: string) =>
  cite(`Morgan Stanley, as quoted by ${by}`, '2026-05', 'analyst');
const gb200Power = cite('aidatacenterguide.com/register, quoting NVIDIA OCP and Introl',
  null, 'vendor');
const gb200Site =
  cite('aidatacenterguide.com/register (115 of 132 kW); AUS-1 reference site document '
    + '(3,675 of 4,224 kW)', null, 'analyst');
const introl = cite('introl.com GB300 article, quoting Supermicro', null, 'vendor');
const supermicro = cite('serversimply.com (Supermicro); Microsoft; manishklach.github.io',
  null, 'vendor');
const aus1 = cite('AUS-1 reference site document (fictional site, real product ratings)',
  null, 'analyst');
const rubinRack = cite('regantih.github.io reports-lab ch. 14; moduledge.com', '2026',
  'assumed');
const compal = cite('ngtimes.org, quoting Compal', '2026-06-02', 'vendor');
const rubinPress = cite('neuralwired.com, quoting NVIDIA', '2026', 'vendor');
const definition = define('Definition: one rack-scale system is one rack');
const planned = { low: 190, high: 230,
  note: 'unverified; 190 (Max-Q) to 230 kW (Max-P) planned; the 120 kW of other pages cannot be: '
    + '72 accelerators of 2.3 kW alone are 166' } as const;
const air = { note: 'air cooled' } as const;

/** Trays of an NVL72 rack of the Grace Blackwell generations. */
const nvl72Trays: readonly Tray[] = [
  { name: 'Power shelf',
    count: nvl72Ra(8, 'count', { note: '33 kW each, six supplies of 5.5 kW' }),
    heightU: unverified(1, 'U') },
  { name: 'Compute tray', count: gbGuide(18, 'count'), heightU: gbGuide(1, 'U'),
    accelerators: gbGuide(4, 'count') },
  { name: 'NVLink switch tray', count: gbGuide(9, 'count'), heightU: gbGuide(1, 'U') },
  { name: 'Management switch', count: gbGuide(2, 'count'),
    heightU: cite('docs.nvidia.com SN2201', null, 'vendor')(1, 'U') },
];

export const nvidiaSystems: readonly System[] = [
  {
    id: 'dgx_h100', name: 'DGX H100', acceleratorId: 'h100_sxm', form: 'server',
    accelerators: h100Ra(8, 'count'),
    perRack: h100Ra(4, 'count', { note: '4 per rack, above 40 kW per rack' }),
    maxPowerKw: unverified(10.2, 'kW'),
    liquidFraction: h100Ra(0, 'fraction', air), rackUnits: h100Ra(8, 'U'),
    weightKg: unverified(130.5, 'kg'),
    priceUsd: epoch(315_000, 'USD', {
      low: 255_000, high: 375_000,
      note: 'midpoint; HGX server 255,000 (2025-01), DGX 270,000 (2023) to '
        + '375,000 (2025 reseller)',
    }),
    cooling: 'air', cpus: '2x Xeon Platinum 8480C (112 cores), 2 TB',
    powerSupply: '6x 3.3 kW, 4+2',
  },
  {
    id: 'dgx_h200', name: 'DGX H200', acceleratorId: 'h200_sxm', form: 'server',
    accelerators: h100Ra(8, 'count'),
    perRack: h100Ra(4, 'count', { evidence: 'derived',
      note: 'same chassis and power as DGX H100: 4 per rack' }),
    maxPowerKw: unverified(10.2, 'kW'), liquidFraction: h100Ra(0, 'fraction',
      { evidence: 'derived', note: 'same chassis as DGX H100' }),
    rackUnits: h100Ra(8, 'U', { evidence: 'derived', note: 'same chassis as DGX H100' }),
    priceUsd: epoch(312_700, 'USD', { note: 'HGX H200 server' }),
    cooling: 'air', cpus: '2x Xeon Platinum 8480C',
  },
  {
    id: 'dgx_b200', name: 'DGX B200', acceleratorId: 'b200_sxm', form: 'server',
    accelerators: b200Guide(8, 'count'),
    perRack: b200Ra(2, 'count', { note: '2 per rack, above 25 kW per rack' }),
    maxPowerKw: b200Guide(14.3, 'kW'),
    liquidFraction: b200Guide(0, 'fraction', air), rackUnits: b200Guide(10, 'U'),
    weightKg: b200Guide(142.4, 'kg'),
    priceUsd: cite(
      'epoch-research/training-cost-trends @263c40a, Hardware prices.csv', '2024-12',
      'analyst',
    )(
      379_300, 'USD', { note: 'reseller in the EU, converted' }),
    cooling: 'air', cpus: '2x Xeon 8570 (112 cores), 2-4 TB',
    powerSupply: '6x 3.3 kW, 200-240 VAC, 5+1',
  },
  {
    id: 'dgx_b300', name: 'DGX B300 (AC or DC busbar)', acceleratorId: 'b300_sxm',
    form: 'server',
    accelerators: b300Ra(8, 'count'),
    perRack: b300Ra(4, 'count', { note: '4 per rack, about 56 kW' }),
    maxPowerKw: b300Ra(14, 'kW', { evidence: 'derived', note: '56 kW per rack / 4' }),
    liquidFraction: b300Ra(0, 'fraction', air), rackUnits: b300Ra(10, 'U'),
    cooling: 'air', cpus: '2x Xeon', powerSupply: 'AC supplies or 50 V DC busbar (MGX)',
  },
  {
    id: 'dgx_rubin_nvl8', name: 'DGX Rubin NVL8', acceleratorId: 'vr200', form: 'server',
    accelerators: rubinRa(8, 'count'),
    scaleUpDomain: rubinRa(8, 'count'), liquidFraction: rubinRa(1, 'fraction',
      { note: 'direct liquid cooling; vendor claim' }),
    maxPowerKw: compal(24, 'kW', { note: 'HGX Rubin NVL8 of one maker' }),
    rackUnits: compal(2, 'U', { note: 'HGX Rubin NVL8 of one maker' }),
    cooling: 'liquid (DLC)', cpus: 'x86', powerSupply: 'DC busbar',
    note: 'How many stand in a rack is not published.',
  },
  {
    id: 'gb200_nvl72', name: 'GB200 NVL72', acceleratorId: 'gb200', form: 'rack',
    accelerators: gb200Ra(72, 'count'),
    perRack: definition(1, 'count'),
    maxPowerKw: gb200Power(132, 'kW',
      { note: 'about 115 kW to liquid and 17 kW to air; 1.2 MW for 8 racks '
        + 'with network' }),
    typicalPowerKw: gb200Power(120, 'kW'), liquidFraction: gb200Site(0.87, 'fraction',
      { low: 0.85, high: 0.9 }),
    rackUnits: introl(48, 'U'), weightKg: introl(1360, 'kg'), trays: nvl72Trays,
    priceUsd: morganStanley('faq.com.tw')(3_750_000, 'USD', {
      low: 3_400_000, high: 4_000_000,
      note: 'middle of 3.5 to 4.0 M for a rack of this generation; Bernstein (2025) 3.4 M, and 5.9 M '
        + 'with infrastructure',
    }),
    priceCovers: 'system',
    cooling: 'DLC with residual air', cpus: '36x Grace (72 cores), 17 TB LPDDR5X',
    powerSupply: '8x 33 kW power shelves (6x 5.5 kW each), 50 V busbar',
    note: '18 compute trays of about 6.5 kW and 9 NVLink switch trays.',
  },
  {
    id: 'gb300_nvl72', name: 'GB300 NVL72', acceleratorId: 'gb300', form: 'rack',
    accelerators: supermicro(72, 'count'),
    perRack: definition(1, 'count'),
    maxPowerKw: supermicro(142, 'kW', {
      low: 132, high: 142,
      note: '142 kW peak; Supermicro operates 132-140 kW; synchronous transients '
        + 'reach about 1.4 x steady',
    }),
    typicalPowerKw: supermicro(136, 'kW',
      { low: 132, high: 140, note: 'Microsoft about 136 kW' }),
    liquidFraction: aus1(0.9, 'fraction', { note: '3,802 of 4,224 kW' }),
    rackUnits: introl(48, 'U'), weightKg: introl(1360, 'kg'), trays: nvl72Trays,
    priceUsd: morganStanley('blogerroom.com')(4_000_000, 'USD', {
      low: 3_500_000, high: 4_000_000,
      note: 'about; the same analyst has 3.5 to 4.0 M for a Grace Blackwell rack',
    }),
    priceCovers: 'system',
    cooling: 'DLC with residual air', cpus: '36x Grace',
    powerSupply: '8x 33 kW shelves (132 kW usable) with energy storage',
  },
  {
    id: 'vr_nvl72', name: 'Vera Rubin NVL72 (NVL144)', acceleratorId: 'vr200', form: 'rack',
    accelerators: rubinPress(72, 'count'),
    perRack: definition(1, 'count'), maxPowerKw: rubinRack(230, 'kW', planned),
    typicalPowerKw: rubinRack(190, 'kW', planned),
    liquidFraction: aus1(1, 'fraction', { evidence: 'vendor',
      note: 'vendor claim: fully liquid cooled, 45 C supply' }),
    priceUsd: morganStanley('faq.com.tw')(7_803_148, 'USD', {
      low: 7_800_000, high: 9_100_000, note: 'memory is about 2 M of it; other analysts 9.1 M',
    }),
    cooling: '100% DLC, 45 C supply', cpus: '36x Vera (88 cores)',
  },
  {
    id: 'vr_pod', name: 'Vera Rubin POD', acceleratorId: 'vr200', form: 'pod',
    accelerators: cite('NVIDIA blog on the Vera Rubin POD', '2026', 'vendor')(1152, 'count'),
    scaleUpDomain: rubinPress(72, 'count'),
    note: '40 racks, 60 EFLOPS FP4; power is not published.',
  },
];
