import { defaultLinks } from '../inference/defaults.ts';
import type { Links } from '../inference/links.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import type { GroupReferences } from './references.ts';

/**
 * The two fabrics a group's accelerators talk over: the scale-up domain of its system (or the one entered),
 * and the scale-out network of the scenario.
 */
export function linksOf(inputs: ScenarioInputs, { accelerator, system }: Pick<GroupReferences, 'accelerator' | 'system'>): Links {
  const base = defaultLinks(accelerator);
  const { fabric, scaleUpDomain, scaleOutGbps, oversubscription, topology } = inputs.network.values;
  const own = system.scaleUpDomain?.value ?? Math.min(base.scaleUp.domain, Math.max(1, system.accelerators.value));
  return {
    scaleUp: { ...base.scaleUp, domain: scaleUpDomain ?? own },
    scaleOut: {
      ...base.scaleOut, kind: fabric, gbps: scaleOutGbps ?? base.scaleOut.gbps,
      // Without spines traffic between rails first crosses the scale-up fabric; the rail itself is not shared.
      oversubscription: topology === 'rail-only' ? 1 : oversubscription,
    },
  };
}
