import type { IssuedFigure } from '../../../shared/project/package-info.ts';
import type { Recovery } from '../../../shared/disclosure/attack.ts';
import type { Choice } from '../../../shared/disclosure/review.ts';
import { headlineNames } from '../../../shared/report/figures.ts';
import { headlineKeys } from '../../../shared/plan/types.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import type { FactRow } from '../../components/FactTable.tsx';
import type { Printer } from '../../state/use-print.ts';
import { scenariosText as words } from '../../text/scenarios.ts';

/**
 * A figure as a package gives it, printed as the project prints; an unknown unit comes with the
 * number as it is.
 */
export function printIssued(
  figure: IssuedFigure, print: (value: number | null) => string,
): string {
  switch (figure.shown) {
    case 'withheld': return words.withheld;
    case 'range': return words.span(print(figure.low), print(figure.high));
    case 'rounded':
      return figure.value === null ? print(null) : words.about(print(figure.value));
    case 'exact': return print(figure.value);
  }
}

/** What an attacker makes of one field that is taken out. */
export function printRecovery(found: Recovery, print: (value: number) => string): string {
  if (found.kind === 'text') return words.nothing;
  if (found.kind === 'options') {
    return found.consistent === found.of ? words.nothing
      : words.choicesLeft(found.consistent, found.of);
  }
  if (!found.told) return words.nothing;
  return found.intervals.length === 0 ? words.contradiction
    : found.intervals.map(({ low, high }) => words.span(print(low), print(high))).join(', ');
}

/** Every field that is taken out, and what each choice gives back of it. */
export const recoveryLines = (choices: readonly Choice[], print: Printer): readonly FactRow[] =>
  (choices[0]?.recoveries ?? []).map(({ hidden }, at) => {
    const unit: Unit = hidden.field.type === 'number' ? hidden.field.unit : 'text';
    const cells = choices.map(({ recoveries }) => {
      const found = recoveries[at];
      return found === undefined ? '' : printRecovery(found, (value) => print(value, unit));
    });
    return { key: `${hidden.recordId} ${hidden.path}`, cells: [hidden.path, ...cells] };
  });

/** The unit a key is printed in, where today's engine knows the key. */
const labelOf = (key: string): string => {
  const known = headlineKeys.find((each) => each === key);
  return known === undefined ? key : headlineNames[known].label;
};

/** Results of a scenario that rest on something taken out, as each choice gives them. */
export function givenLines(
  choices: readonly Choice[], scenarioId: string, print: Printer,
): readonly FactRow[] {
  const given =
    choices.map(({ issued }) => issued.find(({ id }) => id === scenarioId)?.figures ?? []);
  return (given[0] ?? []).flatMap(({ key, unit }, at): readonly FactRow[] => {
    const figures = given.flatMap((each) => each[at] ?? []);
    if (figures.every(({ shown }) => shown === 'exact')) return [];
    const cells =
      figures.map((figure) => printIssued(figure, (value) => print(value, unit as Unit)));
    return [{ key, cells: [labelOf(key), ...cells] }];
  });
}
