import type { Constant } from '../types.ts';
import type { Sourced } from '../../units/provenance.ts';
import { cite, unverified } from '../cite.ts';
import { constant, midpoint } from './constant.ts';

const llama3 = cite('Llama 3 Herd of Models, Table 5 (arXiv 2407.21783)', '2024-07',
  'measured');
const terrestrial = cite('research-viewer.pages.dev, terrestrial GPU failure rate', null,
  'analyst');
const delta = cite('Cui et al. 2025 (Delta cluster), via research-viewer.pages.dev',
  '2025', 'measured');
const crusoe = cite('Crusoe talk at GTC 2025, via glennklockwood.com', '2025', 'vendor');
const guide = cite('aidatacenterguide.com', null, 'analyst');

/** GPU-years observed in the Llama 3 run: 16,384 GPUs for 54 days. */
const llama3GpuYears = (16_384 * 54) / 365.25;

function perGpuYear(count: number): Sourced {
  return llama3(Number((count / llama3GpuYears).toPrecision(4)), '1/year', {
    note:
      `per GPU; ${count} interruptions in 54 days on 16,384 H100, divided by their GPU-years`,
  });
}

const failure = (id: string, name: string, figure: Sourced): Constant =>
  constant('failure', `failure-${id}`, name, figure);

/** Causes of unexpected interruption in the Llama 3 run: id, name, count. */
const llama3Causes: readonly (readonly [string, string, number])[] = [
  ['faulty-gpu', 'Faulty GPU', 148], ['hbm', 'GPU HBM memory', 72],
  ['software', 'Software bug', 54], ['network', 'Network switch or cable', 35],
  ['host-maintenance', 'Unplanned host maintenance', 32], ['sram', 'GPU SRAM memory', 19],
  ['gpu-processor', 'GPU system processor', 17], ['nic', 'NIC', 7],
  ['nccl-timeout', 'NCCL watchdog timeout', 7],
  ['silent-corruption', 'Silent data corruption', 6],
  ['gpu-thermal', 'GPU thermal interface and sensor', 6], ['ssd', 'SSD', 3],
  ['power-supply', 'Power supply', 3], ['chassis', 'Server chassis', 2],
  ['io-board', 'IO expansion board', 2], ['dependency', 'Dependency', 2],
  ['cpu', 'CPU', 2], ['system-memory', 'System memory', 2],
];

export const failureConstants: readonly Constant[] = [
  ...llama3Causes.map(([id, name, count]) => failure(`llama3-${id}`, `${name}, interruptions`,
    perGpuYear(count))),
  failure('llama3-unexpected', 'All unexpected interruptions', perGpuYear(419)),
  failure('llama3-goodput', 'Effective training time, Llama 3 run',
    llama3(0.9, 'fraction', { low: 0.9, high: 1,
      note: 'stated as more than 90 %; 466 interruptions, 47 planned' })),
  failure('gpu-permanent', 'Permanent GPU failure, H100 class', terrestrial(0.04, '1/year', {
    low: 0.025, high: 0.06, note: 'per GPU; the upper end annualises 148 faulty GPUs',
  })),
  failure('hbm-uncorrectable-raw', 'HBM uncorrectable errors before repair',
    delta(0.1, '1/year', {
      evidence: 'analyst', note: 'per H100',
    })),
  failure('hbm-uncorrectable', 'HBM uncorrectable errors after row remapping',
    delta(0.008, '1/year', {
      evidence: 'analyst', note: 'per H100; 92 % are remapped',
    })),
  failure('spare-share', 'Spare nodes', delta(0.05, 'fraction', {
    note: '5 % for 99.9 % job availability with 2.2 h recovery',
  })),
  failure('replacement-days', 'Physical GPU replacement', cite(
    'Nonuniform tensor parallelism paper, via research-viewer.pages.dev', null, 'analyst',
  )(4, 'day', { low: 3, high: 5 })),
  failure('mttf-1024-a100', 'Mean time to failure of a 1,024-GPU job', cite(
    'Revisiting Reliability (Meta)', '2024', 'measured',
  )(7.9, 'h', { note: 'A100 research clusters; via a secondary source' })),
  failure('rsc1-node', 'Node failures, RSC-1 (A100)', unverified(6.5, '1/1000 node-days', {
    low: 2.34, high: 6.5, note: 'Kokolis et al. 2024; RSC-2 has 2.34',
  })),
  failure('lemon-nodes', 'Chronically defective nodes', cite(
    'Meta 2024, via research-viewer.pages.dev', '2024', 'measured')(0.012, 'fraction',
    { note: 'share of the fleet' })),
  failure('crusoe-host-replaced', 'Cases with GPU host replaced, H200',
    crusoe(0.415, 'fraction', {
      note: 'about 205 cases in 4 months',
    })),
  failure('crusoe-gpu-recovered', 'Cases with recoverable GPU faults, H200',
    crusoe(0.195, 'fraction')),
  failure('crusoe-ib-hardware', 'Cases of InfiniBand hardware, H200',
    crusoe(0.122, 'fraction', {
      note: 'recoverable 0.049, other 0.17',
    })),
  failure('transceiver', 'Optical module failures, 400G and 800G', unverified(0.01, '1/year', {
    low: 0.005, high: 0.02, note: 'planning range, no primary source found',
  })),
  failure('tier3-availability', 'Tier III availability',
    guide(0.99982, 'fraction', { note: '1.6 h per year' })),
  failure('tier4-availability', 'Tier IV availability',
    guide(0.99995, 'fraction', { note: '26 min per year' })),
  failure('goodput', 'Effective training time, industry',
    midpoint(guide, 0.9, 0.96, 'fraction', '0.90 average, 0.96 best')),
];
