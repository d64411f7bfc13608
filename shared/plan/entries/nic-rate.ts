import type { Accelerator } from '../../catalog/types.ts';
import { defaultLinks } from '../../inference/defaults.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';

/** NIC rate of an accelerator as the fabric is built for it, Gb/s. */
export const nicGbpsOf = (
  inputs: Pick<ScenarioInputs, 'network'>, accelerator: Accelerator,
): number =>
  inputs.network.values.scaleOutGbps ?? defaultLinks(accelerator).scaleOut.gbps;
