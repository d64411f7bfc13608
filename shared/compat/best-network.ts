import type { Fabric } from '../catalog/compat/types.ts';
import type { Accelerator, SwitchModel } from '../catalog/types.ts';
import { radixAt } from '../network/cages.ts';
import { fabricOnNic, fabricOnSwitch, nicOf } from './plant.ts';

/** A scale-out network as a plan names it. */
export interface NetworkChoice {
  readonly fabric: Fabric;
  readonly switchModel: string;
}

/** What a network is chosen for. */
export interface NetworkNeed {
  readonly accelerators: readonly Accelerator[];
  /** Rate a switch must have ports for, Gb/s. */
  readonly nicGbps: number;
  readonly switches: readonly SwitchModel[];
  /** Whether a network of such a switch can be built; every one unless said. */
  readonly canBuild?: (model: SwitchModel) => boolean;
}

export const fabrics: readonly Fabric[] = ['infiniband', 'spectrum-x', 'roce'];

/** How well a fabric suits: 0 where a card rules it out, 2 where all are known to join. */
export function suits(fabric: Fabric, accelerators: readonly Accelerator[]): number {
  const ranks = accelerators.map((each) =>
    ({ not: 0, unknown: 1, supported: 2 })[fabricOnNic(fabric, each).status]);
  return Math.min(2, ...ranks);
}

/**
 * Switches for a fabric, best first: those that makers of the cards pair them with, then
 * those with most ports at the rate.
 */
export function switchesFor(fabric: Fabric, need: NetworkNeed): readonly SwitchModel[] {
  const { accelerators, nicGbps, switches, canBuild = () => true } = need;
  const paired = accelerators.flatMap((each) => nicOf(each)?.switches ?? []);
  const placeOf = ({ id }: SwitchModel): number =>
    (paired.includes(id) ? paired.indexOf(id) : paired.length);
  return switches.filter((model) => fabricOnSwitch(fabric, model).status === 'supported'
    && radixAt(model, nicGbps) !== null && canBuild(model))
    .toSorted((a, b) => placeOf(a) - placeOf(b)
      || (radixAt(b, nicGbps) ?? 0) - (radixAt(a, nicGbps) ?? 0));
}

/**
 * The network nearest to the present one that every card joins and a switch can form:
 * fabric and switch stay while they suit.
 * @returns null where no fabric suits all cards, or no switch of the catalogue forms it
 * @example bestNetwork({ fabric: 'infiniband', switchModel: 'q3400' }, needOfMi355x)?.fabric // 'roce'
 */
export function bestNetwork(now: NetworkChoice, need: NetworkNeed): NetworkChoice | null {
  const ranked = [now.fabric, ...fabrics.filter((each) => each !== now.fabric)]
    .filter((fabric) => suits(fabric, need.accelerators) > 0)
    .toSorted((a, b) => suits(b, need.accelerators) - suits(a, need.accelerators));
  for (const fabric of ranked) {
    const able = switchesFor(fabric, need);
    const kept = able.find(({ id }) => id === now.switchModel) ?? able[0];
    if (kept !== undefined) return { fabric, switchModel: kept.id };
  }
  return null;
}

/**
 * The best network, or, where no switch has ports of the rate, one whose fabric suits all
 * the same: that the switch is too slow is then said by itself.
 */
export function nearestNetwork(now: NetworkChoice, need: NetworkNeed): NetworkChoice | null {
  const { canBuild: _canBuild, ...rest } = need;
  return bestNetwork(now, need) ?? bestNetwork(now, { ...rest, nicGbps: 0 });
}
