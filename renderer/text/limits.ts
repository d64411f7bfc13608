import type { Plan } from '../../shared/plan/types.ts';
import type { Warning } from '../../shared/units/limit.ts';
import { explainAbsent } from './absent.ts';
import { figureLabel } from './figures.ts';

/** Name of a limit: its code in words, since codes are written to be read. */
export function limitLabel(code: string): string {
  const words = code.replaceAll(/[-_.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The text of a warning; one about an absent figure calls it by its name. */
export function describeWarning({ where, text, figures = [] }: Warning, plan: Plan): string {
  const absent = plan.figures[where]?.absent;
  if (absent === undefined) return text;
  const others = figures.length - 1;
  const label = figureLabel(where, plan);
  const which = others < 1 ? `${label} is absent`
    : `${label} and ${others} more ${others === 1 ? 'figure' : 'figures'} are absent`;
  return `${which}. ${explainAbsent(absent)}.`;
}
