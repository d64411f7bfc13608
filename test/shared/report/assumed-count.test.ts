import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { planToJson } from '../../../shared/plan/figures/json.ts';
import { buildReport } from '../../../shared/report/build.ts';
import { assumptionTables } from '../../../shared/report/inputs.ts';
import type { Block, Table } from '../../../shared/report/types.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { listRegister } from '../../../shared/uncertainty/register.ts';
import { planOf } from '../plan/support.ts';

/** Every number of inputs known by assumption that anything prints of a plan. */
function countsOf(template: string): readonly number[] {
  const plan = planOf(template, {});
  const report = buildReport(plan, 'full', { catalog: builtInCatalog, appVersion: '0.0.0' });
  const blocks: readonly Block[] = report.sections.flatMap((section) => section.blocks);
  const printed = [...JSON.stringify(blocks).matchAll(/(\d+) are planning assumptions/gu)]
    .map(([, count]) => Number(count));
  const warned = plan.warnings.filter(({ code }) => code === 'assumed-inputs')
    .map(({ text }) => Number(/^\d+/u.exec(text)?.[0]));
  const tabled = blocks.flatMap((block) =>
    (block.kind === 'table' && block.table.id === 'evidence' ? assumedRow(block.table) : []));
  const listed = assumptionTables(plan, builtInCatalog).flatMap(({ rows }) => rows)
    .filter(({ cells }) => cells[3] === 'assumed').length;
  const registered = listRegister(plan, {
    document: documentOf(findTemplate(template)?.records ?? []), scenarioId: 'base',
    catalog: builtInCatalog, refs: [], asOf: '2026-11-30',
  }).filter((row) => row.kind === 'field' && row.active && row.evidence === 'assumed').length;
  expect(printed.length).toBeGreaterThan(1);
  expect([warned.length, tabled.length]).toEqual([1, 1]);
  return [...printed, ...warned, ...tabled, listed, registered,
    planToJson(plan, 1, null).provenance.byEvidence.assumed ?? 0];
}

const assumedRow = (table: Table): readonly number[] =>
  table.rows.flatMap(({ cells }) => (cells[0] === 'assumed' ? [Number(cells[1])] : []));

describe('the number of assumed inputs', () => {
  it.each(['gb300-100mw', 'b200-1mw'])('is one number wherever %s prints it', (template) => {
    const counts = countsOf(template);
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThan(20);
  });

  it('leaves out what has no effect: a loan’s terms while nothing is borrowed', () => {
    const path = 'finance.tenorMonths';
    const active = (share: number): boolean | undefined =>
      planOf('b200-1mw', { 'finance.debtShare': share }).inputsInUse
        .find((input) => input.path === path)?.active;
    expect([active(0), active(0.5)]).toEqual([false, true]);
  });
});
