import { ok, refuse, type Result } from '../units/result.ts';
import type { ClosParams } from './clos.ts';

/** A row of a published fabric table, read as what `sizeClos` needs. */
export interface FabricRow extends Required<Pick<ClosParams, 'endpoints' | 'radix' | 'oversubscription' | 'breakout' | 'railPlanes'>> {
  readonly id: string;
  /** Accelerators attached; null when the row does not state them. */
  readonly accelerators: number | null;
  readonly fabric: 'infiniband' | 'ethernet';
}

/** Accelerators of a node where the row states only nodes: the eight of every HGX-class server. */
const defaultPerNode = 8;
/** An 800G port of an Ethernet switch splits into at most four (4 x 200G); InfiniBand tables do not split. */
const ethernetBreakout = 4;

const ethernetWords = /\b(spectrum|sn[2-6]\d{3}|ethernet|tomahawk|arista|roce|th[456]\b|jericho|ultra ethernet)/i;
const infinibandWords = /\b(infiniband|quantum|qm\d{4}|q3\d00|ndr|xdr|hdr)/i;
const planeWords = /rail[- ]?planar|per[- ]rail[- ]plane|spines? per rail/i;

type Cells = Readonly<Record<string, string>>;

function numberIn(cells: Cells, column: string): number | null {
  const cell = (cells[column] ?? '').trim();
  if (cell === '') return null;
  const value = Number(cell);
  return Number.isFinite(value) ? value : null;
}

/**
 * Reads a row of a fabric table. Endpoints: `design_endpoints`, else `gpu_count`, else 8 x `node_count`; one node
 * short of whole leaves counts as the place left to the managers. The switch family decides on breakout and comes
 * from the case, note and source texts (or a `fabric` column); spines per rail from the texts (or `rail_planes`);
 * `oversubscription` and `breakout` columns override.
 * @returns the row, or in words what it lacks
 * @example readFabricRow({ case: 'pod', node_count: '31', gpu_count: '248', logical_radix: '64' }) // endpoints 256
 */
export function readFabricRow(cells: Cells): Result<FabricRow, string> {
  const radix = numberIn(cells, 'logical_radix');
  if (radix === null) return refuse('no logical_radix');
  if (!Number.isInteger(radix) || radix < 2 || radix % 2 !== 0) return refuse(`logical_radix ${radix} is not an even number of ports`);
  const nodes = numberIn(cells, 'node_count');
  const accelerators = numberIn(cells, 'gpu_count') ?? (nodes === null ? null : nodes * defaultPerNode);
  const perNode = nodes === null || accelerators === null || nodes <= 0 ? defaultPerNode : accelerators / nodes;
  const endpoints = numberIn(cells, 'design_endpoints') ?? designEndpoints(accelerators, perNode, radix);
  if (endpoints === null) return refuse('neither design_endpoints, gpu_count nor node_count');
  if (!(endpoints >= 1)) return refuse(`${endpoints} endpoints`);
  const fabric = fabricOf(cells);
  const oversubscription = numberIn(cells, 'oversubscription') ?? 1;
  if (!(oversubscription >= 1)) return refuse(`oversubscription ${oversubscription}`);
  return ok({
    id: idOf(cells), endpoints, radix, accelerators, fabric, oversubscription,
    breakout: Math.max(1, numberIn(cells, 'breakout') ?? (fabric === 'ethernet' ? ethernetBreakout : 1)),
    railPlanes: Math.max(1, numberIn(cells, 'rail_planes') ?? (planeWords.test(textOf(cells)) ? Math.round(perNode) : 1)),
  });
}

function designEndpoints(accelerators: number | null, perNode: number, radix: number): number | null {
  if (accelerators === null) return null;
  const wholeLeaves = (perNode * radix) / 2;
  return (accelerators + perNode) % wholeLeaves === 0 ? accelerators + perNode : accelerators;
}

const textOf = (cells: Cells): string => [cells['case'], cells['topology'], cells['note']].join(' ');

function fabricOf(cells: Cells): FabricRow['fabric'] {
  const text = [cells['fabric'], textOf(cells), cells['source']].join(' ');
  // A note may name the other family in passing; the case itself says which one it is.
  const own = [cells['fabric'], cells['case']].join(' ');
  if (infinibandWords.test(own)) return 'infiniband';
  if (ethernetWords.test(own)) return 'ethernet';
  return !infinibandWords.test(text) && ethernetWords.test(text) ? 'ethernet' : 'infiniband';
}

function idOf(cells: Cells): string {
  const parts = [cells['case'] ?? '', cells['su_count'] ? `${cells['su_count']} SU` : '', cells['node_count'] ? `${cells['node_count']} nodes` : ''];
  return parts.filter((part) => part !== '').join(', ');
}
