import { printOf } from '../../shared/project/print.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { resolveProject } from '../../shared/project/resolve.ts';
import { headlineNames, printFigure } from '../../shared/report/figures.ts';
import { planOf } from './plan.ts';

/** A headline figure before and after an edit, as printed. */
export interface HeadlineMove {
  readonly label: string;
  readonly now: string;
  readonly later: string;
}

/** Figures by which a person decides whether to take an update. */
const shown = ['costPerMTokUsd', 'npvUsd', 'racks'] as const;

/**
 * What the headline of a scenario would be with another document; a dash where there is
 * no plan.
 */
export function headlineMoves(
  document: ProjectDocument, next: ProjectDocument, scenarioId: string,
): readonly HeadlineMove[] {
  const [now, later] = [planOf(document, scenarioId), planOf(next, scenarioId)];
  const print = printOf(resolveProject(document).values);
  const printed = (plan: typeof now, key: (typeof shown)[number]): string =>
    (plan.ok ? printFigure(key, '', plan.value.figures[`headline.${key}`], print).printed
      : '–');
  return shown.map((key) =>
    ({ label: headlineNames[key].label, now: printed(now, key), later: printed(later, key) }));
}
