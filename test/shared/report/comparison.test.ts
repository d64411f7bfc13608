import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { buildReport } from '../../../shared/report/build.ts';
import {
  comparedIds, gatherComparison, mostCompared, type ComparedScenario,
} from '../../../shared/report/gather.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import type { Report, Table } from '../../../shared/report/types.ts';
import { derivedScenario, planner, planOfTemplate, templateDocument } from './real-plan.ts';

function gather(
  document: ProjectDocument, wanted: readonly string[] | null = null,
): readonly ComparedScenario[] {
  const steps = gatherComparison(planner, document, comparedIds(document, wanted));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const document = templateDocument('b200-1mw', [
  ...derivedScenario('idle', 'Half empty',
    { demand: { utilisation: 0.3 }, site: { electricityUsdPerKwh: 0.12 } }),
  ...derivedScenario('dear', 'Dear capital',
    { finance: { discountRate: 0.15 }, capex: { systemPriceFactor: 1.3 } }, 11),
]);

const reportOf = (
  scenarios: readonly ComparedScenario[], sections: readonly string[] | null = null,
): Report =>
  buildReport(planOfTemplate('b200-1mw'), 'comparison',
    { catalog: builtInCatalog, appVersion: '0.1.0', scenarios, sections });

const tableOf = (report: Report, id: string): Table => {
  const found = report.sections.flatMap(({ blocks }) => blocks).flatMap(
    (block) => (block.kind === 'table' && block.table.id === id ? [block.table] : []),
  )[0];
  if (found === undefined) throw new Error(`no table ${id}`);
  return found;
};

describe('a comparison', () => {
  const scenarios = gather(document);
  const report = reportOf(scenarios);

  it('puts all scenarios side by side and gives each a page of its own plan', () => {
    expect(tableOf(report, 'side-by-side').rows.map(({ cells }) => cells[0]))
      .toEqual(['Base case', 'Half empty', 'Dear capital']);
    const pages = report.sections.filter(({ id }) => id.startsWith('scenario-'));
    expect(pages.map(({ title, scenario, layout }) => [title, scenario, layout])).toEqual([
      ['Base case', 'base', 'page'], ['Half empty', 'idle', 'page'],
      ['Dear capital', 'dear', 'page'],
    ]);
  });

  it('has bridges whose steps add up to the difference of the plans', () => {
    for (const { bridges, plan } of scenarios.slice(1)) {
      const bridge = bridges?.costPerMTokUsd;
      const sum = (bridge?.steps ?? []).reduce((all, { change }) => all + change,
        bridge?.from ?? Number.NaN);
      expect(sum).toBeCloseTo(plan?.figures['headline.costPerMTokUsd']?.value ?? 0, 12);
    }
  });

  it.each([
    'bridge-costPerMTokUsd', 'bridge-npvUsd',
  ])('prints the steps of %s so that their digits add up', (id) => {
    const read = (cell = ''): number =>
      (cell === '–' ? 0 : Number(cell.replaceAll(/[^\d.-]/gu, '')));
    for (const { cells } of tableOf(report, id).rows) {
      const steps = cells.slice(1, -1).reduce((sum, cell) => sum + read(cell), 0);
      expect(steps).toBeCloseTo(read(cells.at(-1)), 9);
    }
  });

  it('lists what each scenario changes in the one it is based on', () => {
    expect(
      tableOf(report, 'differences-idle').rows.map(({ cells }) => [cells[0], cells[2]]),
    ).toEqual([
      ['Electricity price', '$0.120/kWh'], ['Utilisation', '30.0 %'],
    ]);
  });

  it('prints only the parts asked for', () => {
    expect(reportOf(scenarios, ['bridges']).sections.map(({ id }) => id)).toEqual(['bridges']);
  });

  it('says so when there is nothing to bridge to', () => {
    expect(JSON.stringify(reportOf(gather(document, ['base'])).sections))
      .toContain('nothing to bridge to');
  });
});

describe('the scenarios compared', () => {
  it('come in the order asked for; strangers and doubles are left out', () => {
    expect(comparedIds(document, ['dear', 'nobody', 'base', 'dear'])).toEqual(['dear', 'base']);
  });

  it('are all of them where none is named, up to what a report holds', () => {
    const many =
      Array.from({ length: 30 }, (_, i) => derivedScenario(`s${i}`, `S ${i}`, {})).flat();
    expect(comparedIds(document, null)).toEqual(['base', 'idle', 'dear']);
    expect(comparedIds(templateDocument('b200-1mw', many), null)).toHaveLength(mostCompared);
  });
});
