import { expect, test } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';

const measured = loadMeasuredPoints();
const keys = ['plant.partsUsd', 'headline.capexUsd', 'headline.npvUsd'];

/** The plant stood as it was while the halls it serves were edited. */
test.each([
  ['hopper-to-blackwell', 'hall.halls', 26], ['four-tiers', 'hall.feedKw', 2509.5],
])('the plant of %s follows an edit of %s', (id, path, value) => {
  const before = documentOf(findTemplate(id)?.records ?? []);
  const edited = setByPath(before, 'base', path, value);
  if (!edited.ok) throw new Error(JSON.stringify(edited.error));
  const figuresOf = (planner: ReturnType<typeof createPlanner>, document: typeof before) => {
    const plan = planner.evaluate(document, 'base');
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    return keys.map((key) => plan.value.figures[key]?.value);
  };
  const planner = createPlanner(builtInCatalog, measured);
  const first = figuresOf(planner, before);
  const then = figuresOf(planner, edited.value);
  expect(then).toEqual(figuresOf(createPlanner(builtInCatalog, measured), edited.value));
  expect(then).not.toEqual(first);
});
