import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { evaluateFacility } from '../../shared/facility/site/evaluate.ts';
import { createPlanner } from '../../shared/plan.ts';
import { compareCoolingAt } from '../../shared/plan/site/compare-cooling.ts';
import { facilityParams } from '../../shared/plan/site/fit-racks.ts';
import { placeInHalls } from '../../shared/plan/site/halls.ts';
import { designPower } from '../../shared/plan/site/power-design.ts';
import { usualDesigns } from '../../shared/facility/site/compare-designs.ts';
import { setByPath } from '../../shared/project/path.ts';
import { documentOf, findTemplate } from '../../shared/project/templates.ts';
import { palettes } from '../../renderer/charts/palette.ts';
import { drawHalls, viewRacks } from '../../renderer/diagrams/hall-plan.ts';
import { time, type Timing } from './report.ts';

/** A connection that carries about two thousand racks of GB300 NVL72. */
export const utilityMwOfTwoThousand = 362;

/**
 * Placing two thousand racks, loading every UPS block and evaluating the year; then the
 * plan of the halls as shapes.
 */
export async function timeFacility(): Promise<readonly Timing[]> {
  const set = setByPath(documentOf(findTemplate('gb300-100mw')?.records ?? []), 'base',
    'site.utilityMw', utilityMwOfTwoThousand);
  const plan = set.ok ? createPlanner(builtInCatalog).evaluate(set.value, 'base') : set;
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const { inputs, racks, facility, network, site, halls } = plan.value.stages;
  const params = facilityParams(inputs, site, facility.liquidFraction);
  if (params === null) throw new Error('the site has no climate');
  const placed = halls.placement?.placed.length ?? 0;
  return [
    await time(`placing ${placed} racks and evaluating the facility`, 30, () => [
      placeInHalls(inputs, racks, facility.fit, network),
      designPower(inputs, racks, facility), evaluateFacility(params, facility.itKw),
    ]),
    await time(`hall plan of ${placed} racks as shapes`, 30, () =>
      drawHalls(halls, viewRacks(halls, inputs.hall.values), inputs.hall.values, 'power',
        palettes.light)),
    await time('seven cooling designs at every site', 10, () =>
      compareCoolingAt(inputs, facility.liquidFraction,
        Object.values(builtInCatalog.sites), usualDesigns)),
  ];
}
