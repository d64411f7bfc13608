import type { MovableInput } from './movable.ts';
import type { End, Movable } from './world.ts';

/** Whether the range of an input has a width. */
const canMove = ({ low, high }: MovableInput): boolean => low < high;

/** The larger of two changes, of those that are known; null where neither is. */
export function largerChange(
  base: number, low: number | null, high: number | null,
): number | null {
  const changes =
    [low, high].flatMap((value) => (value === null ? [] : [Math.abs(value - base)]));
  return changes.length === 0 ? null : Math.max(...changes);
}

/** What one input does to one figure, alone. */
export interface InputEffect {
  /** The figure at the low and at the high end; null where it cannot be computed there. */
  readonly low: number | null;
  readonly high: number | null;
  /**
   * The larger change of those that are known; null where none is: at neither end can the
   * figure be computed, or the plan itself lacks it.
   */
  readonly change: number | null;
  /** Ends at which a figure of the plan cannot be computed. */
  readonly lostAt: readonly End[];
}

export interface RankedInput {
  readonly input: MovableInput;
  /** By figure, in the order asked. */
  readonly effects: readonly InputEffect[];
}

export interface RankingProgress {
  readonly done: number;
  readonly total: number;
}

const noEnds: readonly End[] = [];

function effectOf(base: number | null, low: number | null, high: number | null): InputEffect {
  if (base === null) return { low, high, change: null, lostAt: noEnds };
  return { low, high, change: largerChange(base, low, high),
    lostAt: [...(low === null ? ['low' as const] : []),
      ...(high === null ? ['high' as const] : [])] };
}

const moves = ({ change }: InputEffect): boolean => change !== null && change > 0;

const doesAnything = (effect: InputEffect): boolean =>
  moves(effect) || effect.lostAt.length > 0;

/**
 * Moves every input alone to both ends of its stated range and notes what the figures do.
 * Yields after each input, so that the caller can show progress, give way to others, or
 * stop.
 * @param figures keys of plan figures; one that is absent has no effects
 * @returns all inputs that move at least one of the figures, or take it away
 */
export function* rankInputs(
  movable: Movable, figures: readonly string[],
): Generator<RankingProgress, readonly RankedInput[]> {
  const inputs = movable.inputs.filter(canMove);
  const ranked: RankedInput[] = [];
  for (const [at, input] of inputs.entries()) {
    const low = movable.figuresAfter([{ input, end: 'low' }]);
    const high = movable.figuresAfter([{ input, end: 'high' }]);
    const effects = figures.map((figure) =>
      effectOf(movable.plan.figures[figure]?.value ?? null, low(figure), high(figure)));
    if (effects.some(doesAnything)) ranked.push({ input, effects });
    yield { done: at + 1, total: inputs.length };
  }
  return ranked;
}

/**
 * The ranking in one go.
 * @example rankAll(movable, ['headline.npvUsd']).length // 73 of 145 inputs move the net present value
 */
export function rankAll(movable: Movable, figures: readonly string[]): readonly RankedInput[] {
  const steps = rankInputs(movable, figures);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The inputs that move a figure most, largest first.
 * @param figure position of the figure in the question
 * @example topInputs(ranked, 0, 20)[0]?.input.label // 'Utilisation'
 */
export function topInputs(
  ranked: readonly RankedInput[], figure: number, count: number,
): readonly RankedInput[] {
  const changed = ranked.flatMap((one) => {
    const change = one.effects[figure]?.change ?? null;
    return change !== null && change > 0 ? [{ one, change }] : [];
  });
  return changed.toSorted((a, b) => b.change - a.change).slice(0, count).map(({ one }) => one);
}

/** An input that takes a figure away, and at which ends of its range. */
export interface LosingInput {
  readonly input: MovableInput;
  readonly ends: readonly End[];
}

/**
 * The inputs at an end of whose range a figure of the plan cannot be computed: how far they
 * move it is not known, which is not the same as not at all.
 * @param figure position of the figure in the question
 */
export const losingInputs = (
  ranked: readonly RankedInput[], figure: number,
): readonly LosingInput[] =>
  ranked.flatMap(({ input, effects }) => {
    const ends = effects[figure]?.lostAt ?? noEnds;
    return ends.length === 0 ? [] : [{ input, ends }];
  });
