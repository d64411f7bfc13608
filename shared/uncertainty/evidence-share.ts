import { evidenceClasses, type EvidenceClass } from '../units/provenance.ts';
import { largerChange, type RankedInput } from './ranking.ts';
import type { Movable, Move } from './world.ts';

export type EvidenceShare = Readonly<Record<EvidenceClass, number>>;

/** What a figure does when everything of one class moves together by its stated uncertainty. */
export interface ClassEffect {
  readonly evidence: EvidenceClass;
  /** Inputs of the class that move the figure at all. */
  readonly moved: number;
  /**
   * The figure with every input of the class at the end that lowers it, and at the end
   * that raises it.
   */
  readonly least: number | null;
  readonly most: number | null;
  /** The larger change of the two; null where neither has a plan. */
  readonly change: number | null;
  /** Part of the sum of all changes. */
  readonly share: number;
}

/** A figure and what each class of evidence does to it, in the order of strength. */
export interface EvidenceEffects {
  readonly figure: string;
  readonly base: number;
  readonly effects: readonly ClassEffect[];
}

/**
 * Every input at the end that moves the figure that way; inputs that cannot stay where
 * they are.
 */
const movesTowards = (
  inputs: readonly RankedInput[], figure: number, base: number, up: boolean,
): readonly Move[] =>
  inputs.flatMap(({ input, effects }): readonly Move[] => {
    const gain = (value: number | null | undefined): number =>
      (value === null || value === undefined ? 0 : (value - base) * (up ? 1 : -1));
    const [low, high] = [gain(effects[figure]?.low), gain(effects[figure]?.high)];
    return Math.max(low, high) <= 0 ? [] : [{ input, end: low > high ? 'low' : 'high' }];
  });

/**
 * What figures owe to each class of evidence: all inputs of a class, fields, catalogue
 * figures and serving points alike, move together within their stated ranges, each to the
 * end that lowers the figure and then each to the end that raises it, so that errors
 * never cancel; the larger change counts.
 *
 * share = change of the class / sum of the changes of all classes
 * @param ranked every input's own effect on the same figures, see `rankInputs`
 * @param figures keys of plan figures, e.g. `headline.npvUsd`
 * @returns per figure; null where the figure is absent
 * @example evidenceEffects(movable, rankAll(movable, keys), keys)[0]?.effects.length // 6
 */
export function evidenceEffects(
  movable: Movable, ranked: readonly RankedInput[], figures: readonly string[],
): readonly (EvidenceEffects | null)[] {
  return figures.map((figure, at) => {
    const base = movable.plan.figures[figure]?.value ?? null;
    if (base === null) return null;
    const changes = evidenceClasses.map((evidence) => {
      const inputs = ranked.filter(
        ({ input, effects }) => input.evidence === evidence && (effects[at]?.change ?? 0) > 0,
      );
      const [least, most] = [false, true].map((up) => {
        const moves = movesTowards(inputs, at, base, up);
        return moves.length === 0 ? base : movable.figuresAfter(moves)(figure);
      });
      return { evidence, moved: inputs.length, least: least ?? null, most: most ?? null,
        change: largerChange(base, least ?? null, most ?? null) };
    });
    const total = changes.reduce((sum, { change }) => sum + (change ?? 0), 0);
    return { figure, base, effects: changes.map((each) => ({
      ...each, share: total === 0 ? 0 : (each.change ?? 0) / total,
    })) };
  });
}

/**
 * The shares alone.
 * @returns null where the figure is absent or nothing moves it
 * @example shareOf(effects)?.assumed // 0.43
 */
export function shareOf(effects: EvidenceEffects | null): EvidenceShare | null {
  if (effects === null || effects.effects.every(({ share }) => share === 0)) return null;
  const none: EvidenceShare = { measured: 0, vendor: 0, analyst: 0, derived: 0, user: 0,
    assumed: 0 };
  return effects.effects.reduce(
    (shares, { evidence, share }) => ({ ...shares, [evidence]: share }), none,
  );
}
