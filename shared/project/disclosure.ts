/**
 * How issued figures that rest on a redacted input are given: not at all, computed with
 * the input on a coarse grid and rounded, or as the span over the input's cell of that
 * grid.
 */
export const disclosureModes = ['withhold', 'round', 'range'] as const;
export type DisclosureMode = (typeof disclosureModes)[number];

/** What a sender gives away of figures that rest on redacted inputs. */
export interface Disclosure {
  readonly mode: DisclosureMode;
  /** Least width of what can be learnt of a redacted number, as a share of the number. */
  readonly gridShare: number;
  /** Significant digits such figures are printed with. */
  readonly digits: number;
}

/** Bounds of the grid: below one percent it hides little, above a half a figure says little. */
export const gridLimits = { min: 0.01, max: 0.5 } as const;

/** Bounds of the digits: more than six say no more than the grid does. */
export const digitLimits = { min: 1, max: 6 } as const;

/**
 * Nothing that rests on a redacted input; grid and digits as they stand when another mode is
 * chosen.
 */
export const safestDisclosure: Disclosure = { mode: 'withhold', gridShare: 0.1, digits: 2 };

/**
 * Whether a word names a mode.
 * @example isDisclosureMode('withhold') // true
 */
export const isDisclosureMode = (word: string): word is DisclosureMode =>
  disclosureModes.some((mode) => mode === word);

/**
 * Whether grid and digits lie within their limits.
 * @example isDisclosure({ mode: 'round', gridShare: 0.1, digits: 2 }) // true
 */
export const isDisclosure = ({ gridShare, digits }: Disclosure): boolean =>
  gridShare >= gridLimits.min && gridShare <= gridLimits.max
  && Number.isInteger(digits) && digits >= digitLimits.min && digits <= digitLimits.max;
