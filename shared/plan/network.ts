import { designNetwork, type NetworkRefusal } from '../network/design.ts';
import type { NetworkDesign } from '../network/types.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import { unreachable } from '../units/result.ts';
import type { Limit, Warning } from '../units/limit.ts';
import { nicGbpsOf } from './links.ts';
import type { References } from './references.ts';

/** The network of the plan, or why there is none. */
export interface NetworkOutcome {
  readonly design: NetworkDesign | null;
  readonly costUsd: number;
  readonly powerKw: number;
  readonly limits: readonly Limit[];
  readonly warnings: readonly Warning[];
}

/** Power of a twin-port 800G module, W: NVIDIA MMS4X00 data sheet, 17 W in all configurations. */
const modulePowerW = 17;

/** Designs the scale-out network for the accelerators in service at once. */
export function planNetwork(inputs: ScenarioInputs, references: References, accelerators: number): NetworkOutcome {
  const { values } = inputs.network;
  const nicGbps = Math.max(...references.groups.map((g) => nicGbpsOf(inputs, g.accelerator)));
  const design = designNetwork({
    accelerators, nicGbps, switchModel: references.switchModel, topology: values.topology, oversubscription: values.oversubscription,
    prices: { switchUsd: values.switchPriceUsd, opticUsd: values.opticPriceUsd, cableUsd: values.cablePriceUsd },
    storageShare: values.storageShare, switchPowerW: values.switchPowerW, modulePowerW,
  });
  if (design.code !== 'ok') return { design: null, costUsd: 0, powerKw: 0, limits: [explain(design)], warnings: [] };
  const warnings: Warning[] = design.powerKw === null ? [{
    code: 'network-power-absent', where: 'network.switchPowerW',
    text: `The power of ${references.switchModel.name} is not in the catalogue, so the network's power is left out; enter network.switchPowerW.`,
  }] : [];
  return { design, costUsd: design.costUsd, powerKw: design.powerKw ?? 0, limits: [], warnings };
}

function explain(refusal: NetworkRefusal): Limit {
  switch (refusal.code) {
    case 'no-radix': return {
      code: 'switch-too-slow', where: 'network.switchModel', limit: Math.max(...refusal.known), value: refusal.gbps, unit: 'Gb/s', broken: true,
      nearestFix: `Choose a switch with ${refusal.gbps} Gb/s ports, or set network.scaleOutGbps to ${Math.max(...refusal.known)}.`,
    };
    case 'too-many-endpoints': return {
      code: 'fabric-too-small', where: 'network.switchModel', limit: refusal.most, value: refusal.endpoints, unit: 'count', broken: true,
      nearestFix: `Choose a switch with more ports, or at most ${refusal.most} accelerators.`,
    };
    default: return unreachable(refusal, 'explain');
  }
}
