import type { EvidenceClass, Sourced } from '../units/provenance.ts';
import type { Unit } from '../units/unit.ts';

/** Units of cited constants that no computed figure carries. */
export type CatalogUnit = Unit
  | 'week' | 'min' | 'bit/weight' | 'USD/acre' | 'EUR/kWh' | '1/1000 node-days';

/**
 * What may be said about one figure beyond its citation; `evidence` overrides the
 * citation's own class.
 */
export interface Remark {
  readonly evidence?: EvidenceClass;
  readonly low?: number;
  readonly high?: number;
  readonly note?: string;
}
export type Quote = (value: number, unit: CatalogUnit, remark?: Remark) => Sourced;

/**
 * Quotes figures from one source, so that a source is written down once per table.
 * @param date ISO date, or null where the source states none
 * @example cite('DGX B200 user guide', null, 'vendor')(14.3, 'kW').unit // 'kW'
 */
export function cite(source: string, date: string | null, evidence: EvidenceClass): Quote {
  const undated = date === null ? { undated: 'source' } as const : {};
  return (value, unit, remark) =>
    ({ value, unit, source, date, ...undated, evidence, ...remark });
}

/**
 * Figures that hold by definition or by counting: derived, and without a date to grow old.
 * @example define('Definition')(1, 'fraction').undated // 'definition'
 */
export function define(source: string): Quote {
  return (value, unit, remark) =>
    ({ value, unit, source, date: null, undated: 'definition', evidence: 'derived', ...remark });
}

/**
 * A figure in common use for which no document was found: always `assumed`, always says so.
 * @example unverified(700, 'W').note // 'unverified'
 */
export function unverified(value: number, unit: CatalogUnit, remark: Remark = {}): Sourced {
  const note = remark.note === undefined ? 'unverified' : `unverified; ${remark.note}`;
  const source = 'No document found; value as commonly quoted';
  return { value, unit, source, date: null, undated: 'document', ...remark, evidence: 'assumed',
    note };
}

/**
 * Index of entries by id.
 * @throws Error on a repeated id
 * @example byId([{ id: 'a', name: 'A' }]).a?.name // 'A'
 */
export function byId<T extends { readonly id: string }>(
  entries: readonly T[],
): Readonly<Record<string, T>> {
  const index: Record<string, T> = {};
  for (const entry of entries) {
    if (entry.id in index) throw new Error(`catalogue id ${entry.id} stands twice`);
    index[entry.id] = entry;
  }
  return index;
}
