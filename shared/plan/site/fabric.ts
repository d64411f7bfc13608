import { designNetwork, type NetworkRefusal } from '../../network/design.ts';
import { radixAt } from '../../network/cages.ts';
import { estimateLengths, type LinkLengths } from '../../network/lengths.ts';
import type { NetworkDesign, NetworkParams } from '../../network/types.ts';
import { mediaByReach } from '../../network/media.ts';
import type { ScenarioInputs, Values } from '../../project/resolve.ts';
import { unreachable } from '../../units/result.ts';
import type { Limit, Warning } from '../../units/limit.ts';
import { networkDevicesKw } from '../entries/devices.ts';
import { rackInUse } from '../entries/rack-in-use.ts';
import { nicGbpsOf } from '../entries/nic-rate.ts';
import type { GroupReferences, References } from '../entries/references.ts';

/** The network of the plan, or why there is none. */
export interface NetworkOutcome {
  readonly design: NetworkDesign | null;
  readonly costUsd: number;
  readonly powerKw: number;
  readonly limits: readonly Limit[];
  readonly warnings: readonly Warning[];
}

/**
 * Power of a twin-port 800G module, W: NVIDIA MMS4X00 data sheet, 17 W in all
 * configurations.
 */
const modulePowerW = 17;

/** Accelerators of a tray of rack-scale systems (NVL72: 18 trays of 4). */
const perTray = 4;

/** Accelerators of a node that have rails of their own: those of a tray, or of a server. */
const railsOf = ({ system }: GroupReferences): number =>
  (system.form === 'server' ? Math.min(16, system.accelerators.value)
    : Math.min(perTray, system.accelerators.value));

/** Mean laid lengths: entered, or estimated from the racks and the pitch of their rows. */
function lengthsOf(
  inputs: ScenarioInputs, references: References, accelerators: number, nicGbps: number,
  rails: number,
): LinkLengths {
  const { nodeLeafM, leafSpineM, spineCoreM } = inputs.network.values;
  const { coldAisleM, hotAisleM } = inputs.hall.values;
  const { pitchM, depthM } = rackInUse(inputs);
  const perRack = Math.max(1, ...[
    ...references.groups.values(),
  ].map((g) => (g.system.perRack?.value ?? 1) * g.system.accelerators.value));
  const leafDown = (radixAt(references.switchModel, nicGbps) ?? 2) / 2;
  const estimate = estimateLengths({
    racks: Math.max(1, Math.ceil(accelerators / perRack)), rackWidthM: pitchM,
    rowPitchM: depthM + (coldAisleM + hotAisleM) / 2,
    racksPerUnit: Math.max(1, Math.round((leafDown * rails) / perRack)),
  });
  return {
    nodeLeafM: nodeLeafM ?? estimate.nodeLeafM,
    leafSpineM: leafSpineM ?? estimate.leafSpineM,
    spineCoreM: spineCoreM ?? estimate.spineCoreM,
  };
}

/** A fabric before it is priced and timed: what racks and halls need of it. */
export interface FabricOutcome {
  readonly design: Pick<NetworkDesign, 'switches'> | null;
  readonly powerKw: number;
}

/** Prices and latencies that racks do not depend on. */
type PricedParts = Pick<NetworkParams, 'prices' | 'storageShare' | 'nicNs' | 'switchNs'>;

const unpriced: PricedParts = { prices: { switchUsd: 0, opticUsd: 0, cableUsd: 0 },
  storageShare: 0, nicNs: 0, switchNs: 0 };

function pricedParts({ network: { values, set } }: ScenarioInputs): PricedParts {
  const entered =
    ['switchPriceUsd', 'opticPriceUsd', 'cablePriceUsd'].every((key) => set.has(key));
  return {
    prices: { switchUsd: values.switchPriceUsd, opticUsd: values.opticPriceUsd,
      cableUsd: values.cablePriceUsd, evidence: entered ? 'user' : 'assumed' },
    storageShare: values.storageShare, nicNs: values.endpointLatencyUs * 1000,
    ...(values.hopLatencyNs === null ? {} : { switchNs: values.hopLatencyNs }),
  };
}

