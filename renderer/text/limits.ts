import type { Plan } from '../../shared/plan/types.ts';
import type { LimitFix, Warning } from '../../shared/units/limit.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import { fieldOf, isKind } from '../../shared/project/kinds.ts';
import { pathsInWords } from '../../shared/project/path-words.ts';
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
  if (absent === undefined) return pathsInWords(text);
  const others = figures.length - 1;
  const label = figureLabel(where, plan);
  const which = others < 1 ? `${label} is absent`
    : `${label} and ${others} more ${others === 1 ? 'figure' : 'figures'} are absent`;
  return `${which}. ${explainAbsent(absent)}.`;
}

/** An edit as a person reads it: the input by its name, the value as forms show it. */
function describeSetting({ path, value }: LimitFix): string {
  const [kind = '', ...rest] = path.split('.');
  const field = isKind(kind) ? fieldOf(kind, rest.at(-1) ?? '') : undefined;
  if (field === undefined) return `${path}: ${String(value)}`;
  const named = field.type === 'choice'
    ? field.choices.find((choice) => choice.value === value)?.label ?? String(value)
    : field.type === 'number' && typeof value === 'number' ? formatQuantity(value, field.unit)
      : String(value);
  return `${field.label.toLowerCase()} to ${named}`;
}

/** Words around a fix: what it sets, and what the change log calls it. */
export const fixText = {
  what: (fix: readonly LimitFix[]): string => `Set ${fix.map(describeSetting).join(', ')}`,
  mend: (what: string): string => `Mend this: ${what}`,
  label: (what: string): string => `Mended the plan: ${what}`,
};

/** Words of the line that says why there is no money. */
export const obstacleText = {
  title: 'No money without a plan that can be built.',
  all: (count: number): string => (count === 1 ? 'Details' : `All ${count} limits`),
};
