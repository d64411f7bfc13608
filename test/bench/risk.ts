import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { evaluateRuns } from '../../electron/cli/risk/threads.ts';
import { createPlanner } from '../../shared/plan.ts';
import { documentOf, findTemplate } from '../../shared/project/templates.ts';
import { usualAssumptions } from '../../shared/uncertainty/assumptions/assumptions.ts';
import { createRun, usualOptions, type Run } from '../../shared/uncertainty/runs/run.ts';
import { time, type Timing } from './report.ts';

const draws = 10_000;
const months = 120;
const perBlock = 100;

/**
 * The finance of one draw as a plain loop over months: margin, discounting, and the internal
 * rate by bisection. The peer of a full plan where no NumPy is at hand.
 */
function financeOnly(draw: number): number {
  const flows = new Float64Array(months);
  for (let month = 0; month < months; month++)
    flows[month] = (1 + (draw % 7) / 10) * 0.98 ** month - 0.3;
  const npvAt = (rate: number): number => {
    let [sum, factor] = [-20, 1];
    for (const flow of flows) {
      factor /= 1 + rate;
      sum += flow * factor;
    }
    return sum;
  };
  let [low, high] = [-0.05, 0.5];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (npvAt(middle) > 0) low = middle;
    else high = middle;
  }
  return npvAt(0.008) + low;
}

/** Threads of a whole run, and how often it is timed. */
const workers = 2;
const wholeRuns = 5;

/**
 * Draws of full plans of the factory on one thread, in blocks as a run takes them, beside the
 * finance of as many draws alone; and a whole run as `risk` makes it, start of its threads
 * included.
 */
export async function timeRisk(): Promise<readonly Timing[]> {
  const measured = loadMeasuredPoints();
  const document = documentOf(findTemplate('gb300-100mw')?.records ?? []);
  const plan = createPlanner(builtInCatalog, measured).evaluate(document, 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const world = { document, scenarioId: 'base', catalog: builtInCatalog, measured };
  const assumptions = usualAssumptions(plan.value);
  const options = { ...usualOptions, draws };
  const makeRun = (): Run => {
    const made = createRun(world, assumptions, options);
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value;
  };
  const run = makeRun();
  const task = { document, scenarioId: 'base', assumptions, options };
  const inputs = run.evaluator.points.ids.length;
  return [
    await time(`${perBlock} draws of full plans, gb300-100mw, ${inputs} inputs, one thread`,
      50, () => run.step(perBlock), 50),
    await time(`${draws} draws of full plans, gb300-100mw, ${workers} threads`, wholeRuns,
      () => evaluateRuns([makeRun()], [task], { from: 0, to: draws, workers }, () => undefined), 0),
    await time(`finance of ${perBlock} draws x ${months} months alone, plain loop`, 50,
      () => { for (let draw = 0; draw < perBlock; draw++) financeOnly(draw); }, 5),
  ];
}
