/**
 * What a link is made of: passive copper, a cable with fixed modules, or fibre between
 * plugged modules.
 */
export type LinkMedium = 'copper' | 'active-optical' | 'multi-mode' | 'single-mode';

export interface MediumRule {
  readonly medium: LinkMedium;
  readonly reachM: number;
  /** Plugged modules at each end of a link; copper and active cables carry their own. */
  readonly modulesPerEnd: 0 | 1;
}

/**
 * Media from the shortest reach to the longest. Copper 2 m: the low end of the 2-3 m
 * quoted for 800G passive cables. Multi-mode 50 m: 800G SR8. Single-mode 500 m: NVIDIA
 * MMS4X00-NM. Active optical cables, which need no separate modules, are not chosen by
 * distance: no reach was found.
 */
export const mediaByReach: readonly MediumRule[] = [
  { medium: 'copper', reachM: 2, modulesPerEnd: 0 },
  { medium: 'multi-mode', reachM: 50, modulesPerEnd: 1 },
  { medium: 'single-mode', reachM: 500, modulesPerEnd: 1 },
];

/**
 * The medium of shortest reach that still covers a length.
 * @param lengthM laid length, >= 0
 * @returns null beyond 500 m
 * @throws RangeError on a negative length
 * @example chooseMedium(30)?.medium // 'multi-mode'
 */
export function chooseMedium(lengthM: number): MediumRule | null {
  if (!(lengthM >= 0)) throw new RangeError(`lengthM is ${lengthM}`);
  return mediaByReach.find((rule) => lengthM <= rule.reachM) ?? null;
}

export interface ModuleParams {
  /** Optical links whose lower end is a node. */
  readonly nodeLinks: number;
  /** Optical links between switches. */
  readonly switchLinks: number;
  /** Links that share a cage at a switch and at a node. */
  readonly portsPerSwitchCage: number;
  readonly portsPerNodeCage: number;
}

export interface ModuleCount {
  readonly switchModules: number;
  readonly nodeModules: number;
}

/**
 * Optical modules of a network: one per cage at both ends of every optical link.
 * switch = ceil((node links + 2 switch links) / ports per cage), node = ceil(node links /
 * ports per cage).
 * @source DGX SuperPOD H100 RA-11333-001, tables 7-8: 1,536 and 508 modules for 1,024 +
 *   1,024 links
 * @example countModules({ ...twinPort, nodeLinks: 8, switchLinks: 8 }) // 12 and 4 with two ports a cage
 */
export function countModules(params: ModuleParams): ModuleCount {
  const { nodeLinks, switchLinks, portsPerSwitchCage, portsPerNodeCage } = params;
  return {
    switchModules: cagesFor(nodeLinks + 2 * switchLinks, portsPerSwitchCage),
    nodeModules: cagesFor(nodeLinks, portsPerNodeCage),
  };
}

const cagesFor = (ports: number, perCage: number): number =>
  (ports === 0 ? 0 : Math.ceil(ports / perCage - 1e-9));
