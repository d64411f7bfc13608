import type { IssuedOf } from '../../../shared/disclosure/attack.ts';
import { preparePackage, type Prepared } from '../../../shared/disclosure/prepare.ts';
import type { Planner } from '../../../shared/plan.ts';
import { headlineKeys } from '../../../shared/plan/types.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { unwrap } from '../../db/support.ts';

/** Values a customer would not show. */
export const secrets: readonly (readonly [path: string, value: string])[] = [
  ['site.electricityUsdPerKwh', '0.0437'], ['finance.discountRate', '0.0873'],
  ['capex.facilityUsdPerMw', '12345678'],
];

/**
 * A template with the secrets in it, about to be handed over without what the patterns
 * name.
 */
export function prepareTemplate(templateId: string, redact: readonly string[]): Prepared {
  const template = findTemplate(templateId);
  if (template === undefined) throw new Error(`no template ${templateId}`);
  const start = documentOf(template.records);
  const ids = listScenarios(start).map(({ id }) => id);
  const document = secrets.reduce(
    (before, [path, value]) => unwrap(setByPath(before, ids[0] ?? '', path, value)), start,
  );
  return unwrap(preparePackage(document, ids, redact));
}

/**
 * Figures as packages gave them before: every one as it is, from the project with
 * everything in it.
 */
export const giveAll = (prepared: Prepared, planner: Planner): readonly IssuedOf[] =>
  prepared.scenarios.map(({ id }) => {
    const { figures } = unwrap(planner.evaluate(prepared.document, id));
    return { scenarioId: id, figures: headlineKeys.flatMap((key) => {
      const figure = figures[`headline.${key}`];
      return figure === undefined ? []
        : [{ key, unit: figure.unit, shown: 'exact' as const, value: figure.value }];
    }) };
  });
