import type { Plan } from '../../plan/types.ts';
import { pathsInWords } from '../../project/path-words.ts';
import { unitName } from '../../units/format.ts';
import { longDate } from '../date.ts';
import { headlineGroups, headlineNames, printHeadline } from '../figures.ts';
import { inputLabel } from '../inputs.ts';
import { brokenLimits } from '../limits.ts';
import { paperOf } from '../paper.ts';
import { number, text, type Cell, type Sheet, type Workbook } from './model.ts';

type Row = readonly (Cell | null)[];

const head = (...labels: readonly string[]): Row => labels.map((label) => text(label, 'head'));

/** What keeps the plan from having money, first, with what mends it. */
function summary(plan: Plan, detail: string, appVersion: string, date: string): Sheet {
  const { project, scenario } = plan.inputs;
  const broken = brokenLimits(plan);
  const facts = [
    ['Project', project.values.name], ['Client', project.values.client],
    ['Scenario', scenario.name], ['Date', date === '' ? '' : longDate(date)],
    ['Plan', plan.hash], ['Catalogue', plan.catalogVersion],
    ['Made with', `AI Factory Planner ${appVersion}`],
  ] as const;
  const causes = broken.length > 0 ? broken.map(({ text: said, fix }) => [said, fix] as const)
    : [[pathsInWords(detail), ''] as const];
  return {
    name: 'Summary', widths: [60, 90], freeze: { rows: 0, columns: 0 },
    rows: [
      [text('This plan has no money figures', 'title')],
      [text('It cannot be built or served as it stands. Mend the causes, then export again: the workbook then holds the cash flow with live formulas.', 'note')],
      [],
      head('Cause', 'What mends it'),
      ...causes.map((cells) => cells.map((cell) => text(cell))),
      [],
      ...facts.filter(([, value]) => value !== '')
        .map(([label, value]) => [text(label, 'strong'), text(value)]),
    ],
  };
}

/** The figures the plan has, and why it lacks the others. */
function figures(plan: Plan): Sheet {
  const rows = headlineGroups.flatMap(({ title, keys }): readonly Row[] => [
    [text(title, 'strong')],
    ...keys.map((key) => {
      const { value, unit, why } = printHeadline(plan, key);
      return [text(headlineNames[key].label), text(unitName(unit), 'note'),
        value === null ? null : number(value, 'carried'), text(why)];
    }),
  ]);
  return { name: 'Figures', widths: [40, 18, 18, 100], freeze: { rows: 3, columns: 1 },
    rows: [[text('Figures that can be given', 'title')], [],
      head('Figure', 'Unit', 'This plan', 'Why there is none'), ...rows] };
}

/** Every input that has an effect, with where its value is from. */
function inputs(plan: Plan): Sheet {
  const rows = plan.inputsInUse.filter(({ active }) => active).map((input): Row => {
    const { path, unit, value, evidence, source } = input;
    return [text(inputLabel(plan, input)), text(path, 'note'), text(unitName(unit), 'note'),
      typeof value === 'number' ? number(value, 'carried')
        : text(value === null ? '' : String(value)), text(evidence), text(source)];
  });
  return { name: 'Inputs', widths: [48, 44, 14, 24, 18, 90], freeze: { rows: 3, columns: 1 },
    rows: [[text('Inputs', 'title')], [],
      head('Input', 'Path', 'Unit', 'Value', 'Evidence', 'Source'), ...rows] };
}

/**
 * The workbook of a plan that has no cash flow: the causes with what mends them, the
 * figures that can be given, the inputs. None of the figures is money.
 * @param detail why there is no cash flow, where no limit says so
 * @param date the day it is made, YYYY-MM-DD; empty where none is stated
 */
export const workbookWithoutMoney = (
  plan: Plan, detail: string, appVersion: string, date: string,
): Workbook => ({
  title: `${plan.inputs.project.values.name}: ${plan.inputs.scenario.name}`,
  names: [],
  paper: paperOf(plan.inputs, plan.stages.catalog).id,
  sheets: [summary(plan, detail, appVersion, date), figures(plan), inputs(plan)],
});
