import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { SwitchModel } from '../../../shared/catalog/types.ts';
import { designNetwork } from '../../../shared/network/design.ts';
import type { NetworkDesign, NetworkParams } from '../../../shared/network/types.ts';

export function switchOf(id: string): SwitchModel {
  const found = builtInCatalog.switches[id];
  if (found === undefined) throw new Error(id);
  return found;
}

/** A four-unit pod on QM9700; prices are round numbers. */
export const pod: NetworkParams = {
  accelerators: 1024, nicGbps: 400, switchModel: switchOf('qm9700'), topology: 'rail',
  oversubscription: 1, prices: { switchUsd: 40_000, opticUsd: 900, cableUsd: 100 },
  storageShare: 0.15, switchPowerW: null, modulePowerW: 17,
};

/** The pod with changes, which must be possible. */
export function design(change: Partial<NetworkParams>): NetworkDesign {
  const found = designNetwork({ ...pod, ...change });
  if (found.code !== 'ok') throw new Error(JSON.stringify(found));
  return found;
}