function design(
  inputs: ScenarioInputs, references: References, accelerators: number, parts: PricedParts,
) {
  const { values } = inputs.network;
  const groups = [...references.groups.values()];
  const nicGbps = Math.max(...groups.map((g) => nicGbpsOf(inputs, g.accelerator)));
  const rails = values.rails ?? Math.max(...groups.map(railsOf));
  return designNetwork({
    accelerators, nicGbps, switchModel: references.switchModel, topology: values.topology,
    oversubscription: values.oversubscription, ...parts,
    switchPowerW: values.switchPowerW, modulePowerW, rails, planes: values.planes,
    torusDimensions: values.torusDimensions,
    lengths: lengthsOf(inputs, references, accelerators, nicGbps, rails),
  });
}

/** The same, and whether its power is known: where it is not, nothing stands for it. */
export interface SizedFabric extends FabricOutcome {
  readonly isPowerKnown: boolean;
}

/**
 * The fabric for a number of accelerators as far as racks and halls depend on it:
 * switches and power.
 */
export function planFabric(
  inputs: ScenarioInputs, references: References, accelerators: number,
): SizedFabric {
  const fabric = design(inputs, references, accelerators, unpriced);
  if (fabric.code !== 'ok') return { design: null, powerKw: 0, isPowerKnown: true };
  return { design: { switches: fabric.switches }, isPowerKnown: fabric.powerKw !== null,
    powerKw: (fabric.powerKw ?? 0) + networkDevicesKw(inputs, fabric.switches) };
}

/** Designs the scale-out network for the accelerators in service at once. */
export function planNetwork(
  inputs: ScenarioInputs, references: References, accelerators: number,
): NetworkOutcome {
  const { values } = inputs.network;
  const fabric = design(inputs, references, accelerators, pricedParts(inputs));
  if (fabric.code !== 'ok')
    return { design: null, costUsd: 0, powerKw: 0, limits: [explain(fabric)], warnings: [] };
  const tooLong = fabric.beyondReach.map((tier): Limit => ({
    code: 'cable-too-long', where: `network.${tier}`, limit: longestLinkM,
    value: lengthOf(values, tier), unit: 'm', broken: true,
    nearestFix:
      `No medium of the catalogue reaches farther than ${longestLinkM} m; shorten network.${tier}.`,
    fix: [{ path: `network.${tier}`, value: longestLinkM }],
  }));
  return { design: fabric, costUsd: fabric.costUsd,
    powerKw: (fabric.powerKw ?? 0) + networkDevicesKw(inputs, fabric.switches),
    limits: [...unpowered(fabric, references.switchModel.name), ...tooLong],
    warnings: [] };
}

/** Switches whose power nobody knows: a plan without it would look cheaper. */
const unpowered = ({ powerKw }: NetworkDesign, name: string): readonly Limit[] =>
  (powerKw !== null ? [] : [{
    code: 'network-power-absent', where: 'network.switchPowerW', limit: 0, value: 0,
    unit: 'W', broken: true,
    nearestFix: `${name} has no power figure in the catalogue, so what the network `
      + 'draws is not known. Enter network.switchPowerW, or choose another switch.',
  }]);

const longestLinkM = mediaByReach.at(-1)?.reachM ?? 0;
const lengthOf = (values: Values<'network'>, tier: keyof LinkLengths): number =>
  values[tier] ?? 0;

function explain(refusal: NetworkRefusal): Limit {
  switch (refusal.code) {
    case 'no-radix': {
      // A card cannot be made faster than it is.
      const slower = refusal.known.filter((gbps) => gbps < refusal.gbps);
      return {
        code: 'switch-too-slow', where: 'network.switchModel',
        limit: Math.max(0, ...refusal.known), value: refusal.gbps, unit: 'Gb/s',
        broken: true,
        nearestFix: refusal.known.length === 0
          ? `The catalogue states no ports of this switch for a network between servers; choose one with ${refusal.gbps} Gb/s ports.`
          : `Choose a switch with ${refusal.gbps} Gb/s ports${slower.length === 0 ? '' : `, or set network.scaleOutGbps to ${Math.max(...slower)}`}.`,
        ...(slower.length === 0 ? {}
          : { fix: [{ path: 'network.scaleOutGbps', value: Math.max(...slower) }] }),
      };
    }
    case 'too-many-endpoints': return {
      code: 'fabric-too-small', where: 'network.switchModel', limit: refusal.most,
      value: refusal.endpoints, unit: 'count', broken: true,
      nearestFix: `Choose a switch with more ports, or at most ${refusal.most} accelerators.`,
    };
    default: return unreachable(refusal, 'explain');
  }
}
