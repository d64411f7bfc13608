import type { Catalog } from '../catalog/types.ts';
import type { FailureCause } from './availability/reliability.ts';

/** What a failure stops and how long: by the part that failed. */
export interface BlastRules {
  /** Accelerators that serve together: the scale-up or tensor-parallel group. */
  readonly groupSize: number;
  /** Accelerators of a host. */
  readonly hostSize: number;
  /**
   * Hours to restart what a failed accelerator, host or network part stopped; hours to restart after
   * software.
   */
  readonly repairHours: number;
  readonly restartHours: number;
}

/** Parts of the published table by what they take down. */
const partOf: Readonly<Record<string, 'group' | 'host' | 'restart'>> = {
  'faulty-gpu': 'group', 'hbm': 'group', 'sram': 'group', 'gpu-processor': 'group',
    'silent-corruption': 'group',
  'gpu-thermal': 'group', 'network': 'group', 'nic': 'group',
  'host-maintenance': 'host', 'ssd': 'host', 'power-supply': 'host', 'chassis': 'host', 'io-board': 'host',
  'cpu': 'host', 'system-memory': 'host',
  'software': 'restart', 'nccl-timeout': 'restart', 'dependency': 'restart',
};

const prefix = 'failure-llama3-';

/**
 * Causes of interruption with their published rates, and what each takes down: accelerator and network parts
 * stop the group that serves together, host parts their host or the group if that is larger, software a
 * group for the time of a restart.
 * @returns one cause per line of the table; empty when the catalogue has none
 * @source rates: Llama 3 Herd of Models, table 5, measured in training; radius and times are the plan's
 * @example listCauses(builtInCatalog, rules).length // 18
 */
export function listCauses(catalog: Pick<Catalog, 'constants'>, rules: BlastRules): readonly FailureCause[] {
  const host = Math.max(rules.hostSize, rules.groupSize);
  return Object.values(catalog.constants).flatMap(({ id, name, figure }): readonly FailureCause[] => {
    const part = id.startsWith(prefix) ? partOf[id.slice(prefix.length)] : undefined;
    if (part === undefined) return [];
    return [{
      name, perAcceleratorYear: figure.value, blastRadius: part === 'host' ? host : rules.groupSize,
      repairHours: part === 'restart' ? rules.restartHours : rules.repairHours,
    }];
  });
}
