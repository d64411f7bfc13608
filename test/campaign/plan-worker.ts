import { z } from 'zod';
import { checkRecordAlone } from '../../db/check-document.ts';
import { fileVersion } from '../../db/layout.ts';
import { explainPlan } from '../../electron/cli/problems.ts';
import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { createPlanner } from '../../shared/plan.ts';
import { planToJson } from '../../shared/plan/figures/json.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { ProjectRecord } from '../../shared/project/record.ts';
import { documentOf, findTemplate } from '../../shared/project/templates.ts';
import { answerProbe, type Finding } from './answering.ts';
import { findNonFinite } from './non-finite.ts';

const questionSchema = z.object({
  template: z.string(),
  sets: z.array(
    z.object({ id: z.string(), key: z.string(), value: z.union([
      z.number(), z.string(), z.boolean(),
    ]) }),
  ),
});

type Sets = z.infer<typeof questionSchema>['sets'];

/** A record with a value set, or as it was where the value is not one the field takes. */
function setValue(record: ProjectRecord, sets: Sets): ProjectRecord {
  return sets
    .filter(({ id }) => id === record.id)
    .reduce<ProjectRecord>((before, { key, value }) => {
      const after = {
        ...before,
        body: { ...before.body, values: { ...before.body.values, [key]: value } },
      };
      return checkRecordAlone(after) === null ? after : before;
    }, record);
}

function faultsOf(plan: Plan): readonly string[] {
  const json = planToJson(plan, fileVersion, null, true);
  const wordless = plan.limits.filter(
    ({ broken, nearestFix }) => broken && nearestFix.trim() === '',
  ).length;
  const beyond = plan.limits
    .filter(({ nearestFix }) => /∞|Infinity|NaN/.test(nearestFix))
    .map(({ nearestFix }) => nearestFix);
  return [
    ...findNonFinite(json)
      .map((path) => `not finite in plan JSON: ${path.replaceAll(/\d+/g, 'n')}`),
    ...findNonFinite(plan.limits)
      .map((path) => `not finite in limits: ${path.replaceAll(/\d+/g, 'n')}`),
    ...beyond.map((text) => `a fix beyond numbers: ${text.slice(0, 80)}`),
    ...(wordless > 0 ? ['a broken limit without a fix'] : []),
  ];
}

answerProbe((question): Finding => {
  const { template, sets } = questionSchema.parse(question);
  const records = findTemplate(template)?.records;
  if (records === undefined) throw new Error(`no template ${template}`);
  // A planner of its own: a memo would hide what one plan costs.
  const planner = createPlanner(builtInCatalog, loadMeasuredPoints());
  const plan = planner.evaluate(documentOf(records.map((record) => setValue(record, sets))),
    'base');
  if (!plan.ok) {
    const text = explainPlan(plan.error);
    return {
      outcome: 'refused',
      text,
      faults: text.length > 15 ? [] : ['a plan refused without a word'],
    };
  }
  const infeasible = plan.value.limits.some(({ broken }) => broken);
  return { outcome: infeasible ? 'infeasible' : 'planned', text: '',
    faults: [...faultsOf(plan.value)] };
});
