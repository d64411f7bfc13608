import type { Unit } from './unit.ts';

/**
 * A limit that binds or is broken: which, where, by how much, and the nearest change that
 * fits.
 */
export interface Limit {
  readonly code: string;
  /** Field path, record key or place in the design, e.g. `rackGroup.main`. */
  readonly where: string;
  readonly limit: number;
  readonly value: number;
  readonly unit: Unit;
  /** True when the plan cannot be built as asked; false when the limit merely binds. */
  readonly broken: boolean;
  /**
   * One plain sentence: the smallest change that fits, computed, not advice. Empty if
   * none was found.
   */
  readonly nearestFix: string;
  /** The same as edits of fields that can be made at once, where there are such. */
  readonly fix?: readonly {
    readonly path: string; readonly value: number | string | boolean | null;
  }[];
}

/**
 * Something a reader must know about a result: an absent figure, an assumption, a widened
 * error.
 */
export interface Warning {
  readonly code: string;
  readonly where: string;
  readonly text: string;
}
