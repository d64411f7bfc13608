import type { RackSpec } from './placement-types.ts';

/** Shares of a network rack's units left for patch panels and cable management; assumed. */
const panelShare = 0.25;

/** What stands beside the compute racks. */
export interface SupportParams {
  /** Switches of all networks; power null where nobody states it. */
  readonly switches: {
    readonly count: number; readonly heightU: number; readonly kw: number | null
  };
  /** Storage racks are counted by the planner: no public rule sizes them for inference. */
  readonly storage: { readonly racks: number; readonly kw: number };
  /**
   * Row-based coolant distribution units installed, each in a position of its own, and
   * their pump power.
   */
  readonly cdus: {
    readonly count: number; readonly kw: number; readonly weightKg: number | null
  };
  /** Height of a network or storage rack, and the power it may draw, kW. */
  readonly rackHeightU: number;
  readonly rackKw: number;
}

/** Network racks cannot be sized without the power of a switch. */
export interface SupportRacks {
  readonly specs: readonly RackSpec[];
  readonly unsized: readonly { readonly key: 'network'; readonly missing: 'switch power' }[];
}

/**
 * Network, storage and CDU racks to place beside the compute racks. Network racks = the
 * larger of ceil(switches / switches per rack) by height, with a quarter of the units for
 * panels, and by power.
 * @returns groups of at least one rack; network racks without a known switch power are
 *   named, not guessed
 * @throws RangeError when one switch is too high or too strong for a rack
 * @example supportRacks({ ...params, switches: { count: 40, heightU: 2, kw: 1.5 } }).specs[0]?.racks // 3
 */
export function supportRacks(params: SupportParams): SupportRacks {
  const { switches, storage, cdus, rackHeightU, rackKw } = params;
  const specs: RackSpec[] = [];
  if (switches.count > 0 && switches.kw !== null) {
    const perRack = switchesPerRack(switches.heightU, switches.kw, rackHeightU, rackKw);
    const racks = Math.ceil(switches.count / perRack);
    specs.push({
      key: 'network', kind: 'network', racks, kw: (switches.count * switches.kw) / racks,
      liquidFraction: 0, weightKg: null, heightU: rackHeightU,
    });
  }
  if (storage.racks > 0) {
    specs.push({
      key: 'storage', kind: 'storage', racks: storage.racks, kw: storage.kw, liquidFraction: 0,
      weightKg: null, heightU: rackHeightU,
    });
  }
  if (cdus.count > 0) {
    specs.push({
      key: 'cdu', kind: 'cdu', racks: cdus.count, kw: cdus.kw, liquidFraction: 0,
      weightKg: cdus.weightKg,
      heightU: rackHeightU,
    });
  }
  const unsized = switches.count > 0 && switches.kw === null;
  return { specs, unsized: unsized ? [{ key: 'network', missing: 'switch power' }] : [] };
}

function switchesPerRack(
  heightU: number, kw: number, rackHeightU: number, rackKw: number,
): number {
  const byHeight = Math.floor((rackHeightU * (1 - panelShare)) / heightU);
  const byPower = Math.floor(rackKw / kw + 1e-9);
  const perRack = Math.min(byHeight, byPower);
  if (!(perRack >= 1))
    throw new RangeError(`a switch of ${heightU} U and ${kw} kW does not fit a rack`);
  return perRack;
}
