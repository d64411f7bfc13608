import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createProject } from '../../db/create.ts';
import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { createPlanner } from '../../shared/plan.ts';
import { setByPath } from '../../shared/project/path.ts';
import type { FieldValue } from '../../shared/project/field.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { documentOf, findTemplate } from '../../shared/project/templates.ts';
import { summarise, time, type Timing } from './report.ts';

const scenarios = Array.from({ length: 20 }, (_, at) => (at === 0 ? 'base' : `variant-${at}`));

/** What each variant changes: money, load, and on every fourth one the site. */
const differences = (at: number): readonly (readonly [string, FieldValue])[] => [
  ['finance.discountRate', 0.07 + 0.002 * at],
  ['demand.utilisation', 0.5 + 0.015 * at],
  ...(at % 4 === 0 ? [
    ['site.electricityUsdPerKwh', 0.05 + 0.002 * at] as const,
    ['site.utilityMw', 60 + at] as const,
  ] : []),
];

const lay = (
  document: ProjectDocument, scenario: string, path: string, value: FieldValue,
): ProjectDocument => {
  const set = setByPath(document, scenario, path, value);
  if (!set.ok) throw new Error(JSON.stringify(set.error));
  return set.value;
};

/** The factory and nineteen scenarios built on it. */
export function manyScenarios(): ProjectDocument {
  // The template's own variants stay out: twenty scenarios are counted.
  const factory = documentOf((findTemplate('gb300-100mw')?.records ?? [])
    .filter(({ kind, key, scenarioId }) => (scenarioId ?? 'base') === 'base'
      && (kind !== 'scenario' || key === 'base')));
  return scenarios.slice(1).reduce<ProjectDocument>((so, key, before) => {
    const id = `document:scenario:${key}`;
    const record = { id, kind: 'scenario' as const, scenarioId: null, key, position: before + 1,
      body: { values: { name: `Variant ${before + 1}`, basedOn: 'base' } } };
    return differences(before + 1)
      .reduce((laid, [path, value]) => lay(laid, key, path, value), { ...so, [id]: record });
  }, factory);
}

/** All plans of twenty scenarios after an edit of their common base. */
export async function timeScenarios(): Promise<readonly Timing[]> {
  const document = manyScenarios();
  const planner = createPlanner(builtInCatalog, loadMeasuredPoints());
  let count = 0;
  const edit = (path: string, least: number, step: number) => (): void => {
    const edited = lay(document, 'base', path, least + step * count++);
    for (const id of scenarios) {
      const plan = planner.evaluate(edited, id);
      if (!plan.ok) throw new Error(plan.error.code);
    }
  };
  return [
    await time('20 scenarios of one base, after a tax edit of the base', 30,
      edit('finance.taxRate', 0.1, 1e-3)),
    await time('20 scenarios of one base, after a workload edit of the base', 15,
      edit('traffic.isl', 4000, 1)),
  ];
}

export const projectName = 'Twenty scenarios';

/** Puts the project of twenty scenarios where the host lists it. */
export function writeManyScenarios(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const made = createProject(join(folder, `${projectName}.aifp`), {
    records: Object.values(manyScenarios()), projectId: 'bench-scenarios',
    appVersion: 'bench', nowMs: 0,
  });
  if (!made.ok) throw new Error(made.error.code);
}

/**
 * From undo or redo of an edit of the base to the frame in which a part of the page has
 * changed, ms.
 */
async function timeStep(
  page: Page, key: string,
): Promise<readonly [strip: number, table: number]> {
  await page.evaluate(() => { Reflect.set(window, 'stepped', (async () => {
    let start = 0;
    document.addEventListener('keydown', () => { start = performance.now(); },
      { once: true, capture: true });
    const changed = (selector: string) => new Promise<number>((done, failed) => {
      const part = document.querySelector(selector);
      if (part === null) throw new Error(`the page has no ${selector}`);
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => { done(performance.now() - start); });
      });
      observer.observe(part, { subtree: true, characterData: true, childList: true });
      setTimeout(() => { failed(new Error(`${selector} did not change`)); }, 10_000);
    });
    return Promise.all([changed('section.strip'), changed('table.compare-table')]);
  })()); });
  await page.keyboard.press(key);
  const [strip = Number.NaN, table = Number.NaN] =
    await page.evaluate(() => Promise.resolve<number[]>(Reflect.get(window, 'stepped')));
  return [strip, table];
}

/**
 * The screen of twenty scenarios side by side while an edit of their base is undone and
 * repeated.
 */
export async function timeCompare(page: Page, address: string): Promise<readonly Timing[]> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('navigation').getByText('Start').click();
  await page.getByRole('button', { name: new RegExp(projectName, 'u') }).first().click();
  await page.getByText('Variant 19').or(page.getByRole('heading', { name: 'Answer' }))
    .first().waitFor();
  await page.getByRole('navigation').getByText('Workload').click();
  await page.getByRole('tab', { name: 'Demand' }).click();
  await page.getByRole('slider', { name: 'Growth' }).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('navigation').getByText('Compare').click();
  await page.locator('table.compare-table').waitFor();
  await page.waitForTimeout(500);
  const steps: (readonly [number, number])[] = [];
  for (let i = 0; i < 16; i++) {
    steps.push(await timeStep(page, i % 2 === 0 ? 'Control+z' : 'Control+Shift+z'));
    await page.waitForTimeout(100);
  }
  return [
    summarise('20 scenarios side by side: undo in the base to redrawn headline',
      steps.map(([strip]) => strip)),
    summarise('20 scenarios side by side: undo in the base to redrawn table',
      steps.map(([, table]) => table)),
  ];
}
