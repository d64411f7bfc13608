import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { ReportKind } from '../../../shared/backend.ts';
import { buildReport } from '../../../shared/report/build.ts';
import type { Block, Report, Table } from '../../../shared/report/types.ts';
import { headlineKeys, type PlanCore } from '../../../shared/plan/types.ts';
import { formatQuantity, unitName } from '../../../shared/units/format.ts';
import { plainPrint } from '../../../shared/units/print.ts';
import { units } from '../../../shared/units/unit.ts';
import { assumedFigures } from '../../../shared/plan/figures/rests-on.ts';
import { planOf } from '../plan/support.ts';
import { samplePlan } from './sample-plan.ts';

const context = { catalog: builtInCatalog, appVersion: '0.1.0' };
const kinds: readonly ReportKind[] = ['executive', 'technical', 'assumptions', 'full'];
const plan = samplePlan();

const blocksOf = (report: Report): readonly Block[] =>
  report.sections.flatMap((section) => section.blocks);
const tablesOf = (report: Report): readonly Table[] =>
  blocksOf(report).flatMap((block) => (block.kind === 'table' ? [block.table] : []));

const marks = [...units.map((unit) => unitName(unit)), '$', '%'].filter((mark) => mark !== '');

/**
 * Whether a cell of a column of mixed units says its own. Words and dates need none, nor
 * do counts and ratios.
 */
const statesUnit = (cell: string): boolean =>
  !/^-?[\d$]/u.test(cell) ||
  /^\d{4}-\d\d$/u.test(cell) ||
  /^-?[\d.,]+$/u.test(cell) ||
  marks.some((mark) => cell.includes(mark));

/** Everything the report says, as one text. */
function textOf(report: Report): string {
  return JSON.stringify(report.sections);
}

describe.each(kinds)('%s', (kind) => {
  const report = buildReport(plan, kind, context);

  it('is the same for the same plan', () => {
    expect(buildReport(samplePlan(), kind, context)).toEqual(report);
  });

  it('holds no NaN, undefined or Infinity', () => {
    expect(textOf(report)).not.toMatch(/NaN|undefined|Infinity|\[object/u);
  });

  it('fills every row of every table and states a unit for every column or in every cell', () => {
    for (const { id, columns, rows } of tablesOf(report)) {
      expect(rows.length, id).toBeGreaterThan(0);
      expect(
        rows.filter((row) => row.cells.length !== columns.length),
        id,
      ).toEqual([]);
      const mixed =
        rows.flatMap((row) => row.cells.filter((_, i) => columns[i]?.unit === null));
      expect(
        mixed.filter((cell) => !statesUnit(cell)),
        id,
      ).toEqual([]);
    }
  });

  it('names the plan by its hash, so that it can be recomputed', () => {
    expect(report.planHash).toMatch(/^[0-9a-f]{64}$/u);
    expect(textOf(report)).toContain(report.planHash);
  });
});

const three = { ...plainPrint, digits: 'three' } as const;

describe('printed numbers', () => {
  const text = textOf(buildReport(plan, 'technical', context));

  it.each(headlineKeys)('prints %s as the plan has it, or says why not', (name) => {
    const figure = plan.figures[`headline.${name}`];
    expect(text).toContain(
      figure?.value == null ? 'Nothing is borrowed.'
        : formatQuantity(figure.value, figure.unit, three),
    );
  });

  it('prints the yearly flow as the sum of its months', () => {
    const flow = plan.series['statement.equity'];
    const first = flow?.values.slice(6, 18).reduce((sum, value) => sum + value, 0) ?? null;
    expect(text).toContain(formatQuantity(first, 'USD'));
  });

  it('carries the five labels beside the cost', () => {
    const labels = blocksOf(buildReport(plan, 'executive', context)).find(
      (block) => block.kind === 'labels',
    );
    expect(labels?.items.map(({ value }) => value)).toEqual([
      'input and output',
      'by accelerator time',
      'tokens served',
      'owned',
      '2027',
    ]);
  });
});

describe('the executive brief', () => {
  const say = (changed: Partial<PlanCore>): string =>
    textOf(buildReport(samplePlan(changed), 'executive', context));

  it('has two pages', () => {
    expect(buildReport(plan, 'executive', context).sections.map(({ layout }) => layout))
      .toEqual([
        'page',
        'page',
      ]);
  });

  it('puts broken limits first', () => {
    const limits = blocksOf(buildReport(plan, 'executive', context)).find(
      (block) => block.kind === 'limits',
    );
    expect(limits?.items.map(({ broken }) => broken)).toEqual([true, false]);
  });

  it('says what half the load would cost from the fixed share the plan has', () => {
    const figure = (key: string, value: number) =>
      [key, { key, value, unit: 'USD' as const, formula: key, inputs: [], reads: [] }] as const;
    const figures = { ...plan.figures, ...Object.fromEntries([
      figure('economics.fixedCostUsd', 90), figure('economics.economicCostUsd', 100),
    ]) };
    expect(say({ figures })).toContain('90.0 % of the unit cost is fixed');
    expect(say({ figures }))
      .toContain('would cost about $0.407');
    expect(say({})).not.toContain('of the unit cost is fixed');
  });

  it.each<readonly [string, readonly number[], number | null, string]>([
    ['none', [], null, 'No internal rate of return exists'],
    ['one', [0.234], 0.234, 'is 23.4 %/year'],
    ['one beside another that is no answer', [-0.95, 0.234], 0.234,
      'beside it only −95.0 %/year fits, at which nearly all is lost in a year'],
    ['several', [-0.1, 0.4], null, '2 rates make the present value zero'],
  ])('is honest about the rate of return: %s', (_name, irr, quoted, words) => {
    const key = 'headline.irr';
    const figure = { key, value: quoted, unit: 'fraction/year', formula: 'economics.irr',
      inputs: [], reads: [] } as const;
    expect(say({ irr, figures: { ...plan.figures, [key]: figure } })).toContain(words);
  });

  it('says so when nothing is served', () => {
    expect(say({ figures: {}, series: {}, statement: [], costStack: [], irr: [] })).toContain(
      'cannot be said',
    );
  });
});

describe('a figure that rests on an input without a public source', () => {
  it('is marked where its trace reaches one, and the mark is explained', () => {
    const full = planOf('b200-1mw');
    const report = buildReport(full, 'executive', context);
    const figures = blocksOf(report)
      .flatMap((block) => (block.kind === 'figures' ? block.figures : []));
    const expected = assumedFigures(full, builtInCatalog);
    expect(figures.filter(({ assumed }) => assumed).map(({ key }) => key))
      .toEqual(figures.filter(({ key, value }) => value !== null && expected.has(key))
        .map(({ key }) => key));
    expect(textOf(report)).toContain('A figure marked * rests on');
  });
});
