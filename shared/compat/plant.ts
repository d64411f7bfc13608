import { coolingRows } from '../catalog/compat/cooling.ts';
import { nicRows, switchRows } from '../catalog/compat/fabrics.ts';
import { hostMemories, hostNeeds } from '../catalog/compat/models.ts';
import type {
  CoolingRow, Fabric, HostMemory, HostNeed, NicRow, Standing, Statement, Terminal,
} from '../catalog/compat/types.ts';
import type { Accelerator, ModelSpec, SwitchModel, System } from '../catalog/types.ts';
import type { Status, Support } from './support.ts';

const statusOf: Readonly<Record<Standing, Status>> =
  { yes: 'supported', partial: 'unknown', no: 'not' };

const answer = (
  standing: Standing | undefined, reason: string, statement: Statement | null,
): Support => ({ status: standing === undefined ? 'unknown' : statusOf[standing], reason,
  statement });

/** What a terminal is called in a sentence. */
export const terminalNames: Readonly<Record<Terminal, string>> = {
  'direct-to-chip': 'direct-to-chip cooling', 'rear-door': 'rear-door exchangers',
  immersion: 'immersion',
};

export const fabricNames: Readonly<Record<Fabric, string>> =
  { infiniband: 'InfiniBand', 'spectrum-x': 'Spectrum-X', roce: 'RoCE' };

const coolingOf = (system: System): CoolingRow | undefined =>
  coolingRows.find(({ systems }) => systems.includes(system.id));

/**
 * Whether a system's heat may be picked up this way.
 * @example coolingOn('immersion', gb300Nvl72).status // 'not'
 */
export function coolingOn(terminal: Terminal, system: System): Support {
  const row = coolingOf(system);
  const standing = row?.terminals[terminal];
  const way = terminalNames[terminal];
  const words: Readonly<Record<Status, string>> = {
    supported: `${system.name} may be cooled by ${way}`,
    unknown: `No source says that ${system.name} may be cooled by ${way}`,
    not: `${system.name} is not made for ${way}`,
  };
  const { status } = answer(standing, '', null);
  return answer(standing, words[status], row?.statement ?? null);
}

/** Liquid a system may be supplied with, degrees Celsius. */
export interface SupplyRange {
  readonly least: number;
  readonly most: number;
  readonly statement: Statement;
}

/**
 * Supply temperatures stated for a system.
 * @returns null where no source states them
 * @example supplyRange(gb300Nvl72)?.most // 45
 */
export function supplyRange(system: System): SupplyRange | null {
  const row = coolingOf(system);
  return row?.supplyC === undefined ? null : { ...row.supplyC, statement: row.statement };
}

/**
 * Whether switches of a model form a fabric.
 * @example fabricOnSwitch('infiniband', sn5600).status // 'not'
 */
export function fabricOnSwitch(fabric: Fabric, model: SwitchModel): Support {
  const row = switchRows.find(({ kind }) => kind === model.fabric);
  const standing = row?.fabrics[fabric];
  const name = fabricNames[fabric];
  return answer(standing, standing === 'yes' ? `${model.name} forms ${name}`
    : standing === 'no' ? `${model.name} forms no ${name}`
      : `No source says that ${model.name} forms ${name}`, row?.statement ?? null);
}

/** The card an accelerator reaches the fabric by, as the tables know it. */
export const nicOf = ({ nic }: Accelerator): NicRow | null =>
  (nic === undefined ? null : nicRows.find((row) => nic.includes(row.nic)) ?? null);

/**
 * Whether the card of an accelerator joins a fabric.
 * @example fabricOnNic('infiniband', mi355x).status // 'not'
 */
export function fabricOnNic(fabric: Fabric, accelerator: Accelerator): Support {
  const row = nicOf(accelerator);
  const standing = row?.fabrics[fabric];
  const card = `the card of ${accelerator.name}${accelerator.nic === undefined ? ''
    : ` (${accelerator.nic})`}`;
  const name = fabricNames[fabric];
  return answer(standing, standing === 'yes' ? `${name} is joined by ${card}`
    : standing === 'no' ? `${name} cannot be joined by ${card}`
      : `No source says that ${name} is joined by ${card}`, row?.statement ?? null);
}

/** What a model needs of a host's memory, and what the host has. */
export interface HostAnswer extends Support {
  readonly needGib: number;
  /** Null where no source states it. */
  readonly haveGib: number | null;
}

/**
 * Whether a system's hosts hold what a model keeps in host memory.
 * @param needs, memories the tables; others only to try the rule
 * @returns null for models that keep nothing there
 */
export function hostMemoryFor(
  system: System, model: ModelSpec, needs: readonly HostNeed[] = hostNeeds,
  memories: readonly HostMemory[] = hostMemories,
): HostAnswer | null {
  const need = needs.find((each) => each.model === model.id);
  if (need === undefined) return null;
  const have = memories.find((each) => each.system === system.id);
  const what = `${model.name} keeps about ${need.gib} GiB in host memory`;
  if (have === undefined) return { status: 'unknown', needGib: need.gib, haveGib: null,
    statement: need.statement,
    reason: `${what}; no source states the host memory of ${system.name}` };
  const fits = have.gib >= need.gib;
  return { status: fits ? 'supported' : 'not', needGib: need.gib, haveGib: have.gib,
    statement: have.statement,
    reason: `${what}; a host of ${system.name} has ${Math.floor(have.gib)} GiB` };
}
