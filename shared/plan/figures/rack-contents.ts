import type { SwitchModel } from '../../catalog/types.ts';
import { devicesOfSystem, type RackDevice } from '../../facility/halls/elevation.ts';
import type { RackSpec } from '../../facility/halls/placement-types.ts';
import { devicesIn, mountDevice } from '../entries/devices.ts';
import { rackInUse } from '../entries/rack-in-use.ts';
import type { StageResults } from '../stages.ts';

/** A rack as its elevation shows it, or why nobody knows what stands in it. */
export interface RackContents {
  readonly heightU: number;
  readonly devices: readonly RackDevice[];
  /** A rack-scale system without published trays is one block. */
  readonly oneBlock: boolean;
}

/**
 * What stands in a rack of a group or beside them; null where neither system nor device
 * states its units.
 */
export function contentsOfRack(
  stages: StageResults, { key, kind }: Pick<RackSpec, 'key' | 'kind'>,
  switchModel: SwitchModel | undefined,
): RackContents | null {
  const { inputs, groups } = stages;
  const roomU = rackInUse(inputs).heightU;
  if (kind === 'compute') {
    const system = groups.find(({ record }) => record.key === key)?.system;
    const own = system === undefined ? null : devicesOfSystem(system);
    if (system === undefined || own === null) return null;
    const beside = devicesIn(inputs, { where: 'group', group: key }).map(mountDevice);
    const devices = [...own, ...beside];
    const oneBlock = system.form === 'rack' && system.trays === undefined;
    return { heightU: Math.max(roomU, unitsOfDevices(devices)), devices, oneBlock };
  }
  if (kind === 'cdu') return null;
  const switches = kind === 'network' ? switchesOf(stages, switchModel) : [];
  const devices = [...switches, ...devicesIn(inputs, { where: kind }).map(mountDevice)];
  return devices.length === 0 ? null
    : { heightU: Math.max(roomU, unitsOfDevices(devices)), devices, oneBlock: false };
}

const unitsOfDevices = (devices: readonly RackDevice[]): number =>
  devices.reduce((sum, device) => sum + device.count * device.heightU, 0);

function switchesOf(
  { inputs, network }: StageResults, model: SwitchModel | undefined,
): readonly RackDevice[] {
  const heightU = model?.heightU?.value;
  const count = Math.min(inputs.hall.values.switchesPerRack, network.design?.switches ?? 0);
  if (model === undefined || heightU === undefined || count === 0) return [];
  const watts = inputs.network.values.switchPowerW ?? model.typicalPowerW?.value ?? null;
  return [{
    name: model.name, count, heightU, weightKg: null,
    powerKw: watts === null ? null : watts / 1000, liquidFraction: 0, ports: 0,
  }];
}
