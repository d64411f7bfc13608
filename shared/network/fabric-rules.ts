import { ok, refuse, type Result } from '../units/result.ts';
import { sizeClos, splitLeaf, type ClosDesign, type ClosParams } from './clos.ts';
import type { FabricRow } from './fabric-row.ts';
import { multiPlane, railOnly, singleSwitch } from './rails.ts';

/**
 * Ports of the managers of an InfiniBand fabric: two appliances with two ports each (DGX
 * SuperPOD H100 RA).
 */
const usualManagerLinks = 4;
/**
 * An 800G port splits into at most four of 200G, or eight of 100G where a table insists
 * on two tiers.
 */
const usualBreakout = 4;
const mostBreakout = 8;

/**
 * Sizes the fabric of a published row: the tiers come from the table (a third tier is a
 * design decision that the table states), the counts from `sizeClos`.
 * @returns the counts, or in words why there are none
 * @example sizeFabricRow(row) // { ok: true, value: { tiers: 2, leaf: 8, spine: 4, ... } }
 */
export function sizeFabricRow(row: FabricRow): Result<ClosDesign, string> {
  const { radix, endpoints, oversubscription, perNode, planes } = row;
  if (splitLeaf(radix, oversubscription).up < 1)
    return refuse(`no uplink is left at ${oversubscription}:1`);
  if (withoutSpines(row)) {
    const nodes = Math.ceil(endpoints / perNode);
    const alone = singleSwitch(endpoints, radix) ?? railOnly({ nodes, rails: perNode, radix });
    return reached(alone, row);
  }
  if (planes > 1)
    return reached(multiPlane({ endpoints, radix, oversubscription }, planes), row);
  return reached(sizeClos(closParams(row)), row);
}

const reached = (
  design: ClosDesign | null, { endpoints, radix }: FabricRow,
): Result<ClosDesign, string> =>
  (design === null ? refuse(`${endpoints} endpoints exceed three tiers of radix ${radix}`)
    : ok(design));

/** Rails alone, or a single switch: the row says so, or states that there is no spine. */
const withoutSpines = ({ railOnly: alone, stated }: FabricRow): boolean => alone
  || stated.spine === 0;

function closParams(row: FabricRow): ClosParams {
  const { radix, oversubscription, perNode, railPlanar, endpointsStated } = row;
  const { down } = splitLeaf(radix, oversubscription);
  const endpoints = railAlignedEndpoints(row, down);
  const leaves = Math.ceil(endpoints / down / (railPlanar ? perNode : 1) - 1e-9);
  const { tiers, breakout } = tiersOf(row, leaves);
  return {
    endpoints, radix, oversubscription, tiers, breakout,
    // In three tiers the spines of a rail form its group below the cores, spoken of or not.
    railPlanes: railPlanar || (tiers === 3 && groupsByRail(row, down)) ? perNode : 1,
    uplinks: endpointsStated ? 'per-endpoint' : 'whole-leaves',
  };
}

/** Where each leaf holds one rail, a rail of n nodes takes ceil(n / down) whole leaves. */
function railAlignedEndpoints(
  { endpoints, nodes, perNode, railAligned }: FabricRow, down: number,
): number {
  if (!railAligned || nodes === null || perNode < 2) return endpoints;
  const aligned = Math.ceil(endpoints / perNode / down) * down * perNode;
  return Math.max(endpoints, aligned);
}

/**
 * Servers have a handful of rails; a "node" of more accelerators is a rack, whose rails
 * the row does not tell.
 */
const mostRails = 16;
/**
 * Rails that fill whole leaves; where they would leave ports free, nobody groups unless
 * the row says so.
 */
const groupsByRail = ({ nodes, perNode, endpoints }: FabricRow, down: number): boolean =>
  nodes !== null && perNode > 1 && perNode <= mostRails && endpoints % (perNode * down) === 0;

/**
 * A stated core, or a word, makes three tiers. Within k leaves two tiers do. Beyond, a
 * table without a core is a two-tier design whose ports are split, except on InfiniBand,
 * whose tables go on to a third tier.
 */
function tiersOf(
  row: FabricRow, leaves: number,
): { readonly tiers: 2 | 3; readonly breakout: number } {
  const { stated, radix, family } = row;
  const core = stated.core ?? stated.spine_core_cables;
  if (core !== undefined && core > 0) return { tiers: 3, breakout: 1 };
  if (leaves <= radix) return { tiers: 2, breakout: row.breakout ?? 1 };
  const insists = core === 0 || row.tiers === 2;
  const split = row.breakout
    ?? leastSplit(leaves / radix, insists ? mostBreakout : usualBreakout);
  const splits = insists || (row.tiers === null && family !== 'infiniband')
    || row.breakout !== null;
  return splits && split !== null ? { tiers: 2, breakout: split } : { tiers: 3, breakout: 1 };
}

/** Ports split in two, four or eight. */
function leastSplit(times: number, most: number): number | null {
  const split = 2 ** Math.ceil(Math.log2(times) - 1e-9);
  return split <= most ? split : null;
}

/**
 * Links between nodes and leaves. All places of the design while every node has its share
 * of them; otherwise a place went to the fabric's managers, whose own links come on top
 * of the accelerators'.
 * @example attachedLinks({ ...row, endpoints: 256, nodes: 31, accelerators: 248 }) // 252
 */
export function attachedLinks(row: FabricRow): number {
  const { endpoints, nodes, accelerators, family, managerLinks } = row;
  if (accelerators !== null && managerLinks !== null) return accelerators + managerLinks;
  const everyPlace = nodes !== null && endpoints % nodes === 0;
  if (accelerators === null || accelerators >= endpoints || everyPlace) return endpoints;
  return Math.min(endpoints, accelerators + (family === 'ethernet' ? 0 : usualManagerLinks));
}
