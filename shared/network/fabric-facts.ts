import { ok, refuse, type Result } from '../units/result.ts';
import { countIn, textIn, type Cells } from './cells.ts';

/** What a row says of its design in columns of its own or in words. */
export interface FabricFacts {
  readonly family: 'infiniband' | 'ethernet' | null;
  /** Downlink over uplink bandwidth at the leaf. */
  readonly oversubscription: number;
  /** Links a port may be split into; null where the row does not say. */
  readonly breakout: number | null;
  /** Rails the row speaks of; null where it does not. */
  readonly rails: number | null;
  /** Rails that have spines of their own. */
  readonly railPlanar: boolean;
  /** Rails without any spine between them. */
  readonly railOnly: boolean;
  /** Leaves that each hold a single rail. */
  readonly railAligned: boolean;
  /** Parallel planes at a share of the NIC rate each. */
  readonly planes: number;
  /** Tiers the row names; null where it names none, or several. */
  readonly tiers: 2 | 3 | null;
  /**
   * Links of the fabric's managers it adds to those of the accelerators; null where it
   * does not say.
   */
  readonly managerLinks: number | null;
}

const ethernet =
  /\b(spectrum|sn[2-6]\d{3}|ethernet|tomahawk|arista|roce|th[456]\b|jericho|silicon one)/i;
const infiniband = /\b(infiniband|quantum|qm\d{4}|q3\d00|ndr|xdr|hdr|ufm)/i;
const planar = /rail[- ]?planar|per[- ]rail[- ]plane|spines? per rail|per[- ]rail spines?/i;
const alone = /rail[- ]only|without spines?|no spines?/i;
const aligned = /rail[- ]?(optimi[sz]ed|aligned)|\b\d+[- ]rails?\b/i;

const numberIn = (text: string, pattern: RegExp): number | null => {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
};
const railsIn = (text: string): number | null => numberIn(text, /\b(\d+)[- ]rails?\b/i);
/** "GPUs + 4 UFM": links on top of the accelerators' own. */
const managerLinksIn = (text: string): number | null => numberIn(text, /\+\s*(\d+)\s*UFM\b/i);

/**
 * Reads columns `fabric`, `topology`, `oversubscription` (3 or 3:1), `breakout`, `rails`,
 * `rail_planes`, `planes` and `tiers` where a table has them, and otherwise the words of
 * its case and note.
 * @returns a refusal naming a cell that holds no number where one belongs
 * @example factsIn({ note: '32 servers, 8-rail' }) // { ok: true, value: { rails: 8, ... } }
 */
export function factsIn(cells: Cells): Result<FabricFacts, string> {
  const text =
    ['case', 'topology', 'note', 'notes'].map((column) => textIn(cells, column)).join(' ');
  const columns = readColumns(cells);
  if (!columns.ok) return columns;
  const { breakout, rails, railPlanes, planes, tiers } = columns.value;
  const oversubscription = oversubscriptionIn(textIn(cells, 'oversubscription'), text);
  if (oversubscription === null) {
    return refuse(`oversubscription "${textIn(cells, 'oversubscription')}" is not a ratio >= 1`);
  }
  return ok({
    family: familyOf(cells, text), oversubscription, breakout,
    rails: railPlanes ?? rails ?? railsIn(text),
    railPlanar: (railPlanes ?? 1) > 1 || planar.test(text),
    railOnly: alone.test(text), railAligned: aligned.test(text),
    planes: planes ?? 1, tiers: tiers === 2 || tiers === 3 ? tiers : tiersIn(text),
    managerLinks: managerLinksIn(text),
  });
}

interface NumberColumns {
  readonly breakout: number | null;
  readonly rails: number | null;
  readonly railPlanes: number | null;
  readonly planes: number | null;
  readonly tiers: number | null;
}

function readColumns(cells: Cells): Result<NumberColumns, string> {
  const found: Record<string, number | null> = {};
  for (const column of ['breakout', 'rails', 'rail_planes', 'planes', 'tiers']) {
    const count = countIn(cells, column, 1);
    if (!count.ok) return count;
    found[column] = count.value;
  }
  const { breakout = null, rails = null, planes = null, tiers = null } = found;
  const { rail_planes: railPlanes = null } = found;
  return ok({ breakout, rails, railPlanes, planes, tiers });
}

/**
 * A note may name the other family in passing; the case or a column of its own says which
 * one it is.
 */
function familyOf(cells: Cells, text: string): FabricFacts['family'] {
  const own = `${textIn(cells, 'fabric')} ${textIn(cells, 'case')}`;
  for (const place of [own, text, textIn(cells, 'source')]) {
    if (infiniband.test(place)) return 'infiniband';
    if (ethernet.test(place)) return 'ethernet';
  }
  return null;
}

/** 3, 3:1 in the column; in words only beside a word that says what the ratio is. */
function oversubscriptionIn(cell: string, text: string): number | null {
  const words = /oversub|over-sub|taper|blocking/i.test(text)
    ? /(\d+(?:\.\d+)?)\s*:\s*1\b/.exec(text)?.[1] : undefined;
  const ratio =
    Number(cell === '' ? words ?? 1 : /^(\d+(?:\.\d+)?)(?:\s*:\s*1)?$/.exec(cell)?.[1]);
  return ratio >= 1 ? ratio : null;
}

function tiersIn(text: string): 2 | 3 | null {
  const two = /\b(2|two)[- ]tier/i.test(text);
  const three = /\b(3|three)[- ]tier/i.test(text);
  return two === three ? null : two ? 2 : 3;
}
