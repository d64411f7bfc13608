import { billSection } from './bill.ts';
import { availabilitySection } from './availability.ts';
import { describeAnswer, describeProject } from './answer.ts';
import type { ReportContext } from './build.ts';
import { chart, flow, heading, small, starLine, table, text, drawings } from './blocks.ts';
import { claimsSection } from './claims.ts';
import { costLabels } from './cost-labels.ts';
import { cashSection, economicsSection } from './economics.ts';
import { energySection } from './energy.ts';
import { identity } from './executive.ts';
import { headlineGroups, headlineNames, printHeadline } from './figures.ts';
import { hallsSection } from './halls.ts';
import { printLimit, rankLimits, readerWarnings } from './limits.ts';
import {
  approximationsSection, conventionsSection, equationsSection,
} from './method-appendix.ts';
import { powerSection } from './power.ts';
import { realitySection } from './reality.ts';
import { riskSection } from './risk.ts';
import { roadmapSection } from './roadmap.ts';
import type { SectionId } from './sections.ts';
import { sensitivityTable } from './sensitivity.ts';
import { groupTable, networkTable } from './serving.ts';
import { chartOf, type Block, type PlanView, type Section, type Table } from './types.ts';
import type { PlanCore } from '../plan/types.ts';

/** A group of headline figures with their definitions. */
function headlineTable(
  plan: PlanCore, { title, keys }: (typeof headlineGroups)[number],
): Table {
  return {
    id: `headline-${title.toLowerCase().replaceAll(' ', '-')}`,
    caption: title,
    columns: [
      { label: 'Figure', unit: 'text', align: 'left' },
      { label: 'Value', unit: null, align: 'right' },
      { label: 'Meaning', unit: 'text', align: 'left' },
    ],
    rows: keys.map((key) => {
      const { label, printed, why, assumed } = printHeadline(plan, key);
      return { level: 1, cells: [assumed ? `${label} *` : label, printed,
        why === '' ? headlineNames[key].definition : why] };
    }),
  };
}

/** The frontier of a rack group and what happens at the chosen point. */
const servingOf = (
  { key, values }: PlanView['inputs']['rackGroup'][number],
): readonly Block[] => [
  heading(values.name),
  { kind: 'charts', charts: [chartOf('frontier', key)] },
  { kind: 'charts', charts: [chartOf('memory', key), chartOf('step-time', key)] },
];

/** The design and its numbers for somebody who must be able to defend them, by section. */
export const technicalBuilders: Partial<
  Record<SectionId, (plan: PlanView, context: ReportContext) => Section | null>
> = {
  results: (plan, { catalog }) => flow('results', 'Results', [
    text(describeProject(plan, catalog)),
    text(describeAnswer(plan)),
    { kind: 'labels', items: costLabels(plan) },
    ...headlineGroups.flatMap((group) => table(headlineTable(plan, group))),
    ...starLine(
      headlineGroups.flatMap(({ keys }) => keys.map((key) => printHeadline(plan, key))),
    ),
  ]),
  reality: realitySection,
  serving: (plan) => flow('serving', 'Serving',
    [...table(groupTable(plan)), ...plan.inputs.rackGroup.flatMap(servingOf)]),
  halls: hallsSection,
  power: powerSection,
  energy: energySection,
  network: (plan) => flow('network', 'Network', [
    ...((plan.stages?.network.design?.endpoints ?? 0) > 0 ? [drawings({ id: 'topology' })]
      : []),
    ...table(networkTable(plan)),
  ]),
  bill: billSection,
  availability: availabilitySection,
  life: () => flow('life', 'Life of the deployment',
    [chart('tokens-and-margin'), chart('utilisation'), chart('price-and-cost')]),
  roadmap: (plan, { roadmap = null }) => roadmapSection(plan, roadmap),
  economics: economicsSection,
  cash: cashSection,
  risk: riskSection,
  claims: (plan, { catalog }) => claimsSection(plan, catalog),
  limits: limitsSection,
  equations: equationsSection,
  conventions: conventionsSection,
  approximations: (plan, { approximations = [], appVersion }) =>
    approximationsSection(plan, approximations, appVersion),
};

function limitsSection(
  plan: PlanView, { appVersion, sensitivities = [] }: ReportContext,
): Section {
  const limits = rankLimits(plan.limits, plan.limits.length).map(printLimit);
  const warnings = readerWarnings(plan).map((w) => ({ broken: false, text: w.text, fix: '' }));
  const changes = [heading('What would change the answer'),
    ...table(sensitivityTable(plan, sensitivities))];
  return flow('limits', 'Limits, and what would change the answer', [
    { kind: 'limits', items: [...limits, ...warnings] },
    ...(sensitivities.length === 0 ? [] : changes),
    small(identity(plan, appVersion)),
  ]);
}
