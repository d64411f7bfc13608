import { describe, expect, it } from 'vitest';
import type { ReportKind } from '../../../shared/backend.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { billOfSite } from '../../../shared/plan/figures/bill.ts';
import { totalBill } from '../../../shared/network/bill.ts';
import { buildReport } from '../../../shared/report/build.ts';
import {
  chooseSections, chosenSections, readSectionIds, sectionsOfKind, sectionTitles,
} from '../../../shared/report/sections.ts';
import type { Block, Report, Table } from '../../../shared/report/types.ts';
import { templates } from '../../../shared/project/templates.ts';
import { valueRoadmap } from '../../../shared/search/release-value.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { plainPrint } from '../../../shared/units/print.ts';
import { planner, planOfTemplate, templateDocument } from './real-plan.ts';

const context = { catalog: builtInCatalog, appVersion: '0.1.0',
  approximations: [{ part: 'Network', what: 'counted', howFar: 'exact' }] };
const blocksOf = ({ sections }: Report): readonly Block[] =>
  sections.flatMap(({ blocks }) => blocks);
const tablesOf = (report: Report): readonly Table[] =>
  blocksOf(report).flatMap((block) => (block.kind === 'table' ? [block.table] : []));
const tableOf = (report: Report, id: string): Table => {
  const found = tablesOf(report).find((table) => table.id === id);
  if (found === undefined) throw new Error(`no table ${id}`);
  return found;
};

describe('the choice of sections', () => {
  it.each(
    Object.keys(sectionsOfKind).filter((kind): kind is ReportKind => kind in sectionsOfKind),
  )('prints all of %s without a choice, each under its title', (kind) => {
    expect(chooseSections(kind, null)).toEqual(sectionsOfKind[kind]);
    expect(sectionsOfKind[kind].every((id) => sectionTitles[id].length > 0)).toBe(true);
  });

  it('leaves no title out of every kind: nobody could print it', () => {
    expect([...new Set(Object.values(sectionsOfKind).flat())].toSorted())
      .toEqual(Object.keys(sectionTitles).toSorted());
  });

  it('keeps the order of the report and ignores what the kind does not hold', () => {
    expect(chooseSections('executive', ['confidence', 'bill', 'answer']))
      .toEqual(['answer', 'confidence']);
  });

  it('reads ids and drops strange ones', () => {
    expect(readSectionIds('bill, claims <script> limits'))
      .toEqual(['bill', 'claims', 'limits']);
  });

  it('prints only the sections asked for', () => {
    const report = buildReport(planOfTemplate('b200-1mw'), 'technical',
      { ...context, sections: ['bill', 'cash'] });
    expect(report.sections.map(({ id }) => id)).toEqual(['bill', 'cash']);
  });
});

describe.each(templates.map(({ id }) => id))('the full report of %s', (id) => {
  const plan = planOfTemplate(id);
  const roadmap = valueRoadmap(planner, templateDocument(id), 'base');
  const report = buildReport(plan, 'full', { ...context, roadmap });

  it('holds every section of its kind, each with something in it', () => {
    // Risk is printed where a run of it was kept.
    expect(report.sections.map((section) => section.id))
      .toEqual(sectionsOfKind.full.filter((each) => each !== 'risk'));
    expect(report.sections.filter(({ blocks }) => blocks.length === 0)).toEqual([]);
  });

  it('holds no NaN, undefined or Infinity, and no ragged or empty table', () => {
    expect(JSON.stringify(report.sections)).not.toMatch(/NaN|undefined|Infinity|\[object/u);
    expect(tablesOf(report).filter(({ columns, rows }) => rows.length === 0
      || rows.some(({ cells }) => cells.length !== columns.length))).toEqual([]);
  });

  it('gives tables names that tell them apart', () => {
    const ids = tablesOf(report).map((table) => table.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('prints the share of fixed cost that the plan has', () => {
    const [fixed, total] = [
      'fixedCostUsd', 'economicCostUsd',
    ].map((key) => plan.figures[`economics.${key}`]?.value ?? Number.NaN);
    const share = formatQuantity((fixed ?? 0) / (total ?? 1), 'fraction');
    const sentences = blocksOf(report)
      .flatMap((block) => (block.kind === 'paragraph'
        && block.text.includes('of the unit cost is fixed') ? [block.text] : []));
    expect(sentences).toHaveLength(2);
    expect(sentences.every((text) => text.includes(`${share} of the unit cost is fixed`)))
      .toBe(true);
    expect(tableOf(report, 'fixed').rows.at(-1)?.cells.at(-1)).toBe(share);
  });

  it('prints the bill with the sum of its lines', () => {
    const { pricedUsd } = totalBill(billOfSite(plan.stages));
    expect(tableOf(report, 'bill').rows.at(-1)?.cells)
      .toContain(formatQuantity(pricedUsd, 'USD', { ...plainPrint, digits: 'three' }));
  });

  it('says of every table with a total that its figures are rounded or add up', () => {
    const totalled = tablesOf(report)
      .filter(({ id: each, rows }) => !each.startsWith('headline')
        && each !== 'allocation' && rows.some(({ level }) => level === 0));
    expect(totalled.filter(({ note = '' }) => !/rounded|add up/u.test(note))
      .map((table) => table.id)).toEqual([]);
  });
});

describe('the value of releases', () => {
  const read = (cell: string): number => Number(cell.replaceAll(/[^\d.-]/gu, ''));

  it('adds up in printed digits', () => {
    const report = buildReport(planOfTemplate('gb300-100mw'), 'technical', {
      ...context, roadmap: valueRoadmap(planner, templateDocument('gb300-100mw'), 'base'),
    });
    const { rows, columns } = tableOf(report, 'roadmap');
    expect(rows.length).toBeGreaterThan(3);
    for (let column = 3; column < columns.length; column++) {
      const cells = rows.map((row) => read(row.cells[column] ?? ''));
      const releases = cells.slice(1, -2);
      const sum = releases.reduce((all, each) => all + each, 0);
      expect(sum).toBeCloseTo(cells.at(-2) ?? Number.NaN, 9);
      expect((cells[0] ?? 0) + sum).toBeCloseTo(cells.at(-1) ?? Number.NaN, 6);
    }
  });
});

describe('the sections a project leaves out', () => {
  it('takes them out of every kind that holds them', () => {
    expect(chosenSections('executive', 'confidence bill')).toEqual(['answer']);
    expect(chosenSections('technical', 'confidence bill')).not.toContain('bill');
  });

  it('prints all where none of the kind is left out, and where all are', () => {
    expect(chosenSections('assumptions', 'bill')).toBeNull();
    expect(chosenSections('executive', 'answer, confidence')).toBeNull();
  });
});
