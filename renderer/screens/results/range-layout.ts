/** Places on an axis of 0 to 100. */
export interface RangeLayout {
  readonly from: number;
  readonly to: number;
  /** Twice the highest peer. */
  readonly twice: number;
  /** Null where the plan has no value. */
  readonly plan: number | null;
  /** True where the plan lies beyond the axis and stands at its end. */
  readonly beyond: boolean;
}

/** The axis ends at so many times the highest peer. */
const axisTimes = 2.5;
/** Least width of a band, so that a single peer is seen. */
const leastBand = 0.8;

/**
 * Lays the range of the peers and the plan on one axis from nought; what lies beyond it
 * stands at the end.
 * @example layOutRange(10, 5, 10).plan // 40
 */
export function layOutRange(value: number | null, low: number, high: number): RangeLayout {
  const place = (x: number): number =>
    (high <= 0 ? 0 : Math.min(100, Math.max(0, (x / (axisTimes * high)) * 100)));
  const [from, to] = [place(low), place(high)];
  return {
    from, to: Math.min(100, Math.max(to, from + leastBand)), twice: place(2 * high),
    plan: value === null ? null : Math.min(99.4, Math.max(0.6, place(value))),
    beyond: value !== null && value > axisTimes * high,
  };
}
