import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { createPlanner } from '../../shared/plan.ts';
import {
  crossoverByFirstToken, crossoverBySpeed, tierHourly,
} from '../../shared/plan/figures/crossover.ts';
import { answerDemand, answerPartialLoad } from '../../shared/plan/figures/deployment.ts';
import { answerRival, rivalQuestions, rivalSystems } from '../../shared/plan/figures/rivals.ts';
import { documentOf, findTemplate } from '../../shared/project/templates.ts';
import { time, type Timing } from './report.ts';

/**
 * What the Hardware screen asks of its worker: twelve systems and both crossovers, and a
 * falling demand.
 */
export async function timeInference(): Promise<readonly Timing[]> {
  const measured = loadMeasuredPoints();
  const document = documentOf(findTemplate('gb300-100mw')?.records ?? []);
  const plan = createPlanner(builtInCatalog, measured).evaluate(document, 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const { stages } = plan.value;
  const [serving] = stages.servings;
  if (serving === undefined) throw new Error('the factory has no rack group');
  const { request } = serving;
  const questions = rivalQuestions(stages, serving, builtInCatalog, rivalSystems);
  const demand = answerDemand(stages, serving)?.peakTokPerSec ?? 1;
  return [
    await time(`crossover of ${questions.length} systems, by speed and by first token`, 20,
      () => {
        const rivals = questions.map((question) => answerRival(question, measured));
        crossoverBySpeed(rivals, tierHourly('hyperscaler'), request.limits);
        crossoverByFirstToken(rivals, tierHourly('hyperscaler'), request.limits);
      }),
    await time('three ways of serving at five shares of demand', 20,
      () => { answerPartialLoad(request, demand); }),
  ];
}
