import type { PlanCore } from '../plan/types.ts';
import { describeEvidence } from './answer.ts';
import type { ReportContext } from './build.ts';
import { identity } from './executive.ts';
import { assumptionTables, catalogTable } from './inputs.ts';
import { flow, small, table, text } from './blocks.ts';
import { sectionTitles, type SectionId } from './sections.ts';
import { evidenceNames, type PlanView, type Section, type Table } from './types.ts';

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
export const assumptionBuilders: Partial<
  Record<SectionId, (plan: PlanView, context: ReportContext) => Section>
> = {
  assumptions: (plan, { catalog, appVersion }) => flow('assumptions', sectionTitles.assumptions, [
    text(describeEvidence(plan)),
    ...table(evidenceTable(plan)),
    ...assumptionTables(plan, catalog).flatMap(table),
    small(identity(plan, appVersion)),
  ]),
  catalogue: (plan, { catalog, appVersion }) => {
    const cited = table(catalogTable(plan, catalog));
    return flow('catalogue', sectionTitles.catalogue, [
      ...(cited.length === 0 ? [
        text('No number of this plan was computed from a catalogue figure.'),
      ] : cited),
      small(identity(plan, appVersion)),
    ]);
  },
};
