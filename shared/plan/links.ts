import { defaultLinks } from '../inference/defaults.ts';
import type { Links } from '../inference/links.ts';
import type { SwitchModel } from '../catalog/types.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import type { GroupReferences } from './references.ts';

/** Planning values where the fields are empty; plain RoCE loses more to congestion than fabrics that route around it. */
const goodputOf = { infiniband: 0.95, 'spectrum-x': 0.95, roce: 0.8 } as const;
const ethernetHopNs = 500;
/** As the QM9700 claims per port. */
const infinibandHopNs = 130;
/** NIC and PCIe on both ends, us. */
const endpointsUs = 1.4;
/** Switches on the longest way of a three-tier fabric. */
const longestHops = 5;

/**
 * The two fabrics a group's accelerators talk over: the scale-up domain of its system (or the one entered),
 * and the scale-out network of the scenario.
 */
export function linksOf(inputs: ScenarioInputs, { accelerator, system }: Pick<GroupReferences, 'accelerator' | 'system'>, switchModel: SwitchModel): Links {
  const base = defaultLinks(accelerator);
  const { fabric, scaleUpDomain, scaleOutGbps, oversubscription, topology, goodput, hopLatencyNs } = inputs.network.values;
  const own = system.scaleUpDomain?.value ?? Math.min(base.scaleUp.domain, Math.max(1, system.accelerators.value));
  const hopNs = hopLatencyNs ?? switchModel.latencyNs?.value ?? (fabric === 'infiniband' ? infinibandHopNs : ethernetHopNs);
  return {
    scaleUp: { ...base.scaleUp, domain: scaleUpDomain ?? own },
    scaleOut: {
      ...base.scaleOut, kind: fabric, gbps: (scaleOutGbps ?? base.scaleOut.gbps) * (goodput ?? goodputOf[fabric]),
      latencyUs: endpointsUs + (longestHops * hopNs) / 1000,
      // Without spines traffic between rails first crosses the scale-up fabric; the rail itself is not shared.
      oversubscription: topology === 'rail-only' ? 1 : oversubscription,
    },
  };
}

/** NIC rate of an accelerator as the fabric is built for it, Gb/s. */
export const nicGbpsOf = (inputs: ScenarioInputs, accelerator: GroupReferences['accelerator']): number =>
  inputs.network.values.scaleOutGbps ?? defaultLinks(accelerator).scaleOut.gbps;
