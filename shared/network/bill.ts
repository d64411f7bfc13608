import type { EvidenceClass } from '../units/provenance.ts';

/** One line of a bill of materials. A price nobody stated is null, with what is missing in `absent`. */
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
  return usd === null ? { ...line, evidence: null, absent: `price of ${model ?? item}` } : { ...line, evidence };
}

export interface BillTotal {
  /** Sum over the priced lines, USD. */
  readonly pricedUsd: number;
  /** Items that are needed and have no price; when empty `pricedUsd` is the whole cost. */
  readonly unpriced: readonly string[];
}

/**
 * Sum of the priced lines and the names of the others, so that nothing absent counts as nothing.
 * @example totalBill([billLine('cable', null, 2, { usd: 5, evidence: 'user', source: 'quote' }, '')]).pricedUsd // 10
 */
export function totalBill(lines: readonly BillLine[]): BillTotal {
  const needed = lines.filter((line) => line.count > 0);
  return {
    pricedUsd: needed.reduce((sum, line) => sum + line.count * (line.unitPriceUsd ?? 0), 0),
    unpriced: needed.filter((line) => line.unitPriceUsd === null && line.within === undefined).map((line) => line.item),
  };
}

/** Column heads of the exported bill, in order. */
export const billColumns = [
  'item', 'model', 'count', 'unit_price_usd', 'price_usd', 'evidence', 'source', 'derivation',
] as const;

/**
 * The bill as rows of cells under `billColumns`, for CSV and spreadsheets; absent prices are empty cells.
 * @example billRows([])[0]?.[0] // 'item'
 */
export function billRows(lines: readonly BillLine[]): readonly (readonly (string | number)[])[] {
  return [[...billColumns], ...lines.map((line) => [
    line.item, line.model ?? '', line.count, line.unitPriceUsd ?? '',
    line.unitPriceUsd === null ? '' : line.unitPriceUsd * line.count, line.evidence ?? '', line.source, line.derivation,
  ])];
}
