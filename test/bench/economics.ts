import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { createPlanner } from '../../shared/plan.ts';
import { compareOwnership } from '../../shared/plan/figures/ownership-modes.ts';
import { setByPath } from '../../shared/project/path.ts';
import type { FieldValue } from '../../shared/project/field.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { documentOf, findTemplate } from '../../shared/project/templates.ts';
import { valueRoadmap } from '../../shared/search/release-value.ts';
import { time, type Timing } from './report.ts';

const lay = (document: ProjectDocument, path: string, value: FieldValue): ProjectDocument => {
  const set = setByPath(document, 'base', path, value);
  if (!set.ok) throw new Error(JSON.stringify(set.error));
  return set.value;
};

/** Eight rack groups over fifteen years, financed and taxed. */
function longLife(): ProjectDocument {
  const factory = documentOf(findTemplate('gb300-100mw')?.records ?? []);
  const groups = Array.from({ length: 6 }, (_, at) => {
    const traffic = at % 2 === 0 ? 'reasoning' : 'chat';
    return {
      id: `base:rackGroup:more-${at}`, kind: 'rackGroup' as const, scenarioId: 'base',
      key: `more-${at}`, position: 10 + at,
      body: { values: {
        name: `Racks ${at}`, system: 'gb300_nvl72', traffic, powerShare: 0.2,
        precision: 'fp4', framework: 'dynamo-trt', startMonth: 12 + 12 * at,
      } },
    };
  });
  const document = { ...factory, ...documentOf(groups) };
  return ([['demand.horizonMonths', 180], ['finance.debtShare', 0.6],
    ['finance.tenorMonths', 120], ['finance.lossRule', 'carry']] as const)
    .reduce((so, [path, value]) => lay(so, path, value), document);
}

/**
 * The money of a long life: after an economic edit, cold, under every ownership, and
 * release by release.
 */
export async function timeEconomics(): Promise<readonly Timing[]> {
  const document = longLife();
  const planner = createPlanner(builtInCatalog, loadMeasuredPoints());
  const first = planner.evaluate(document, 'base');
  if (!first.ok) throw new Error(JSON.stringify(first.error));
  let count = 0;
  const edited = (): ProjectDocument =>
    lay(document, 'finance.discountRate', 0.05 + 1e-4 * count++);
  return [
    await time('8 groups, 180 months, debt and tax: after an economic edit', 60,
      () => planner.evaluate(edited(), 'base')),
    await time('8 groups, 180 months, debt and tax: nothing remembered', 40,
      () => createPlanner(builtInCatalog, loadMeasuredPoints()).evaluate(document, 'base')),
    await time('the same plan under every ownership', 40,
      () => compareOwnership(first.value.stages)),
    await time('what each of two releases is worth', 20,
      () => valueRoadmap(planner, edited(), 'base')),
  ];
}
