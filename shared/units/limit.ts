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
  /** The change as values of fields, where it is one: to be made, and undone, at once. */
  readonly fix?: readonly LimitFix[];
}

/** One value a fix gives a field, named by its path. */
export interface LimitFix {
  readonly path: string;
  readonly value: number | string | boolean | null;
}

/** Whether a limit is one of an amount; what does not go together has none. */
export const hasAmount = ({ limit, value }: Limit): boolean => limit !== 0 || value !== 0;

/**
 * Something a reader must know about a result: an absent figure, an assumption, a widened
 * error.
 */
export interface Warning {
  readonly code: string;
  readonly where: string;
  readonly text: string;
  /** Keys of the figures that are absent for this reason. */
  readonly figures?: readonly string[];
}
