/** Groups of fully meshed routers, every group linked to every other. */
export interface DragonflyDesign {
  /** Hosts and global links of a router, routers of a group. */
  readonly hostsPerRouter: number;
  readonly routersPerGroup: number;
  readonly globalPerRouter: number;
  readonly groups: number;
  readonly routers: number;
  readonly hostLinks: number;
  readonly localLinks: number;
  readonly globalLinks: number;
  /** Global links between two halves of the groups. */
  readonly bisectionLinks: number;
  /** Most hosts this radix reaches: a p (a h + 1). */
  readonly reach: number;
}

/**
 * Balanced dragonfly for a number of hosts: a = 2p = 2h, so a router has p + (a - 1) + h
 * = 4p - 1 ports in use.
 * @param hosts >= 1
 * @param radix ports of a router at NIC speed, >= 3
 * @returns null when a p (a h + 1) hosts are fewer than asked for
 * @throws RangeError on hosts < 1 or radix < 3
 * @source J. Kim et al., Technology-Driven, Highly-Scalable Dragonfly Topology, ISCA 2008
 * @example sizeDragonfly(1056, 15)?.groups // 33
 */
export function sizeDragonfly(hosts: number, radix: number): DragonflyDesign | null {
  if (!(hosts >= 1)) throw new RangeError(`hosts is ${hosts}`);
  if (!(radix >= 3)) throw new RangeError(`radix is ${radix}`);
  const p = Math.floor((radix + 1) / 4);
  const a = 2 * p;
  const h = p;
  const reach = a * p * (a * h + 1);
  if (hosts > reach) return null;
  const groups = Math.ceil(hosts / (a * p));
  const routers = groups * a;
  const globalLinks = groups === 1 ? 0 : Math.floor((routers * h) / 2);
  const halves = Math.floor(groups / 2) * Math.ceil(groups / 2);
  const pairs = (groups * (groups - 1)) / 2;
  return {
    hostsPerRouter: p, routersPerGroup: a, globalPerRouter: h, groups, routers,
    hostLinks: hosts,
    localLinks: (groups * a * (a - 1)) / 2, globalLinks,
    bisectionLinks: pairs === 0 ? 0 : (globalLinks * halves) / pairs, reach,
  };
}
