import type { Definition } from '../../facility/devices/device-types.ts';
import type { SupplyPower } from '../../facility/devices/supplies.ts';

/** A definition with what its supplies come to. */
export interface ReadDefinition {
  readonly definition: Definition;
  readonly supply: SupplyPower | null;
  /**
   * Power, W: with as many supplies in reserve as a person says, as one supply states it,
   * or with one of two in reserve. Null where that has to be asked or is not stated.
   */
  readonly powerW: number | null;
  /** Supplies taken to be in reserve; null where that has to be asked. */
  readonly reserve: number | null;
}

/** A device of an inventory. */
export interface PlacedDevice {
  readonly line: number;
  readonly name: string;
  readonly role: string;
  readonly manufacturer: string;
  readonly deviceType: string;
  readonly status: string;
  readonly site: string;
  readonly rack: string;
  readonly position: number | null;
  readonly face: string;
}

export type ReadDevices =
  | { readonly kind: 'definitions'; readonly definitions: readonly ReadDefinition[] }
  | { readonly kind: 'inventory'; readonly devices: readonly PlacedDevice[] };
