import type { PlanCore } from '../plan/types.ts';
import { describeCost, describeReturn } from './answer.ts';
import { isUnbuildable } from './figures.ts';
import { frontPage, type FrontPage } from './front.ts';
import { keyAssumptions } from './inputs.ts';
import type { ReportContext } from './build.ts';
import { topLimits } from './limits.ts';
import { table } from './blocks.ts';
import { sensitivityTable } from './sensitivity.ts';
import { sectionTitles, type SectionId } from './sections.ts';
import { leadingKinds, realityTable } from './reality.ts';
import { tornadoBars } from './tornado.ts';
import type { Block, PlanView, Section } from './types.ts';

/** What the money consists of; a plan without money has none. */
const moneyBlocks = (plan: PlanView): readonly Block[] => (isUnbuildable(plan) ? [] : [
  { kind: 'paragraph', tone: 'small', text: `${describeCost(plan)} ${describeReturn(plan)}` },
]);

/** What moves the answer: the inputs themselves, and round changes a reader can picture. */
function changeBlocks(plan: PlanView, context: ReportContext): readonly Block[] {
  const { sensitivities = [], tornado = null } = context;
  const bars = tornado === null ? null : tornadoBars(plan, tornado);
  return [
    ...(bars === null ? [] : [{ kind: 'bars' as const, bars }]),
    ...(sensitivities.length === 0 ? []
      : [{ kind: 'table' as const, table: sensitivityTable(plan, sensitivities) }]),
    { kind: 'limits', items: topLimits(plan, 2) },
  ];
}

/**
 * Two pages for somebody who decides: the answer, what it rests on, and what would change
 * it.
 */
export const executiveBuilders: Partial<
  Record<SectionId, (plan: PlanView, context: ReportContext) => Section>
> = {
  answer: (plan, context) => frontPage(frontOf(plan, context)),
  confidence: (plan, context) => page('confidence', [
    ...changeBlocks(plan, context),
    ...moneyBlocks(plan),
    ...(isUnbuildable(plan) ? [] : table(realityTable(plan, leadingKinds))),
    { kind: 'heading', level: 2, text: 'Key inputs and the evidence they rest on' },
    { kind: 'table', table: keyAssumptions(plan, context.catalog, 3) },
    { kind: 'paragraph', tone: 'small', text: identity(plan, context.appVersion) },
  ]),
};

/** What the first page is written from: the plan, and the scenarios as the host ranked them. */
export const frontOf = (plan: PlanView, context: ReportContext): FrontPage => ({
  plan, catalog: context.catalog, ranked: context.ranked ?? [],
  plans: new Map([...(context.plans ?? []), [plan.inputs.scenario.id, plan]]),
  shown: plan.inputs.scenario.id,
});

const page = (id: SectionId, blocks: readonly Block[]): Section =>
  ({ id, title: sectionTitles[id], layout: 'page', scenario: null, blocks });

/** What it takes to recompute this paper. */
export const identity = (plan: PlanCore, appVersion: string): string =>
  [
    `Plan ${plan.hash}, catalogue ${plan.catalogVersion}, AI Factory Planner ${appVersion}.`,
    'Printed numbers are rounded; the plan holds them in full.',
    'A figure marked * rests on at least one input for which no public source was found.',
  ].join(' ');
