import type { Plan } from '../../plan/types.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import { directionOf } from './better.ts';
import type { SearchProblem } from './problem.ts';
import { figureNamed, type AskedFigure } from './subject.ts';

/** A figure that must stay on one side of a bound. */
export interface FigureLimit {
  readonly figure: AskedFigure;
  readonly side: '<=' | '>=';
  readonly bound: number;
  /** The limit as it was written. */
  readonly text: string;
}

/** A figure to be made as large, or as small, as it can be. */
export interface Objective {
  readonly figure: AskedFigure;
  /** 1 where more is better, -1 where less is. */
  readonly direction: 1 | -1;
}

/** A limit as it is written, e.g. `capexUsd<=1e9`. */
export function readLimit(plan: Plan, text: string): Result<FigureLimit, SearchProblem> {
  const found = /^([^<>=]+)(<=|>=)(.+)$/u.exec(text);
  const [, word = '', side = '', amount = ''] = found ?? [];
  const bound = amount.trim() === '' ? Number.NaN : Number(amount);
  if (found === null || !Number.isFinite(bound))
    return refuse({ code: 'unreadable', text, expected: 'FIGURE<=NUMBER or FIGURE>=NUMBER' });
  const figure = figureNamed(plan, word.trim());
  return figure.ok ? ok({ figure: figure.value, side: side === '<=' ? '<=' : '>=', bound, text })
    : figure;
}

/** An objective as it is written: `npvUsd`, `costPerMTokUsd:min`, `itMw:max`. */
export function readObjective(plan: Plan, text: string): Result<Objective, SearchProblem> {
  const [word = '', sense, ...more] = text.split(':');
  if (more.length > 0 || (sense !== undefined && sense !== 'max' && sense !== 'min'))
    return refuse({ code: 'unreadable', text, expected: 'FIGURE, FIGURE:max or FIGURE:min' });
  const figure = figureNamed(plan, word);
  if (!figure.ok) return figure;
  const direction = sense === undefined ? directionOf(figure.value.key) : sense === 'max' ? 1 : -1;
  return ok({ figure: figure.value, direction });
}

/**
 * Limits of which no value of the figure can meet both, or null.
 */
export function contradiction(
  limits: readonly FigureLimit[],
): readonly [FigureLimit, FigureLimit] | null {
  for (const low of limits.filter(({ side }) => side === '>=')) {
    const high = limits.find(({ side, figure, bound }) =>
      side === '<=' && figure.key === low.figure.key && bound < low.bound);
    if (high !== undefined) return [low, high];
  }
  return null;
}

/** How far a value is past a limit; 0 or less where it is met. */
export const excessOf = ({ side, bound }: FigureLimit, value: number): number =>
  (side === '<=' ? value - bound : bound - value);
