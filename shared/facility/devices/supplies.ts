import type { DeviceType } from './device-types.ts';

/** Power of a device by how many of its supplies are in reserve. */
export interface SupplyPower {
  readonly supplies: number;
  /** All supplies carry load, W. */
  readonly allW: number;
  /** Half of them stand behind the other half, W; null where they are not alike. */
  readonly halfW: number | null;
  /** Supplies in reserve where they are alike: half of them, rounded down. */
  readonly usualReserve: number;
}

/**
 * What the supplies of a device come to. Supplies that are alike back each other up: with
 * n + n half of them carry nothing while the others work.
 * @returns null where a supply states no draw, since a sum without it would be too small
 * @example supplyPower({ powerPorts: [{ maximumW: 1100 }, { maximumW: 1100 }] }).halfW // 1100
 */
export function supplyPower({ powerPorts }: Pick<DeviceType, 'powerPorts'>): SupplyPower | null {
  const watts = powerPorts.flatMap(({ maximumW }) => (maximumW === null ? [] : [maximumW]));
  const [first] = watts;
  if (first === undefined || watts.length < powerPorts.length) return null;
  const allW = watts.reduce((sum, each) => sum + each, 0);
  const isAlike = watts.length > 1 && watts.every((each) => each === first);
  const usualReserve = isAlike ? Math.floor(watts.length / 2) : 0;
  return { supplies: watts.length, allW, usualReserve,
    halfW: isAlike ? first * (watts.length - usualReserve) : null };
}

/**
 * Power with a number of supplies in reserve, the strongest first.
 * @example powerWith({ powerPorts: [{ maximumW: 1100 }, { maximumW: 1100 }] }, 1) // 1100
 */
export function powerWith(
  { powerPorts }: Pick<DeviceType, 'powerPorts'>, reserve: number,
): number | null {
  const watts = powerPorts.flatMap(({ maximumW }) => (maximumW === null ? [] : [maximumW]));
  if (watts.length === 0 || watts.length < powerPorts.length || reserve >= watts.length) return null;
  return watts.toSorted((a, b) => b - a).slice(0, watts.length - reserve)
    .reduce((sum, each) => sum + each, 0);
}
