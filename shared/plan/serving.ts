import type { Frontier, FrontierPoint, Refusal, ServingRequest } from '../inference/types.ts';
import type { MeasuredPoint, SwitchModel } from '../catalog/types.ts';
import type { NetworkDesign } from '../network/types.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import type { Result } from '../units/result.ts';
import { linksOf } from './links.ts';
import type { GroupReferences } from './references.ts';

/** What the inference stage found for one rack group. */
export interface GroupServing extends GroupReferences {
  readonly request: ServingRequest;
  readonly frontier: Result<Frontier, Refusal>;
  readonly chosen: Result<FrontierPoint, Refusal>;
}

/** Serving instances are looked for up to this many accelerators, beyond which published deployments are rare. */
const mostAcceleratorsPerInstance = 72;

/** The question a rack group puts to the inference stage. */
export function servingRequest(inputs: ScenarioInputs, group: GroupReferences, switchModel: SwitchModel, design: NetworkDesign | null, measured: readonly MeasuredPoint[] | null): ServingRequest {
  const { values } = group.record;
  const traffic = group.traffic.values;
  const fixed = {
    ...(values.tensorParallel === null ? {} : { tp: values.tensorParallel }),
    ...(values.attentionDp === null ? {} : { attentionDp: values.attentionDp }),
    ...(values.expertParallel === null ? {} : { ep: values.expertParallel }),
    ...(values.concurrency === null ? {} : { concurrency: values.concurrency }),
  };
  return {
    model: group.model, accelerator: group.accelerator, precision: values.precision, framework: values.framework,
    isl: traffic.isl, osl: traffic.osl, cacheHit: traffic.cacheHit, speculativeDraft: values.speculativeDraft, mode: values.mode,
    links: linksOf(inputs, group, switchModel, design),
    limits: {
      minTokPerSecPerUser: traffic.minTokPerSecPerUser === 0 ? null : traffic.minTokPerSecPerUser,
      maxTtftMs: traffic.maxTtftS * 1000,
    },
    ...(Object.keys(fixed).length === 0 ? {} : { fixed }),
    maxAcceleratorsPerInstance: mostAcceleratorsPerInstance,
    ...(measured === null ? {} : { measured }),
  };
}
