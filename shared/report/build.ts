import type { ReportKind } from '../backend.ts';
import type { Catalog } from '../catalog/types.ts';
import type { PlanCore } from '../plan/types.ts';
import type { RoadmapValue } from '../search/release-value.ts';
import type { Sensitivity } from './sensitivity.ts';
import { assumptionBuilders } from './assumptions.ts';
import { brandOf } from './brand.ts';
import { choiceOf } from './choice.ts';
import { comparisonSections } from './comparison.ts';
import { withDisclaimer } from './disclaimer.ts';
import { executiveBuilders, frontOf } from './executive.ts';
import { frontPage, frontQuestion, type FrontPage } from './front.ts';
import type { ComparedScenario } from './gather.ts';
import type { Approximation } from './method-appendix.ts';
import { chooseSections, type SectionId } from './sections.ts';
import { technicalBuilders } from './technical.ts';
import { paperOf } from './paper.ts';
import type { Ranked } from './ranking.ts';
import type { Tornado } from './tornado.ts';
import type { PlanView, Report, Section } from './types.ts';

/**
 * What a report needs besides the plan: who prints it and which catalogue names the
 * entries.
 */
export interface ReportContext {
  readonly catalog: Catalog;
  readonly appVersion: string;
  /** What single changes do to the answer, where the host has measured it. */
  readonly sensitivities?: readonly Sensitivity[];
  /** What the software roadmap is worth, where the host has measured it. */
  readonly roadmap?: RoadmapValue | null;
  readonly approximations?: readonly Approximation[];
  /** Scenarios of a comparison, the first being what the others are bridged from. */
  readonly scenarios?: readonly ComparedScenario[];
  /** Scenarios by worth with their ranges, where the host has computed them. */
  readonly ranked?: readonly Ranked[];
  /** Plans of the scenarios ranked, by id. */
  readonly plans?: ReadonlyMap<string, PlanCore>;
  /** What moves the answer most, where the host has measured it. */
  readonly tornado?: Tornado | null;
  /** The day the report is made, YYYY-MM-DD. */
  readonly date?: string;
  /** Sections to print; null or absent prints all of the kind. */
  readonly sections?: readonly string[] | null;
}

export const reportTitles: Readonly<Record<ReportKind, string>> = {
  executive: 'Executive brief',
  technical: 'Technical report',
  assumptions: 'Assumptions',
  full: 'Full report',
  comparison: 'Comparison of scenarios',
};

/**
 * The report as data, from the plan alone: the same plan gives the same report on every host.
 * Numbers are printed by `formatQuantity`, as on screen; absent ones say why in place.
 */
export function buildReport(plan: PlanView, kind: ReportKind, context: ReportContext): Report {
  const { project, scenario } = plan.inputs;
  const brand = brandOf(plan.inputs);
  const sections = sectionsOf(plan, kind, context);
  return {
    kind,
    title: reportTitles[kind],
    date: context.date ?? '',
    paper: paperOf(plan.inputs, context.catalog),
    question: sections.some(({ id }) => id === 'answer')
      ? frontQuestion(frontFor(plan, kind, context)) : null,
    project: project.values.name,
    scenario: kind === 'comparison' ? `${context.scenarios?.length ?? 0} scenarios`
      : scenario.name,
    client: project.values.client,
    preparedBy: project.values.preparedBy,
    brand,
    planHash: plan.hash,
    appVersion: context.appVersion,
    catalogVersion: plan.catalogVersion,
    sections: withDisclaimer(sections, kind, brand.disclaimer),
  };
}

/** The first page is about the plan; that of a comparison about the best of the scenarios. */
function frontFor(plan: PlanView, kind: ReportKind, context: ReportContext): FrontPage {
  if (kind !== 'comparison') return frontOf(plan, context);
  const { scenarios = [], ranked = [] } = context;
  const plans = new Map(scenarios.flatMap(({ id, plan: own }) =>
    (own === null ? [] : [[id, own] as const])));
  const [best] = choiceOf(ranked, plans, null).candidates;
  return { ...frontOf(plans.get(best?.id ?? '') ?? plan, context), plans, shown: null };
}

const builders: Partial<
  Record<SectionId, (plan: PlanView, context: ReportContext) => Section | null>
> = {
  ...executiveBuilders, ...technicalBuilders, ...assumptionBuilders,
};

function sectionsOf(
  plan: PlanView, kind: ReportKind, context: ReportContext,
): readonly Section[] {
  const { sections = null, scenarios = [], catalog } = context;
  if (kind === 'comparison') {
    return comparisonSections(scenarios, catalog, sections,
      () => frontPage(frontFor(plan, kind, context)));
  }
  return chooseSections(kind, sections).flatMap((id) => builders[id]?.(plan, context) ?? []);
}
