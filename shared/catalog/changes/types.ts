import type { Sourced } from '../../units/provenance.ts';

/** What a version may change: a figure, or a word or number cited with its entry. */
export type CatalogValue = Sourced | string | number;

/** What stood there before; null where it is new. */
export interface CatalogMove {
  /** As traces name it, without prefix: `systems/gb300_nvl72/maxPowerKw`. */
  readonly ref: string;
  readonly before: CatalogValue | null;
  readonly why: string;
}

/** One change with its outcome; `after` null where it went. */
export interface CatalogChange extends CatalogMove {
  readonly after: CatalogValue | null;
}
