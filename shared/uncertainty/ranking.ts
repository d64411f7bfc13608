import type { MovableInput } from './movable.ts';
import type { Movable } from './world.ts';

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
  readonly low: number | null;
  readonly high: number | null;
  readonly change: number;
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

/**
 * Moves every input alone to both ends of its stated range and notes what the figures do.
 * Yields after each input, so that the caller can show progress, give way to others, or
 * stop.
 * @param figures keys of plan figures; one that is absent has no effects
 * @returns all inputs that move at least one of the figures
 */
export function* rankInputs(
  movable: Movable, figures: readonly string[],
): Generator<RankingProgress, readonly RankedInput[]> {
  const inputs = movable.inputs.filter(canMove);
  const ranked: RankedInput[] = [];
  for (const [at, input] of inputs.entries()) {
    const low = movable.figuresAfter([{ input, end: 'low' }]);
    const high = movable.figuresAfter([{ input, end: 'high' }]);
    const effects = figures.map((figure): InputEffect => {
      const base = movable.plan.figures[figure]?.value ?? null;
      const ends = { low: low(figure), high: high(figure) };
      return { ...ends,
        change: base === null ? 0 : (largerChange(base, ends.low, ends.high) ?? 0) };
    });
    if (effects.some(({ change }) => change > 0)) ranked.push({ input, effects });
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
export const topInputs = (
  ranked: readonly RankedInput[], figure: number, count: number,
): readonly RankedInput[] =>
  ranked.filter(({ effects }) => (effects[figure]?.change ?? 0) > 0)
    .toSorted((a, b) => (b.effects[figure]?.change ?? 0) - (a.effects[figure]?.change ?? 0))
      .slice(0, count);
