import type { EvidenceClass } from '../units/provenance.ts';

/**
 * One line of a bill of materials. A price nobody stated is null, with what is missing in
 * `absent`.
 */
export interface BillLine {
  readonly item: string;
  readonly model: string | null;
  readonly count: number;
  readonly unitPriceUsd: number | null;
  readonly absent?: string;
  /** Item whose price already holds this one. */
  readonly within?: string;
  /** Evidence of the price; null without one. */
  readonly evidence: EvidenceClass | null;
  readonly source: string;
  /** How the count came about, in figures. */
  readonly derivation: string;
  /** Absent where no power was found, or none is drawn. */
  readonly unitPowerW?: number;
  readonly powerSource?: string;
}

/** Power of one piece, as quoted. */
export interface UnitPower {
  readonly watts: number;
  readonly evidence: EvidenceClass;
  readonly source: string;
}

/** A unit price as the plan holds it: entered, from the catalogue, or absent. */
export interface UnitPrice {
  readonly usd: number | null;
  readonly evidence: EvidenceClass;
  readonly source: string;
}

/** A price nobody stated. */
export const noPrice: UnitPrice = { usd: null, evidence: 'assumed', source: 'no price found' };

/** A line with its price, or with the reason there is none. */
export function billLine(
  item: string, model: string | null, count: number, price: UnitPrice, derivation: string,
): BillLine {
  const { usd, evidence, source } = price;
  const line = { item, model, count, unitPriceUsd: usd, source, derivation };
  if (usd !== null) return { ...line, evidence };
  return { ...line, evidence: null, absent: `price of ${model ?? item}` };
}

export interface BillTotal {
  /** Sum over the priced lines, USD. */
  readonly pricedUsd: number;
  /** Items that are needed and have no price; when empty `pricedUsd` is the whole cost. */
  readonly unpriced: readonly string[];
}

/**
 * Sum of the priced lines and the names of the others, so that nothing absent counts as
 * nothing.
 * @example totalBill([{ ...line, count: 2, unitPriceUsd: 5 }]).pricedUsd // 10
 */
export function totalBill(lines: readonly BillLine[]): BillTotal {
  const needed = lines.filter((line) => line.count > 0);
  return {
    pricedUsd: needed.reduce((sum, line) => sum + line.count * (line.unitPriceUsd ?? 0), 0),
    unpriced: needed.filter((line) => line.unitPriceUsd === null && line.within === undefined)
      .map((line) => line.item),
  };
}

export interface BillPower {
  /** Sum over the lines whose power is known, W. */
  readonly knownW: number;
  /** Items that draw power and have no figure; when empty `knownW` is the whole power. */
  readonly unknown: readonly string[];
}

/** Items that draw nothing themselves. */
const passive = /\b(cables|racks|PDUs)\b/;

/**
 * Power of a bill's lines and the names of those without a figure.
 * @example billPower([{ ...line, item: 'cables', count: 9 }]) // { knownW: 0, unknown: [] }
 */
export function billPower(lines: readonly BillLine[]): BillPower {
  const active = lines.filter((line) => line.count > 0 && !passive.test(line.item));
  return {
    knownW: active.reduce((sum, line) => sum + line.count * (line.unitPowerW ?? 0), 0),
    unknown: active.filter((line) => line.unitPowerW === undefined).map((line) => line.item),
  };
}

/** Column heads of the exported bill, in order. */
export const billColumns = [
  'item', 'model', 'count', 'unit_price_usd', 'price_usd', 'evidence', 'source', 'derivation',
  'unit_power_w', 'absent',
] as const;

/** Text a spreadsheet would run as a formula is led by an apostrophe. */
const guard = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/**
 * The bill as rows of cells under `billColumns`, for CSV and spreadsheets; absent figures
 * are empty cells with a reason in the last column, and no text is a formula.
 * @example billRows([])[0]?.[0] // 'item'
 */
export function billRows(
  lines: readonly BillLine[],
): readonly (readonly (string | number)[])[] {
  return [[...billColumns], ...lines.map((line) => [
    line.item, line.model ?? '', line.count, line.unitPriceUsd ?? '',
    line.unitPriceUsd === null ? '' : line.unitPriceUsd * line.count, line.evidence ?? '',
    line.source, line.derivation, line.unitPowerW ?? '', line.absent ?? '',
  ].map((cell) => (typeof cell === 'string' ? guard(cell) : cell)))];
}
