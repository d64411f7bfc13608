import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { computeFrontier } from '../../shared/inference/frontier.ts';
import { createPlanner } from '../../shared/plan.ts';
import { setByPath } from '../../shared/project/path.ts';
import { documentOf, findTemplate } from '../../shared/project/templates.ts';
import { time, type Timing } from './report.ts';

const factory = documentOf(findTemplate('gb300-100mw')?.records ?? []);

/** The factory with one field changed, a different value each time. */
function editor(path: string, least: number, step: number): () => typeof factory {
  let count = 0;
  return () => {
    const set = setByPath(factory, 'base', path, least + step * count++);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    return set.value;
  };
}

/** evaluatePlan cold and after edits, and one whole frontier. */
export async function timeEngine(): Promise<readonly Timing[]> {
  const measured = loadMeasuredPoints();
  const planner = createPlanner(builtInCatalog, measured);
  const first = planner.evaluate(factory, 'base');
  if (!first.ok) throw new Error(JSON.stringify(first.error));
  const request = first.value.stages.servings[0]?.request;
  if (request === undefined) throw new Error('the factory has no rack group');
  const price = editor('site.electricityUsdPerKwh', 0.05, 1e-4);
  const speed = editor('traffic.isl', 4000, 1);
  return [
    await time('evaluatePlan gb300-100mw, nothing remembered', 20, () => createPlanner(builtInCatalog, measured).evaluate(factory, 'base')),
    await time('evaluatePlan gb300-100mw, after a price edit', 60, () => planner.evaluate(price(), 'base')),
    await time('evaluatePlan gb300-100mw, after a workload edit', 40, () => planner.evaluate(speed(), 'base')),
    await time('one full frontier (DeepSeek-R1, GB300 NVL72, FP4)', 40, () => computeFrontier(request)),
  ];
}
