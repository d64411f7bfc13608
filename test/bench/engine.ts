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
  const plans = await timePlans(measured);
  return [
    await time('evaluatePlan gb300-100mw, nothing remembered', 20,
      () => createPlanner(builtInCatalog, measured).evaluate(factory, 'base')),
    await time('evaluatePlan gb300-100mw, after a price edit', 60,
      () => planner.evaluate(price(), 'base')),
    await time('evaluatePlan gb300-100mw, after a workload edit', 40,
      () => planner.evaluate(speed(), 'base')),
    await time('one full frontier (DeepSeek-V4-Pro, GB300 NVL72, FP4)', 40,
      () => computeFrontier(request)),
    ...plans,
  ];
}

/** Figures a search or a run of draws asks of each plan. */
const asked = ['headline.npvUsd', 'headline.irr', 'headline.costPerMTokUsd'] as const;

/**
 * Fields moved together, as draws do: money alone, and physics with frontiers that are
 * remembered.
 */
const money = [
  ['finance.discountRate', 0.08, 1e-5], ['site.electricityUsdPerKwh', 0.05, 1e-5],
  ['capex.facilityUsdPerMw', 1e7, 10], ['opex.staffUsdPerMwYear', 2e5, 1],
  ['traffic.priceDecline', 0.2, 1e-5], ['opex.salesShare', 0.02, 1e-6],
] as const;
const physics = [
  ['site.utilityMw', 95, 0.01], ['cooling.dryApproachK', 5, 1e-3],
  ['power.distributionLoss', 0.01, 1e-6],
] as const;

/** Plans drawn before those that count: a search or a run of draws asks for thousands. */
const drawn = 1000;

/**
 * Plans per second with three headline figures asked: the time of one plan among
 * thousands, every moved field another value each time.
 */
async function timePlans(
  measured: ReturnType<typeof loadMeasuredPoints>,
): Promise<readonly Timing[]> {
  const run = (name: string, moves: readonly (readonly [string, number, number])[]) => {
    const planner = createPlanner(builtInCatalog, measured);
    let count = 0;
    return time(name, 200, () => {
      count += 1;
      const document = moves.reduce((laid, [path, least, step]) => {
        const set = setByPath(laid, 'base', path, least + step * count);
        if (!set.ok) throw new Error(JSON.stringify(set.error));
        return set.value;
      }, factory);
      const plan = planner.evaluate(document, 'base');
      return plan.ok ? asked.map((key) => plan.value.figures[key]?.value) : plan.error;
    }, drawn);
  };
  return [
    await run('one plan, one money input moved', money.slice(0, 1)),
    await run('one plan, six money inputs moved', money),
    await run('one plan, three physics inputs moved, frontiers remembered', physics),
  ];
}
