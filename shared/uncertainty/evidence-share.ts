import { evidenceClasses, type EvidenceClass } from '../units/provenance.ts';
import { largerChange, type RankedInput } from './ranking.ts';
import type { End, Movable, Move } from './world.ts';

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
  /** Part of the sum of all changes; null where one of them is not known. */
  readonly share: number | null;
}

/** A figure and what each class of evidence does to it, in the order of strength. */
export interface EvidenceEffects {
  readonly figure: string;
  readonly base: number;
  readonly effects: readonly ClassEffect[];
}

interface GainAt {
  readonly end: End;
  readonly gained: number;
}

/**
 * Every input at the end that moves the figure that way; inputs that cannot stay where
 * they are, and an end at which the figure is not there is no end to move to.
 */
const movesTowards = (
  inputs: readonly RankedInput[], figure: number, base: number, up: boolean,
): readonly Move[] =>
  inputs.flatMap(({ input, effects }): readonly Move[] => {
    const gain = (end: End): number | null => {
      const value = effects[figure]?.[end] ?? null;
      return value === null ? null : (value - base) * (up ? 1 : -1);
    };
    const [best] = (['high', 'low'] as const).flatMap((end): readonly GainAt[] => {
      const gained = gain(end);
      return gained !== null && gained > 0 ? [{ end, gained }] : [];
    }).toSorted((a, b) => b.gained - a.gained);
    return best === undefined ? [] : [{ input, end: best.end }];
  });

/**
 * What figures owe to each class of evidence: all inputs of a class, fields, catalogue
 * figures and serving points alike, move together within their stated ranges, each to the
 * end that lowers the figure and then each to the end that raises it, so that errors
 * never cancel; the larger change counts.
 *
 * share = change of the class / sum of the changes of all classes; where a class leaves no
 * plan at either end its change is not known, and neither is any share
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
        ({ input, effects }) => {
          const change = effects[at]?.change ?? null;
          return input.evidence === evidence && change !== null && change > 0;
        },
      );
      const [least, most] = [false, true].map((up) => {
        const moves = movesTowards(inputs, at, base, up);
        return moves.length === 0 ? base : movable.figuresAfter(moves)(figure);
      });
      return { evidence, moved: inputs.length, least: least ?? null, most: most ?? null,
        change: largerChange(base, least ?? null, most ?? null) };
    });
    const shares = sharesOf(changes.map(({ change }) => change));
    return { figure, base, effects:
      changes.map((each, k) => ({ ...each, share: shares[k] ?? null })) };
  });
}

/** Parts of the sum: nothing where nothing moves, unknown where one of the parts is. */
function sharesOf(changes: readonly (number | null)[]): readonly (number | null)[] {
  const known = changes.flatMap((change) => change ?? []);
  if (known.length < changes.length) return changes.map(() => null);
  const total = known.reduce((sum, change) => sum + change, 0);
  return known.map((change) => (total === 0 ? 0 : change / total));
}

/**
 * The shares alone.
 * @returns null where the figure is absent, nothing moves it, or a share is not known
 * @example shareOf(effects)?.assumed // 0.43
 */
export function shareOf(effects: EvidenceEffects | null): EvidenceShare | null {
  if (effects === null) return null;
  const shares: Record<EvidenceClass, number> =
    { measured: 0, vendor: 0, analyst: 0, derived: 0, user: 0, assumed: 0 };
  for (const { evidence, share } of effects.effects) {
    if (share === null) return null;
    shares[evidence] = share;
  }
  return Object.values(shares).every((share) => share === 0) ? null : shares;
}
