import type { PlanCore } from '../plan/types.ts';
import { describeEvidence } from './answer.ts';
import type { ReportContext } from './build.ts';
import { identity } from './executive.ts';
import { assumptionTables, catalogTable } from './inputs.ts';
import { evidenceNames, type Section, type Table } from './types.ts';

const tableBlock = (table: Table) => ({ kind: 'table' as const, table });

/** How many inputs rest on each class of evidence. */
function evidenceTable({ provenance }: PlanCore): Table {
  return {
    id: 'evidence',
    caption: 'Inputs by class of evidence',
    columns: [
      { label: 'Evidence', unit: 'text', align: 'left' },
      { label: 'Inputs', unit: 'count', align: 'right' },
    ],
    rows: Object.entries(evidenceNames).flatMap(([key, name]) =>
      Object.entries(provenance.byEvidence)
        .filter(([known]) => known === key)
        .map(([, count]) => ({ level: 1 as const, cells: [name, String(count)] })),
    ),
  };
}

/** Every input in use and every catalogue figure behind a number, with source and evidence. */
export function assumptionSections(
  plan: PlanCore,
  { catalog, appVersion }: ReportContext,
): readonly Section[] {
  const cited = catalogTable(plan, catalog);
  return [
    {
      id: 'assumptions',
      title: 'Assumptions',
      layout: 'flow',
      blocks: [
        { kind: 'paragraph', tone: 'plain', text: describeEvidence(plan) },
        tableBlock(evidenceTable(plan)),
        ...assumptionTables(plan, catalog).map(tableBlock),
      ],
    },
    {
      id: 'catalogue',
      title: 'Catalogue figures in use',
      layout: 'flow',
      blocks: [
        ...(cited.rows.length === 0 ? [] : [tableBlock(cited)]),
        { kind: 'paragraph', tone: 'small', text: identity(plan, appVersion) },
      ],
    },
  ];
}
