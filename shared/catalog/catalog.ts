import type { Catalog } from './types.ts';
import { byId } from './cite.ts';
import { nvidiaAccelerators } from './data/accelerators-nvidia.ts';
import { amdAccelerators, otherAccelerators } from './data/accelerators-other.ts';
import { coolingConstants } from './data/constants-cooling.ts';
import { facilityConstants } from './data/constants-facility.ts';
import { failureConstants } from './data/constants-failure.ts';
import { powerConstants } from './data/constants-power.ts';
import { servingConstants } from './data/constants-serving.ts';
import { markets } from './data/markets.ts';
import { deepseekAndKimiModels } from './data/models-deepseek-kimi.ts';
import { llamaAndMixtralModels } from './data/models-llama-mixtral.ts';
import { models2026y12 } from './data/models-2026-12.ts';
import { otherModels } from './data/models-other.ts';
import { peers } from './data/peers.ts';
import { softwareReleases } from './data/releases.ts';
import { sitesAbroad } from './data/sites-abroad.ts';
import { usSites } from './data/sites-us.ts';
import { switchModels } from './data/switches.ts';
import { nvidiaSystems } from './data/systems-nvidia.ts';
import { otherSystems } from './data/systems-other.ts';
import { tokenPrices } from './data/token-prices.ts';
import { transceivers } from './data/transceivers.ts';

/** The catalogue shipped with the product. Projects may override single figures,
never the catalogue itself. */
export const builtInCatalog: Catalog = {
  version: '2026.12.1',
  accelerators: byId([...nvidiaAccelerators, ...amdAccelerators, ...otherAccelerators]),
  systems: byId([...nvidiaSystems, ...otherSystems]),
  switches: byId(switchModels),
  transceivers: byId(transceivers),
  models: byId([
    ...deepseekAndKimiModels, ...llamaAndMixtralModels, ...otherModels, ...models2026y12,
  ]),
  sites: byId([...usSites, ...sitesAbroad]),
  tokenPrices,
  releases: byId(softwareReleases),
  constants: byId([
    ...failureConstants, ...facilityConstants, ...powerConstants, ...coolingConstants,
    ...servingConstants,
  ]),
  peers: byId(peers),
  markets: byId(markets),
};
