import { frameworkIds, type FrameworkId } from '../catalog/compat/types.ts';
import type {
  Accelerator, Catalog, MeasuredPoint, ModelSpec, SwitchModel, System,
} from '../catalog/types.ts';
import { acceleratorOf } from '../catalog/lookup.ts';
import { bestServing, bestTerminal } from '../compat/best.ts';
import {
  bestNetwork, nearestNetwork, type NetworkChoice, type NetworkNeed,
} from '../compat/best-network.ts';
import { supplyRange } from '../compat/plant.ts';
import { supportOf } from '../compat/support.ts';
import { defaultLinks } from '../inference/defaults.ts';
import { radixAt } from '../network/cages.ts';
import { closReach } from '../network/clos.ts';
import type { StartKit } from '../project/guided-start.ts';
import { fieldOf } from '../project/kinds.ts';
import { ok, refuse, type Result } from '../units/result.ts';

/** What a kit is chosen from, and for how much power. */
export interface KitWith {
  readonly catalog: Catalog;
  /** Measured serving points; null where none are at hand. */
  readonly points: readonly MeasuredPoint[] | null;
  readonly utilityMw: number;
}

/** The network of a plan that has none yet. */
const noNetwork: NetworkChoice = { fabric: 'infiniband', switchModel: '' };

/** Accelerators the power of a site feeds if nothing else took any: never too few. */
function mostAccelerators({ maxPowerKw, accelerators }: System, utilityMw: number): number {
  return maxPowerKw === undefined ? 0
    : Math.ceil(utilityMw * 1000 / maxPowerKw.value) * accelerators.value;
}

/** The supply temperature nearest to the default that a system may be given, °C. */
function supplyFor(system: System): number {
  const given = Number(fieldOf('cooling', 'liquidSupplyC')?.default);
  const range = supplyRange(system);
  return range === null ? given : Math.min(Math.max(given, range.least), range.most);
}

/**
 * The network of a system: its card's own rate where a switch has ports of it, else the
 * fastest rate that a switch has; a switch that reaches all endpoints where there is one.
 */
function networkFor(
  accelerator: Accelerator, endpoints: number, { catalog }: KitWith,
): Pick<StartKit, 'fabric' | 'switchModel' | 'scaleOutGbps'> | null {
  const own = defaultLinks(accelerator).scaleOut.gbps;
  const switches = Object.values(catalog.switches);
  const needAt = (nicGbps: number): NetworkNeed =>
    ({ accelerators: [accelerator], nicGbps, switches });
  const slower = switches.flatMap(({ radix }) => radix.map(({ gbps }) => gbps))
    .filter((gbps) => gbps < own).toSorted((a, b) => b - a);
  const rate = [own, ...slower].find((gbps) => bestNetwork(noNetwork, needAt(gbps)) !== null) ?? own;
  const reaches = (model: SwitchModel): boolean => {
    const ports = radixAt(model, rate);
    return ports !== null && ports > 0 && closReach(ports - (ports % 2), 1) >= endpoints;
  };
  const found = bestNetwork(noNetwork, { ...needAt(rate), canBuild: reaches })
    ?? nearestNetwork(noNetwork, needAt(rate));
  return found === null ? null : { ...found, scaleOutGbps: rate === own ? null : rate };
}

/** What is chosen for a system, and what is not known of it. */
export interface Kit extends StartKit {
  /** Whether a source says for every model that it runs this way. */
  readonly known: boolean;
  /** Engines that are known to run every model so. */
  readonly engines: readonly FrameworkId[];
  /** Rate of the system's own cards, Gb/s. */
  readonly ownGbps: number;
}

/**
 * What a system is best put together with, as far as is known: for each model precision
 * and serving engine, cooling within the range its maker states, and the fabric and switch
 * its cards join.
 * @param models those its racks serve, in order
 * @returns or the reason why it cannot serve one of them
 * @example kitOf(gb300Nvl72, [gptOss], { catalog, points: null, utilityMw: 20 }).value.switchModel // 'q3400'
 */
export function kitOf(
  system: System, models: readonly ModelSpec[], using: KitWith,
): Result<Kit, string> {
  const { catalog, points, utilityMw } = using;
  const found = acceleratorOf(catalog, system);
  if (!found.ok) return refuse(`The catalogue has no accelerator of ${system.name}`);
  const accelerator = found.value;
  const mode = 'auto';
  const serving = models.map((model) =>
    ({ model, best: bestServing({ accelerator, model, mode, points }) }));
  const unserved = serving.find(({ best }) => best === null);
  if (unserved !== undefined)
    return refuse(`No serving engine runs ${unserved.model.name} on ${system.name}`);
  const network = networkFor(accelerator, mostAccelerators(system, utilityMw), using);
  if (network === null) return refuse(`No fabric is joined by the cards of ${system.name}`);
  return ok({
    serving: serving.flatMap(({ best }) => best ?? []),
    terminal: bestTerminal([system]), liquidSupplyC: supplyFor(system), ...network,
    known: serving.every(({ model, best }) => best !== null
      && supportOf({ ...best, accelerator, model, mode }, points).status === 'supported'),
    engines: frameworkIds.filter((framework) => serving.every(({ model, best }) => best !== null
      && supportOf({ framework, precision: best.precision, accelerator, model, mode }, null)
        .status === 'supported')),
    ownGbps: defaultLinks(accelerator).scaleOut.gbps,
  });
}
