import { entryOf } from '../../units/entry.ts';

/** An input with its base and the two values it is moved to. */
export interface Bar {
  readonly name: string;
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

export interface Tornado {
  readonly base: number | null;
  /**
   * The figure with each input at its low value, the others at their bases; likewise
   * high.
   */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  /** |high - low|; null where one of them is. */
  readonly swing: readonly (number | null)[];
  /** Names by falling swing; those without one come last. */
  readonly order: readonly string[];
}

/**
 * Moves one input at a time to its low and its high value.
 * @param f the figure at values of the inputs in order, or null where there is none
 * @throws RangeError without inputs
 * @example tornado([{ name: 'a', low: 0, base: 1, high: 3 }], ([a]) => 2 * a).swing // [6]
 */
export function tornado(
  bars: readonly Bar[], f: (values: readonly number[]) => number | null,
): Tornado {
  if (bars.length === 0) throw new RangeError('a tornado needs at least one input');
  const figure = (values: readonly number[]): number | null => {
    const value = f(values);
    return value !== null && Number.isFinite(value) ? value : null;
  };
  const bases = bars.map(({ base }) => base);
  const low = bars.map((bar, at) => figure(bases.with(at, bar.low)));
  const high = bars.map((bar, at) => figure(bases.with(at, bar.high)));
  const swing = bars.map((_, at) => {
    const [from, to] = [entryOf(low, at), entryOf(high, at)];
    return from === null || to === null ? null : Math.abs(to - from);
  });
  const size = (at: number): number => swing[at] ?? -1;
  const order = bars.map((_, at) => at).toSorted((a, b) => size(b) - size(a) || a - b)
    .map((at) => entryOf(bars, at).name);
  return { base: figure(bases), low, high, swing, order };
}
