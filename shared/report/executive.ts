import type { HeadlineKey, PlanCore } from '../plan/types.ts';
import {
  describeAnswer,
  describeCost,
  describeEvidence,
  describeProject,
  describeReturn,
} from './answer.ts';
import { costLabels } from './cost-labels.ts';
import { isUnbuildable, printHeadline } from './figures.ts';
import { keyAssumptions } from './inputs.ts';
import type { ReportContext } from './build.ts';
import { brokenLimits, topLimits } from './limits.ts';
import { table } from './blocks.ts';
import { methodLines } from './method.ts';
import { priceTable } from './prices.ts';
import { sensitivityTable } from './sensitivity.ts';
import { sectionTitles, type SectionId } from './sections.ts';
import { leadingKinds, realityTable } from './reality.ts';
import { chartOf, type Block, type PlanView, type Section } from './types.ts';

/** What is known of a plan that has no money. */
const physical: readonly HeadlineKey[] =
  ['racks', 'accelerators', 'facilityMw', 'pueAnnual', 'tokensPerSecondPeak', 'tokPerSecPerMw'];

/** The eight figures of the first page. */
const headlines: readonly HeadlineKey[] = [
  'costPerMTokUsd',
  'levelisedPriceUsd',
  'npvUsd',
  'irr',
  'paybackMonths',
  'capexUsd',
  'revenueUsd',
  'tokPerSecPerMw',
];

/**
 * Two pages for somebody who decides: the answer, what it rests on, and what would change
 * it.
 */
export const executiveBuilders: Partial<
  Record<SectionId, (plan: PlanView, context: ReportContext) => Section>
> = {
  answer: (plan, { catalog }) => (isUnbuildable(plan) ? page('answer', [
    { kind: 'paragraph', tone: 'plain', text: describeProject(plan, catalog) },
    { kind: 'paragraph', tone: 'answer', text: describeAnswer(plan) },
    { kind: 'limits', items: brokenLimits(plan) },
    { kind: 'figures', figures: physical.map((name) => printHeadline(plan, name)) },
  ]) : page('answer', [
    { kind: 'paragraph', tone: 'plain', text: describeProject(plan, catalog) },
    { kind: 'paragraph', tone: 'answer', text: describeAnswer(plan) },
    { kind: 'figures', figures: headlines.map((name) => printHeadline(plan, name)) },
    { kind: 'labels', items: costLabels(plan) },
    { kind: 'paragraph', tone: 'plain', text: describeCost(plan) },
    { kind: 'charts', charts: [chartOf('cost-stack')] },
    { kind: 'charts', charts: [chartOf('cash-flow')] },
    { kind: 'paragraph', tone: 'plain', text: describeReturn(plan) },
  ])),
  confidence: (plan, { catalog, appVersion, sensitivities = [] }) => page('confidence', [
    ...table(priceTable(plan, 'key-prices')),
    ...(isUnbuildable(plan) ? [] : table(realityTable(plan, leadingKinds))),
    { kind: 'heading', level: 2, text: 'What would change the answer' },
    ...(sensitivities.length === 0
      ? []
      : [{ kind: 'table' as const, table: sensitivityTable(plan, sensitivities) }]),
    { kind: 'limits', items: topLimits(plan, 2) },
    { kind: 'heading', level: 2, text: 'Key assumptions and the evidence they rest on' },
    { kind: 'table', table: keyAssumptions(plan, catalog, 4) },
    { kind: 'paragraph', tone: 'plain', text: describeEvidence(plan) },
    { kind: 'heading', level: 2, text: 'Method' },
    { kind: 'list', items: methodLines },
    { kind: 'paragraph', tone: 'small', text: identity(plan, appVersion) },
  ]),
};

const page = (id: SectionId, blocks: readonly Block[]): Section =>
  ({ id, title: sectionTitles[id], layout: 'page', scenario: null, blocks });

/** What it takes to recompute this paper. */
export const identity = (plan: PlanCore, appVersion: string): string =>
  [
    `Plan ${plan.hash}, catalogue ${plan.catalogVersion}, AI Factory Planner ${appVersion}.`,
    'Printed numbers are rounded; the plan holds them in full.',
    'A figure marked * rests on at least one input for which no public source was found.',
  ].join(' ');
