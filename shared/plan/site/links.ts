import { defaultLinks } from '../../inference/defaults.ts';
import type { Links } from '../../inference/links.ts';
import type { SwitchModel } from '../../catalog/types.ts';
import { nsPerMetre } from '../../network/path.ts';
import type { NetworkDesign } from '../../network/types.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { unreachable } from '../../units/result.ts';
import type { GroupReferences } from '../entries/references.ts';

/**
 * Planning values where the fields are empty; plain RoCE loses more to congestion than
 * fabrics that route around it.
 */
const goodputOf = { infiniband: 0.95, 'spectrum-x': 0.95, roce: 0.8 } as const;
const ethernetHopNs = 500;
/** As the QM9700 claims per port. */
const infinibandHopNs = 130;
/** Switches on the longest way of a three-tier fabric, while no fabric is designed. */
const longestHops = 5;

/**
 * A share of the rate in steps of a hundredth: finer ones would redo every frontier for
 * nothing.
 */
const stepped = (share: number): number => Math.max(0.01, Math.round(share * 100) / 100);

/**
 * How far the designed fabric holds back traffic across it: 1 where every accelerator
 * keeps its whole rate.
 */
function contention(inputs: ScenarioInputs, design: NetworkDesign | null): number {
  const { topology, oversubscription } = inputs.network.values;
  switch (topology) {
    // Without spines traffic between rails first crosses the scale-up fabric; the rail
    // itself is not shared.
    case 'rail-only': return 1;
    case 'clos': case 'rail': case 'multi-plane': return oversubscription;
    case 'torus': case 'dragonfly':
      return design === null ? 1 : Math.max(1, 1 / stepped(design.bisectionShare));
    default: return unreachable(topology, 'contention');
  }
}

/**
 * Light through the longest path, us, in steps of a tenth: finer ones would redo every
 * frontier for nothing.
 */
const cableUs = (design: NetworkDesign | null): number =>
  Math.round(((design?.pathM ?? 0) * nsPerMetre) / 100) / 10;

/** Accelerators in one scale-up domain of a system as it is sold. */
export function ownDomain(
  { accelerator, system }: Pick<GroupReferences, 'accelerator' | 'system'>,
): number {
  const largest = defaultLinks(accelerator).scaleUp.domain;
  return system.scaleUpDomain?.value
    ?? Math.min(largest, Math.max(1, system.accelerators.value));
}

/**
 * The two fabrics a group's accelerators talk over: the scale-up domain of its system (or
 * the one entered), and the scale-out network of the scenario as designed: its hops and
 * cables set the latency, its bisection the contention.
 */
export function linksOf(
  inputs: ScenarioInputs,
  { accelerator, system }: Pick<GroupReferences, 'accelerator' | 'system'>,
  switchModel: SwitchModel, design: NetworkDesign | null = null,
): Links {
  const base = defaultLinks(accelerator);
  const { fabric, scaleUpDomain, scaleOutGbps, goodput, hopLatencyNs, endpointLatencyUs } =
    inputs.network.values;
  const own = ownDomain({ accelerator, system });
  const hopNs = hopLatencyNs ?? switchModel.latencyNs?.value
    ?? (fabric === 'infiniband' ? infinibandHopNs : ethernetHopNs);
  return {
    scaleUp: { ...base.scaleUp, domain: scaleUpDomain ?? own },
    scaleOut: {
      ...base.scaleOut, kind: fabric,
      gbps: (scaleOutGbps ?? base.scaleOut.gbps) * (goodput ?? goodputOf[fabric]),
      latencyUs: endpointLatencyUs + ((design?.switchHops ?? longestHops) * hopNs) / 1000
        + cableUs(design),
      oversubscription: contention(inputs, design),
    },
  };
}
