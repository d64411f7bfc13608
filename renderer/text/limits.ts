import type { Plan } from '../../shared/plan/types.ts';
import type { LimitEdit, Warning } from '../../shared/units/limit.ts';
import { fieldOf, isKind } from '../../shared/project/kinds.ts';
import { explainAbsent } from './absent.ts';
import { figureLabel } from './figures.ts';

/** Name of a limit: its code in words, since codes are written to be read. */
export function limitLabel(code: string): string {
  const words = code.replaceAll(/[-_.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The text of a warning; one about an absent figure calls it by its name. */
export function describeWarning({ where, text }: Warning, plan: Plan): string {
  const absent = plan.figures[where]?.absent;
  return absent === undefined ? text
    : `${figureLabel(where, plan)} is absent. ${explainAbsent(absent)}.`;
}

/** The name of the input a path leads to. */
function inputLabel(path: string): string {
  const [kind = '', ...rest] = path.split('.');
  const field = isKind(kind) ? fieldOf(kind, rest.at(-1) ?? '') : undefined;
  return field?.label ?? path;
}

/** Words around a fix: what it sets, and what the change log calls it. */
export const fixText = {
  what: (fix: readonly LimitEdit[]): string =>
    fix.map(({ path, value }) => `${inputLabel(path)}: ${String(value)}`).join(', '),
  mend: (what: string): string => `Mend this: ${what}`,
  label: (what: string): string => `Mend the plan: ${what}`,
};

/** Words of the line that says why there is no money. */
export const obstacleText = {
  title: 'No money without a plan that can be built.',
  all: (count: number): string => (count === 1 ? 'Details' : `All ${count} limits`),
};
