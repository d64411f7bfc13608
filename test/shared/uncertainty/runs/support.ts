import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../../shared/plan.ts';
import type { Plan } from '../../../../shared/plan/types.ts';
import { documentOf, findTemplate } from '../../../../shared/project/templates.ts';
import type { ProjectDocument } from '../../../../shared/project/record.ts';
import { usualAssumptions } from '../../../../shared/uncertainty/assumptions/assumptions.ts';
import type { Assumptions } from '../../../../shared/uncertainty/assumptions/types.ts';
import { createRun, type Run } from '../../../../shared/uncertainty/runs/run.ts';
import { usualFigures, type RunOptions } from '../../../../shared/uncertainty/runs/types.ts';
import type { World } from '../../../../shared/uncertainty/world.ts';

const measured = loadMeasuredPoints();

/** The first scenario of a template as a world. */
export const worldOf = (template: string): World => ({
  document: documentOf(findTemplate(template)?.records ?? []), scenarioId: 'base',
  catalog: builtInCatalog, measured,
});

export function planOf(world: World, document: ProjectDocument = world.document): Plan {
  const plan = createPlanner(world.catalog, world.measured).evaluate(document, world.scenarioId);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

/** A run, with all inputs that are uncertain by default unless said. */
export function runOf(
  world: World, options: Partial<RunOptions>, assumptions?: Assumptions,
): Run {
  const run = createRun(world, assumptions ?? usualAssumptions(planOf(world)),
    { draws: 16, seed: 1, method: 'sobol', figures: usualFigures, ...options });
  if (!run.ok) throw new Error(JSON.stringify(run.error));
  return run.value;
}

/** All draws of a run, evaluated. */
export function complete(run: Run): Run {
  run.step(run.options.draws);
  return run;
}

/** Bytes of all columns. */
export const bytesOf = ({ columns, options }: Run): readonly string[] =>
  options.figures.map((key) => Buffer.from(columns.column(key).buffer).toString('hex'));
